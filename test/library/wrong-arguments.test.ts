/** Every function of the subpaths answers arguments that cannot be meant with a located error: no number, no hang. */
import { expect, it } from 'vitest'
import * as discovery from '../../src/library/discovery.js'
import * as distributions from '../../src/library/distributions.js'
import * as pictures from '../../src/library/pictures.js'
import * as sensitivity from '../../src/library/sensitivity.js'
import { CitywardError } from '../../src/vocabulary/problems.js'

const factors = ['x', 'y'].map((name) => ({ name, members: [name], dimensions: [name] }))
const inputs = ['x', 'y'].map((name) => ({
  name,
  values: Float64Array.from({ length: 40 }, (_, k) => (k * 7) % 40),
}))
const columns = inputs.map(({ values }) => values)
const short = new Float64Array(30)
const group = new Uint8Array(30)
const whole = Uint8Array.from({ length: 40 }, (_, k) => k % 2)
const limits = [{ name: 'x', above: 3, below: 2 }]
const box = { limits, coverage: 1, density: 1, mass: 1, draws: 1, hits: 1 }
const saltelli = { kind: 'saltelli', secondOrder: true, scrambles: 4, factors } as const
const morris = { kind: 'morris', levels: 4, factors } as const
const efast = { kind: 'efast', points: 20, harmonics: 4, factors } as const
const s = sensitivity
const d = discovery
// biome-ignore lint/suspicious/noExplicitAny: what a program without types may hand over
const any = (value: unknown) => value as any
const chance = (distribution: unknown) => ({
  uncertainties: [{ name: 'x', distribution: any(distribution) }],
  correlations: [],
  seed: 0,
  design: 'random' as const,
  draws: 8,
})
const unit = { x: { kind: 'uniform', low: 0, high: 1 }, y: { kind: 'uniform', low: 0, high: 1 } } as const
const statistic = (one: sensitivity.Statistic) => [() => one([columns[0], short]), () => one(columns)(short)]

const long = Float64Array.from({ length: 120 }, (_, k) => (k * 7) % 120)

/** Calls of each function, none of which can be meant. */
const CALLS: Readonly<Record<string, readonly (() => unknown)[]>> = {
  createAnalysis: [
    () => s.createAnalysis({ design: 'random', seed: 0, inputs: [] }, 'delta')(new Float64Array(19)),
    () => s.createAnalysis({ design: saltelli, seed: 0, inputs }, 'sobol')(new Float64Array(24)),
    () => s.createAnalysis({ design: morris, seed: 0, inputs }, 'morris')(new Float64Array(3)),
    () => s.createAnalysis({ design: 'random', seed: 0, inputs }, any('sobl')),
    () => s.createAnalysis({ design: 'random', seed: 0, inputs }, 'sobol'),
    () => s.createAnalysis({ design: 'random', seed: Number.NaN, inputs }, 'delta'),
    () => s.createAnalysis({ design: 'random', seed: 0, inputs }, 'delta')(short),
  ],
  sample: [
    () => s.sample(any('soboll'), unit, { N: 8 }),
    () => s.sample('saltelli', unit, { N: 0 }),
    () => s.sample('saltelli', unit, { N: 9 }),
    () => s.sample('random', {}, { N: 9 }),
    () => s.sample('random', { x: { kind: 'uniform', low: 2, high: 1 } }, { N: 9 }),
    () => s.sample('random', unit, { N: 9, seed: -1 }),
    () => s.sample('random', unit, { N: 9, secondOrder: true }),
    () => s.sample('random', unit, { N: 1e9 }),
    () => s.sample('morris', unit, { N: 9, candidates: 4 }),
    () => s.sample('efast', unit, { N: 9 }),
    () => s.sample('saltelli', unit, { N: 8, correlations: [{ between: ['x', 'y'], rank: 0.5 }] }),
  ],
  countDraws: [
    () => s.countDraws('saltelli', unit, { N: 1.5 }),
    () => s.countDraws(any('soboll'), unit, { N: 8 }),
  ],
  analyse: [
    () => s.analyse(any('sobl'), { x: columns[0] }, columns[0]),
    () => s.analyse('delta', {}, columns[0]),
    () => s.analyse('delta', { x: columns[0] }, short),
    () => s.analyse('delta', { x: columns[0] }, columns[0], { level: 95 }),
    () => s.analyse('delta', { x: columns[0] }, columns[0], { seed: Number.NaN }),
    () => s.analyse('sobol', { x: columns[0] }, columns[0]),
    () => s.analyse('morris', { x: [0, 1] }, [0, 1]),
    () => s.analyse('morris', { x: [0, 1] }, [0, 1], { bounds: { x: [1, 0] } }),
    () => s.analyse('efast', { x: columns[0] }, columns[0]),
    () => s.analyse('levels', { x: [1, 1] }, [0, 1]),
    () => s.analyse('sobol', s.sample('random', unit, { N: 8 }), new Float64Array(8)),
  ],
  study: [
    () => s.study(any('sobl'), () => 1, unit, { N: 8 }),
    () => s.study('sobol', () => 1, unit, { N: 8, level: 0 }),
  ],
  sobol: [() => s.sobol(() => 1, unit, { N: 7 }), () => s.sobol(({ x }) => x, unit, { N: 8 })],
  convergenceOf: [
    () => s.convergenceOf([], [], 'first'),
    () => s.convergenceOf([[any({ measures: {} })]], [1], 'first'),
  ],
  delta: statistic(s.delta),
  pawn: statistic(s.pawn),
  pawnWith: [() => s.pawnWith({ slices: 1 }), () => s.pawnWith({ slices: Number.NaN })],
  twoSampleStatistics: [
    () => s.twoSampleStatistics(inputs, group),
    () => s.twoSampleStatistics(inputs, new Uint8Array(40)),
  ],
  rbdFast: statistic(s.rbdFast),
  regional: statistic(s.regional),
  regression: statistic(s.regression),
  shapleyEffects: [
    ...statistic(s.shapleyEffects),
    () => s.shapleyEffects(Array.from({ length: 9 }, () => short)),
  ],
  shapleyOfLines: statistic(s.shapleyOfLines),
  fromDraws: [
    () =>
      s.fromDraws(
        s.delta,
        inputs.map(({ name, values }) => ({ name, values: values.subarray(0, 19) })),
        columns[0].subarray(0, 19),
      ),
    () => s.fromDraws(s.delta, inputs, short),
    () => s.fromDraws(s.delta, inputs, columns[0], { seed: -1 }),
  ],
  carriedByLines: [() => s.carriedByLines(columns, short)],
  elementaryEffects: [
    () => s.elementaryEffects(morris, 0, new Float64Array(4)),
    () => s.elementaryEffects(morris, 0.5, new Float64Array(3)),
    () => s.elementaryEffects(morris, 0, new Float64Array(6), 3),
    () => s.elementaryEffects(morris, 0, new Float64Array(6), 0),
  ],
  fastIndices: [
    () => s.fastIndices(efast, new Float64Array(40)),
    () => s.fastIndices({ ...efast, points: 65 }, new Float64Array(40)),
    () => s.fastIndices({ ...efast, points: 65 }, new Float64Array(130), 2),
    () => s.fastIndices({ ...efast, points: 65 }, new Float64Array(130), 0),
  ],
  dgsm: [
    () => s.dgsm(() => 1, unit, { N: 0 }),
    () => s.dgsm(() => 1, unit, { N: 8, seed: -1 }),
    () => s.dgsm(() => 1, unit, { N: 8, level: 95 }),
    () => s.dgsm(() => 1, unit, { N: 8, step: Number.NaN }),
    () => s.dgsm(() => 1, { x: { kind: 'fixed', value: 1 } }, { N: 8 }),
    () => s.dgsm(() => 1, { x: { kind: 'poisson', mean: 9 } }, { N: 8 }),
    () => s.dgsm(() => 1, { x: { kind: 'discrete', values: [1, 2, 3], odds: [0.3, 0.3, 0.4] } }, { N: 8 }),
  ],
  rareOdds: [
    () => s.rareOdds(() => 1, unit, { threshold: Number.NaN }),
    () => s.rareOdds(() => 1, unit, { threshold: 2, N: 105 }),
    () => s.rareOdds(() => 1, {}, { threshold: 2 }),
    () => s.rareOdds(() => 1, unit, { threshold: 2, side: any('over') }),
  ],
  centredDiscrepancy: [
    () => s.centredDiscrepancy([]),
    () => s.centredDiscrepancy([[]]),
    () => s.centredDiscrepancy([[0.1, 0.2], [0.1]]),
    () => s.centredDiscrepancy([[0.1, 1.2]]),
    () => s.centredDiscrepancy([[Number.NaN]]),
  ],
  interactionEffects: [
    () => s.interactionEffects({ kind: 'factorial', at: [0.1, 0.9], factors }, short),
    () => s.interactionEffects({ kind: 'factorial', at: [0.1, 0.5, 0.9], factors }, new Float64Array(9)),
    () => s.interactionEffects({ kind: 'one_at_a_time', at: [0.1, 0.9], factors }, new Float64Array(5)),
  ],
  quantile: [
    () => distributions.quantile(any({ kind: 'weibul', shape: 1, scale: 1 }), 0.5),
    () => distributions.quantile({ kind: 'weibull', shape: -1, scale: 1 }, 0.5),
    () => distributions.quantile({ kind: 'student', df: 0, location: 0, scale: 1 }, 0.5),
    () => distributions.quantile({ kind: 'cauchy', location: Number.NaN, scale: 1 }, 0.5),
    () => distributions.quantile({ kind: 'loguniform', low: 0, high: 1 }, 0.5),
    () => distributions.quantile({ kind: 'loguniform', low: 2, high: 1 }, 0.5),
    () => distributions.quantile({ kind: 'binomial', trials: 2.5, odds: 0.5 }, 0.5),
    () => distributions.quantile({ kind: 'geometric', odds: 1 }, 0.5),
    () => distributions.quantile({ kind: 'poisson', mean: 0 }, 0.5),
    () => distributions.quantile({ kind: 'poisson', mean: 1e9 }, 0.75),
    () => distributions.quantile({ kind: 'gamma', shape: 1e9, scale: 1 }, 0.75),
    () => distributions.quantile({ kind: 'student', df: 1e10, location: 0, scale: 1 }, 0.75),
    () => distributions.quantile({ kind: 'negative_binomial', successes: 2, odds: 1e-12 }, 0.5),
    () => distributions.quantile({ kind: 'poisson', mean: 3 }, 1),
    () => distributions.quantile({ kind: 'poisson', mean: 3 }, Number.NaN),
    () =>
      distributions.quantile({ kind: 'truncated', of: { kind: 'poisson', mean: 3 }, low: -2, high: -1 }, 0.5),
  ],
  cdf: [
    () => distributions.cdf({ kind: 'normal', mean: 0, sd: -1 }, 0),
    () => distributions.cdf({ kind: 'normal', mean: 0, sd: 1 }, Number.NaN),
  ],
  moments: [() => distributions.moments({ kind: 'gumbel', location: 0, scale: 0 })],
  wilson: [() => distributions.wilson(3, 2), () => distributions.wilson(1, 2, 95)],
  clopperPearsonInterval: [
    () => distributions.clopperPearsonInterval(0.5, 2),
    () => distributions.clopperPearsonInterval(-1, 2),
    () => distributions.clopperPearsonInterval(1, 2, Number.NaN),
  ],
  levelEffects: [() => s.levelEffects({ kind: 'one_at_a_time', at: [0.1, 0.9], factors }, short)],
  sobolIndices: [
    () => s.sobolIndices(saltelli, short),
    () => s.sobolIndices(saltelli, new Float64Array(24), any('janson')),
    () => s.sobolIndices(saltelli, new Float64Array(24), 'balanced', 2),
    () => s.sobolIndices(saltelli, new Float64Array(24), 'balanced', Number.NaN),
    () => s.sobolIndices({ ...saltelli, secondOrder: false }, new Float64Array(16), 'balanced'),
  ],
  failedDraws: [() => s.failedDraws(inputs, short)],
  regionalSensitivity: [() => s.regionalSensitivity(inputs, group)],
  coalitionsOf: [() => s.coalitionsOf({ players: 60 })],
  shapleyValues: [() => s.shapleyValues({ players: -1 }, () => [0])],
  drawOrders: [() => s.drawOrders(['x'], 1, Number.NaN)],
  createDesign: [
    () => s.createDesign({ design: any('sobl'), seed: 0, names: ['x'], draws: 8 }),
    () => s.createDesign({ design: 'random', seed: 2 ** 60, names: ['x'], draws: 8 }),
    () => s.createDesign({ design: 'random', seed: 0, names: ['x'], draws: Number.NaN }),
    () => s.createDesign({ design: 'random', seed: 0, names: ['x'], draws: 8 })('y'),
    () => s.createDesign({ design: efast, seed: 0, names: ['x'], draws: 8 })('x'),
  ],
  wholeDraws: [() => s.wholeDraws('random', Number.NaN)],
  isSample: [() => s.isSample(any('sobl'))],
  factorsOf: [() => s.factorsOf(chance({ kind: 'fixed', value: 1 }).uncertainties, [], { a: ['nobody'] })],
  resolveDesign: [
    () => s.resolveDesign({ ...chance({ kind: 'fixed', value: 1 }), kind: any('sobl'), options: {} }),
  ],
  createSampler: [
    () => s.createSampler(chance({ kind: 'unifrom', low: 0, high: 1 })),
    () => s.createSampler(chance({ kind: 'uniform', low: 1, high: 0 })),
    () => s.createSampler(chance({ kind: 'normal', mean: 0, sd: -1 })),
    () => s.createSampler(chance({ kind: 'triangular', low: 0, mode: 2, high: 1 })),
    () => s.createSampler(chance({ kind: 'discrete', values: [1, 2], odds: [1] })),
    () => s.createSampler({ ...chance({ kind: 'uniform', low: 0, high: 1 }), seed: -1 }),
  ],
  decompose: [
    () => s.decompose(inputs, short),
    () => s.decompose(inputs, Float64Array.from(whole)),
    () =>
      s.decompose(
        inputs.map(({ name }) => ({ name, values: new Float64Array(200) })),
        new Float64Array(200),
      ),
    () => s.decompose(inputs, short, { by: ['z'] }),
    () => s.decompose(inputs, short, { by: any('x') }),
    () => s.decompose([{ name: 'x', values: long }], long.with(0, Infinity)),
    () => s.decompose(inputs, short, { bars: 0 }),
  ],
  insideOf: [() => d.insideOf(limits, inputs), () => d.insideOf([{ name: 'z', above: 1 }], inputs)],
  measureBox: [() => d.measureBox([], inputs, group)],
  cart: [
    () => d.cart(inputs, group),
    () => d.cart(inputs, whole, { mass: 0.6 }),
    () => d.cart(inputs, whole, { mass: -0.1 }),
    () => d.cart(inputs, whole, { depth: 0.5 }),
    () => d.cart(inputs, whole, { depth: 0 }),
  ],
  classificationTree: [
    () => d.classificationTree(inputs, group),
    () => d.classificationTree(inputs, whole, { mass: 0.6 }),
    () => d.classificationTree(inputs, whole, { depth: 0 }),
  ],
  chooseBox: [() => d.chooseBox([]), () => d.chooseBox([box], 1.5), () => d.chooseBox([box], Number.NaN)],
  quasiP: [() => d.quasiP(box, inputs, group)],
  withNeededLimits: [() => d.withNeededLimits({ ...box, limits: [...limits, ...limits] }, inputs, group)],
  discover: [
    () => d.discover(inputs, group),
    () => d.discover(inputs, new Uint8Array(40).fill(2)),
    () => d.discover(inputs, whole, { density: 80 }),
    () => d.discover(inputs, whole, { boxes: 0 }),
    () => d.discover(inputs, whole, { seed: -1 }),
    () => d.discover(inputs, whole, { slice: 0 }),
  ],
  discoverMean: [
    () => d.discoverMean(inputs, short),
    () => d.discoverMean(inputs, columns[0]),
    () => d.discoverMean(inputs, columns[0], { side: any('up') }),
    () => d.discoverMean(inputs, columns[0], { seed: -1 }),
    () => d.discoverMean(inputs, columns[0], { mass: 5 }),
    () => d.discoverMean(inputs, columns[0], { categories: ['z'] }),
    () =>
      d.discoverMean(
        inputs.map(({ name }) => ({ name, values: long })),
        new Float64Array(120),
      ),
  ],
  paste: [() => d.paste(box, inputs, group), () => d.paste(box, inputs, whole, 5)],
  peel: [
    () => d.peel(inputs, group),
    () => d.peel(inputs, whole, { slice: 5 }),
    () => d.peel(inputs, whole, { slice: Number.NaN }),
    () => d.peel(inputs, whole, { mass: 0 }),
    () => d.peel(inputs, whole, { mass: 5 }),
    () => d.peel(inputs, whole, { inputs: 0 }),
    () => d.peel(inputs, whole, { ties: any('less') }),
    () => d.peel(inputs, whole, { objective: any('lenient') }),
    () => d.peel(inputs, whole, { categories: ['z'] }),
  ],
}

it('is asked of every function', () => {
  const functions = Object.entries({ ...sensitivity, ...discovery, ...distributions }).flatMap(
    ([name, value]) => (typeof value === 'function' ? name : []),
  )
  expect(Object.keys(CALLS).sort()).toEqual(functions.sort())
})

it.each(Object.entries(CALLS))('%s', (_, calls) => {
  for (const call of calls) expect(call).toThrow(CitywardError)
})

const found = s.analyse('delta', { x: columns[0], y: columns[1] }, columns[0])
const kinds = s.decompose([{ name: 'x', values: long }], long)
const drawn = (more: object) => any({ title: 'x', form: 'svg', ...more })

/** The same of functions that answer later. */
const PICTURES: Readonly<Record<string, readonly (() => Promise<unknown>)[]>> = {
  drawAnalysis: [
    () => pictures.drawAnalysis(found, drawn({ form: 'pdf' })),
    () => pictures.drawAnalysis(found, drawn({ chart: 'plane' })),
    () => pictures.drawAnalysis(found, drawn({ language: 'fr' })),
    () => pictures.drawAnalysis(found, drawn({ level: 95 })),
    () => pictures.drawAnalysis(s.analyse('delta', { x: columns[0] }, new Float64Array(40)), drawn({})),
  ],
  drawDecomposition: [
    () => pictures.drawDecomposition(kinds, drawn({ form: 'gif' })),
    () => pictures.drawDecomposition(kinds, drawn({ chart: 'bars' })),
  ],
  drawTree: [
    () => pictures.drawTree(d.classificationTree(inputs, whole), drawn({ form: 'gif' })),
    () => pictures.drawTree(d.classificationTree(inputs, whole), drawn({ chart: 'box' })),
  ],
  drawDiscovery: [
    () => pictures.drawDiscovery(inputs, group, d.discover(inputs, whole), drawn({})),
    () => pictures.drawDiscovery(inputs, whole, d.discover(inputs, whole), drawn({ form: 'gif' })),
  ],
}

it('is asked of every picture', () => {
  expect(Object.keys(PICTURES).sort()).toEqual(Object.keys(pictures).sort())
})

it.each(Object.entries(PICTURES))('%s', async (_, calls) => {
  for (const call of calls) await expect(call()).rejects.toThrow(CitywardError)
})

it.each([Number.NaN, Number.POSITIVE_INFINITY])(
  'an input of %s is refused by all that sort, cut or draw lines',
  (bad) => {
    const holed = inputs.map(({ name, values }) => ({ name, values: values.with(3, bad) }))
    const own = holed.map(({ values }) => values)
    const full = Float64Array.from({ length: 40 }, (_, k) => k)
    const methods = [s.delta, s.pawn, s.pawnWith(), s.rbdFast, s.regression]
    const calls = [
      ...methods.flatMap((method) => [() => method(own), () => s.fromDraws(method, holed, full)]),
      () => s.createAnalysis({ design: 'random', seed: 0, inputs: holed }, 'delta')(full),
      () => s.carriedByLines(own, full),
      () => s.regionalSensitivity(holed, whole),
      () => s.twoSampleStatistics(holed, whole),
      () => d.cart(holed, whole),
      () => d.discover(holed, whole),
      () => d.peel(holed, whole),
      () => d.paste(box, holed, whole),
    ]
    for (const call of calls) expect(call).toThrow(new RegExp(`inputs\\.[x0]\\n {2}Found ${bad}`))
  },
)

it('an outcome that is missing is left out by `fromDraws`, and refused by a method alone', () => {
  const outcome = Float64Array.from({ length: 40 }, (_, k) => k).with(5, Number.NaN)
  expect(s.fromDraws(s.delta, inputs, outcome).failed).toBe(1)
  for (const method of [s.delta, s.pawn, s.rbdFast, s.regression])
    expect(() => method(columns)(outcome)).toThrow(/NaN for draw 5/)
})
