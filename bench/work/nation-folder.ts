/**
 * The nation by county as a data folder, with a scenario of three years: the tables of `cityward new --nation --level county`,
 * at one level for all places in place of a fit, which takes hours. No forecast: a size to be measured at.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calibrationFiles } from '../../src/calibration/files.js'
import { fitDecade } from '../../src/calibration/fit.js'
import { levelResults } from '../../src/calibration/results.js'
import { levelsOf } from '../../src/calibration/unknowns.js'
import { chinaPlaces } from '../../src/studies/new-region/china-tables.js'
import { decadeIn } from '../../src/studies/new-region/fit-region.js'
import type { PlaceLevel } from '../../src/studies/new-region/levels.js'
import { type RegionCounts, regionCounts } from '../../src/studies/new-region/region-counts.js'
import { closedFiles, openFiles, openTables } from '../../src/studies/new-region/region-folder.js'
import { regionScenario } from '../../src/studies/new-region/region-guide.js'
import { NATION } from '../../src/studies/new-region/region-places.js'
import { withPlaceLevels } from '../../src/studies/new-region/within-tables.js'

export interface NationFolder {
  /** Scenarios of 2020-2023: pairs of places as listed, and the provinces as nests. */
  readonly listed: string
  readonly nested: string
}

const UNTIL = 2023

/** Writes the folder; a minute of one processor for 2,989 counties. */
export function writeNation(folder: string, level: PlaceLevel = 'county'): NationFolder {
  const all = chinaPlaces()
  const counts = regionCounts(NATION, all, level)
  const closed = closedFiles(counts)
  const [fit, results] = oneStep(regionCounts(NATION, all, 'province'))
  const open = openTables(counts)
  const decade = decadeIn(new Map([...closed, ...openFiles(open)]))
  const own = {
    decade,
    levels: levelsOf([], [], counts.places.length),
    spreads: { rural_exit: 0, pull_of_outside: 0, attraction: 0, reclassification: 0 },
    settled: false,
    hindcast: [],
  }
  const fitted = { fit, results, hindcast: [], unmet: [] }
  const files = new Map([
    ...closed,
    ...openFiles(withPlaceLevels(open, fitted, counts.places, own)),
    ...calibrationFiles(fit, results),
  ])
  mkdirSync(join(folder, 'data'), { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, 'data', name), text)
  const listed = join(folder, 'listed.yaml')
  const nested = join(folder, 'nested.yaml')
  const scenario = regionScenario(counts, listed).replace(
    /years: \{[^}]*\}/,
    `years: { from: 2020, to: ${UNTIL} }`,
  )
  writeFileSync(listed, scenario)
  writeFileSync(
    nested,
    scenario.replace('\npopulation:\n', `\npopulation:\n  nests: [${nestsOf(counts, files).join(', ')}]\n`),
  )
  return { listed, nested }
}

/** One step from the priors for the provinces: what the region has of levels, and draws about them. */
function oneStep(provinces: RegionCounts) {
  const fit = fitDecade(decadeIn(new Map([...closedFiles(provinces), ...openFiles(openTables(provinces))])), {
    rounds: 1,
  })
  return [fit, levelResults(fit)] as const
}

/** The names of groups.csv, in their order: the provinces. */
function nestsOf(counts: RegionCounts, files: ReadonlyMap<string, string>): string[] {
  const [, ...rows] = files.get('groups.csv')!.trimEnd().split('\n')
  return [...new Set(rows.slice(0, counts.places.length).map((row) => row.split(',')[0]))]
}
