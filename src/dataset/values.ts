/** values.csv: single numbers by place, such as school places, beds, the sex ratio at birth. */
import { hundredth } from '../vocabulary/numbers.js'
import { PURE, parseUnit, sameUnit } from '../vocabulary/units.js'
import { checkBoys, checkRowsOfValue, type ReadValue } from './checks/value-checks.js'
import type { NamedValue, SexRatio } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import { ANY, type NumberRange } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import type { CsvRow } from './reading/records.js'
import type { TableContext } from './table-context.js'
import { yearInForce } from './year-in-force.js'

const COLUMNS = ['code', 'variable', 'year', 'value', 'unit', 'source', 'quality', 'note']
const SEX_RATIO = 'sex_ratio_at_birth'
const BOYS: NumberRange = {
  low: 0.8,
  high: 1.5,
  code: 'rate-out-of-range',
  expected: 'boys per girl from 0.8 to 1.5, such as 1.05',
  slip: (boys) => {
    // more boys than girls are born everywhere: below a half it is the share of girls
    if (boys >= 0.5 && boys < 0.55)
      return `If this is the share of boys, write ${(boys / (1 - boys)).toFixed(3)}.`
    if (boys > 0.45 && boys < 0.5)
      return `If this is the share of girls, write ${((1 - boys) / boys).toFixed(3)}.`
    return boys > 50 && boys < 200 ? `If this is for 100 girls, write ${boys / 100}.` : undefined
  },
  ofPercent: (boys) => `Write ${hundredth(boys)}, boys for one girl.`,
}

export interface Values {
  readonly values: Map<string, NamedValue>
  readonly sexRatioAtBirth: Map<number, SexRatio>
}

/** Values by name, each place's of the last year on or before the base year, and boys per girl by year. */
export function readValues(context: TableContext): Values {
  const { folder, places, sources, findings } = context
  const values = new Map<string, NamedValue>()
  const sexRatioAtBirth = new Map<number, SexRatio>()
  const table = readTable(folder, 'values.csv', { required: COLUMNS }, findings)
  if (!table) return { values, sexRatioAtBirth }
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['variable', 'code', 'year'])
  const byName = new Map<string, ReadValue[]>()
  for (const row of table.rows) {
    const name = reader.required(row, 'variable', 'the name of a value')
    const read = readValue(context, reader, row, name === SEX_RATIO ? BOYS : ANY)
    if (!read || name === '' || !coverage.claim(row, [name, read.code, read.year])) continue
    const others = byName.get(name)
    if (others) others.push(read)
    else byName.set(name, [read])
    if (name === SEX_RATIO) addSexRatio(context, reader, read, sexRatioAtBirth)
  }
  for (const [name, rows] of byName) values.set(name, named(context, reader, name, rows))
  const given = table.rows.some((row) => reader.text(row, 'variable') === SEX_RATIO)
  if (sexRatioAtBirth.size === 0 && !given && table.skipped === 0) {
    findings.report({
      code: 'rows-missing',
      where: { file: table.file },
      found: `no row for ${SEX_RATIO}, ${places.region.code}`,
      expected: 'boys per girl at birth in the region, for at least one year',
    })
  }
  return { values, sexRatioAtBirth }
}

/** One ratio holds for all cities, from its year on. */
function addSexRatio(
  { places }: TableContext,
  reader: Reader,
  read: ReadValue,
  ratios: Map<number, SexRatio>,
): void {
  const { row, code, year, value, provenance } = read
  checkBoys(reader, row, value)
  if (code === places.region.code) {
    ratios.set(year, { boysPerGirl: value, provenance })
    return
  }
  const expected = `the region ${places.region.code}, whose ratio holds for all cities`
  reader.report(row, 'code', 'place-unknown', `a ratio of the city ${code}`, expected)
}

function readValue(
  { places }: TableContext,
  reader: Reader,
  row: CsvRow,
  range: NumberRange,
): ReadValue | undefined {
  const cities = places.cover(reader, row, 'code')
  const year = reader.year(row)
  const value = reader.number(row, 'value', range)
  const provenance = reader.provenance(row, [])
  if (cities.length === 0 || Number.isNaN(year)) return undefined
  return { row, code: reader.text(row, 'code'), cities, year, value, provenance }
}

function named(context: TableContext, reader: Reader, name: string, rows: readonly ReadValue[]): NamedValue {
  const { places, header } = context
  const units = rows.map(({ provenance }) => provenance.unit)
  const unitText = units.find((text) => parseUnit(text) !== undefined) ?? ''
  for (const { row, provenance } of rows) {
    if (provenance.unit === unitText) continue
    const own = parseUnit(provenance.unit)
    if (own === undefined || isSame(provenance.unit, unitText)) continue
    const expected = `${unitText} as for the other rows of "${name}"`
    reader.report(row, 'unit', 'unit-wrong', `"${provenance.unit}"`, expected)
  }
  const chosen = rowsInForce(rows, header.baseYear)
  if (name !== SEX_RATIO) checkRowsOfValue(context, reader, name, rows, chosen)
  const ofCities = chosen.filter(({ code }) => !places.isRegionOnly(code))
  const ofRegion = chosen.find(({ code }) => code === places.region.code)
  const cities = new Float64Array(places.cities.length).fill(Number.NaN)
  for (const { cities: own, value } of ofCities) cities[own[0]] = value
  return {
    name,
    year: Math.max(...chosen.map(({ year }) => year)),
    unit: parseUnit(unitText) ?? PURE,
    unitText,
    cities: ofCities.length > 0 ? cities : undefined,
    region: ofRegion?.value,
    provenance: chosen.map(({ provenance }) => provenance),
  }
}

/** Of each place the row that holds in the base year. */
function rowsInForce(rows: readonly ReadValue[], baseYear: number): ReadValue[] {
  const years = new Map<string, number[]>()
  for (const { code, year } of rows) years.set(code, [...(years.get(code) ?? []), year])
  return rows.filter(({ code, year }) => year === yearInForce(years.get(code) ?? [], baseYear))
}

/** The same unit in other words; `percent` is not the same as `share`. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [parseUnit(a), parseUnit(b)]
  const pureWords = one !== undefined && sameUnit(one, PURE)
  return one !== undefined && other !== undefined && sameUnit(one, other) && !pureWords
}
