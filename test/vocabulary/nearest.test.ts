import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/vocabulary/nearest.js'

const STATUSES = ['rural', 'reclassified', 'registered', 'migrant']

describe('the nearest word', () => {
  it.each([
    ['migrnat', 'migrant'],
    ['migrants', 'migrant'],
    ['Rural', 'rural'],
    ['ural', 'rural'],
    ['reclasified', 'reclassified'],
    [' registered ', 'registered'],
  ])('takes %s for %s', (written, meant) => {
    expect(nearest(written, STATUSES)).toBe(meant)
  })

  it('offers nothing for a word that is far from all', () => {
    expect(nearest('bicycle', STATUSES)).toBeUndefined()
    expect(nearest('', STATUSES)).toBeUndefined()
    expect(nearest('migrnat', [])).toBeUndefined()
  })

  it('offers nothing for a word of one or two letters, which is close to everything', () => {
    expect(nearest('C', ['A', 'B'])).toBeUndefined()
    expect(nearest('mx', ['my', 'nx'])).toBeUndefined()
  })

  it('offers the first of two equally close words', () => {
    expect(nearest('county', ['countx', 'countz'])).toBe('countx')
  })

  it('is not slowed by a very long word', () => {
    expect(nearest('x'.repeat(1_000_000), STATUSES)).toBeUndefined()
  })
})

/** Optimal string alignment as it is defined: the whole table, nothing left out. */
function edits(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      table[i][j] = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1)
    }
  }
  return table[a.length][b.length]
}

it('finds what the whole table of edits finds, among words of few letters', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 }), { maxLength: 12 })
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 }), words, (word, known) => {
      const allowed = (other: string) => [0, 0, 0, 1, 1, 2, 2, 2, 2, 3][Math.max(word.length, other.length)]
      const close = known.filter(
        (other) =>
          other !== word &&
          edits(word, other) <= allowed(other) &&
          edits(word, other) < Math.max(word.length, other.length),
      )
      const fewest = Math.min(...close.map((other) => edits(word, other)))
      expect(nearest(word, known)).toBe(close.find((other) => edits(word, other) === fewest))
    }),
    { numRuns: 2000, seed: 5 },
  )
})
