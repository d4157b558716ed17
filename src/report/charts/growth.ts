/** Where urban growth came from: year by year as a waterfall, and by city over all years. */
import type { Summary } from '../../analysis/summary.js'
import type { GrowthPart, UrbanGrowth } from '../../results/projection.js'
import { placeName } from '../tables/headline.js'
import { phrase } from '../words/bilingual.js'
import { GROWTH_TITLES } from '../words/people.js'
import { cityRows, quantity, thousandsAxis } from './axes.js'
import { inner, legendOf, type Size } from './kit.js'
import { label } from './labels.js'
import { texts } from './layers.js'
import type { ChartSpec } from './render.js'
import { type Colour, colour } from './theme.js'

const PARTS = ['withinCity', 'natural', 'beyondCity', 'reclassified'] as const
/** Those that a projection has: one that is scaled to published totals has another. */
const partsOf = ([first]: readonly UrbanGrowth[]): readonly GrowthPart[] =>
  first?.controlled === undefined ? PARTS : [...PARTS, 'controlled']
const FILL: Record<GrowthPart, Colour> = {
  withinCity: 'registered',
  natural: 'reclassified',
  beyondCity: 'migrant',
  reclassified: 'rural',
  controlled: 'beside',
}
const byPart = (parts: readonly GrowthPart[], size: Size) => ({
  field: 'part',
  type: 'nominal' as const,
  ...legendOf(
    parts.map((part) => ({ title: GROWTH_TITLES[part], colour: FILL[part] })),
    size,
    2,
  ),
})
const HEIGHT = 240
/** Most steps that have room for a bar each; a longer horizon is shown in fewer, longer steps. */
const MOST_STEPS = { wide: 5, narrow: 3 } as const
/** Places of a step along the axis: its parts, and one left empty. */
const slotsOf = (parts: readonly GrowthPart[]) => parts.length + 1
/** Places left of the first bar and right of the last. */
const EDGE = 0.7

/** The region: each part of each step upon what came before, thousand people since the base year. */
export function growthWaterfall(growth: readonly UrbanGrowth[], size: Size): ChartSpec {
  const steps = joined(growth, MOST_STEPS[size])
  const parts = partsOf(growth)
  const { bars, total } = stacked(steps, parts)
  const width = inner(size, 58)
  const barSize = (width / (total.at + 2 * EDGE)) * 0.82
  const at = {
    x: quantity('at', { scale: { domain: [-EDGE, total.at + EDGE], nice: false }, axis: null }),
  }
  const fromTo = {
    ...at,
    y: quantity('from', { scale: { nice: true }, axis: thousandsAxis(5) }),
    y2: { field: 'to' },
  }
  const names = [
    ...steps.map(({ name }, step) => ({ at: step * slotsOf(parts) + (parts.length - 1) / 2, text: name })),
    { at: total.at, text: label(phrase('all', '合计')) },
  ]
  return {
    width,
    height: HEIGHT,
    layer: [
      {
        data: { values: bars },
        mark: { type: 'bar', size: barSize },
        encoding: { ...fromTo, color: byPart(parts, size) },
      },
      {
        data: { values: [total] },
        mark: { type: 'bar', size: barSize, color: colour('beside') },
        encoding: fromTo,
      },
      texts(
        size === 'wide' ? [...bars, total] : [total],
        { baseline: 'bottom' as const, dy: -3 },
        { ...at, y: quantity('top') },
      ),
      texts(names, { baseline: 'top' as const, color: colour('quiet') }, { ...at, y: { value: HEIGHT + 8 } }),
    ],
  }
}

interface Step extends Record<GrowthPart, number> {
  readonly name: string
}

/** A bar for each part of each step from where the one before ended, and one for all. */
function stacked(steps: readonly Step[], parts: readonly GrowthPart[]) {
  let level = 0
  const bars = steps.flatMap((step, index) =>
    parts.map((part, place) => {
      const from = level
      level += step[part] / 1000
      return {
        at: index * slotsOf(parts) + place,
        from,
        to: level,
        part: label(GROWTH_TITLES[part]),
        text: rounded(step[part]),
        top: Math.max(from, level),
      }
    }),
  )
  const total = {
    at: steps.length * slotsOf(parts),
    from: 0,
    to: level,
    top: level,
    text: rounded(level * 1000),
  }
  return { bars, total }
}

/** Steps of as many years as it takes for no more than `most` of them. */
function joined(growth: readonly UrbanGrowth[], most: number): Step[] {
  const years = Math.ceil(growth.length / most)
  const steps: Step[] = []
  for (let first = 0; first < growth.length; first += years) {
    const own = growth.slice(first, first + years)
    const [from, to] = [own[0].year, own.at(-1)!.year]
    const sum = (part: GrowthPart) => own.reduce((total, one) => total + (one[part] ?? 0), 0)
    steps.push({
      name: from === to ? String(to) : `${from}–${String(to).slice(2)}`,
      withinCity: sum('withinCity'),
      natural: sum('natural'),
      beyondCity: sum('beyondCity'),
      reclassified: sum('reclassified'),
      controlled: sum('controlled'),
    })
  }
  return steps
}

/** Thousands with their sign; in Chinese ten thousands with a decimal. */
function rounded(people: number): string {
  const signed = (value: number) =>
    value > 0 ? `+${value.toLocaleString('en')}` : value.toLocaleString('en')
  return label({ en: signed(Math.round(people / 1000)), zh: signed(Math.round(people / 1000) / 10) })
}

/** Every city: the parts over all years beside each other, thousand people. */
export function growthByCity(summary: Summary, inAll: readonly UrbanGrowth[], size: Size): ChartSpec {
  const region = summary.map[0].code
  const parts = partsOf(inAll)
  const values = inAll
    .filter(({ code }) => code !== region)
    .flatMap((row) =>
      parts.map((part, order) => ({
        city: label(placeName(summary, row.code)),
        part: label(GROWTH_TITLES[part]),
        order,
        people: (row[part] ?? 0) / 1000,
      })),
    )
  return {
    width: inner(size, 116),
    height: { step: 20 },
    data: { values },
    mark: { type: 'bar' },
    encoding: {
      y: cityRows(colour('ink')),
      x: quantity('people', { axis: thousandsAxis(5) }),
      color: byPart(parts, size),
      order: quantity('order'),
    },
  }
}
