/** What a province's backtest.csv says of forecasts from what was known in 2010 and 2015: rows of the kept validation (docs/validation.md). */
import { expect, it } from 'vitest'
import { recordedRows, withRecorded } from '../../../src/calibration/backtest-file.js'
import { SUBJECTS } from '../../../src/calibration/past/subjects.js'
import { splitRecords } from '../../../src/dataset/reading/records.js'
import { chinaTable } from '../../../src/studies/new-region/china-tables.js'
import { withKeptRecord } from '../../../src/studies/new-region/rolled-record.js'

const OWN = `from,year,subject,method,unit,mean_error,region_error,crps,held50,held80,held95,source,quality,note
2010,2020,people,model,percent,2,1,1.5,0.5,0.75,1,D_CALIBRATION,estimate,"halves, in turn"
`

const of = (code: string) => chinaTable('rolled').filter(({ province }) => province === code)
const cellsOf = (text: string) => splitRecords(text).rows.map(({ cells }) => cells)

it('stands behind the rows of its own halves, each with what it knew', () => {
  const [header, own, ...rolled] = cellsOf(withKeptRecord(OWN, { rolled: of('43'), pooled: [] }))
  expect(own).toEqual([...cellsOf(OWN)[1], 'other_cities', ''])
  expect(new Set(rolled.map((row) => row[header.indexOf('knew')]))).toEqual(new Set(['earlier_years']))
  // Hunan from 2010: 4.4 points in its 14 places, 4.8 too low as a whole
  expect(rolled[0].slice(0, 7)).toEqual(['2010', '2020', 'urban_share', 'model', 'point', '4.382', '-4.816'])
  expect(rolled[0].every((cell) => cell !== '')).toBe(true)
})

it('stands alone where no place was held out, and is there for every province', () => {
  const provinces = new Set(chinaTable('rolled').map(({ province }) => province))
  expect(provinces.size).toBe(31)
  for (const province of provinces)
    expect(cellsOf(withKeptRecord(undefined, { rolled: of(province), pooled: [] })).length).toBeGreaterThan(
      20,
    )
})

it('is kept where the backtest is done again', () => {
  const before = withKeptRecord(OWN, { rolled: of('43'), pooled: [] })
  expect(withRecorded(OWN, recordedRows(before))).toBe(before)
  expect(withRecorded(OWN, recordedRows(OWN))).toBe(OWN)
})

it('has the record of all provinces before it, with the places that it is of', () => {
  const [header, ...rows] = cellsOf(withKeptRecord(OWN, { rolled: of('43'), pooled: chinaTable('pooled') }))
  const pooled = rows.filter((row) => row[header.indexOf('knew')] === 'all_provinces')
  // one row a subject, all of the same places
  expect(pooled.map((row) => row[header.indexOf('subject')])).toEqual([...SUBJECTS])
  expect(new Set(pooled.map((row) => row[header.indexOf('places')])).size).toBe(1)
  expect(recordedRows(withKeptRecord(OWN, { rolled: [], pooled: chinaTable('pooled') }))).toEqual(pooled)
})
