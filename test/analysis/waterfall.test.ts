import { describe, expect, it } from 'vitest'
import { type MixtureReading, standingOf, stepsOf } from '../../src/analysis/waterfall.js'

/** Four futures under two changes: the first change wins two of them by itself, both together win a third. */
const READINGS: Readonly<Record<string, MixtureReading>> = {
  '00': { hits: Uint8Array.of(0, 0, 0, 0), median: 10 },
  '10': { hits: Uint8Array.of(1, 1, 0, 0), median: 12 },
  '01': { hits: Uint8Array.of(0, 0, 0, 0), median: 10 },
  '11': { hits: Uint8Array.of(1, 1, 1, 0), median: 13 },
}
const read = (made: string) => READINGS[made]

describe('the steps of a target', () => {
  const steps = stepsOf({ players: 2 }, [4, 7], read)

  it('divide what two changes bring only together between them, and add up', () => {
    expect(steps.map(({ change, odds, median }) => [change, odds, median])).toEqual([
      [4, 0.625, 2.5],
      [7, 0.125, 0.5],
    ])
  })

  it('have the standard error of the mean over futures', () => {
    // futures gain 1, 1, 0.5, 0 by the first change, and 0, 0, 0.5, 0 by the second
    expect(steps[0].oddsError).toBeCloseTo(Math.sqrt(0.6875 / 3 / 4), 12)
    expect(steps[1].oddsError).toBeCloseTo(Math.sqrt(0.1875 / 3 / 4), 12)
    expect(steps[0].medianError).toBeUndefined()
  })

  it('leave out what moves nothing', () => {
    const first = (made: string) => READINGS[`${made[0]}0`]
    expect(stepsOf({ players: 2 }, [0, 1], first).map(({ change }) => change)).toEqual([0])
  })

  it('have no median where some mixture has none', () => {
    const lost = (made: string) =>
      made === '01' ? { ...READINGS['01'], median: Number.NaN } : READINGS[made]
    const without = stepsOf({ players: 2 }, [0, 1], lost)
    expect(without.map(({ odds, median }) => [odds, median])).toEqual([
      [0.625, null],
      [0.125, null],
    ])
  })

  it('say what the orders drawn add to the error', () => {
    // first before second in one order, after it in the other: nothing differs between pairs
    const [step] = stepsOf({ players: 2, orders: [[0, 1], [1, 0], [1, 0], [0, 1]] }, [0, 1], read) // biome-ignore format: orders
    expect(step).toMatchObject({ odds: 0.625, median: 2.5, medianError: 0 })
    expect(step.oddsError).toBeCloseTo(steps[0].oddsError, 12)
  })
})

it('a target stands at the share of futures that reach it', () => {
  const aim = { indicator: 'beds', year: 2023, comparator: 'at_least', threshold: 12, tolerance: 0 } as const
  expect(standingOf(aim, READINGS['11'])).toMatchObject({
    aim,
    median: 13,
    odds: { share: 0.75, hits: 3, draws: 4 },
  })
})
