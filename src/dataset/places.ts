/** places.csv: the region and its cities. groups.csv: named groups of cities. */
import { join } from 'node:path'
import { placesNamed, toldApart } from '../vocabulary/place-names.js'
import type { Place, Source } from './dataset.js'
import { codesText, Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import { type Findings, offerNearest, quoted } from './reading/findings.js'
import type { Folder } from './reading/folder.js'
import type { NumberRange } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import type { CsvRow } from './reading/records.js'

const REQUIRED = ['code', 'kind', 'name_en', 'name_zh', 'source', 'quality', 'note']
const OPTIONAL = ['longitude', 'latitude', 'column', 'row']
const KINDS = ['region', 'city'] as const

const degrees = (most: number): NumberRange => ({
  low: -most,
  high: most,
  code: 'place-not-on-earth',
  expected: `degrees from -${most} to ${most}`,
})
const TILE: NumberRange = {
  low: 0,
  high: 1000,
  code: 'place-not-on-grid',
  expected: 'a place on the grid, from 0',
}

/**
 * The region and its cities, in the order of the file. A region without cities is its own only city. Of cities with one
 * name each has its code behind it.
 */
export class Places {
  readonly cities: readonly Place[]
  readonly codes: readonly string[]
  private readonly indices: ReadonlyMap<string, number>

  constructor(
    readonly region: Place,
    cities: readonly Place[],
  ) {
    this.cities = toldApart(cities)
    this.codes = cities.map((city) => city.code)
    this.indices = new Map(this.codes.map((code, index) => [code, index]))
  }

  isRegionOnly(code: string): boolean {
    return code === this.region.code && !this.indices.has(code)
  }

  /** Index of the city a cell names; -1, reported, if it is none. */
  city(reader: Reader, row: CsvRow, column: string): number {
    const code = reader.text(row, column)
    const index = this.indices.get(code)
    if (index !== undefined) return index
    const hint = this.isRegionOnly(code) ? 'This table wants a row for each city.' : this.meant(code)
    const expected = `a city code: ${codesText(this.codes)}`
    reader.report(row, column, 'place-unknown', `the place ${quoted(code)}`, expected, hint)
    return -1
  }

  /** Indices of the cities a cell stands for: all of them for the region's code; none, reported, if unknown. */
  cover(reader: Reader, row: CsvRow, column: string): number[] {
    const code = reader.text(row, column)
    if (this.isRegionOnly(code)) return this.codes.map((_, index) => index)
    const index = this.indices.get(code)
    if (index !== undefined) return [index]
    const expected = `the region ${this.region.code} or a city code: ${codesText(this.codes)}`
    reader.report(row, column, 'place-unknown', `the place ${quoted(code)}`, expected, this.meant(code))
    return []
  }

  /** The likely slip: a name in place of the code, or a misspelt code. */
  private meant(written: string): string | undefined {
    const places = [this.region, ...this.cities]
    const codes = placesNamed(places, written).map((index) => places[index].code)
    if (codes.length > 0) return `Write the code of ${written}, ${codes.join(' or ')}.`
    return offerNearest(written, this.codes)
  }
}

/** The places; undefined where there is no region row. */
export function readPlaces(
  folder: Folder,
  regionCode: string | undefined,
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): Places | undefined {
  const table = readTable(folder, 'places.csv', { required: REQUIRED, optional: OPTIONAL }, findings)
  if (!table) return undefined
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['code'])
  const places = table.rows
    .map((row) => readPlace(reader, row, coverage))
    .filter((place) => place !== undefined)
  const regions = places.filter((place) => place.kind === 'region')
  const cities = places.filter((place) => place.kind === 'city')
  if (regionCode === undefined) return undefined
  if (regions.length === 1 && regions[0].code === regionCode) {
    return new Places(regions[0], cities.length > 0 ? cities : regions)
  }
  findings.report({
    code: 'region-missing',
    where: { file: join(folder.path, 'places.csv') },
    found:
      regions.length === 0 ? 'no region' : `the region ${regions.map(({ code }) => quoted(code)).join(', ')}`,
    expected: `one row of kind region, with the code ${quoted(regionCode)} as in data.yaml`,
  })
  return undefined
}

const NAME = 'a name in English or Chinese'

function readPlace(reader: Reader, row: CsvRow, coverage: Coverage): Place | undefined {
  const code = reader.required(row, 'code', 'a code')
  const kind = reader.word(row, 'kind', KINDS, 'kind-unknown')
  const optional = (column: string, range: NumberRange) =>
    reader.has(column) ? reader.optionalNumber(row, column, range) : undefined
  const place: Place = {
    code,
    kind: kind === 0 ? 'region' : 'city',
    name: reader.bilingual(row, 'name', NAME),
    longitude: optional('longitude', degrees(180)),
    latitude: optional('latitude', degrees(90)),
    column: optional('column', TILE),
    row: optional('row', TILE),
  }
  reader.provenance(row)
  return code !== '' && coverage.claim(row, [code]) ? place : undefined
}

/** City indices of every group, in the order of groups.csv. */
export function readGroups(
  folder: Folder,
  places: Places,
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  const required = ['group', 'code', 'source', 'quality', 'note']
  const table = readTable(folder, 'groups.csv', { required }, findings)
  if (!table) return groups
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['group', 'code'])
  for (const row of table.rows) {
    const group = reader.required(row, 'group', 'the name of a group')
    const city = places.city(reader, row, 'code')
    reader.provenance(row)
    if (city < 0 || group === '' || !coverage.claim(row, [group, reader.text(row, 'code')])) continue
    groups.set(group, [...(groups.get(group) ?? []), city])
  }
  return groups
}
