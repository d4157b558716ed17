import { describe, expect, it } from 'vitest'
import { compare } from '../../bench/compare.js'
import { comparisonText, reportText } from '../../bench/report.js'
import { type Figure, type Results, resultsSchema } from '../../bench/results.js'

function figure(name: string, median: number, more: Partial<Figure> = {}): Figure {
  const values = [median]
  return {
    part: 'year',
    name,
    unit: 'ratio',
    better: 'lower',
    median,
    low: median,
    high: median,
    values,
    ...more,
  }
}

function results(figures: Figure[], more: Partial<Results> = {}): Results {
  return {
    schema: 1,
    made: '2026-01-01T00:00:00.000Z',
    commit: '0123456789',
    clean: true,
    machine: { processor: 'A', cores: 2, memory: 1024, system: 'Linux', load: [0, 0] },
    versions: { node: 'v20' },
    options: { quick: false, full: false, parts: ['year'] },
    checksums: [{ work: 'year', contestant: 'kernel', checksum: '17' }],
    figures,
    skipped: [{ part: 'year', what: 'numpy', because: 'there is no python3 with numpy' }],
    ...more,
  }
}

const verdictOf = (before: Figure, now: Figure, more: Partial<Results> = {}) =>
  compare(results([before]), results([now], more)).changes[0].verdict

describe('a comparison', () => {
  it('passes over a change of less than a tenth', () => {
    expect(verdictOf(figure('a', 2), figure('a', 2.15))).toBe('same')
  })

  it('knows which way is better', () => {
    expect(verdictOf(figure('a', 2), figure('a', 2.5))).toBe('worse')
    expect(verdictOf(figure('a', 2), figure('a', 1.5))).toBe('better')
    expect(verdictOf(figure('a', 2, { better: 'higher' }), figure('a', 2.5, { better: 'higher' }))).toBe(
      'better',
    )
  })

  it('allows for the noise of the null controls', () => {
    const noisy = { nullControl: { median: 1, low: 0.8, high: 1.3 } }
    expect(verdictOf(figure('a', 2), figure('a', 2.5, noisy))).toBe('same')
    expect(verdictOf(figure('a', 2, noisy), figure('a', 2.9, noisy))).toBe('worse')
  })

  it('judges timings on the same machine only, and those without a null control never', () => {
    const timing = { unit: 'ms', nullControl: { median: 1, low: 1, high: 1 } }
    const other = { machine: { ...results([]).machine, processor: 'B' } }
    expect(verdictOf(figure('a', 2, timing), figure('a', 4, timing))).toBe('worse')
    expect(verdictOf(figure('a', 2, timing), figure('a', 4, timing), other)).toBe('not judged')
    expect(verdictOf(figure('a', 2, { unit: 'ms' }), figure('a', 4, { unit: 'ms' }))).toBe('not judged')
    expect(verdictOf(figure('a', 2), figure('a', 4), other)).toBe('worse')
  })

  it('says what is new, what is gone and whose numbers are others', () => {
    const before = results([figure('a', 1), figure('b', 1)])
    const now = results([figure('a', 1), figure('c', 1)], {
      checksums: [{ work: 'year', contestant: 'kernel', checksum: '18' }],
    })
    const compared = compare(before, now)
    expect(compared.missing).toEqual(['new: year: c', 'gone: year: b'])
    expect(compared.otherNumbers).toEqual(['year'])
    expect(compared.worse).toBe(false)
    expect(comparisonText(compared)).toContain('The checksum of year is another')
  })
})

describe('results', () => {
  const some = results([figure('kernel', 42, { unit: 'us' }), figure('kernel / plain C', 0.7)])

  it('survive being kept', () => {
    expect(resultsSchema.parse(JSON.parse(JSON.stringify(some)))).toEqual(some)
  })

  it('are refused where a field is missing or unknown', () => {
    expect(resultsSchema.safeParse({ ...some, commit: undefined }).success).toBe(false)
    expect(resultsSchema.safeParse({ ...some, more: 1 }).success).toBe(false)
  })

  it('are shown with ratios first, and with what was skipped', () => {
    const text = reportText(some)
    expect(text.indexOf('kernel / plain C')).toBeLessThan(text.indexOf('42.0'))
    expect(text).toContain('Skipped in year: numpy; there is no python3 with numpy.')
  })
})
