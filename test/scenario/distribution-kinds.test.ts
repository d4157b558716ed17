/** One list of the names of distributions: the sampler's, the schema's and the method page's. */
import { readFileSync } from 'node:fs'
import { expect, expectTypeOf, it } from 'vitest'
import {
  DISTRIBUTION_KINDS,
  type Distribution,
  type DistributionKind,
} from '../../src/sampling/distribution.js'
import { distribution } from '../../src/scenario/schema/chance.js'

it('is that of the sampler and of the schema', () => {
  expectTypeOf<Distribution['kind']>().toEqualTypeOf<DistributionKind>()
  const inSchema = distribution.options.map(({ shape }) => shape.kind.value)
  expect([...inSchema].sort()).toEqual([...DISTRIBUTION_KINDS].sort())
})

it('is that of docs/method.md, in the same order', () => {
  const [, paragraph] = /a draw: ([\s\S]*?)\n\n/.exec(readFileSync('docs/method.md', 'utf8')) ?? []
  const kinds: readonly string[] = DISTRIBUTION_KINDS
  const named = paragraph?.match(/[a-z_]+/g)?.filter((word) => kinds.includes(word))
  expect(named).toEqual(kinds)
})
