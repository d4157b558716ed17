/** The moves of a province fitted to its two censuses, and how well: levels, hindcast, places held out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scoresOf } from '../../calibration/backtest.js'
import { backtestCsv } from '../../calibration/backtest-file.js'
import { type Decade, decadeOf } from '../../calibration/decade.js'
import { BENT } from '../../calibration/decade-rates.js'
import { calibrationFiles } from '../../calibration/files.js'
import type { Fit, FitOptions } from '../../calibration/fit.js'
import { fittedSchedules } from '../../calibration/fitted-values.js'
import { fittedMortalityRows, fittedScheduleRows, fittedValueRows } from '../../calibration/folder-rows.js'
import { heldOutForecasts, LEAST_CITIES, USUAL_HELD_OUT } from '../../calibration/held-out.js'
import { type LevelResult, levelResults } from '../../calibration/results.js'
import { MOST_MOVING, mostLived } from '../../calibration/shapes.js'
import { fitInStages } from '../../calibration/stages.js'
import type { ValueRow } from '../../census/folder-rows.js'
import { JUDGED_ARRIVALS } from '../../dataset/checks/fit-values.js'
import type { FitChoices } from '../../dataset/dataset.js'
import { loadDataset } from '../../dataset/load.js'
import { significant } from '../../vocabulary/numbers.js'
import { CitywardError } from '../../vocabulary/problems.js'
import { type Hindcast, hindcastCsv, hindcastOf, isMet } from './hindcast.js'
import type { FolderFiles, OpenTables } from './region-folder.js'
import type { RegionPlace } from './region-places.js'

export interface FittedRegion {
  readonly fit: Fit
  readonly results: readonly LevelResult[]
  readonly hindcast: readonly Hindcast[]
  /** Codes of places whose townspeople no level could meet. */
  readonly unmet: readonly string[]
}

/**
 * How a region is fitted at first: comers at a level of each place. Peaks of schedules come out at whole years, where schedules
 * that are read on straight lines have a corner and no search settles: they are read smoothly.
 */
export const USUAL_CHOICES: FitChoices = {
  arrivals: 'place',
  reclassification: 'region',
  schedules: 'smooth',
}

/**
 * Villages become towns at one pace of the region, but for the districts of a municipality, whose town grew over the villages of some and
 * not of others: at one pace, leaving the village would stand for that, at levels that nobody can live.
 */
export const choicesFor = (places: readonly Pick<RegionPlace, 'kind'>[]): FitChoices =>
  places.some(({ kind }) => kind === 'district')
    ? { ...USUAL_CHOICES, reclassification: 'place' }
    : USUAL_CHOICES

/** So many places with paces of their own are held out by halves in minutes of the processor; more take many. */
const MOST_WITH_PACES = 30

/** Whether half of the places are held out when a folder is made: a few are too few, and of very many it would take too long. */
export const isHeldOut = (places: readonly Pick<RegionPlace, 'kind'>[]): boolean =>
  places.length >= LEAST_CITIES &&
  (places.length <= MOST_WITH_PACES || choicesFor(places).reclassification !== 'place')

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
  const usual = fittedBy(decade, onRound)
  if (isMet(usual.hindcast) || decade.choices?.reclassification === 'place') return usual
  return fittedBy({ ...decade, choices: { ...decade.choices!, reclassification: 'place' } }, onRound)
}

function fittedBy(decade: Decade, onRound: FitOptions['onRound']): FittedRegion {
  const { fit, unmet } = fitInStages(decade, { onRound })
  return {
    fit,
    results: levelResults(fit),
    hindcast: hindcastOf(fit),
    unmet: unmet.map((city) => decade.cities[city].code),
  }
}

/** The tables with what was fitted. */
export function withFitted(
  { values, schedules, mortality }: OpenTables,
  { fit, results }: FittedRegion,
): OpenTables {
  return {
    values: [...values.map(asJudged), ...fittedValueRows(fit, results), ...mostRows(fit)],
    schedules: [...schedules, ...fittedScheduleRows(fit, 'S_MIGEST')],
    mortality: [
      ...mortality,
      ...fittedMortalityRows(fit, 'S_WPP2022;S_LEIII_C2010;S_LEIII_C2020', 'China 2015-2020, WPP 2022'),
    ],
  }
}

/** The highest level that can be lived, of each of the moves whose schedules the fit bends. */
function mostRows(fit: Fit): ValueRow[] {
  const schedules = fittedSchedules(fit)
  const { region, to } = fit.decade
  return BENT.map(([level]) => {
    const most = mostLived(schedules.get(`${level}_fitted`)!)
    const note = `level at which ${MOST_MOVING} of the age that moves most do so in a year; futures are held to it`
    return [region.code, `${level}_most`, to, significant(most, 6), 'ratio', 'judgement', 'judgement', note]
  })
}

/** Comers keep the number that the fit began from: whoever fits again begins there, and not where this fit ended. */
const asJudged = ([code, variable, ...rest]: ValueRow): ValueRow => [
  code,
  variable === 'arrivals' ? JUDGED_ARRIVALS : variable,
  ...rest,
]

/**
 * calibration.csv, calibration-draws.csv, hindcast.csv, and backtest.csv where half of the places are held out, which takes longer
 * than the fit.
 */
export function fitFiles({ fit, results, hindcast }: FittedRegion, holdOut: boolean): FolderFiles {
  const { decade } = fit
  const files: FolderFiles = new Map(calibrationFiles(fit, results))
  files.set('hindcast.csv', hindcastCsv(hindcast, decade))
  if (holdOut) {
    const scores = scoresOf(heldOutForecasts(decade, USUAL_HELD_OUT))
    files.set('backtest.csv', backtestCsv(scores, decade.from, decade.to))
  }
  return files
}
