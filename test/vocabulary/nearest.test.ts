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
