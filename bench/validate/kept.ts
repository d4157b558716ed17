/** Kept forecasts, and what they come to: errors and coverage by test, subject and province. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Subject } from '../../src/calibration/past/subjects.js'
import { splitRecords } from '../../src/dataset/reading/records.js'
import { csvText } from '../../src/vocabulary/csv.js'
import { COLUMNS, type Row, type Test } from './rows.js'

const FILE = join(import.meta.dirname, '../results/validation-2010-2020.csv.gz')

/** A forecast of a place, or of a province where the place is the province. */
export interface Kept {
  readonly test: Test
  readonly province: string
  readonly place: string
  readonly name: string
  readonly subject: Subject
  readonly actual: number
  readonly crps: number
  /** Of the model the median; NaN where a line says nothing. */
  readonly points: Readonly<Record<Method, number>>
  /** Ends of the bands of 50, 80 and 95 %. */
  readonly bands: Readonly<Record<Band, readonly [number, number]>>
}
export const METHODS = ['model', 'growth_difference', 'straight_line', 'no_change'] as const
export type Method = (typeof METHODS)[number]
export const BANDS = [50, 80, 95] as const
type Band = (typeof BANDS)[number]

export const isProvince = ({ place, province }: Kept) => place === province

/** As they stand in the file, in its order; none where there is none yet. */
export function keptRows(): (readonly string[])[] {
  if (!existsSync(FILE)) return []
  return splitRecords(gunzipSync(readFileSync(FILE)).toString('utf8'))
    .rows.slice(1)
    .map(({ cells }) => cells)
}

export function readKept(): Kept[] {
  return keptRows().map((cells) => {
    const text = (name: string) => cells[COLUMNS.indexOf(name)]
    const number = (name: string) => (text(name) === '' ? Number.NaN : Number(text(name)))
    return {
      test: text('test') as Test,
      province: text('province'),
      place: text('place'),
      name: text('name'),
      subject: text('subject') as Subject,
      actual: number('actual'),
      crps: number('crps'),
      points: {
        model: number('q0.5'),
        growth_difference: number('growth_difference'),
        straight_line: number('straight_line'),
        no_change: number('no_change'),
      },
      bands: {
        50: [number('q0.25'), number('q0.75')],
        80: [number('q0.1'), number('q0.9')],
        95: [number('q0.025'), number('q0.975')],
      },
    }
  })
}

export function writeKept(rows: readonly Row[]): void {
  writeFileSync(FILE, gzipSync(csvText([COLUMNS, ...rows]), { level: 9 }))
}

/** Points of urban share, else per cent of the count. */
export const errorOf = ({ subject, actual, points }: Kept, method: Method): number =>
  subject === 'urban_share' ? points[method] - actual : (100 * (points[method] - actual)) / actual

export const isHeld = ({ actual, bands }: Kept, band: Band): boolean =>
  bands[band][0] <= actual && actual <= bands[band][1]

export interface Score {
  readonly number: number
  /** Mean absolute error; NaN of a line that says nothing. */
  readonly errors: Readonly<Record<Method, number>>
  /** Mean of the model's errors with their sign, and its probability score as an error. */
  readonly bias: number
  readonly crps: number
  readonly held: Readonly<Record<Band, number>>
}

export function scoreOf(kept: readonly Kept[]): Score {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
  const errors = METHODS.map((method) => {
    const known = kept.map((one) => Math.abs(errorOf(one, method))).filter(Number.isFinite)
    return [method, known.length === 0 ? Number.NaN : mean(known)]
  })
  const held = BANDS.map((band) => [band, mean(kept.map((one) => Number(isHeld(one, band))))])
  return {
    number: kept.length,
    errors: Object.fromEntries(errors),
    bias: mean(kept.map((one) => errorOf(one, 'model'))),
    crps: mean(
      kept.map(({ subject, crps, actual }) => (subject === 'urban_share' ? crps : (100 * crps) / actual)),
    ),
    held: Object.fromEntries(held),
  } as Score
}
