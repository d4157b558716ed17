/** Statistics of two samples and PAWN's options, against SciPy 1.17.1. */
import { expect, it } from 'vitest'
import { pawnWith } from '../../../src/analysis/sensitivity/pawn.js'
import { twoSampleStatistics } from '../../../src/analysis/sensitivity/two-sample.js'

const draws = Array.from({ length: 60 }, (_, at) => at + 1)
const medianOf = (values: Float64Array) =>
  values
    .slice()
    .sort()
    .slice(29, 31)
    .reduce((a, b) => a + b) / 2

// ks_2samp, cramervonmises_2samp, and the sum behind anderson_ksamp with midrank=False
it.each([
  [
    'distinct values',
    (draw: number) => ((draw * 37) % 61) / 61,
    [0.5588235294117647, 1.4375691302161897, 7.085400014789136],
  ],
  [
    'ties',
    (draw: number) => Math.floor(((draw * 37) % 61) / 7),
    [0.5588235294117647, 1.530008798391151, 7.402161332412167],
  ],
] as const)('tell %s apart as SciPy does', (_, of, expected) => {
  const values = Float64Array.from(draws, of)
  const above = 1.4 * medianOf(values)
  const group = Uint8Array.from(draws, (draw, at) =>
    (draw * draw * 11) % 29 < 12 || values[at] > above ? 1 : 0,
  )
  const [{ kolmogorov, cramer, anderson }] = twoSampleStatistics([{ name: 'x', values }], group)
  for (const [at, found] of [kolmogorov, cramer, anderson].entries())
    expect(found).toBeCloseTo(expected[at], 11)
})

// ks_2samp of every slice against all draws
it.each([
  [5, [0.36, 0.562, 0.555, 0.775, 0.291597870827], [0.1225, 0.1835, 0.165, 0.2475, 0.258869926464]],
  [10, [0.36, 0.62075, 0.6375, 0.8425, 0.246310476932], [0.225, 0.3925, 0.39125, 0.6075, 0.32537735125]],
] as const)(
  'PAWN with %i slices has their least, mean, median, largest distance and spread',
  (slices, ofX, ofY) => {
    const all = Array.from({ length: 400 }, (_, at) => at + 1)
    const [x, y] = [37, 91].map((by) => Float64Array.from(all, (draw) => ((draw * by) % 401) / 401))
    const outcome = x.map((value, at) => Math.sin(5 * value) + y[at] ** 2 * 0.3)
    const { least, mean, median, most, cv } = pawnWith({ slices })([x, y])(outcome)
    for (const input of [0, 1])
      for (const [at, measure] of [least, mean, median, most, cv].entries())
        expect(measure[input]).toBeCloseTo([ofX, ofY][input][at], 10)
  },
)
