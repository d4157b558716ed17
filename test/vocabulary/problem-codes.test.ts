/** Every code of a problem is one of the list, is given somewhere, and stands in docs/problem-codes.md. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROBLEM_CODES } from '../../src/vocabulary/problem-codes.js'

const CODES: readonly string[] = Object.values(PROBLEM_CODES).flat()
const LIST = 'vocabulary/problem-codes.ts'
/** The compiler holds every code to the list; these are built of a word and an ending. */
const BUILT = /-(?:unknown|changed)$/

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && name !== LIST)
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n')

const rows = readFileSync('docs/problem-codes.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split(' | '))

const isGiven = (code: string) =>
  sources.includes(`'${code}'`) || (BUILT.test(code) && sources.includes(`'${code.replace(BUILT, '')}'`))

describe('problem codes', () => {
  it('are each in one group', () => {
    expect(CODES.length).toBeGreaterThan(200)
    expect(CODES.filter((code, index) => CODES.indexOf(code) < index)).toEqual([])
  })

  it('are each given somewhere', () => {
    expect(CODES.filter((code) => !isGiven(code))).toEqual([])
  })

  it('name the thing before what is wrong with it', () => {
    const stateFirst = /^(?:unknown|unreadable|missing|bad|wrong|duplicate|empty|several|mixed|too-many)-/
    expect(CODES.filter((code) => stateFirst.test(code))).toEqual([])
  })

  it('stand in docs/problem-codes.md in the same order, each with its meaning and an example', () => {
    expect(rows.map(([code]) => code.replace('| `', '').replace('`', ''))).toEqual(CODES)
    for (const [code, meaning, example] of rows) {
      expect(meaning, code).toMatch(/\w{3}/)
      expect(example, code).toMatch(/^(?:Found .+; expected .+\.|[^F].+) \|$/)
    }
  })
})
