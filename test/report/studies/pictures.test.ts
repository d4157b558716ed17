/** Pictures of studies: marks stand where the numbers say, in both languages, from the library. */
import { describe, expect, it } from 'vitest'
import { classificationTree } from '../../../src/analysis/discovery/cart.js'
import { discover } from '../../../src/analysis/discovery/discover.js'
import { analyse, sobol } from '../../../src/analysis/samples/analyse.js'
import { sample } from '../../../src/analysis/samples/sample.js'
import { decompose } from '../../../src/analysis/sensitivity/decomposition.js'
import { boxScatter } from '../../../src/report/charts/studies/box-scatter.js'
import { convergenceChart } from '../../../src/report/charts/studies/convergence.js'
import { indexBars } from '../../../src/report/charts/studies/index-bars.js'
import { kindColours, kindsHistogram } from '../../../src/report/charts/studies/kinds-histogram.js'
import { morrisPlane } from '../../../src/report/charts/studies/morris-plane.js'
import { pairHeat } from '../../../src/report/charts/studies/pair-heat.js'
import { tradeOffChart } from '../../../src/report/charts/studies/trade-off.js'
import { treeRows } from '../../../src/report/charts/studies/tree-rows.js'
import {
  drawAnalysis,
  drawDecomposition,
  drawDiscovery,
  drawTree,
} from '../../../src/report/studies/draw-study.js'
import { sensitivityFigures } from '../../../src/report/studies/sensitivity-figures.js'

const said = (text: string) => ({ en: text, zh: `${text}项` })
/** Data of every layer, in their order. */
// biome-ignore lint/suspicious/noExplicitAny: a specification is a tree of anything
const layersOf = (spec: any): any[][] => spec.layer.map((layer: any) => layer.data?.values ?? [])

describe('charts of studies', () => {
  it('draw a bar as long as its index, its part upon it, and its interval', () => {
    const bars = [
      { title: said('a'), main: { value: 0.5, low: 0.4, high: 0.8 }, part: { value: 0.3, low: 0, high: 1 } },
      { title: said('b'), main: { value: 0.2, low: Number.NaN, high: Number.NaN } },
    ]
    const spec = indexBars(bars, [said('whole'), said('alone')], 'wide')
    const [whole, parts, intervals] = layersOf(spec)
    const { width } = spec as { width: number }
    // the farthest end, 0.8, is the whole width
    expect(whole.map(({ left, right }) => [left, right / width])).toEqual([
      [0, 0.5 / 0.8],
      [0, 0.2 / 0.8],
    ])
    expect(parts.map(({ right }) => right / width)).toEqual([0.3 / 0.8])
    expect(intervals.map(({ low, high }) => [low / width, high / width])).toEqual([[0.4 / 0.8, 1]])
  })

  it('draw a negative index to the left of zero', () => {
    const bars = [{ title: said('a'), main: { value: -1, low: -1, high: 3 } }]
    const spec = indexBars(bars, [said('effect')], 'wide')
    const [[bar]] = layersOf(spec)
    const { width } = spec as { width: number }
    expect([bar.left / width, bar.right / width]).toEqual([0, 0.25])
  })

  it("draw Morris' plane with its lines through the origin", () => {
    const points = [
      { x: 10, y: 1, title: said('a') },
      { x: 2, y: 4, title: said('b') },
    ]
    const [lines] = layersOf(morrisPlane(points, points, 'person', 'wide'))
    for (const { x2, y2, text } of lines) expect(text).toBe(`sigma = ${Number((y2 / x2).toFixed(6))} mu*`)
    // the plane ends 6 per cent beyond the farthest point, in each direction
    expect(lines.map(({ x2 }) => Number(x2.toFixed(9)))).toEqual([10.6, 8.48, 4.24])
  })

  it('colour a pair by its share, and number it where it is no chance', () => {
    const fields = [0.005, 0.02, 0.05, 0.2, 0.3].map((share, k) => ({
      at: [0, k + 1] as const,
      share,
      certain: k > 1,
    }))
    const names = ['a', 'b', 'c', 'd', 'e', 'f'].map(said)
    const [drawn] = layersOf(pairHeat(names, fields, 'wide'))
    expect(drawn.map(({ step }) => step.split('\uE000')[0])).toEqual([
      'below 1 %',
      '1-3 %',
      '3-10 %',
      '10-25 %',
      '25 % and more',
    ])
    expect(drawn.map(({ text }) => text)).toEqual(['', '', '5', '20', '30'])
    expect(new Set(drawn.map(({ left }) => left))).toEqual(new Set([0]))
  })

  it('draw the box where its limits are, open sides to the edge', () => {
    const axis = (values: number[], limits = {}) => ({ title: said('x'), values, ...limits })
    const group = Uint8Array.from([1, 0, 0])
    const words = [said('missed'), said('reached')] as const
    const spec = boxScatter(
      [axis([0, 1, 2], { below: 1.5 }), axis([0, 10, 20], { above: 5, below: 15 })],
      group,
      words,
      'wide',
    )
    const [[box], points] = layersOf(spec)
    expect(box).toMatchObject({ right: 1.5, bottom: 5, top: 15 })
    expect(box.left).toBeLessThan(0)
    expect(points.map(({ x, y, one }) => [x, y, one])).toEqual([
      [1, 10, 0],
      [2, 20, 0],
      [0, 0, 1],
    ])
  })

  it('stack the kinds of futures in every bar of a histogram', () => {
    const kinds = [
      { title: said('low'), counts: [3, 1] },
      { title: said('high'), counts: [0, 4] },
    ]
    const { data } = kindsHistogram([0, 5, 10], kinds, 2, 'percent', 'wide') as { data: { values: object[] } }
    // of 8 futures: 3 in the first bar; 1 and 4 in the second
    expect(data.values).toMatchObject([
      { left: 0, right: 5, bottom: 0, top: 37.5 },
      { left: 5, right: 10, bottom: 0, top: 12.5 },
      { left: 5, right: 10, bottom: 12.5, top: 62.5 },
    ])
    // of three states of one input each a hue, of two inputs three shades of each
    expect(kindColours(3, 1)).toEqual(['lack4', 'beside', 'ours'])
    expect(new Set(kindColours(3, 3)).size).toBe(9)
    expect(kindColours(2, 4)).toHaveLength(8)
  })

  it('set a node of a tree in below the one that it is split from, as long as it has futures', () => {
    const node = (depth: number, draws: number, hits: number) => ({ title: said('n'), depth, draws, hits })
    const spec = treeRows(
      [node(0, 100, 40), node(1, 25, 25), node(1, 75, 15)],
      [said('in'), said('out')],
      'wide',
    )
    const [inQuestion, others, lines] = layersOf(spec)
    const room = (spec as { width: number }).width - 16
    expect(inQuestion.map(({ left, right }) => [left, (right - left) / room])).toEqual([
      [0, 0.4],
      [16, 0.25],
      [16, 0.15],
    ])
    expect(others.map(({ left, right }) => Number(((right - left) / room).toFixed(12)))).toEqual([
      0.6, 0, 0.6,
    ])
    // one line down, and one in to each of the two
    expect(lines.filter(({ left, right }) => left === right)).toHaveLength(1)
    expect(lines.filter(({ top, bottom }) => top === bottom)).toHaveLength(2)
  })

  it('draw coverage against density, and the way of an index over sizes', () => {
    const way = [
      { coverage: 1, density: 0.25, limits: 0 },
      { coverage: 0.5, density: 1, limits: 2 },
    ]
    const [line, , , chosen] = layersOf(tradeOffChart(way, [way[1]], 'wide'))
    expect(line.map(({ coverage, density }) => [coverage, density])).toEqual([
      [100, 25],
      [50, 100],
    ])
    expect(chosen).toMatchObject([{ coverage: 50, density: 100 }])
    const path = { title: said('a'), values: [10, 20, 15], low: 12, high: 18 }
    const [steps, interval] = layersOf(convergenceChart([path], [25, 50, 100], 'percent', 'narrow'))
    expect(steps.map(({ x, y }) => [x, y])).toEqual([
      [25, 10],
      [50, 20],
      [100, 15],
    ])
    expect(interval).toMatchObject([{ x: 100, low: 12, high: 18 }])
  })
})

describe('pictures from the library', () => {
  const unit = { kind: 'uniform', low: 0, high: 1 } as const
  const inputs = { pace: unit, births: unit }
  const model = ({ pace, births }: { pace: number; births: number }) => pace + 0.5 * births + pace * births

  it("are of Sobol' indices, pairs and sizes, in one language or on a page of both", async () => {
    const found = sobol(model, inputs, { N: 64, secondOrder: true })
    const draw = (more: object) => drawAnalysis(found, { title: said('Urban share'), form: 'svg', ...more })
    const [bars, pairs, sizes] = await Promise.all(
      ['bars', 'pairs', 'convergence'].map((chart) => draw({ chart })),
    )
    expect(bars).toContain('Urban share')
    expect(bars).toMatch(/pace: \d+ % \(\d+-\d+\)/)
    expect(pairs).toContain('1 pace')
    expect(sizes).toContain('draws')
    const chinese = String(await draw({ language: 'zh' }))
    expect(chinese).toContain('Urban share项')
    expect(chinese).toContain('95%区间')
    const page = String(await draw({ form: 'html' }))
    expect([...page.matchAll(/<figure id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'bars',
      'pairs',
      'convergence',
    ])
    for (const text of [bars, pairs, sizes, chinese, page]) expect(text).not.toMatch(/NaN|undefined|\[object/)
  })

  it("are of Morris' effects, in the unit of the outcome, and of given data", async () => {
    const rows = sample('morris', inputs, { N: 10 })
    const morris = analyse('morris', rows, rows.evaluate(model))
    const plane = await drawAnalysis(morris, { title: 'People', form: 'svg', unit: 'person' })
    expect(plane).toContain('sigma = 0.5 mu*')
    const draws = sample('sobol', inputs, { N: 128 })
    const given = analyse('regression', draws, draws.evaluate(model), { level: 0.9 })
    expect(await drawAnalysis(given, { title: 'People', form: 'svg', level: 0.9 })).toContain(
      '90 % intervals',
    )
  })

  it('are of kinds of futures, with the table of them on a page', async () => {
    const rows = sample('random', inputs, { N: 400 })
    const columns = rows.names.map((name) => ({ name, values: rows.columns[name] }))
    const found = decompose(columns, rows.evaluate(model), { by: ['pace', 'births'] })
    const options = { title: said('Urban share'), form: 'svg', unit: 'percent' } as const
    expect(await drawDecomposition(found, options)).toContain('middle, high')
    expect(await drawDecomposition(found, { ...options, language: 'zh' })).toContain('中、高')
    const page = String(await drawDecomposition(found, { ...options, form: 'html' }))
    expect(page).toContain('told apart by &quot;pace&quot;, then &quot;births&quot;')
    expect(page).not.toMatch(/NaN|undefined|\[object/)
  })

  it('name what leads and cannot stand in the plane, since a group has no sigma', () => {
    const at = (value: number) => ({ value, low: value, high: value })
    const result = {
      method: 'morris',
      main: 'mu_star',
      scale: 1,
      level: 0.95,
      draws: 40,
      pairs: [],
      indices: [
        { name: 'all moves', measures: { mu_star: at(3) } },
        { name: 'all works', measures: { mu_star: at(0.001) } },
        { name: 'births', measures: { mu_star: at(1), mu: at(1), sigma: at(0.5) } },
      ],
    } as const
    const [plane] = sensitivityFigures({ title: said('People'), unit: 'person', result, titleOf: said })
    expect(plane.caption.en).toContain(
      'Not drawn, since inputs that move together have no sigma, with their mu*: all moves 3; 1 next to none. ',
    )
    expect(plane.caption.zh).toContain('其 mu* 为：all moves项 3；另1组几乎为零。')
  })

  it('are of a box, and say where there is nothing to draw', async () => {
    const rows = sample('random', inputs, { N: 400 })
    const columns = rows.names.map((name) => ({ name, values: rows.columns[name] }))
    const group = Uint8Array.from(rows.columns.pace, (pace) => (pace > 0.7 ? 1 : 0))
    const found = discover(columns, group)
    const options = { title: 'Short of places', form: 'svg' } as const
    expect(await drawDiscovery(columns, group, found, options)).toMatch(/The box holds 3\d % of the futures/)
    expect(await drawDiscovery(columns, group, found, { ...options, chart: 'trade-off' })).toContain(
      'density',
    )
    const tree = classificationTree(columns, group)
    expect(tree).toMatchObject({ draws: 400, split: { name: 'pace' } })
    expect(await drawTree(tree, options)).toMatch(/pace above 0\.7: 100 % of 1\d\d/)
    expect(await drawTree(tree, { ...options, language: 'zh' })).toMatch(/pace低于0\.\d+：\d+个中0%/)
    const none = discover(columns, new Uint8Array(400))
    await expect(drawDiscovery(columns, new Uint8Array(400), none, options)).rejects.toThrow(
      'Found nothing to draw: the outcome never varies, or no box was found; expected a study with a finding.',
    )
    await expect(drawDiscovery(columns, group, found, { ...options, chart: 'fan' })).rejects.toThrow(
      'Found no chart "fan"',
    )
  })
})
