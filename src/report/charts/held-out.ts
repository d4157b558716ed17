/** A backtest in a picture: by subject and city, the model's error with its bands, and the errors of simple lines. */
import { type BacktestMethod, bandOf, errorOf, pointOf } from '../../calibration/backtest.js'
import type { Forecast } from '../../calibration/held-out.js'
import { SUBJECTS, type Subject } from '../../calibration/past/subjects.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { METHOD_TITLES, SUBJECT_TITLES } from '../words/backtest.js'
import { phrase } from '../words/bilingual.js'
import { orderedRows, quantity } from './axes.js'
import { type ColourOf, colourOf, type LegendEntry } from './kit.js'
import { label } from './labels.js'
import { dotMark, panelTitle, UPRIGHT } from './layers.js'
import type { ChartSpec } from './render.js'
import { type Colour, colour } from './theme.js'

export interface HeldOutFacts {
  readonly cities: readonly { readonly name: Bilingual }[]
  readonly region: Bilingual
  readonly forecasts: readonly Forecast[]
}

const PANEL = { width: 250, row: 17 } as const
const MODEL: LegendEntry = { title: METHOD_TITLES.model, colour: 'ours' }
const BANDS: readonly (LegendEntry & { readonly percent: number })[] = [
  { percent: 95, title: phrase('95 %', '95%'), colour: 'band95' },
  { percent: 80, title: phrase('its 80 % band', '其80%区间'), colour: 'band80' },
]

interface Line extends LegendEntry {
  readonly method: BacktestMethod
  /** Height of its marks, so that one shows behind the other. */
  readonly height: number
}
const line = (method: BacktestMethod, tone: Colour, height: number): Line => ({
  method,
  title: METHOD_TITLES[method],
  colour: tone,
  height,
})
/** The lines that are drawn, the first below the second; no change lies far outside. */
const LINES = [line('growth_difference', 'beside', 16), line('straight_line', 'asked', 9)]

/** Two panels a row, a subject each; rows are the region and its cities. */
export function heldOutChart(facts: HeldOutFacts): ChartSpec {
  const rows = [facts.region, ...facts.cities.map(({ name }) => name)].map(label)
  const color = colourOf([MODEL, ...[...BANDS].reverse(), ...LINES], 'wide')
  const panel = (subject: Subject, index: number) => ({
    width: PANEL.width,
    height: rows.length * PANEL.row,
    title: panelTitle(SUBJECT_TITLES[subject]),
    encoding: { y: orderedRows(rows, index % 2 === 0) },
    layer: panelLayers(
      facts.forecasts.filter((one) => one.subject === subject),
      rows,
      color,
    ),
  })
  return {
    spacing: 22,
    vconcat: [0, 2, 4].map((first) => ({
      spacing: 14,
      hconcat: SUBJECTS.slice(first, first + 2).map((subject, k) => panel(subject, first + k)),
    })),
  }
}

/** Bands at the back, then what was counted, the lines, and the model's own error. */
function panelLayers(forecasts: readonly Forecast[], rows: readonly string[], color: ColourOf) {
  const cityOf = ({ city }: Forecast) => rows[city + 1]
  const bands = BANDS.map((band) => ({
    data: {
      values: forecasts.map((one) => {
        const [low, high] = bandOf(one, band.percent).map((end) => errorOf(one, end))
        return { city: cityOf(one), low, high }
      }),
    },
    mark: { type: 'bar' as const, height: PANEL.row - 7 },
    encoding: { x: error('low'), x2: { field: 'high' }, color: color(band) },
  }))
  const errors = (method: BacktestMethod) => ({
    values: forecasts.flatMap((one) => {
      const point = pointOf(one, method)
      return point === undefined ? [] : [{ city: cityOf(one), error: errorOf(one, point) }]
    }),
  })
  const counted = {
    data: { values: [{ at: 0 }] },
    mark: { type: 'rule' as const, color: colour('ink'), strokeWidth: 1 },
    encoding: UPRIGHT,
  }
  const lines = LINES.map((one) => ({
    data: errors(one.method),
    mark: { type: 'tick' as const, thickness: 2.5, height: one.height, opacity: 1 },
    encoding: { x: error('error'), color: color(one) },
  }))
  const model = {
    data: errors('model'),
    mark: dotMark(46),
    encoding: { x: error('error'), color: color(MODEL) },
  }
  return [...bands, counted, ...lines, model]
}

/** With its sign, but for none. */
const error = (field: string) =>
  quantity(field, {
    axis: {
      title: null,
      grid: true,
      tickCount: 6,
      format: '+~f',
      labelExpr: "datum.value === 0 ? '0' : datum.label",
      labelFlush: false,
    },
  })
