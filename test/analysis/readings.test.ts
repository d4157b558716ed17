/** Odds by another reading of a datum of the calibration, against normal distributions in closed form. */
import { describe, expect, it } from 'vitest'
import { oddsByReading } from '../../src/analysis/weighed/readings.js'
import type { Dataset } from '../../src/dataset/dataset.js'
import { normalQuantile } from '../../src/math/normal-quantile.js'
import type { Plan } from '../../src/plan/plan.js'
import type { OutcomeReader } from '../../src/results/outcome-reader.js'
import { readingsIn } from '../../src/results/readings.js'
import type { RunHeader } from '../../src/results/run-header.js'
import { HEADER } from './small-run.js'

const ROWS = 2000
const WORDS = { en: '', zh: '' }
const reading = (name: string, value: number, error: number) => ({
  name,
  title: WORDS,
  because: WORDS,
  value,
  error,
})
/** A fit that knows the datum alone: its draws are normal about it. Half a row's place at either end. */
const SAID = Array.from({ length: ROWS }, (_, row) => 0.35 + 0.04 * normalQuantile((row + 0.5) / ROWS))

const TARGET = {
  ...HEADER.targets[0],
  comparator: 'at_least' as const,
  threshold: 0.38,
  tolerance: 0,
}

function header(choices: ReturnType<typeof reading>[]): RunHeader {
  const rows = SAID.map((said, row): [number, number] => [row, said])
  return { ...HEADER, targets: [TARGET], readings: { input: 'row', choices, rows } }
}

/** Futures whose outcome is what their row says, `times` of each row. */
function reader(times = 1, input = (draw: number) => draw % ROWS): OutcomeReader {
  const draws = ROWS * times
  const inputs = Float64Array.from({ length: draws }, (_, draw) => input(draw))
  const values = Float64Array.from({ length: draws }, (_, draw) => SAID[draw % ROWS])
  return {
    draws,
    read: async (_: number, names: readonly string[]) =>
      names.map((name) => (name.startsWith('input@') ? inputs : values)),
  } as unknown as OutcomeReader
}

const USED = reading('used', 0.35, 0.04)
const OTHER = reading('other', 0.37, 0.03)

describe('odds by reading', () => {
  it('of 0.38 or more are 0.227 at 0.35 +- 0.04 and 0.369 at 0.37 +- 0.03, by tables of the normal distribution', async () => {
    const { choices } = (await oddsByReading(header([USED, OTHER]), reader()))!
    // 1 - Phi(0.75) and 1 - Phi(1/3)
    expect(choices[0].strict!.share).toBeCloseTo(0.2266, 3)
    expect(choices[1].strict!.share).toBeCloseTo(0.3694, 2)
    expect(choices[1].median).toBeCloseTo(0.37, 3)
    expect(choices[1].range80![1]).toBeCloseTo(0.37 + 0.03 * normalQuantile(0.9), 2)
  })

  it('count rows and not futures: five of each row say no more than one', async () => {
    const given = header([USED, OTHER])
    const [once, often] = await Promise.all([1, 5].map((times) => oddsByReading(given, reader(times))))
    expect(often!.choices[1].effectiveRows).toBeCloseTo(once!.choices[1].effectiveRows, 6)
    const width = ({ low, high }: { low: number; high: number }) => high - low
    expect(width(often!.choices[1].strict!)).toBeCloseTo(width(once!.choices[1].strict!), 6)
    // all alike: 2 x 1.96 sqrt(0.2266 x 0.7734 / 2000)
    expect(width(once!.choices[0].strict!)).toBeCloseTo(0.0367, 4)
  })

  it('are not stated where no draw comes near, and none at all where a draw is of no row', async () => {
    const far = header([USED, reading('far', 0.6, 0.01)])
    const { choices } = (await oddsByReading(far, reader()))!
    expect(choices[1].strict).toBeUndefined()
    expect(choices[1].effectiveRows).toBeLessThan(50)
    expect(
      await oddsByReading(
        far,
        reader(1, () => -7),
      ),
    ).toBeUndefined()
  })

  it('are of the first target alone, and none where nothing moves it', async () => {
    const given = header([USED, OTHER])
    expect((await oddsByReading(given, reader()))!.target).toBe(TARGET.id)
    expect(
      await oddsByReading({ ...given, targets: [{ ...TARGET, unmoved: true }] }, reader()),
    ).toBeUndefined()
    expect(await oddsByReading({ ...given, readings: undefined }, reader())).toBeUndefined()
  })
})

describe('the readings of a run', () => {
  const columns = new Map([
    ['pace', Float64Array.of(1.2, 0.9, 1.2)],
    ['late_share', Float64Array.of(0.3, 0.4, 0.5)],
  ])
  const dataset = { readings: { choices: [{ ...USED, provenance: {} }], columns } } as unknown as Dataset
  const planWith = (values: number[], joint?: string) =>
    ({
      uncertainties: [
        { name: 'other', distribution: { kind: 'fixed', value: 1 } },
        { name: 'leaving', distribution: { kind: 'empirical', values, joint } },
      ],
    }) as unknown as Plan

  it('are told by an uncertainty that is drawn from the rows; rows of one value have the mean of what they say', () => {
    expect(readingsIn(planWith([1.2, 0.9, 1.2], 'draws.csv'), dataset)).toEqual({
      input: 'leaving',
      choices: [USED],
      rows: [
        [0.9, 0.4],
        [1.2, 0.4],
      ],
    })
  })

  it('are none where no uncertainty is, or the folder has none', () => {
    expect(readingsIn(planWith([1.2, 0.9], 'draws.csv'), dataset)).toBeUndefined()
    expect(readingsIn(planWith([1.2, 0.9, 1.2]), dataset)).toBeUndefined()
    const none = { readings: undefined } as Dataset
    expect(readingsIn(planWith([1.2, 0.9, 1.2], 'draws.csv'), none)).toBeUndefined()
  })
})
