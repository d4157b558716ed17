/** The files of a calibration: what was fitted, and draws of it, both with the fingerprint of what they come from. */
import { createHash } from 'node:crypto'
import type { Schedules } from '../model/rates.js'
import { csvText } from '../vocabulary/csv.js'
import { columnNames, drawsOf } from './draws.js'
import { ERRORS } from './error-model.js'
import type { Fit } from './fit.js'
import { type LevelResult, sourcesOf } from './results.js'

/** Seed and number of the draws in the file; a scenario's own draws pick its rows. */
const SEED = 20_201_101
const DRAWS = 2000
export const DRAWS_FILE = 'calibration-draws.csv'
/** Source id of what a fit found; a data folder lists it in sources.csv. */
export const CALIBRATION = 'D_CALIBRATION'
/** Source of forecasts of a census from what was known years before, kept by province. */
export const ROLLED = 'D_ROLLED'

/** SHA-256 over everything a fit rests on: people, schedules, given levels, data, priors and errors; 16 digits. */
export function fitFingerprint({ decade, data, priors }: Fit): string {
  const hash = createHash('sha256')
  const numbers = [decade.before, decade.after].flatMap(({ people, away }) => [people, away])
  for (const array of [...numbers, decade.given.arrivals]) hash.update(array)
  for (const schedules of decade.schedules)
    for (const table of [...Object.values(schedules), ...listsIn(schedules)]) {
      if (typeof table === 'string') hash.update(table)
      else if (table instanceof Float64Array)
        hash.update(new Uint8Array(table.buffer, table.byteOffset, table.byteLength))
    }
  const words = { data, given: { ...decade.given, arrivals: undefined }, priors, ERRORS }
  return hash.update(JSON.stringify(words)).digest('hex').slice(0, 16)
}

const listsIn = ({ pairs }: Schedules) => Object.values(pairs ?? {}).flatMap(({ starts, to }) => [starts, to])

/** Text of each file by name. */
export function calibrationFiles(fit: Fit, results: readonly LevelResult[]): Map<string, string> {
  return new Map([
    ['calibration.csv', csvText([LEVEL_COLUMNS, ...levelRows(fit, results)])],
    [DRAWS_FILE, csvText([columnNames(fit), ...drawRows(fit)])],
  ])
}

const LEVEL_COLUMNS = [
  'parameter',
  'code',
  'unit',
  'prior_low80',
  'prior_median',
  'prior_high80',
  'low80',
  'median',
  'high80',
  'moved_by',
  'source',
  'quality',
  'note',
  'fingerprint',
]

function levelRows(fit: Fit, results: readonly LevelResult[]): (string | number)[][] {
  const fingerprint = fitFingerprint(fit)
  return results.map((result) => {
    const { name, city, unit, prior, fitted, movedBy, quality, because } = result
    const place = fit.decade.cities[city] ?? fit.decade.region
    const ranges = [prior, fitted].flatMap(({ low, median, high }) => [low, median, high])
    return [
      name,
      place.code,
      unit,
      ...ranges.map(digits),
      movedBy ?? '',
      sourceText(fit, result),
      quality,
      `prior: ${because}`,
      fingerprint,
    ]
  })
}

/** `D_CALIBRATION;` and the sources of the data that moved a level most; with `judgement` where these say little. */
export function sourceText({ decade }: Fit, { movedBy, quality }: LevelResult): string {
  const ids = movedBy ? sourcesOf(decade, movedBy) : []
  const judged = quality === 'judgement' && !ids.includes('judgement') ? ['judgement'] : []
  return [CALIBRATION, ...ids, ...judged].join(';')
}

/** The columns of the file of draws by name. */
export function drawColumns(fit: Fit): ReadonlyMap<string, readonly number[]> {
  const rows = drawRows(fit)
  return new Map(columnNames(fit).map((name, column) => [name, rows.map((row) => row[column])]))
}

function drawRows(fit: Fit): number[][] {
  return drawsOf(fit, SEED, DRAWS).map((row) => row.map(digits))
}

/** Six digits: far finer than what is known, and the same on every machine. */
const digits = (value: number) => Number(value.toPrecision(6))
