/** Where urban growth came from: year by year as a waterfall, and by city over all years. */
import type { Summary } from '../../analysis/summary.js'
import type { GrowthPart, UrbanGrowth } from '../../results/projection.js'
import { placeName } from '../tables/headline.js'
import { GROWTH_TITLES } from '../words/people.js'
import { inner, legendOf, type Size } from './kit.js'
import { label } from './labels.js'
import type { ChartSpec } from './render.js'
import { type Colour, colour, TYPE } from './theme.js'

const PARTS = ['withinCity', 'natural', 'beyondCity', 'reclassified'] as const
const FILL: Record<GrowthPart, Colour> = {
  withinCity: 'registered',
  natural: 'reclassified',
  beyondCity: 'migrant',
  reclassified: 'rural',
}
const ENTRIES = PARTS.map((part) => ({ title: GROWTH_TITLES[part], colour: FILL[part] }))
const HEIGHT = 240
/** Most steps that have room for a bar each; a longer horizon is shown in fewer, longer steps. */
const MOST_STEPS = { wide: 5, narrow: 3 } as const

/** The region: each part of each step upon what came before, thousand people since the base year. */
export function growthWaterfall(growth: readonly UrbanGrowth[], size: Size): ChartSpec {
  const steps = joined(growth, MOST_STEPS[size])
  let level = 0
  const bars = steps.flatMap((step, at) =>
    PARTS.map((part, place) => {
      const from = level
      level += step[part] / 1000
      return {
        at: at * (PARTS.length + 1) + place,
        from,
        to: level,
        part: label(GROWTH_TITLES[part]),
        text: rounded(step[part]),
        top: Math.max(from, level),
      }
    }),
  )
  const count = steps.length * (PARTS.length + 1)
  const total = { at: count, from: 0, to: level, top: level, text: rounded(level * 1000) }
  const width = inner(size, 58)
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [-0.7, count + 0.7], nice: false },
    axis: null,
  })
  const bar = (width / (count + 1.4)) * 0.82
  const y = {
    field: 'from',
    type: 'quantitative' as const,
    scale: { nice: true },
    axis: { title: null, grid: true, tickCount: 5, format: ',~f' },
  }
  const text = (values: readonly object[]) => ({
    data: { values: [...values] },
    mark: { type: 'text' as const, baseline: 'bottom' as const, dy: -3, fontSize: TYPE.label },
    encoding: { x: x('at'), y: { field: 'top', type: 'quantitative' as const }, text: { field: 'text' } },
  })
  const marks = [
    ...steps.map((step, at) => ({ at: at * (PARTS.length + 1) + (PARTS.length - 1) / 2, text: step.name })),
    { at: count, text: label({ en: 'all', zh: '合计' }) },
  ]
  return {
    width,
    height: HEIGHT,
    layer: [
      {
        data: { values: bars },
        mark: { type: 'bar', size: bar },
        encoding: {
          x: x('at'),
          y,
          y2: { field: 'to' },
          color: { field: 'part', type: 'nominal', ...legendOf(ENTRIES, size, 2) },
        },
      },
      {
        data: { values: [total] },
        mark: { type: 'bar', size: bar, color: colour('beside') },
        encoding: { x: x('at'), y, y2: { field: 'to' } },
      },
      text(size === 'wide' ? [...bars, total] : [total]),
      {
        data: { values: marks },
        mark: { type: 'text', baseline: 'top', fontSize: TYPE.label, color: colour('quiet') },
        encoding: { x: x('at'), y: { value: HEIGHT + 8 }, text: { field: 'text' } },
      },
    ],
  }
}

interface Step extends Record<GrowthPart, number> {
  readonly name: string
}

/** Steps of as many years as it takes for no more than `most` of them. */
function joined(growth: readonly UrbanGrowth[], most: number): Step[] {
  const years = Math.ceil(growth.length / most)
  const steps: Step[] = []
  for (let first = 0; first < growth.length; first += years) {
    const own = growth.slice(first, first + years)
    const [from, to] = [own[0].year, own.at(-1)!.year]
    const sum = (part: GrowthPart) => own.reduce((total, one) => total + one[part], 0)
    steps.push({
      name: from === to ? String(to) : `${from}–${String(to).slice(2)}`,
      withinCity: sum('withinCity'),
      natural: sum('natural'),
      beyondCity: sum('beyondCity'),
      reclassified: sum('reclassified'),
    })
  }
  return steps
}

/** Thousands with their sign. */
function rounded(people: number): string {
  const value = Math.round(people / 1000)
  return value > 0 ? `+${value.toLocaleString('en')}` : value.toLocaleString('en')
}

/** Every city: the parts over all years beside each other, thousand people. */
export function growthByCity(summary: Summary, inAll: readonly UrbanGrowth[], size: Size): ChartSpec {
  const region = summary.map[0].code
  const values = inAll
    .filter(({ code }) => code !== region)
    .flatMap((row) =>
      PARTS.map((part, order) => ({
        city: label(placeName(summary, row.code)),
        part: label(GROWTH_TITLES[part]),
        order,
        people: row[part] / 1000,
      })),
    )
  return {
    width: inner(size, 116),
    height: { step: 20 },
    data: { values },
    mark: { type: 'bar' },
    encoding: {
      y: {
        field: 'city',
        type: 'nominal',
        sort: null,
        axis: { title: null, ticks: false, labelColor: colour('ink') },
      },
      x: {
        field: 'people',
        type: 'quantitative',
        axis: { title: null, grid: true, tickCount: 5, format: ',~f' },
      },
      color: { field: 'part', type: 'nominal', ...legendOf(ENTRIES, size, 2) },
      order: { field: 'order', type: 'quantitative' },
    },
  }
}
