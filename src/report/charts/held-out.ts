/** A backtest in a picture: by subject and city, the model's error with its bands, and the errors of simple lines. */
import { type BacktestMethod, bandOf, errorOf, pointOf } from '../../calibration/backtest.js'
import { type Forecast, SUBJECTS, type Subject } from '../../calibration/held-out.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { METHOD_TITLES, SUBJECT_TITLES } from '../words/backtest.js'
import { type Entry, legendOf } from './kit.js'
import { label } from './labels.js'
import type { ChartSpec } from './render.js'
import { FIRST_ROW_BOLD, panelTitle } from './residuals.js'
import { type Colour, colour } from './theme.js'

export interface HeldOutFacts {
  readonly cities: readonly { readonly name: Bilingual }[]
  readonly region: Bilingual
  readonly forecasts: readonly Forecast[]
}

const PANEL = { width: 250, row: 17 } as const
/** The lines that are drawn, the first below the second; no change lies far outside. */
const LINES: Readonly<Partial<Record<BacktestMethod, Colour>>> = {
  growth_difference: 'beside',
  straight_line: 'asked',
}
/** Heights of their marks, so that one shows behind the other. */
const TALL: Readonly<Partial<Record<BacktestMethod, number>>> = { growth_difference: 16, straight_line: 9 }
const MODEL: Entry = { title: METHOD_TITLES.model, colour: 'ours' }
const BANDS: readonly (Entry & { readonly percent: number })[] = [
  { percent: 95, title: { en: '95 %', zh: '95%' }, colour: 'band95' },
  { percent: 80, title: { en: 'its 80 % band', zh: '其80%区间' }, colour: 'band80' },
]

/** Two panels a row, a subject each; rows are the region and its cities. */
export function heldOutChart(facts: HeldOutFacts): ChartSpec {
  const rows = [facts.region, ...facts.cities.map(({ name }) => name)].map(label)
  const lines = Object.entries(LINES) as [BacktestMethod, Colour][]
  const entries: Entry[] = [
    MODEL,
    ...[...BANDS].reverse(),
    ...lines.map(([method, tone]) => ({ title: METHOD_TITLES[method], colour: tone })),
  ]
  const panel = (subject: Subject, index: number) =>
    panelOf(facts.forecasts, subject, rows, entries, lines, index % 2 === 0)
  return {
    spacing: 22,
    vconcat: [0, 2].map((first) => ({
      spacing: 14,
      hconcat: SUBJECTS.slice(first, first + 2).map((subject, k) => panel(subject, first + k)),
    })),
  }
}

function panelOf(
  forecasts: readonly Forecast[],
  subject: Subject,
  rows: readonly string[],
  entries: readonly Entry[],
  lines: readonly (readonly [BacktestMethod, Colour])[],
  named: boolean,
) {
  const own = forecasts.filter((one) => one.subject === subject)
  const row = ({ city }: Forecast) => rows[city + 1]
  const bands = BANDS.map(({ percent, title }) => ({
    title: label(title),
    values: own.map((one) => {
      const [low, high] = bandOf(one, percent).map((end) => errorOf(one, end))
      return { city: row(one), low, high }
    }),
  }))
  const errors = (method: BacktestMethod) =>
    own.flatMap((one) => {
      const point = pointOf(one, method)
      return point === undefined ? [] : [{ city: row(one), error: errorOf(one, point) }]
    })
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    axis: {
      title: null,
      grid: true,
      tickCount: 6,
      format: '+~f',
      labelExpr: "datum.value === 0 ? '0' : datum.label",
      labelFlush: false,
    },
  })
  const color = legendOf(entries, 'wide')
  return {
    width: PANEL.width,
    height: rows.length * PANEL.row,
    title: panelTitle(SUBJECT_TITLES[subject]),
    encoding: {
      y: {
        field: 'city',
        type: 'ordinal' as const,
        scale: { domain: [...rows] },
        axis: { title: null, ticks: false, labels: named, ...FIRST_ROW_BOLD },
      },
    },
    layer: [
      ...bands.map(({ title, values }) => ({
        data: { values },
        mark: { type: 'bar' as const, height: PANEL.row - 7 },
        encoding: { x: x('low'), x2: { field: 'high' }, color: { datum: title, ...color } },
      })),
      {
        data: { values: [{ at: 0 }] },
        mark: { type: 'rule' as const, color: colour('ink'), strokeWidth: 1 },
        encoding: {
          x: { field: 'at', type: 'quantitative' as const },
          y: { value: 0 },
          y2: { value: 'height' as const },
        },
      },
      ...lines.map(([method]) => ({
        data: { values: errors(method) },
        mark: { type: 'tick' as const, thickness: 2.5, height: TALL[method], opacity: 1 },
        encoding: { x: x('error'), color: { datum: label(METHOD_TITLES[method]), ...color } },
      })),
      {
        data: { values: errors('model') },
        mark: { type: 'point' as const, filled: true, size: 46, opacity: 1 },
        encoding: { x: x('error'), color: { datum: label(MODEL.title), ...color } },
      },
    ],
  }
}
