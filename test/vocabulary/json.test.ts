import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asRead } from '../../src/vocabulary/json.js'

it('gives content back as JSON does, and what is so already as it is', () => {
  const leaf = fc.oneof(fc.double(), fc.constantFrom(-0, Number.NaN, null, undefined, true), fc.string())
  const content = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('any'), { maxKeys: 4 }),
      fc.float64Array({ maxLength: 3 }),
    ),
  })).any
  fc.assert(
    fc.property(content, (own) => {
      const value = { own }
      const read = JSON.parse(JSON.stringify(value))
      expect(asRead(value)).toEqual(read)
      expect(asRead(read)).toBe(read)
    }),
    { numRuns: 300 },
  )
})
