/** A call that can be meant of every function of the subpaths on plain numbers, from which calls are made that cannot. */
import * as calibration from '../../src/library/calibration.js'
import * as demography from '../../src/library/demography.js'
import * as discovery from '../../src/library/discovery.js'
import * as distributions from '../../src/library/distributions.js'
import * as sensitivity from '../../src/library/sensitivity.js'

const s = sensitivity
const d = discovery

// biome-ignore lint/suspicious/noExplicitAny: what a program without types may hand over
type Any = any
/** A function, and arguments that it takes. */
export type Call = readonly [of: (...given: Any[]) => unknown, given: readonly unknown[]]

const DRAWS = 40
const column = (by: number, draws = DRAWS) =>
  Float64Array.from({ length: draws }, (_, k) => ((k * by) % draws) / draws)
const columns = [column(7), column(11)]
const inputs = ['x', 'y'].map((name, k) => ({ name, values: columns[k] }))
const group = Uint8Array.from(columns[0], (value) => (value > 0.5 ? 1 : 0))
const factors = ['x', 'y'].map((name) => ({ name, members: [name], dimensions: [name] }))
const unit = { kind: 'uniform', low: 0, high: 1 }
const inputsOf = { x: unit, y: unit }
const uncertainties = ['x', 'y'].map((name) => ({ name, distribution: unit }))
const correlations = [{ between: ['x', 'y'], rank: 0.5 }]
const model = ({ x, y }: { x: number; y: number }) => x + y
const box = {
  limits: [{ name: 'x', above: 0.2 }],
  coverage: 0.5,
  density: 0.6,
  mass: 0.7,
  draws: 30,
  hits: 15,
}
const saltelli = { kind: 'saltelli', secondOrder: true, scrambles: 4, factors }
const morris = { kind: 'morris', levels: 4, factors }
const efast = { kind: 'efast', points: 65, harmonics: 4, factors }
const factorial = { kind: 'factorial', at: [0.1, 0.9], factors }
const tornado = { kind: 'one_at_a_time', at: [0.1, 0.9], factors }
const statistic = (of: sensitivity.Statistic, outcome = column(3)): Call[] => [
  [(of_: Float64Array[], one: Float64Array) => of(of_)(one), [columns, outcome]],
]
const layout = (design: unknown): Call => [
  (request: Any, name: string, draw: number) => s.createDesign(request)(name)(draw),
  [{ design, seed: 0, names: ['x', 'y'], draws: 8 }, 'x', 3],
]
const first = { value: 0.5, low: 0.4, high: 0.6 }
const indices = [{ name: 'x', measures: { first } }]
const of = (distribution: unknown): Call => [distributions.quantile, [distribution, 0.3]]

const REGIONS = {
  step: 5,
  deaths: [
    [0.01, 0.02],
    [0.1, 0.2],
  ],
  moves: [0, 1].map(() => [
    [0, 0.01],
    [0.02, 0],
  ]),
}
const FLOWS = [
  [0, 5, 3],
  [4, 0, 2],
  [6, 1, 0],
]

export const CALLS: Readonly<Record<string, readonly Call[]>> = {
  createAnalysis: [
    [
      (sample: Any, method: Any, level: number, outcome: Float64Array) =>
        s.createAnalysis(sample, method, level)(outcome),
      [{ design: 'random', seed: 0, inputs }, 'delta', 0.9, column(3)],
    ],
  ],
  sample: [
    [s.sample, ['saltelli', inputsOf, { N: 8, seed: 1, secondOrder: true }]],
    [s.sample, ['plain_sobol', inputsOf, { N: 8 }]],
  ],
  countDraws: [[s.countDraws, ['morris', inputsOf, { N: 8 }]]],
  analyse: [
    [s.analyse, ['delta', { x: columns[0], y: columns[1] }, column(3), { level: 0.9, seed: 1 }]],
    [s.analyse, ['morris', { x: [0, 1, 1], y: [0, 0, 1] }, [1, 2, 3], { bounds: { x: [0, 1], y: [0, 1] } }]],
  ],
  study: [[s.study, ['rbd_fast', model, inputsOf, { N: 64, seed: 0, level: 0.9 }]]],
  sobol: [[s.sobol, [model, inputsOf, { N: 64, seed: 0, level: 0.9, secondOrder: true }]]],
  dgsm: [[s.dgsm, [model, inputsOf, { N: 16, seed: 0, level: 0.9, step: 0.01 }]]],
  rareOdds: [
    [s.rareOdds, [model, inputsOf, { threshold: 1.8, N: 100, repetitions: 2, seed: 1, level: 0.9 }]],
  ],
  centredDiscrepancy: [[s.centredDiscrepancy, [columns]]],
  decompose: [
    [s.decompose, [[{ name: 'x', values: column(7, 120) }], column(3, 120), { by: ['x'], bars: 5 }]],
  ],
  delta: statistic(s.delta),
  pawn: statistic(s.pawn),
  pawnWith: [[(options: Any) => s.pawnWith(options)(columns)(column(3)), [{ slices: 5 }]]],
  twoSampleStatistics: [[s.twoSampleStatistics, [inputs, group]]],
  rbdFast: statistic(s.rbdFast),
  regional: statistic(s.regional, Float64Array.from(group)),
  regression: statistic(s.regression),
  shapleyEffects: statistic(s.shapleyEffects),
  shapleyOfLines: statistic(s.shapleyOfLines),
  fromDraws: [
    [
      (...given: Any[]) => s.fromDraws(s.delta, given[0], given[1], given[2]),
      [inputs, column(3), { seed: 1, level: 0.9 }],
    ],
  ],
  carriedByLines: [[s.carriedByLines, [columns, column(3)]]],
  elementaryEffects: [[s.elementaryEffects, [morris, 0, column(5, 6), 1]]],
  fastIndices: [[s.fastIndices, [efast, column(7, 260), 2]]],
  interactionEffects: [[s.interactionEffects, [factorial, column(3, 4)]]],
  levelEffects: [[s.levelEffects, [tornado, column(3, 5)]]],
  sobolIndices: [[s.sobolIndices, [saltelli, column(7, 48), 'balanced', 1]]],
  failedDraws: [[s.failedDraws, [inputs, columns[0].map((value, k) => (k % 9 ? value : Number.NaN))]]],
  regionalSensitivity: [[s.regionalSensitivity, [inputs, group]]],
  coalitionsOf: [[s.coalitionsOf, [{ players: 3 }]]],
  drawOrders: [[s.drawOrders, [['x', 'y'], 2, 1]]],
  shapleyValues: [[s.shapleyValues, [{ players: 2 }, (coalition: string) => [coalition.length]]]],
  createDesign: ['sobol', 'plain_halton', saltelli, morris, efast, factorial].map(layout),
  wholeDraws: [[s.wholeDraws, [saltelli, 10]]],
  isSample: [[s.isSample, [saltelli]]],
  factorsOf: [[s.factorsOf, [uncertainties, correlations, { both: ['x', 'y'] }]]],
  resolveDesign: [
    [
      s.resolveDesign,
      [{ kind: 'saltelli', options: { scrambles: 4 }, uncertainties, correlations: [], seed: 0, draws: 8 }],
    ],
  ],
  createSampler: [
    [
      (request: Any) => s.createSampler(request).fill(0, new Float64Array(2)),
      [{ uncertainties, correlations, seed: 0, design: 'random', draws: 8 }],
    ],
  ],
  convergenceOf: [[s.convergenceOf, [[indices, indices], [10, 20], 'first']]],
  insideOf: [[d.insideOf, [[{ name: 'x', above: 0.2, below: 0.8 }], inputs]]],
  measureBox: [[d.measureBox, [[{ name: 'x', above: 0.2, below: 0.8 }], inputs, group]]],
  cart: [[d.cart, [inputs, group, { mass: 0.1, depth: 2 }]]],
  classificationTree: [[d.classificationTree, [inputs, group, { mass: 0.1, depth: 2 }]]],
  chooseBox: [[d.chooseBox, [[box, box], 0.5]]],
  quasiP: [[d.quasiP, [box, inputs, group]]],
  withNeededLimits: [[d.withNeededLimits, [box, inputs, group]]],
  discover: [
    [d.discover, [inputs, group, { density: 0.7, boxes: 1, seed: 1, mass: 0.1, slice: 0.2, inputs: 1 }]],
  ],
  discoverMean: [
    [
      d.discoverMean,
      [
        [{ name: 'x', values: column(7, 120) }],
        column(3, 120),
        { side: 'low', mass: 0.2, slice: 0.1, inputs: 1, ties: 'more', seed: 1, categories: ['x'] },
      ],
    ],
  ],
  paste: [[d.paste, [box, inputs, group, 0.1]]],
  peel: [
    [
      d.peel,
      [
        inputs,
        group,
        { slice: 0.1, mass: 0.1, inputs: 2, ties: 'more', objective: 'original', categories: ['y'] },
      ],
    ],
  ],
  quantile: [
    of({ kind: 'metalog', probabilities: [0.1, 0.5, 0.9], values: [1, 2, 3], low: 0 }),
    of({ kind: 'discrete', values: [1, 2], odds: [0.5, 0.5] }),
    of({ kind: 'truncated', of: { kind: 'normal', mean: 0, sd: 1 }, low: 0, high: 1 }),
    of({ kind: 'quantiles', values: [1, 2] }),
    of({ kind: 'empirical', values: [1, 2] }),
    of({ kind: 'beta', alpha: 1, beta: 2, low: 0, high: 1 }),
    of({ kind: 'pert', low: 1, mode: 2, high: 3, weight: 4 }),
    of({ kind: 'lognormal', median: 1, sigma: 2 }),
    of({ kind: 'negative_binomial', successes: 2, odds: 0.5 }),
  ],
  cdf: [[distributions.cdf, [unit, 0.3]]],
  moments: [[distributions.moments, [unit]]],
  wilson: [[distributions.wilson, [3, 9, 0.9]]],
  clopperPearsonInterval: [[distributions.clopperPearsonInterval, [3, 9, 0.9]]],
  lifeTableFrom: [
    [
      demography.lifeTableFrom,
      [[0.02, 0.004, 0.001, 0.05], { sex: 'female', ages: [0, 1, 5, 60], a0: 'coale_demeny' }],
    ],
  ],
  migrationSchedule: [
    [
      demography.migrationSchedule,
      [{ a1: 0.02, alpha1: 0.1, a2: 0.06, alpha2: 0.1, mu2: 20, lambda2: 0.4, c: 0.003 }, 90, 1],
    ],
  ],
  multiregionalLifeTable: [[demography.multiregionalLifeTable, [REGIONS]]],
  multiregionalGrowth: [
    [demography.multiregionalGrowth, [{ ...REGIONS, fertility: REGIONS.deaths.map(() => [0.1, 0.2]) }]],
  ],
  fitFlows: [
    [
      demography.fitFlows,
      [FLOWS, { apart: FLOWS.map((row) => row.map((flow) => flow / 10)) }, { origins: 'apart' }],
    ],
  ],
  gradeProgression: [
    [
      demography.gradeProgression,
      [
        [
          [10, 9],
          [11, 9],
        ],
        { over: 'sums', pairs: 1 },
      ],
    ],
  ],
  leslie: [
    [demography.leslie, [{ survival: [0.9, 0.8, 0.7], fertility: [0, 1, 0.5], step: 5, femaleShare: 0.49 }]],
  ],
  stablePopulation: [
    [
      demography.stablePopulation,
      [
        [
          [1, 2],
          [1, 0],
        ],
        5,
      ],
    ],
  ],
  brassTable: [[demography.brassTable, [0.1, 1, [1, 0.9, 0.5]]]],
  fitBrass: [
    [
      demography.fitBrass,
      [
        [0.9, 0.8, 0.4],
        [0.95, 0.8, 0.5],
      ],
    ],
  ],
  fitProportionally: [
    [
      calibration.fitProportionally,
      [[1, 2, 3, 4], [{ groupOf: [0, 0, 1, 1], totals: [5, 6] }], { rounds: 10, within: 1e-6 }],
    ],
  ],
}

const WRONG_NUMBERS = [Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY, 1e12]

/** The argument with one thing in it wrong, wherever it stands: what is wrong, and the argument. */
export function* mutants(value: unknown, path = ''): Generator<readonly [what: string, argument: unknown]> {
  if (typeof value === 'number') {
    for (const wrong of WRONG_NUMBERS) yield [`${path} = ${wrong}`, wrong]
  } else if (typeof value === 'string') {
    yield [`${path} = nonsense`, 'nonsense']
  } else if (value instanceof Float64Array || value instanceof Uint8Array) {
    yield [`${path} too short`, value.slice(0, -1)]
    yield [`${path} empty`, value.slice(0, 0)]
    yield [`${path} with NaN`, value.map((one, at) => (at === 1 ? Number.NaN : one))]
    yield [`${path} of NaN alone`, value.map(() => Number.NaN)]
    yield [`${path} that never varies`, value.map(() => 1)]
  } else if (Array.isArray(value)) {
    yield [`${path} too short`, value.slice(0, -1)]
    yield [`${path} empty`, []]
    if (value.length > 0) yield [`${path} with the first twice`, [...value, value[0]]]
    for (const [at, one] of value.entries())
      for (const [what, wrong] of mutants(one, `${path}[${at}]`)) yield [what, value.with(at, wrong)]
  } else if (typeof value === 'object' && value !== null) {
    for (const [field, one] of Object.entries(value))
      for (const [what, wrong] of mutants(one, `${path}.${field}`)) yield [what, { ...value, [field]: wrong }]
  }
}
