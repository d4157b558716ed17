/** No code without a test that has every word of its answer. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LOST_CODES } from '../../src/results/failures.js'
import { PROBLEM_CODES } from '../../src/vocabulary/problem-codes.js'

const textsOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))

/** A finding of the sampler that is told as `uncertainty-unknown`; and how a machine loses draws, which the run tells. */
const NOT_TOLD = ['correlation-unknown', ...LOST_CODES]

it('tests the full text of every code that a scenario or a plan can give', () => {
  const sources = [...textsOf('src/scenario'), ...textsOf('src/plan')]
    .join('\n')
    .replaceAll(/from '[^']+'/g, '')
  const { text, fields, scenario, uncertainties, plan, warnings } = PROBLEM_CODES
  const codes = new Set<string>([...text, ...fields, ...scenario, ...uncertainties, ...plan, ...warnings])
  for (const [, code] of sources.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)) codes.add(code)
  for (const code of NOT_TOLD) codes.delete(code)
  expect(codes.size).toBeGreaterThan(80)
  const tests = ['test/scenario', 'test/plan', 'test/dataset', 'test/studies', 'test/commands']
    .flatMap(textsOf)
    .join('\n')
  /** As it is printed, of a problem or a warning, or as data with all its words. */
  const isTested = (code: string) =>
    tests.includes(`[${code}]`) ||
    tests.includes(`[${code}, a warning]`) ||
    new RegExp(`code: '${code}',[^]{0,300}?found:[^]{0,200}?expected:`).test(tests)
  expect([...codes].filter((code) => !isTested(code))).toEqual([])
})
