/** Demographic tables: what adds up, Box 6.2 of Preston, Heuveline and Guillot (2001), and two cities by hand. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { type PopulationCommandOptions, population } from '../../../src/commands/population.js'
import { DEMOGRAPHIC_TABLES } from '../../../src/studies/demography/table-names.js'

type Record_ = Record<string, string | number>

/** A table as any reader of CSV takes it: numbers where they are numbers, empty cells as text. */
function table(file: string, name: (typeof DEMOGRAPHIC_TABLES)[number], more: PopulationCommandOptions = {}) {
  let text = ''
  const code = population(file, { ...more, table: name }, (some) => {
    text += some
  })
  expect(code).toBe(0)
  return parse(text, {
    columns: true,
    cast: (cell) => (/^-?[\d.]+(e-?\d+)?$/.test(cell) ? Number(cell) : cell),
  }) as Record_[]
}
const sum = (rows: Record_[], column: string) => rows.reduce((all, row) => all + Number(row[column]), 0)
const where = (rows: Record_[], asked: Record_) =>
  rows.filter((row) => Object.entries(asked).every(([column, value]) => row[column] === value))

const SWEDEN = 'fixtures/published/sweden-1993.yaml'
const CANADA = 'fixtures/published/canada-1950.yaml'
const TINY = 'fixtures/cases/tiny.yaml'
/** The same two cities in a nest, as it is written below. */
const NESTED = join(mkdtempSync(join(tmpdir(), 'nested-')), 'nested.yaml')
writeFileSync(
  NESTED,
  readFileSync(TINY, 'utf8')
    .replace('data: ../tiny', `data: ${resolve('fixtures/tiny')}`)
    .replace('population:\n', 'population:\n  nests: [both]\n'),
)
/** The template of places without statuses, in its first two steps. */
const PLACES = join(dirname(NESTED), 'places.yaml')
writeFileSync(
  PLACES,
  readFileSync('fixtures/template-regions/moves/scenario.yaml', 'utf8')
    .replace('data: data', `data: ${resolve('fixtures/template-regions/moves/data')}`)
    .replace('to: 2040', 'to: 2030'),
)
afterAll(() => rmSync(dirname(NESTED), { recursive: true }))
const CONTROLLED = 'fixtures/cases/controls/published.yaml'
const GUANGXI = 'scenarios/guangxi-2023.yaml'

describe('demographic tables', () => {
  it('have the fertility of Box 6.2, its mean age and its births', () => {
    const [, after] = where(table(SWEDEN, 'summary'), { code: 'SWER' })
    // five times the rates printed, 0.0120 to 0.0003; their mean age by the middles of groups
    expect(after.total_fertility).toBeCloseTo(2.085, 12)
    const rates = [0.012, 0.0908, 0.1499, 0.1125, 0.0441, 0.0074, 0.0003]
    const moment = rates.reduce((all, rate, group) => all + rate * (17.5 + 5 * group), 0)
    expect(after.mean_age_at_birth).toBeCloseTo(moment / 0.417, 12)
    // seven whole numbers that add up to 615,989
    expect(Math.abs(Number(after.births) - 615989)).toBeLessThan(3.5)
    expect(after.sex_ratio_at_birth).toBeCloseTo(105, 10)
    // survival is given there in place of death rates
    expect(after.life_expectancy_0_female).toBe('')
    expect(table(SWEDEN, 'life-tables')).toEqual([])
    const births = where(table(SWEDEN, 'births'), { code: 'SWER' })
    expect(births.map(({ age, age_to }) => [age, age_to])).toEqual(
      rates.map((_, at) => [15 + 5 * at, 19 + 5 * at]),
    )
    births.forEach(({ rate }, at) => {
      expect(rate).toBeCloseTo(rates[at], 14)
    })
  })

  it('know the net migrants of Box 6.2 by age, at the age that they have at the end', () => {
    const rows = where(table(SWEDEN, 'net-migration'), { code: 'SWER', sex: 'female' })
    // half come before the deaths and are a group older at the end
    const given = [
      6840, 4150, 3365, 5270, 9240, 8230, 5470, 3155, 1770, 1115, 1075, 845, 645, 530, 465, 300, 250, 175,
    ]
    rows.forEach((row, at) => {
      const before = at === given.length - 1 ? given[at - 1] + given[at] : (given[at - 1] ?? 0)
      expect(row.given, `age ${row.age}`).toBeCloseTo((before + given[at]) / 2, 6)
    })
  })

  it.each([
    ['Canada, moves at the end of the year', CANADA],
    ['two cities', TINY],
    ['places that exchange people without statuses', PLACES],
  ])('carry every cohort of %s from one year to the next', (_, file) => {
    const deaths = table(file, 'deaths')
    const net = table(file, 'net-migration')
    const births = table(file, 'summary')
    const ages = [...new Set(net.map(({ age }) => Number(age)))]
    const key = ({ year, code, sex, age }: Record_) => [year, code, sex, age].join()
    const peopleAt = new Map(net.map((row) => [key(row), Number(row.people)]))
    const died = new Map(deaths.map((row) => [key(row), Number(row.deaths)]))
    const born = new Map(births.map((row) => [`${row.year},${row.code}`, row]))
    const [width, last] = [ages[1], ages.at(-1)!]
    const gaps = net.flatMap((row) => {
      const { year, code, sex, age } = row
      const peopleOf = (group: number) =>
        peopleAt.get(key({ year: Number(year) - width, code, sex, age: group }))
      const entered =
        age === 0 ? born.get(`${year},${code}`)![`births_${sex}`] : peopleOf(Number(age) - width)
      if (entered === undefined) return []
      const stayed = age === last ? peopleOf(last)! : 0
      return [Math.abs(Number(entered) + stayed - died.get(key(row))! + Number(row.net) - Number(row.people))]
    })
    expect(gaps.length).toBeGreaterThan(net.length / 3)
    expect(Math.max(...gaps)).toBeLessThan(1e-6)
  })

  it.each([
    [TINY, 2021],
    [NESTED, 2021],
    [PLACES, 2025],
  ])('have flows of %s that are its moves in and out', (file, year) => {
    const flows = table(file, 'flows', { year })
    const growth = where(table(file, 'growth', { year }), { group: 'residents' })
    const net = new Map<string, number>()
    for (const { from_code, to_code, people } of flows) {
      const kind = [from_code, to_code].includes('outside') ? 'outside' : 'between'
      for (const [code, sign] of [
        [from_code, -1],
        [to_code, 1],
      ] as const)
        net.set(`${code} ${kind}`, (net.get(`${code} ${kind}`) ?? 0) + sign * Number(people))
    }
    for (const { code, between_places, outside } of growth) {
      if (!net.has(`${code} between`)) continue
      expect(net.get(`${code} between`)).toBeCloseTo(Number(between_places), 6)
      expect(net.get(`${code} outside`)).toBeCloseTo(Number(outside), 6)
    }
    expect(sum(flows, 'people')).toBeGreaterThan(0)
  })

  it('decompose growth so that it adds up, for residents, townspeople and villagers', () => {
    const rows = table(GUANGXI, 'growth', { year: 2023 })
    expect(rows).toHaveLength(3 * 15)
    for (const row of rows) {
      const parts = ['natural', 'beyond_place', 'within_place', 'reclassified'].map((part) =>
        Number(row[part]),
      )
      const change = Number(row.people_after) - Number(row.people_before)
      expect(parts.reduce((all, part) => all + part, 0)).toBeCloseTo(change, 4)
    }
    const [all, urban, rural] = rows
    expect(Number(urban.people_after) + Number(rural.people_after)).toBeCloseTo(Number(all.people_after), 4)
  })

  it('say of two cities what can be counted by hand', () => {
    // births and deaths are off in beds.yaml: nobody dies, and life has no end
    const rows = table('fixtures/cases/beds.yaml', 'summary', { year: 2022 })
    for (const row of rows) {
      expect([row.births, row.deaths, row.total_fertility]).toEqual([0, 0, 0])
      expect(row.life_expectancy_0_both).toBe('Infinity')
    }
  })

  it('have what scaling to published totals added as an item of its own', () => {
    const [region, , beta] = where(table(CONTROLLED, 'growth'), { year: 2025 })
    // as fixtures/cases/controls/published.yaml works it out
    expect([region.people_before, region.control_adjustment, region.people_after]).toEqual([1200, 60, 1260])
    expect(beta.control_adjustment).toBeCloseTo(-22, 9)
    const [summary] = where(table(CONTROLLED, 'summary'), { year: 2025 })
    expect(summary.control_adjustment).toBeCloseTo(60, 9)
    expect(table(TINY, 'summary')[0]).not.toHaveProperty('control_adjustment')
    const [all, , alpha] = table(CONTROLLED, 'controls')
    expect([all.projected, all.published]).toEqual([1200, 1260])
    expect([all.adjustment, all.adjustment_percent]).toEqual([60, 5])
    expect([alpha.place, alpha.adjustment_percent]).toEqual(['Alpha', 10.25])
  })

  it('have years and ages in whole numbers, and no sex that is read as a truth', () => {
    for (const name of DEMOGRAPHIC_TABLES) {
      const rows = table(name === 'controls' ? CONTROLLED : TINY, name)
      expect(rows.length, name).toBeGreaterThan(0)
      for (const row of rows.slice(0, 200)) {
        for (const column of ['year', 'age'])
          if (column in row) expect(Number.isInteger(row[column])).toBe(true)
        if ('sex' in row) expect(['male', 'female', 'both']).toContain(row.sex)
        expect(Object.values(row)).not.toContain('F')
      }
    }
  })

  it('are written side by side into a folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tables-'))
    let said = ''
    population(TINY, { tables: folder }, (text) => {
      said += text
    })
    const names = DEMOGRAPHIC_TABLES.filter((name) => name !== 'controls')
    expect(said.trim().split('\n')).toEqual(names.map((name) => join(folder, `${name}.csv`)))
    expect(readFileSync(join(folder, 'flows.csv'), 'utf8')).toMatch(
      /^year,from_code,from_place,to_code,to_place,people\n\d/,
    )
    rmSync(folder, { recursive: true })
  })

  it('leave out the men of a folder of women', () => {
    const BURKINA = 'fixtures/published/burkina-faso-1960.yaml'
    const rows = table(BURKINA, 'deaths')
    expect(new Set(rows.map(({ sex }) => sex))).toEqual(new Set(['female']))
    const [, after] = table(BURKINA, 'summary')
    expect([after.deaths_male, after.life_expectancy_0_male, after.birth_rate]).toEqual(['', '', ''])
    expect(after.deaths).toBe(after.deaths_female)
    expect(table(BURKINA, 'growth')).toEqual([])
  })
})
