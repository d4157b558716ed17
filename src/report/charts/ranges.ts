/** An indicator by city: median and 80 % range, beside what is asked for. */
import type { Spread } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { asWritten } from '../words/numbers.js'
import { axisOf, between, cityRows, quantity } from './axes.js'
import { inner, type Size, withAir } from './kit.js'
import { label } from './labels.js'
import { ASKED_RULE, dotMark, panelTitle, UPRIGHT } from './layers.js'
import type { ChartSpec } from './render.js'
import { colour, TYPE } from './theme.js'

const ROW = 20
const BASE_TICK = { type: 'tick' as const, color: colour('beside'), thickness: 2, height: 12, opacity: 1 }

export interface RangeFacts {
  readonly title: Bilingual
  readonly unit: string
  readonly threshold?: number
  readonly rows: readonly { readonly name: Bilingual; readonly base: number; readonly spread: Spread }[]
  /** Whether the base year is drawn too. */
  readonly withBase?: boolean
}

/** One panel for each indicator, below each other on a phone. */
export function rangeChart(indicators: readonly RangeFacts[], size: Size): ChartSpec {
  const across = size === 'wide' ? Math.min(2, indicators.length) : 1
  const width = inner(size, across * 118) / across
  return {
    columns: across,
    spacing: { row: 24, column: 16 },
    concat: indicators.map((one) => panel(one, width)),
  }
}

function panel({ title, unit, threshold, rows, withBase }: RangeFacts, width: number) {
  const known = rows.filter(({ spread }) => Number.isFinite(spread.median))
  const values = known.map(({ name, base, spread }) => ({
    city: label(name),
    ...(withBase && Number.isFinite(base) && { base }),
    median: spread.median,
    low: spread.range80[0],
    high: spread.range80[1],
  }))
  const domain = withAir([
    ...values.flatMap(({ low, high, base = low }) => [low, high, base]),
    ...(threshold === undefined ? [] : [threshold]),
  ])
  const x = (field: string) =>
    quantity(field, { scale: between(domain), axis: { ...axisOf(unit), tickCount: 4, grid: true } })
  const asked = threshold === undefined ? [] : [{ at: threshold }]
  return {
    title: {
      ...panelTitle(threshold === undefined ? title : withAsked(title, threshold, unit), TYPE.label),
      offset: 8,
      frame: 'bounds' as const,
    },
    width,
    height: { step: ROW },
    data: { values },
    encoding: { y: cityRows(colour('ink')) },
    layer: [
      {
        mark: { type: 'rule' as const, color: colour('band50'), strokeWidth: 6 },
        encoding: { x: x('low'), x2: { field: 'high' } },
      },
      ...(withBase ? [{ mark: BASE_TICK, encoding: { x: x('base') } }] : []),
      {
        mark: { ...dotMark(55), color: colour('ours') },
        encoding: { x: x('median') },
      },
      { data: { values: asked }, mark: ASKED_RULE, encoding: UPRIGHT },
    ],
  }
}

/** A title with what is asked for, where the line stands. */
function withAsked(title: Bilingual, threshold: number, unit: string): Bilingual {
  const own = unit === 'percent' ? unit : 'ratio'
  return {
    en: `${title.en} (line: ${asWritten(threshold, own, 'en')} asked for)`,
    zh: `${title.zh}（竖线：要求${asWritten(threshold, own, 'zh')}）`,
  }
}
