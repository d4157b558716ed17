/** What rows of values.csv say of each other: one row that holds, one year for all cities, cities that add up. */
import { parseUnit } from '../../vocabulary/units.js'
import type { Provenance } from '../dataset.js'
import type { Reader } from '../reading/cells.js'
import type { CsvRow } from '../reading/records.js'
import { tidy } from '../schedules.js'
import type { TableContext } from '../table-context.js'

export interface ReadValue {
  readonly row: CsvRow
  readonly code: string
  readonly cities: readonly number[]
  readonly year: number
  readonly value: number
  readonly provenance: Provenance
}

/** Boys per girl of large populations. */
const [FEWEST_BOYS, MOST_BOYS] = [1, 1.3]
/** By how much a region may differ from its cities, as a share: published numbers are rounded. */
const CLOSE = 0.005

/** A ratio that no large population has, and yet a number that one might write. */
export function checkBoys(reader: Reader, row: CsvRow, boys: number): void {
  if (Number.isNaN(boys) || (boys >= FEWEST_BOYS && boys <= MOST_BOYS)) return
  const expected = `${FEWEST_BOYS} to ${MOST_BOYS} boys per girl, as large populations have`
  const hint = boys < 1 ? `If these are girls per boy, write ${(1 / boys).toFixed(3)}.` : undefined
  reader.warn(row, 'value', 'sex-ratio-unusual', reader.text(row, 'value'), expected, hint)
}

/**
 * rows    of one value
 * chosen  of each place the one that holds in the base year
 */
export function checkRowsOfValue(
  { places, header }: TableContext,
  reader: Reader,
  name: string,
  rows: readonly ReadValue[],
  chosen: readonly ReadValue[],
): void {
  const byCode = new Map(chosen.toReversed().map((one) => [one.code, one]))
  for (const { row, code, year } of rows) {
    const held = byCode.get(code)
    if (!held || year <= held.year) continue
    const found = `a row of ${year} for ${code}, after that of ${held.year} which holds in every year`
    const expected = 'one number for all years of a projection'
    const hint = `Let the scenario change it: by_year, or data(${name}) times what changes.`
    reader.report(row, 'year', 'series-not-read', found, expected, hint)
  }
  const later = chosen.find(({ year }) => year > header.baseYear + header.ageWidth)
  if (later) {
    const found = `${name} of ${later.year}, used from ${header.baseYear} on`
    reader.warn(later.row, 'year', 'year-later', found, `a number of ${header.baseYear} or before`)
  }
  const ofCities = chosen.filter(({ code }) => !places.isRegionOnly(code))
  const other = ofCities.find(({ year }) => year !== ofCities[0].year)
  if (other) {
    const found = `${name} of ${other.year} for ${other.code}, and of ${ofCities[0].year} for ${ofCities[0].code}`
    reader.warn(other.row, 'year', 'years-differ', found, 'one year for all cities')
  }
  const region = chosen.find(({ code }) => places.isRegionOnly(code))
  if (region && ofCities.length === places.cities.length) checkSum(reader, name, region, ofCities)
}

/** A count of the region is the sum of its cities; shares and rates are not. */
function checkSum(reader: Reader, name: string, region: ReadValue, ofCities: readonly ReadValue[]): void {
  const powers = Object.values(parseUnit(region.provenance.unit) ?? {})
  if (powers.length === 0 || powers.some((power) => power < 0)) return
  const sum = ofCities.reduce((total, { value }) => total + value, 0)
  if (Number.isNaN(sum) || Math.abs(sum - region.value) <= CLOSE * Math.abs(region.value)) return
  const found = `${name} of ${tidy(region.value)} for ${region.code}`
  const expected = `${tidy(sum)}, the sum of its ${ofCities.length} cities, which are used`
  reader.warn(region.row, 'value', 'sum-of-cities', found, expected)
}
