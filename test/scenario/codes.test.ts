/** No code without a test that has every word of its answer. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const textsOf = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))

/** A finding of the sampler that is told as `unknown-uncertainty`. */
const NOT_TOLD = 'correlation-unknown'

it('tests the full text of every code that a scenario or a plan can give', () => {
  const sources = [...textsOf('src/scenario'), ...textsOf('src/plan')].join('\n')
  const codes = new Set([...sources.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, code]) => code))
  codes.delete(NOT_TOLD)
  expect(codes.size).toBeGreaterThan(60)
  const tests = [...textsOf('test/scenario'), ...textsOf('test/plan')].join('\n')
  expect([...codes].filter((code) => !tests.includes(`[${code}]`))).toEqual([])
})
