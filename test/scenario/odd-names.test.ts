/** Names that every object of the language has: they are names like others, or refused in words. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { amount } from '../../src/report/words/numbers.js'
import { formatProblem } from '../../src/vocabulary/problems.js'
import { answerTo, answerToChange, replaced, TINY } from './tiny-scenario.js'

it('may be units', () => {
  expect(amount(1234.5, 'constructor')).toBe('1,230')
})

it('may be levers, whose slips have no hint of ours', () => {
  expect(answerToChange('levers:\n', 'levers:\n  constructor: 3\n')).toBe(
    `tiny.yaml:22:16  levers.constructor
  Found 3; expected a map of fields.  [type-wrong]`,
  )
})

it.each(['constructor', '__proto__', 'toString'])('may be lines, such as %s', (name) => {
  const parent = mkdtempSync(join(tmpdir(), 'cityward-'))
  try {
    cpSync('fixtures/tiny', join(parent, 'tiny'), { recursive: true })
    for (const table of ['lines.csv', 'travel_times.csv']) {
      const file = join(parent, 'tiny', table)
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('alpha_beta', name))
    }
    mkdirSync(join(parent, 'cases'))
    writeFileSync(join(parent, 'cases', 'tiny.yaml'), TINY)
    expect(answerTo(join(parent, 'cases'), 'tiny.yaml')).toBe('a plan of 2 policies')
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
})

it('are shown with what a terminal would obey taken out', () => {
  const where = { file: 'a\u001b[2J.yaml', line: 1 }
  const problem = { code: 'name-wrong' as const, where, found: 'x\u009by\u202e', expected: 'a\nb' }
  expect(formatProblem(problem)).toBe('a?[2J.yaml:1\n  Found x?y?; expected a?b.  [name-wrong]')
})

it('may have more values than a call can take', () => {
  const values = `[${'1,'.repeat(200_000)}1]`
  const change = `levels:\n    fertility: many`
  const uncertainty = `uncertainties:
  many:
    { title: { en: m, zh: m }, unit: ratio, because: a test, source: judgement, distribution: { kind: empirical, values: ${values} } }`
  const text = replaced(TINY, 'uncertainties:', uncertainty)
  expect(answerToChange('*', replaced(text, 'levels:', change))).toBe('a plan of 2 policies')
})
