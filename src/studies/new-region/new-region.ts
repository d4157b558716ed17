/** A province as a data folder and a scenario that run: its censuses, its moves fitted, where every number comes from. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { chinaPlaces } from './china-tables.js'
import { refuseUnmet } from './fit-check.js'
import { decadeIn, type FittedRegion, fitFiles, fittedRegion, withFitted } from './fit-region.js'
import { provinceOf } from './province.js'
import { regionCounts } from './region-counts.js'
import { closedFiles, type FolderFiles, openFiles, openTables } from './region-folder.js'
import { hardlyMoved, regionGuides, regionScenario } from './region-guide.js'

export interface NewRegion {
  readonly name: Bilingual
  readonly code: string
  readonly places: number
  /** The scenario, and the files of its folder `data`. */
  readonly scenario: string
  readonly data: FolderFiles
  readonly hindcast: FittedRegion['hindcast']
  readonly settled: boolean
  /** Levels of moves that the two censuses moved little. */
  readonly hardlyMoved: readonly string[]
}

export interface NewRegionProgress {
  /** Told what begins, with the name of the region and its number of places. */
  readonly onFit?: (name: Bilingual, places: number) => void
  readonly onRound?: (done: number, most: number) => void
  readonly onHoldOut?: () => void
}

/**
 * The region that is asked for. Nothing is written.
 *
 * asked  code or name of a province; throws CitywardError where there is none of that name, or no levels meet its censuses
 * file   the scenario as a command would name it
 * option  by which it was asked for, which problems name
 */
export function newRegion(
  asked: string,
  file: string,
  progress: NewRegionProgress = {},
  option?: string,
): NewRegion {
  const all = chinaPlaces()
  const region = provinceOf(asked, all, option)
  const counts = regionCounts(region, all)
  const closed = closedFiles(counts)
  const open = openTables(counts)
  const decade = decadeIn(new Map([...closed, ...openFiles(open)]))
  progress.onFit?.(region.name, counts.places.length)
  const fitted = fittedRegion(decade, progress.onRound)
  refuseUnmet(region.name.en, fitted.hindcast)
  progress.onHoldOut?.()
  return {
    name: region.name,
    code: region.code,
    places: counts.places.length,
    scenario: regionScenario(counts, file),
    data: new Map([
      ...closed,
      ...openFiles(withFitted(open, fitted)),
      ...fitFiles(fitted),
      ...regionGuides(counts, fitted),
    ]),
    hindcast: fitted.hindcast,
    settled: fitted.fit.minimum.settled,
    hardlyMoved: hardlyMoved(fitted),
  }
}
