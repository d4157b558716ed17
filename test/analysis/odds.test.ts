import { describe, expect, it } from 'vitest'
import { LEAST_DRAWS, NO_ODDS, oddsOf, wordFor } from '../../src/analysis/odds.js'
import { phraseFor } from '../../src/analysis/summary-words.js'

describe('odds', () => {
  it('are the share of hits with the Wilson 95 % interval', () => {
    // Wilson's formula by hand for 5 of 10: (0.5 + z2/20 -+ z sqrt(0.025 + z2/400)) / (1 + z2/10), z = 1.959964
    const { share, low, high, hits, draws } = oddsOf(5, 10)
    expect([share, hits, draws]).toEqual([0.5, 5, 10])
    expect(low).toBeCloseTo(0.2365931, 6)
    expect(high).toBeCloseTo(0.7634069, 6)
  })

  it('of none and all are never certainty', () => {
    expect(oddsOf(0, 1000)).toMatchObject({ share: 0, low: 0 })
    expect(oddsOf(0, 1000).high).toBeCloseTo(0.003827, 6)
    expect(oddsOf(1000, 1000)).toMatchObject({ share: 1, high: 1 })
    expect(oddsOf(1000, 1000).low).toBeCloseTo(1 - 0.003827, 6)
  })

  it.each([
    [1000, 'almost_certain'],
    [950, 'almost_certain'],
    [949, 'likely'],
    [660, 'likely'],
    [659, 'even'],
    [330, 'even'],
    [329, 'unlikely'],
    [51, 'unlikely'],
    [50, 'almost_impossible'],
    [0, 'almost_impossible'],
  ])('of %i in 1,000 are called %s', (hits, word) => {
    expect(wordFor(oddsOf(hits, 1000))).toBe(word)
  })

  // by hand: at half of n Wilson's interval is z / sqrt(n + z^2) wide, which is a half from n = 3 z^2 = 11.52 on
  it('get a word from the fewest draws with which the interval is at most a half wide', () => {
    const width = (draws: number) => {
      const { low, high } = oddsOf(draws / 2, draws)
      return high - low
    }
    expect(width(LEAST_DRAWS)).toBeLessThanOrEqual(0.5)
    expect(width(LEAST_DRAWS - 1)).toBeGreaterThan(0.5)
  })

  it.each([
    [0, 1, 'too_few', '0 of 1 simulated future', '1个模拟情景中0个达标'],
    [1, 1, 'too_few', '1 of 1 simulated future', '1个模拟情景中1个达标'],
    [1, 2, 'too_few', '1 of 2 simulated futures', '2个模拟情景中1个达标'],
    [11, 11, 'too_few', '11 of 11 simulated futures', '11个模拟情景中11个达标'],
    [12, 12, 'almost_certain', 'all 12 simulated futures', '全部12个模拟情景达标'],
    [6, 12, 'even', 'about 5 in 10 futures (50 %)', '约50%的情景达标'],
  ])('of %i in %i are called %s and said as "%s"', (hits, draws, word, en, zh) => {
    expect(wordFor(oddsOf(hits, draws))).toBe(word)
    expect(phraseFor(oddsOf(hits, draws))).toEqual({ en, zh })
  })

  it('that are not known have no word', () => {
    expect(wordFor(NO_ODDS)).toBe('no_odds')
    expect(phraseFor(NO_ODDS)).toEqual({
      en: 'a share of futures that is not known',
      zh: '达标情景的比例无从得知',
    })
  })

  it.each([
    [0, 'none of the 1,000 simulated futures', '1,000个模拟情景中无一达标'],
    [1, 'fewer than 1 in 100 futures', '不到1%的情景达标'],
    [10, 'about 1 in 100 futures', '约1%的情景达标'],
    [94, 'about 9 in 100 futures', '约9%的情景达标'],
    [95, 'about 1 in 10 futures (10 %)', '约10%的情景达标'],
    [100, 'about 1 in 10 futures (10 %)', '约10%的情景达标'],
    [500, 'about 5 in 10 futures (50 %)', '约50%的情景达标'],
    [649, 'about 6 in 10 futures (65 %)', '约65%的情景达标'],
    [900, 'about 9 in 10 futures (90 %)', '约90%的情景达标'],
    [904, 'about 9 in 10 futures (90 %)', '约90%的情景达标'],
    [906, 'about 91 in 100 futures', '约91%的情景达标'],
    [990, 'about 99 in 100 futures', '约99%的情景达标'],
    [991, 'more than 99 in 100 futures', '超过99%的情景达标'],
    [1000, 'all 1,000 simulated futures', '全部1,000个模拟情景达标'],
  ])('of %i in 1,000 are said as "%s"', (hits, en, zh) => {
    expect(phraseFor(oddsOf(hits, 1000))).toEqual({ en, zh })
  })
})
