/**
 * A walk through every function that the package exports: whatever is wrong in an argument is answered by a located error or by a
 * number, and never by a fault of ours or NaN. Those of the subpaths on plain numbers are called with one thing after another
 * wrong; those on plans, folders and pictures are asked in the lists that they are named in.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CitywardError } from '../../src/vocabulary/problems.js'
import { CALLS, mutants } from './mutated-calls.js'

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> }

/** Functions of plans, folders, fits and pictures, by the test that asks them what cannot be meant. */
const ELSEWHERE: Readonly<Record<string, RegExp>> = {
  './calibration': /wrong-runs/,
  './store': /wrong-runs/,
  './pictures': /wrong-arguments/,
  '.': /wrong-plans/,
}

/** Of subpaths on plain numbers, what takes a plan. */
const OF_PLANS = ['demographicTable']

const namesIn = (module: object) =>
  Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' ? name : []))

describe('every function', () => {
  it.each(Object.keys(exports).filter((path) => path !== './package.json'))(
    'of %s is asked',
    async (path) => {
      const file = path === '.' ? '../../src/index.js' : `../../src/library/${path.slice(2)}.js`
      const module: object = await import(file)
      if (path in ELSEWHERE) {
        const tests = ['wrong-arguments', 'wrong-runs', 'wrong-plans'].filter((name) =>
          ELSEWHERE[path].test(name),
        )
        const texts = tests.map((name) => readFileSync(`test/library/${name}.test.ts`, 'utf8')).join('\n')
        expect(namesIn(module).filter((name) => !new RegExp(`^ {2}${name}: \\[`, 'm').test(texts))).toEqual(
          [],
        )
      } else {
        expect(namesIn(module).filter((name) => !(name in CALLS) && !OF_PLANS.includes(name))).toEqual([])
      }
    },
  )
  it.each(Object.entries(CALLS))('answers what is wrong: %s', (_, calls) => {
    for (const [call, given] of calls) {
      expect(() => call(...given)).not.toThrow()
      for (const [at, argument] of given.entries())
        for (const [what, wrong] of mutants(argument, `argument ${at + 1}`))
          expect(answer(call, given.with(at, wrong)), what).toBe('')
    }
  })
})

/** Empty where the answer is a located error, or anything but NaN. */
function answer(call: (...given: never[]) => unknown, given: readonly unknown[]): string {
  try {
    return Number.isNaN(call(...(given as never[]))) ? 'NaN' : ''
  } catch (error) {
    return error instanceof CitywardError ? '' : String(error)
  }
}
