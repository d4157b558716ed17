import { describe, expect, it } from 'vitest'
import { indexIn, placeIn, suggestion, unknownName } from '../../src/vocabulary/lookup.js'

const YEARS = ['2020', '2021', '2022', '2023', '2024', '2025', '2026', '2027', '2028']
const PLACES = [
  { code: '45', name: { en: 'Guangxi', zh: '广西壮族自治区' } },
  { code: '4501', name: { en: 'Nanning', zh: '南宁市' } },
]

describe('a name', () => {
  it('is found where it stands', () => {
    expect(indexIn('runs/a', 'policy', 'plan', ['no_action', 'plan'])).toBe(1)
    expect(placeIn('runs/a', PLACES, '南宁')).toBe(1)
    expect(placeIn('runs/a', PLACES, undefined)).toBe(0)
  })

  it('that is unknown is answered with the nearest', () => {
    expect(() => indexIn('runs/a', 'policy', 'plna', ['no_action', 'plan'])).toThrow(
      'runs/a\n  Found no policy "plna"; expected one of no_action, plan.\n  Did you mean plan?  [policy-unknown]',
    )
    expect(() => placeIn('runs/a', PLACES, 'Naning')).toThrow('Did you mean Nanning?  [city-unknown]')
  })

  it('that is asked for where there is none of its kind is told that', () => {
    expect(() => indexIn('runs/a', 'target', 'beds', [])).toThrow(
      'expected something else: there is no target.',
    )
  })

  it('that is unknown among many is answered with some of them, or all where all are wanted', () => {
    const some = 'expected one of 9: 2020, 2021, 2022, 2023, 2024, 2025 ....  [year-unknown]'
    expect(() => indexIn('runs/a', 'year', '2029', YEARS)).toThrow(some)
    expect(() => indexIn('runs/a', 'year', '2029', YEARS, { most: 9 })).toThrow(`${YEARS.join(', ')}.`)
  })

  it('that is unknown in a file is a problem, which the file gives its place', () => {
    expect(unknownName('lever', 'schols', ['schools', 'beds'], 'a name under `levers:`')).toEqual({
      code: 'lever-unknown',
      found: 'the lever "schols"',
      expected: 'a name under `levers:`',
      hint: 'Did you mean schools?',
    })
    expect(suggestion('hospital', ['schools', 'beds'])).toBeUndefined()
  })
})
