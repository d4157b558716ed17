/** Death rates that nobody lives by, at their place; and those of folders that are good. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { answerTo, withCopy } from './tiny-folder.js'

/** The answer to a folder whose numbers by age in mortality.csv are all multiplied. */
function multiplied(folder: string, times: number): string {
  return withCopy((copy) => {
    const path = join(copy, 'mortality.csv')
    const [head, ...rows]: string[][] = parse(readFileSync(path, 'utf8'))
    const changed = rows.map((row) =>
      row.map((cell, at) => (/^\d/.test(head[at]) ? String(Number(cell) * times) : `"${cell}"`)),
    )
    writeFileSync(path, `${[head, ...changed].map((row) => row.join(',')).join('\n')}\n`)
    return answerTo(copy)
  }, folder)
}

const PLACE = /^data\/mortality\.csv:\d+:\d+ {2}column 0\n {2}Found a life expectancy at birth of /
const RATES = ['fixtures/template', 'fixtures/guangxi', 'fixtures/guangxi-counties']
const SHARES = readdirSync('fixtures/published')
  .filter((name) => !name.includes('.'))
  .map((name) => join('fixtures/published', name))

describe('death rates', () => {
  it.each(RATES.slice(1))(
    'of %s are told once where they are a thousandth or a tenth of themselves',
    (folder) => {
      for (const [times, back] of [
        [0.001, 1000],
        [0.1, 10],
      ]) {
        const answer = multiplied(folder, times)
        expect(answer).toMatch(PLACE)
        expect(answer).toContain('expected 15 to 105 years.\n')
        expect(answer).toMatch(
          new RegExp(`With every rate times ${back} it would be \\d\\d years\\. {2}\\[life-impossible\\]$`),
        )
        expect(answer.match(/\[life-impossible\]/g)).toHaveLength(1)
      }
    },
  )

  it.each(RATES)('of %s are good as they are', (folder) => {
    expect(multiplied(folder, 1)).toBe('')
  })

  it('of one in a hundred at every age give a hundred years, which may stand', () => {
    expect(multiplied('fixtures/tiny', 1)).toBe('')
    expect(multiplied('fixtures/tiny', 0.9)).toContain('Found a life expectancy at birth of 111.1 years (and')
  })
})

describe('shares who survive', () => {
  it.each(SHARES)('of %s are good as they are, and told where they are halved', (folder) => {
    expect(multiplied(folder, 1)).toBe('')
    const answer = multiplied(folder, 0.5)
    expect(answer).toMatch(PLACE)
    expect(answer).toMatch(/expected 15 to 105 years\. {2}\[life-impossible\]$/)
  })
})
