/** A province or the nation as a data folder and a scenario that run: its censuses, its moves fitted, where every number comes from. */
import type { Decade } from '../../calibration/decade.js'
import { calibrationFiles } from '../../calibration/files.js'
import { ofEach } from '../../calibration/places/model.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { type ChinaPlace, chinaPlaces, chinaTable } from './china-tables.js'
import { livedWithin, refuseUnmet } from './fit-check.js'
import {
  choicesFor,
  decadeIn,
  type FittedRegion,
  fitFiles,
  fittedRegion,
  isHeldOut,
  withFitted,
} from './fit-region.js'
import { fitPlacesWithin, type PlaceLevels } from './fit-within.js'
import { hindcastCsv } from './hindcast.js'
import type { PlaceLevel } from './levels.js'
import { provinceOf, refuseLevel } from './province.js'
import { type RegionCounts, regionCounts } from './region-counts.js'
import { closedFiles, type FolderFiles, openFiles, openTables } from './region-folder.js'
import { hardlyMoved, regionGuides, regionScenario } from './region-guide.js'
import { isNation, NATION } from './region-places.js'
import { withKeptRecord } from './rolled-record.js'
import { withPlaceLevels } from './within-tables.js'

export interface NewRegion {
  readonly name: Bilingual
  readonly code: string
  readonly places: number
  /** The scenario, and the files of its folder `data`. */
  readonly scenario: string
  readonly data: FolderFiles
  readonly hindcast: FittedRegion['hindcast']
  readonly settled: boolean
  /** Steps of the last stage of the fit of the largest places. */
  readonly steps: number
  /** Whether places are fitted about larger ones. */
  readonly isWithin: boolean
  /** Levels of moves that the two censuses moved little. */
  readonly hardlyMoved: readonly string[]
}

export interface NewRegionProgress {
  /** Told what begins, with the name of the region and its number of places. */
  readonly onFit?: (name: Bilingual, places: number) => void
  readonly onRound?: (done: number, most: number) => void
  readonly onHoldOut?: () => void
}

/** What is asked for: the code or name of a province, or the nation; and its places. */
export interface AskedRegion {
  readonly province?: string
  readonly level: PlaceLevel
  /** The option by which it was asked for, which problems name. */
  readonly option?: string
  /** false: no half of the places is forecast by a fit to the other, which takes as long as the fit itself. */
  readonly holdOut?: boolean
}

/**
 * The region that is asked for. Nothing is written. Throws CitywardError where there is no province of that name, it has no
 * such level, or no levels of moves meet its censuses.
 *
 * file  the scenario as a command would name it
 */
export function newRegion(
  { province, level, option, holdOut = true }: AskedRegion,
  file: string,
  progress: NewRegionProgress = {},
): NewRegion {
  const all = chinaPlaces()
  const region = province === undefined ? NATION : provinceOf(province, all, option)
  refuseLevel({ asked: province ?? region.name.en, region }, level, all)
  const [largest, ...smaller] = levelsDownTo(region, level).map((one) => regionCounts(region, all, one))
  const decade = decadeBefore(largest)
  progress.onFit?.(region.name, largest.places.length)
  const fitted = fittedRegion(decade, progress.onRound)
  refuseUnmet(region.name.en, fitted.hindcast)
  if (smaller.length === 0) {
    const heldOut = holdOut && isHeldOut(largest.places)
    if (heldOut) progress.onHoldOut?.()
    return madeOf({ counts: largest, fitted, file, holdOut: heldOut })
  }
  const { levels, minimum } = fitted.fit
  let within: PlaceLevels = {
    decade,
    levels,
    hindcast: [],
    spreads: ofEach(() => 0),
    settled: minimum.settled,
  }
  for (const counts of smaller) {
    progress.onFit?.(region.name, counts.places.length)
    const above = within
    const found = livedWithin(() =>
      fitPlacesWithin(counts.places, decadeBefore(counts), above, progress.onRound),
    )
    within = { ...found, settled: found.settled && above.settled }
  }
  refuseUnmet(region.name.en, within.hindcast)
  return madeOf({ counts: smaller.at(-1)!, fitted, file, within })
}

/** Levels that are fitted one about the other, the largest places first. */
function levelsDownTo(region: ChinaPlace, level: PlaceLevel): PlaceLevel[] {
  const all: readonly PlaceLevel[] = isNation(region) ? ['province', 'city', 'county'] : ['city', 'county']
  return all.slice(0, all.indexOf(level) + 1)
}

/** The time between the censuses, before any fit. */
export const decadeBefore = (counts: RegionCounts): Decade =>
  decadeIn(new Map([...closedFiles(counts, choicesFor(counts.places)), ...openFiles(openTables(counts))]))

/** What the fit of a province's cities says of itself, and how such fits did before; of the nation as a whole no record is kept. */
function provinceFiles({ region }: RegionCounts, fitted: FittedRegion, holdOut: boolean): FolderFiles {
  const files = fitFiles(fitted, holdOut)
  const rolled = chinaTable('rolled').filter(({ province }) => province === region.code)
  const pooled = chinaTable('pooled')
  if (!isNation(region))
    files.set('backtest.csv', withKeptRecord(files.get('backtest.csv'), { rolled, pooled }))
  return files
}

interface Made {
  readonly counts: RegionCounts
  readonly fitted: FittedRegion
  readonly file: string
  readonly within?: PlaceLevels
  readonly holdOut?: boolean
}

function madeOf({ counts, fitted, file, within, holdOut = false }: Made): NewRegion {
  const open = openTables(counts)
  const hindcast = within?.hindcast ?? fitted.hindcast
  const data = new Map([
    ...closedFiles(counts, within ? undefined : fitted.fit.decade.choices),
    ...openFiles(within ? withPlaceLevels(open, fitted, counts.places, within) : withFitted(open, fitted)),
    ...(within
      ? [
          ...calibrationFiles(fitted.fit, fitted.results),
          ['hindcast.csv', hindcastCsv(hindcast, within.decade)] as const,
        ]
      : provinceFiles(counts, fitted, holdOut)),
    ...regionGuides(counts, { ...fitted, hindcast }),
  ])
  const { region, places } = counts
  return {
    name: region.name,
    code: region.code,
    places: places.length,
    scenario: regionScenario(counts, file),
    data,
    hindcast,
    settled: (within ?? fitted.fit.minimum).settled,
    steps: fitted.fit.minimum.rounds,
    isWithin: within !== undefined,
    hardlyMoved: hardlyMoved(fitted),
  }
}
