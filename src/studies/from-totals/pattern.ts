/** What people between totals are taken from, and rates of moves, births and deaths: a province, or a data folder that runs. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlacePattern } from '../../census/people-from-totals.js'
import type { Dataset } from '../../dataset/dataset.js'
import { loadDataset } from '../../dataset/load.js'
import { isDataFile } from '../../dataset/reading/folder.js'
import { splitRecords } from '../../dataset/reading/records.js'
import { cohortAt } from '../../vocabulary/dimensions.js'
import { fail } from '../../vocabulary/problems.js'
import { type NewRegionProgress, newRegion } from '../new-region/new-region.js'
import { packagePath } from '../new-region/package-folder.js'

export interface Pattern {
  /** As it was asked for: a province, or the path of a folder. */
  readonly asked: string
  readonly dataset: Dataset
  readonly table: (name: string) => PatternTable | undefined
  /** Text of a file; undefined where the folder has none of that name. */
  readonly text: (file: string) => string | undefined
}

/** A table as cells; the first row of a file names its columns. */
export interface PatternTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A folder of the package that a pattern may be named by, beside provinces: one without villages and towns. */
const SHIPPED = 'finland'

/** The folder that a pattern is asked for by; undefined where it is a province, whose censuses have to be fitted. */
function folderOfPattern(asked: string): string | undefined {
  if (isFolder(asked)) return asked
  return asked.toLowerCase() === SHIPPED ? packagePath('fixtures', SHIPPED) : undefined
}

/** A pattern that is there to be read; undefined for a province. */
export function knownPattern(asked: string): Pattern | undefined {
  const folder = folderOfPattern(asked)
  return folder === undefined ? undefined : patternFrom(asked, loadDataset(folder), filesIn(folder))
}

/** The pattern that a province makes. */
export function provincePattern(asked: string, progress: NewRegionProgress): Pattern {
  const files = newRegion({ province: asked, level: 'city', option: '--pattern' }, '', progress).data
  return patternFrom(asked, loadedFrom(files), files)
}

function patternFrom(asked: string, dataset: Dataset, files: ReadonlyMap<string, string>): Pattern {
  const text = (file: string) => files.get(file)
  refuseUnfit(asked, dataset, files)
  return {
    asked,
    dataset,
    text,
    table: (name) => {
      const own = text(`${name}.csv`)
      if (own === undefined) return undefined
      const [header, ...rows] = splitRecords(own.replace(/^\uFEFF/, '')).rows
      return { header: header.cells, rows: rows.map(({ cells }) => cells) }
    },
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Files of the format in a folder, by name. */
function filesIn(path: string): Map<string, string> {
  const names = readdirSync(path).filter(isDataFile)
  return new Map(names.map((name) => [name, readFileSync(join(path, name), 'utf8')]))
}

/** What a folder lacks to be a pattern is said. */
function refuseUnfit(asked: string, dataset: Dataset, files: ReadonlyMap<string, string>): void {
  const { dims, values, netMigration, schedules } = dataset
  const ofMoves = [
    ...(dataset.destinations && dataset.homes ? [] : ['destinations.csv and homes.csv']),
    ...(values.has('rural_exit_level') && files.has('calibration-draws.csv') ? [] : ['levels of moves that were fitted']),
  ] // biome-ignore format: a list
  const ofNetMigration = [
    ...(netMigration ? [] : ['net_migration.csv']),
    ...(schedules.has('more_net_migrants') ? [] : ['a schedule more_net_migrants']),
  ]
  const lacking = [
    ...(dims.ageWidth === 1 ? [] : ['single years of age']),
    ...(dims.statuses > 1 ? ofMoves : ofNetMigration),
  ]
  if (lacking.length > 0) {
    fail({
      code: 'pattern-unfit',
      where: { file: asked },
      found: `a pattern without ${lacking.join(', ')}`,
      expected:
        'a folder as `cityward new --province` makes it, or one without statuses that has net migration',
    })
  }
}

function loadedFrom(files: ReadonlyMap<string, string>): Dataset {
  const folder = mkdtempSync(join(tmpdir(), 'cityward-new-'))
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text)
    return loadDataset(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** People of the base year in one of the pattern's places, or in all of them together. */
export function peopleIn({ dims, population, baseYear, cities }: Dataset, city?: number): PlacePattern {
  const { values } = population.get(baseYear)!
  const from = city === undefined ? cities.map((_, k) => k) : [city]
  return Array.from({ length: dims.statuses }, (_, status) =>
    Array.from({ length: dims.sexes }, (__, sex) =>
      Array.from({ length: dims.ages }, (___, age) =>
        from.reduce((sum, one) => sum + values[cohortAt(dims, status, sex, age) + one], 0),
      ),
    ),
  )
}
