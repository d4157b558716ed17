/** `cityward population` on Box 6.2 of Preston, Heuveline and Guillot (2001), and on a region with two cities. */
import { describe, expect, it } from 'vitest'
import { type PopulationCommandOptions, population } from '../../src/commands/population.js'

const SWEDEN = 'fixtures/published/sweden-1993.yaml'
const BEDS = 'fixtures/cases/beds.yaml'

function printed(file: string, options: PopulationCommandOptions = {}): string {
  let text = ''
  const code = population(file, options, (more) => {
    text += more
  })
  expect(code).toBe(0)
  return text
}
const cells = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .map((line) => line.split(','))

describe('cityward population of a folder of women only', () => {
  const BURKINA = 'fixtures/published/burkina-faso-1960.yaml'
  it('shows women, and leaves out the boys who are lived with them', () => {
    const [heading, ...rows] = cells(printed(BURKINA, { csv: true, year: 1965 }))
    expect(rows.map((row) => row[heading.indexOf('sex')])).toEqual(['female'])
    const women = rows[0].slice(5).reduce((sum, text) => sum + Number(text), 0)
    const [, after] = JSON.parse(printed(BURKINA, { json: true, components: true }))
    expect(after.people).toBeCloseTo(women, 6)
    const screen = printed(BURKINA)
    expect(screen).toContain('women at the end of')
    expect(screen).not.toMatch(/both|male {2}female/)
    expect(printed(BURKINA, { components: true })).toContain('births, deaths and moves are of both sexes')
  })
})

describe('cityward population', () => {
  it('prints people by place, status, sex and age, laid out as population.csv', () => {
    const [heading, ...rows] = cells(printed(SWEDEN, { csv: true, year: 1998 }))
    expect(heading.slice(0, 7)).toEqual(['year', 'code', 'status', 'sex', 'unit', '0', '5'])
    expect(heading.at(-1)).toBe('85+')
    const women = rows.find((row) => row[1] === 'SWER' && row[3] === 'female')!
    // Box 6.2 in whole persons.
    expect(women.slice(5, 8).map((text) => Math.round(Number(text)))).toEqual([302392, 298682, 252007])
    expect(rows.map((row) => row.slice(0, 4).join(' '))).toEqual([
      '1998 SWER all male',
      '1998 SWER all female',
      '1998 SWE all male',
      '1998 SWE all female',
    ])
  })

  it('prints the components of every step, which add up to the change', () => {
    const rows = JSON.parse(printed(SWEDEN, { json: true, components: true }))
    const [before, , after] = rows as Record<string, number>[]
    expect(before.births).toBe(0)
    // Box 6.2: births by age of mother, seven whole numbers that add up to 615,989.
    expect(Math.abs(after.births - 615989)).toBeLessThan(3.5)
    const change = after.births - after.deaths + after.net_migration
    expect(after.people - before.people).toBeCloseTo(change, 6)
  })

  it('prints what changed the people of the region on the screen', () => {
    const lines = printed(SWEDEN, { components: true }).trim().split('\n')
    expect(lines[0]).toBe('Sweden, people by year. Policy: As published; every uncertainty at its median.')
    expect(lines.at(-3)).toMatch(/^1998 +9,030,111 +615,988 +486,513 +105,780$/)
  })

  it('prints people by age and sex on the screen, and where the rest is', () => {
    const lines = printed(SWEDEN).trim().split('\n')
    expect(lines[0]).toMatch(/^Sweden, people at the end of 1998\./)
    expect(lines[4]).toMatch(/^ +0-4 +317,340 +302,392 +619,732$/)
    expect(lines.at(-3)).toMatch(/^ +80\+ +274,531 +274,531 +549,061$/)
    expect(lines.at(-1)).toBe('--csv prints every place, status and age.')
  })

  it('adds cities up to the region', () => {
    const rows = cells(printed(BEDS, { csv: true })).slice(1)
    const years = new Set(rows.map(([year]) => year))
    expect(rows.length % years.size).toBe(0)
    const people = (row: string[]) => row.slice(5).reduce((sum, text) => sum + Number(text), 0)
    const region = rows[0][1]
    const total = (whole: boolean) =>
      rows.filter((row) => (row[1] === region) === whole).reduce((sum, row) => sum + people(row), 0)
    expect(total(true)).toBeCloseTo(total(false), 6)
  })

  it('refuses years and policies that are not there', () => {
    expect(() => printed(SWEDEN, { year: 1995 })).toThrow('Found no year "1995"; expected one of 1993, 1998.')
    expect(() => printed(SWEDEN, { policy: 'plan' })).toThrow('Found no policy "plan"')
  })
})
