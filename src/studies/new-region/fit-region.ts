/** The moves of a province fitted to its two censuses, and how well: levels, hindcast, places held out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountOf } from '../../calibration/account.js'
import { scoresOf } from '../../calibration/backtest.js'
import { backtestCsv } from '../../calibration/backtest-file.js'
import { type Decade, decadeOf } from '../../calibration/decade.js'
import { type Datum, dataOf, type Kind } from '../../calibration/error-model.js'
import { calibrationFiles } from '../../calibration/files.js'
import { type Fit, type FitOptions, fitDecade } from '../../calibration/fit.js'
import { fittedMortalityRows, fittedScheduleRows, fittedValueRows } from '../../calibration/folder-rows.js'
import { type HeldOutOptions, heldOutForecasts, LEAST_CITIES } from '../../calibration/held-out.js'
import { type LevelResult, levelResults } from '../../calibration/results.js'
import { UNKNOWNS, type Unknown } from '../../calibration/unknowns.js'
import { loadDataset } from '../../dataset/load.js'
import { cohortAt, type Dimensions, RURAL } from '../../vocabulary/dimensions.js'
import { CitywardError } from '../../vocabulary/problems.js'
import { type Hindcast, hindcastCsv, hindcastOf, isMet } from './hindcast.js'
import type { FolderFiles, OpenTables } from './region-folder.js'

export interface FittedRegion {
  readonly fit: Fit
  readonly results: readonly LevelResult[]
  readonly hindcast: readonly Hindcast[]
  /** Codes of places whose townspeople no level could meet. */
  readonly unmet: readonly string[]
}

/** Standard deviations of totals while a fit finds its way. */
const LOOSE: Partial<Record<Kind, number>> = { people: 0.03, townspeople: 0.15 }
/** Villages kept their people where as large a part of them as this is left; a share is too high by as much as this. */
const [KEPT, TOO_HIGH] = [0.95, 0.005]

/**
 * Comers from other provinces are a judgement on stocks, and for many provinces what grows their towns: the level may
 * differ from it by half, and between places by as much again.
 */
export const REGION_PRIORS: readonly Unknown[] = UNKNOWNS.map((unknown) =>
  unknown.name === 'arrivals' ? { ...unknown, region: 0.5, city: 0.5 } : unknown,
)
/** The same, and villages become towns in each place at a pace of its own: a third to three times that of the others. */
const OWN_PACE: readonly Unknown[] = REGION_PRIORS.map((unknown) =>
  unknown.name === 'reclassification' ? { ...unknown, city: 1 } : unknown,
)
const HOW = { secants: 5, rounds: 48 }
/** Of the nation, whose schedules are read smoothly: a gain of less than a thousandth moves no level by more than 0.03 of its error. */
const ENOUGH = 1e-3

/** Draws of the held-out forecasts: enough for bands of 80 %; `cityward backtest` takes 500. */
const DRAWS = 200

/** The decade of a folder of these files. */
export function decadeIn(files: FolderFiles): Decade {
  const folder = mkdtempSync(join(tmpdir(), 'cityward-new-'))
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text)
    const { decade, problems } = decadeOf(loadDataset(folder))
    if (!decade) throw new CitywardError(problems)
    return decade
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The fit that meets the later census. Where villages of a place emptied faster than people can leave them, its levels run
 * into their bounds and hold up those of all places: there villages became towns, which has one pace for the region at first.
 */
export function fittedRegion(decade: Decade, onRound?: FitOptions['onRound']): FittedRegion {
  const usual = fittedBy(decade, REGION_PRIORS, onRound)
  return isMet(usual.hindcast) ? usual : fittedBy(decade, OWN_PACE, onRound)
}

/**
 * The fit in stages. Totals are loose at first, so that no level runs into its bounds on the way; then as they were counted.
 * Where that leaves townspeople of places that no level can meet, these stay loose, so that one place does not bend the others.
 */
function fittedBy(decade: Decade, priors: readonly Unknown[], onRound: FitOptions['onRound']): FittedRegion {
  const data = dataOf(decade)
  const loosened = (loosens: (datum: Datum) => boolean) =>
    data.map((datum) =>
      loosens(datum) ? { ...datum, sd: Math.max(datum.sd, LOOSE[datum.kind] ?? 0) } : datum,
    )
  const how = { ...HOW, ...(decade.reading === 'smooth' && { enough: ENOUGH }), priors, onRound }
  const first = fitDecade(decade, { ...how, data: loosened(() => true) })
  const second = fitDecade(decade, { ...how, data, from: first })
  const unmet = unmetIn(second)
  if (unmet.length === 0) return resultOf(second, unmet)
  const kept = loosened(({ kind, city }) => kind === 'townspeople' && unmet.includes(city))
  return resultOf(fitDecade(decade, { ...how, data: kept, from: first }), unmet)
}

/** Places whose villages kept their people, and whose urban share comes out too high for it: comers settled in villages. */
function unmetIn(fit: Fit): number[] {
  const { dims, before, after } = fit.decade
  const { cities } = accountOf(fit)
  return cities.flatMap(({ city, urbanShare }) => {
    const kept = villagersIn(dims, after.people, city) > KEPT * villagersIn(dims, before.people, city)
    return kept && urbanShare.lived > urbanShare.counted + TOO_HIGH ? [city] : []
  })
}

function villagersIn(dims: Dimensions, people: Float64Array, city: number): number {
  let sum = 0
  const end = cohortAt(dims, RURAL + 1, 0, 0)
  for (let cell = cohortAt(dims, RURAL, 0, 0) + city; cell < end; cell += dims.cities) sum += people[cell]
  return sum
}

const resultOf = (fit: Fit, unmet: readonly number[]): FittedRegion => ({
  fit,
  results: levelResults(fit),
  hindcast: hindcastOf(fit),
  unmet: unmet.map((city) => fit.decade.cities[city].code),
})

/** The tables with what was fitted. */
export function withFitted(
  { values, schedules, mortality }: OpenTables,
  { fit, results }: FittedRegion,
): OpenTables {
  return {
    values: [...values.filter(([, variable]) => variable !== 'arrivals'), ...fittedValueRows(fit, results)],
    schedules: [...schedules, ...fittedScheduleRows(fit, 'S_MIGEST')],
    mortality: [
      ...mortality,
      ...fittedMortalityRows(fit, 'S_WPP2022;S_LEIII_C2010;S_LEIII_C2020', 'China 2015-2020, WPP 2022'),
    ],
  }
}

/** How half of the places are held out: fitted as the whole was, and from where it ended. */
export const heldOutOptions = (fit: Fit): HeldOutOptions => ({
  draws: DRAWS,
  seed: 0,
  fit: { ...HOW, priors: fit.priors, from: fit },
})

/** calibration.csv, calibration-draws.csv, hindcast.csv and backtest.csv; the last where there are places enough to hold half of them out. */
export function fitFiles({ fit, results, hindcast }: FittedRegion): FolderFiles {
  const { decade } = fit
  const files: FolderFiles = new Map(calibrationFiles(fit, results))
  files.set('hindcast.csv', hindcastCsv(hindcast, decade))
  if (decade.dims.cities >= LEAST_CITIES) {
    const scores = scoresOf(heldOutForecasts(decade, heldOutOptions(fit)))
    files.set('backtest.csv', backtestCsv(scores, decade.from, decade.to))
  }
  return files
}
