/** Death rates that nobody lives by, at their place; and those of folders that are good. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDatasetOrProblems } from '../../src/dataset/load.js'
import { answerTo, withCopy } from './tiny-folder.js'

/** Columns of mortality.csv before the ages, with and without quotation marks. */
const BEFORE_AGES = 8

/** The answer to a folder whose numbers by age are all multiplied. */
function multiplied(folder: string, times: number): string {
  return withCopy((copy) => {
    const path = join(copy, 'mortality.csv')
    const [head, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n')
    const changed = rows.map((row) => {
      const cells = row.match(/("[^"]*"|[^,]*)(,|$)/g)!.filter((cell) => cell !== '')
      return cells
        .map((cell, at) => (at < BEFORE_AGES ? cell : `${Number.parseFloat(cell) * times}${cell.endsWith(',') ? ',' : ''}`))
        .join('')
    })
    writeFileSync(path, `${[head, ...changed].join('\n')}\n`)
    return answerTo(copy)
  }, folder)
}

describe('a table of death rates', () => {
  it.each(['fixtures/template', 'fixtures/guangxi', 'fixtures/guangxi-counties'])(
    'of %s is told where it is a thousandth or a tenth of itself, with the factor',
    (folder) => {
      const answer = multiplied(folder, 0.001)
      expect(answer).toMatch(
        /^data\/mortality\.csv:2:\d+ {2}column 0\n {2}Found a life expectancy at birth of more than 1000 years.*; expected 15 to 105 years\.\n {2}With every rate times 1000 it would be \d\d years\. {2}\[life-impossible\]/,
      )
      expect(multiplied(folder, 0.1)).toMatch(/With every rate times 10 it would be \d\d years\. {2}\[life-impossible\]/)
      expect(multiplied(folder, 1)).toBe('')
    },
  )
})

describe('shares who survive', () => {
  it('are told where nobody dies, or hardly anybody lives', () => {
    const folder = 'fixtures/published/burkina-faso-1960'
    const answer = multiplied(folder, 0.5)
    expect(answer).toMatch(
      /^data\/mortality\.csv:2:\d+ {2}column 0\n {2}Found a life expectancy at birth of 2\.\d years.*; expected 15 to 105 years\. {2}\[life-impossible\]/,
    )
  })

  it.each(readdirSync('fixtures/published').filter((name) => !name.includes('.')))('of %s are good', (name) => {
    expect(loadDatasetOrProblems(join('fixtures/published', name)).problems).toEqual([])
  })
})
