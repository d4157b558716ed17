/** The subpaths on fits and on run folders: what cannot be meant is answered with a located error, no number and no hang. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import * as calibration from '../../src/library/calibration.js'
import * as store from '../../src/library/store.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { simulate } from '../../src/studies/simulate.js'
import { CitywardError } from '../../src/vocabulary/problems.js'
import { smallDecade } from '../calibration/small-decade.js'
import { temporary } from '../commands/cityward.js'

const c = calibration
// biome-ignore lint/suspicious/noExplicitAny: what a program without types may hand over
const any = (value: unknown) => value as any
const decade = smallDecade([0, 4])
const fit = c.fitDecade(decade, { rounds: 1 })
const within = { decade, cityOf: [0, 0], kindOf: [0, 0], levels: fit.levels }
const folder = temporary()
const at = join(folder, 'run')
const { plan, dataset } = loadPlan('fixtures/cases/tiny.yaml')
await simulate(plan, dataset, { folder: at, draws: 12, threads: 1 })
const run = store.openRun(at)
const [{ name }] = run.header.outcomes

type Calls = Readonly<Record<string, readonly (() => unknown)[]>>

const FITS: Calls = {
  scoresOf: [() => c.scoresOf([])],
  // one census: said as a problem and not thrown, so that a command can say all of them
  decadeOf: [() => problemsOf(c.decadeOf(loadDataset('fixtures/tiny')).problems)],
  createDecadeProjection: [() => c.createDecadeProjection(decade, [2])],
  dataOf: [
    () => c.dataOf(decade, { cities: [-1] }),
    () => c.dataOf(decade, { cities: [2] }),
    () => c.dataOf(decade, { townspeople: new Map([[5, 1000]]) }),
    () => c.dataOf(decade, { townspeople: new Map([[0, -1000]]) }),
    () => c.dataOf(decade, { townspeople: new Map([[0, 1e12]]) }),
  ],
  fitDecade: [
    () => c.fitDecade(decade, { rounds: 0 }),
    () => c.fitDecade(decade, { cities: [7] }),
    () => c.fitDecade(decade, { priors: fit.priors.slice(1) }),
    () => fit.draw(-1, 0),
    () => fit.draw(0, 0.5),
  ],
  fitProportionally: [
    () => c.fitProportionally([1, Number.NaN], []),
    () => c.fitProportionally([1, 1], [{ groupOf: [0, 0], totals: [-1] }]),
    () => c.fitProportionally([1, 1], [{ groupOf: [0], totals: [1] }]),
    () => c.fitProportionally([1, 1], [{ groupOf: [0, 0], totals: [1] }], { rounds: 0 }),
    () => c.fitProportionally([1, 1], [{ groupOf: [0, 0], totals: [1] }], { within: Number.NaN }),
  ],
  normalOf: [() => c.normalOf(fit, 'rural_exti', 0), () => c.normalOf(fit, 'rural_exit', 2)],
  heldOutForecasts: [
    () => c.heldOutForecasts(decade, { draws: 0, seed: 0 }),
    () => c.heldOutForecasts(decade, { draws: 10, seed: Number.NaN }),
    () => c.heldOutForecasts(decade, { draws: 10, seed: 0 }),
  ],
  fitWithin: [() => c.fitWithin(within, [2]), () => c.fitWithin(within, [0.5])],
  forecastsWithin: [
    () => c.forecastsWithin(within, [0, 1], { draws: 0, seed: 0 }),
    () => c.forecastsWithin(within, [0, 1], { draws: 10, seed: Number.NaN }),
    () => c.forecastsWithin(within, [0, 9], { draws: 10, seed: 0 }),
  ],
  placeScores: [() => c.placeScores([])],
  levelResults: [],
  simulateDecade: [() => c.simulateDecade(decade, -1, 0), () => c.simulateDecade(decade, 0, 0.5)],
  levelsOf: [
    () => c.levelsOf(fit.entries, [0], 2),
    () => c.levelsOf(fit.entries, fit.minimum.z, Number.NaN),
    () => c.levelsOf(fit.entries, fit.minimum.z, 2, []),
    () => fit.levels('rural_exti'),
  ],
}

const RUNS: Calls = {
  openRun: [
    () => store.openRun(join(folder, 'nothing')),
    () => run.reader.read(9, [name]),
    () => run.reader.read(0, ['urban_shair']),
    () => run.reader.read(0, ['failed']),
    () => run.reader.read(0, [name], { draws: 13 }),
    () => run.reader.read(0, [name], { draws: Number.NaN }),
    () => run.reader.read(0, [name], { into: [new Float64Array(5)] }),
  ],
  mergeRuns: [
    () => store.mergeRuns(join(folder, 'merged'), [], async () => ''),
    () => store.mergeRuns(join(folder, 'merged'), [at], async () => ''),
  ],
  queryRun: [() => store.queryRun(run, 'selct 1')],
  RunFolder: [
    () => new store.RunFolder(join(folder, 'fresh'), run.header, Number.NaN, 10),
    () => new store.RunFolder(join(folder, 'fresh'), run.header, 10, 0),
  ],
  verifyRun: [],
}

function problemsOf(problems: readonly { readonly code: string }[]): void {
  if (problems.length > 0) throw new CitywardError(any(problems))
}

it('is asked of every function', () => {
  const functions = Object.entries({ ...calibration, ...store }).flatMap(([name, value]) =>
    typeof value === 'function' ? name : [],
  )
  expect(Object.keys({ ...FITS, ...RUNS }).sort()).toEqual(functions.sort())
})

it.each(Object.entries(FITS))('%s', (_, calls) => {
  for (const call of calls) expect(call).toThrow(CitywardError)
})

it.each(Object.entries(RUNS))('%s', async (_, calls) => {
  for (const call of calls) await expect((async () => call())()).rejects.toThrow(CitywardError)
})

it('verifyRun finds no run where there is none', () => {
  const found = store.verifyRun(join(folder, 'nothing'))
  expect([found.run, found.finished]).toEqual([undefined, false])
})

afterAll(() => {
  expect(existsSync(join(folder, 'merged'))).toBe(false)
})
