/** Functions on plans and run folders of the main entry, and tables of a plan: what cannot be meant is a located error, and nothing hangs. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as c from '../../src/index.js'
import { demographicTable } from '../../src/library/demography.js'
import { temporary } from '../commands/cityward.js'

// biome-ignore lint/suspicious/noExplicitAny: what a program without types may hand over
const any = (value: unknown) => value as any
const FILE = 'fixtures/cases/tiny.yaml'
const folder = temporary()
const { plan, dataset, scenario } = c.loadPlan(FILE)
const oversight = { signal: new AbortController().signal, onProgress: undefined }
const sink = () => undefined
const simulate = (more: object) => () =>
  c.simulate(plan, dataset, { folder: join(folder, 'run'), draws: 5, ...more })
const run = (more: object) => () => c.runPlan(plan, { draws: 4, threads: 0, sink, ...more })
const enough = (more: object) => () =>
  c.findEnough(plan, scenario, { policy: 1, wanted: 0.8, draws: 20, budget: 0, ...more }, oversight)
const [draws, outcomes] = [new Float64Array(2), new Float64Array(plan.outcomes.length)]

const CALLS: Readonly<Record<string, readonly (() => unknown)[]>> = {
  loadPlan: [
    () => c.loadPlan('nothing.yaml'),
    () => c.loadPlan(FILE, { draws: -1 }),
    () => c.loadPlan(FILE, { draws: 1.5 }),
    () => c.loadPlan(FILE, { seed: Number.NaN }),
    () => c.loadPlan(FILE, { design: any({ kind: 'sobl', options: {} }) }),
  ],
  loadDataset: [() => c.loadDataset('nothing')],
  // said as problems and not thrown, so that a command can say all of them
  loadScenario: [() => thrown(c.loadScenario('nothing.yaml').problems)],
  compilePlan: [
    () =>
      thrown(
        c.compilePlan({ ...scenario, years: { from: 2023, to: 2020 } }, dataset, () => ({ file: '' }), '')
          .problems,
      ),
  ],
  choosePolicies: [() => c.choosePolicies(plan, ['nobody'], FILE)],
  simulate: [
    { draws: 0 },
    { draws: Number.NaN },
    { draws: 1.5 },
    { threads: -1 },
    { batchSize: 0 },
    { engine: 'fast' },
    { until: Number.NaN },
    { until: 5 },
    { shard: { index: 3, count: 2 } },
    { patience: -1 },
    { patience: Number.NaN },
  ].map(simulate),
  runPlan: [
    { draws: 0 },
    { draws: Number.NaN },
    { threads: 0.5 },
    { batchSize: 0 },
    { partDraws: 0 },
    { engine: 'fast' },
    { patience: 0 },
  ].map(run),
  simulateInMemory: [
    () => c.simulateInMemory(plan, { draws: 0 }),
    () => c.simulateInMemory(plan, { draws: 3, levers: { nobody: 1 } }),
    () => c.simulateInMemory(plan, { draws: 3, levers: { schools: Number.NaN } }),
    () => c.simulateInMemory(plan, { draws: 3, policies: ['nobody'] }),
    () => c.simulateInMemory(plan, { draws: 3, policies: [] }),
    () => c.simulateInMemory(plan, { draws: 3, engine: any('fast') }),
    () => c.simulateInMemory(plan, { draws: 3, threads: -1 }),
  ],
  reopenRun: [() => c.reopenRun(join(folder, 'nothing'))],
  createTrajectory: [
    () => c.createTrajectory(plan, Number.NaN),
    () => c.createTrajectory(plan, 5).simulate(9, draws, outcomes),
    () => c.createTrajectory(plan, 5).simulate(0, draws.subarray(1), outcomes),
    () => c.createTrajectory(plan, 5).simulate(0, draws, outcomes.subarray(1)),
  ],
  explainSlot: [() => c.explainSlot(any({ plan }), 99_999, 1), () => c.explainSlot(any({ plan }), -1, 1)],
  findEnough: [{ policy: 9 }, { wanted: 80 }, { draws: 5 }, { draws: Number.NaN }, { budget: -1 }].map(
    enough,
  ),
  diffScenarios: [
    () => c.diffScenarios('nothing.yaml', FILE),
    () => c.diffScenarios(FILE, FILE, { policy: 'nobody' }),
    () => c.diffScenarios(FILE, FILE, { target: 'nobody' }),
    () => c.diffScenarios(FILE, FILE, { draws: 3 }),
  ],
  demographicTable: [
    () => demographicTable(plan, dataset, any('flowz')),
    () => demographicTable(plan, dataset, 'flows', 'nobody'),
  ],
  peakYears: [
    () => c.peakYears([2021], [[1]]),
    () => c.peakYears([2021, 2022], [[1, 2], [1]]),
    () => c.peakYears([2021, 2022], [[1], [2]], any('top')),
  ],
  peakOdds: [
    () =>
      c.peakOdds(any({ folder, header: { design: 'morris', years: [] } }), {
        policy: 0,
        indicator: 'x',
        place: '1',
      }),
  ],
  arrowTable: [() => c.arrowTable(any({}), { draws: 1, inputs: {}, policies: {} })],
  // of what these take all is made by the others: a plan, a header, a summary, an error
  hubRows: [],
  splitQuota: [],
  compareSummaries: [],
  serviceNeeds: [],
  summarise: [],
  summaryOf: [],
  growthLine: [],
  headerOf: [],
  slotAt: [],
  slotOf: [],
  keyText: [],
  faultText: [],
  formatProblem: [],
  formatWarning: [],
  CitywardError: [],
  NotWholeError: [],
  scenarioJsonSchema: [],
}

function thrown(problems: readonly c.Problem[]): void {
  if (problems.length > 0) throw new c.CitywardError(problems)
}

it.each(Object.entries(CALLS).filter(([, calls]) => calls.length > 0))('%s', async (_, calls) => {
  for (const call of calls) await expect((async () => call())()).rejects.toThrow(c.CitywardError)
})

it('leaves no folder behind', () => {
  expect(readdirSync(folder)).toEqual([])
})
