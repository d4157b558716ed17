/**
 * Women of Burkina Faso, 1960-1965: a folder of women only, whose open age 80+ survives by a share of its own.
 *
 * Published is the Leslie matrix of the step (README.md of mrc-ide/ccmpp.tmb), to seven significant digits.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { population } from '../../src/commands/population.js'

const published = join(import.meta.dirname, '../../fixtures/published')
const [, ...leslie] = readFileSync(join(published, 'burkina-faso-leslie.csv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(',').map(Number))
const OLDEST = leslie.length - 1
/** Half of the last digit printed. */
const ROUNDING = 5e-8

/** Women by age group at a year's end; the columns 80 and 85+ of the folder are the published 80+. */
function women(year: number, scenario = 'burkina-faso-1960.yaml'): number[] {
  let text = ''
  const out = (more: string) => {
    text += more
  }
  population(join(published, scenario), { year, json: true }, out)
  const row: Record<string, number> = JSON.parse(text).find(({ sex }: { sex: string }) => sex === 'female')
  return leslie.map((_, group) => row[5 * group] + (group === OLDEST ? row['85+'] : 0))
}

describe('women of Burkina Faso', () => {
  const [before, after] = [women(1960), women(1965)]

  it('are those of the base year', () => {
    expect(before.reduce((sum, persons) => sum + persons, 0)).toBe(2_304_000)
  })

  it('survive as published, those of 80 and over too', () => {
    for (let group = 1; group <= OLDEST; group++) {
      const from = group === OLDEST ? [group - 1, group] : [group - 1]
      const expected = from.reduce((sum, age) => sum + leslie[age][2] * before[age], 0)
      const bound = from.reduce((sum, age) => sum + ROUNDING * before[age], 0)
      expect(Math.abs(after[group] - expected)).toBeLessThanOrEqual(bound)
    }
  })

  it('bear as many girls who live as published', () => {
    const expected = leslie.reduce((sum, [, girls], age) => sum + girls * before[age], 0)
    const bound = leslie.reduce((sum, [, girls], age) => sum + (girls > 0 ? ROUNDING * before[age] : 0), 0)
    expect(Math.abs(after[0] - expected)).toBeLessThanOrEqual(bound)
  })
})

describe('women of Burkina Faso, open to migration', () => {
  const [, ...rows] = readFileSync(join(published, 'burkina-faso-expected.csv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','))

  it.each(rows)('are those of %s as published, within the last digit printed', (year, ...cells) => {
    // README.md of mrc-ide/ccmpp.tmb: three decimals to 1,033,996.879, two in the year of 1,369,041.17.
    const lived = women(Number(year), 'burkina-faso-2005.yaml')
    cells.forEach((cell, group) => {
      const bound = 0.5 * 10 ** -cell.split('.')[1].length
      expect(Math.abs(lived[group] - Number(cell))).toBeLessThanOrEqual(bound + 1e-9)
    })
  })
})
