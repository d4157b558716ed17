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

/** A folder of this path, or else a province of that name, whose censuses are fitted. */
export function patternOf(asked: string, progress: NewRegionProgress): Pattern {
  const files = isFolder(asked)
    ? filesIn(asked)
    : newRegion({ province: asked, level: 'city', option: '--pattern' }, '', progress).data
  const text = (file: string) => files.get(file)
  const dataset = datasetOf(asked, files)
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

/** The folder loaded, and fit to be a pattern. */
function datasetOf(asked: string, files: ReadonlyMap<string, string>): Dataset {
  const dataset = isFolder(asked) ? loadDataset(asked) : loadedFrom(files)
  const { dims, values } = dataset
  const lacking = [
    ...(dims.statuses === 1 ? ['villagers and townspeople told apart'] : []),
    ...(dims.ageWidth === 1 ? [] : ['single years of age']),
    ...(dataset.destinations && dataset.homes ? [] : ['destinations.csv and homes.csv']),
    ...(values.has('rural_exit_level') && files.has('calibration-draws.csv') ? [] : ['levels of moves that were fitted']),
  ] // biome-ignore format: a list
  if (lacking.length > 0) {
    fail({
      code: 'pattern-unfit',
      where: { file: asked },
      found: `a pattern without ${lacking.join(', ')}`,
      expected: 'a folder as `cityward new --province` makes it',
    })
  }
  return dataset
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
