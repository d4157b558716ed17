/** What past commitments say of promises: the backtest that the odds must pass, and where they do not. */
import { describe, expect, it } from 'vitest'
import { DELIVERY_CLASSES } from '../../fixtures/build/delivery.js'
import {
  coverageOf,
  heldOutPromises,
  oddsScores,
  reliabilityOf,
} from '../../src/calibration/delivery/backtest.js'
import { learner } from '../../src/calibration/delivery/delivery-files.js'
import { numericRows } from '../../src/calibration/delivery/model.js'
import { WEIGHTING } from '../../src/calibration/delivery/weights.js'
import { shippedDataset } from '../plan/shipped.js'

const { pastCommitments, delivery, pastOdds } = shippedDataset('fixtures/guangxi')
const rows = numericRows(pastCommitments)

const shown = (values: readonly number[]) => values.map((value) => value.toFixed(4)).join(' ')
const kept = (leftOut: string) =>
  pastOdds
    .filter((one) => one.leftOut === leftOut)
    .map(({ low, high, promises, odds, met }) => shown([low, high, promises, odds, met]))
const binsOf = (promises: ReturnType<typeof heldOutPromises>) =>
  reliabilityOf(promises).map(({ from, to, promises: number, odds, met }) =>
    shown([from, to, number, odds, met]),
  )

describe('the reference class', () => {
  // README of the collection: 209 rows, 181 with numbers, 154 of them decided and 138 met; 28 dates of openings
  it('is the collection, whole', () => {
    const decided = rows.filter(({ met }) => met !== undefined)
    expect([pastCommitments.length, rows.length, decided.length]).toEqual([209, 181, 154])
    expect(decided.filter(({ met }) => met).length).toBe(138)
  })

  // README: one year 113 of 116; 8 and 30 rows over several calendar years, 4 and 21 of them met
  it('splits by horizon as the collection says', () => {
    const count = (some: typeof rows) => [some.filter(({ met }) => met).length, some.length]
    const decided = rows.filter(({ met }) => met !== undefined)
    expect(count(decided.filter(({ years }) => years === 1))).toEqual([113, 116])
    expect(count(decided.filter(({ years }) => years > 1))).toEqual([25, 38])
  })

  it('has no deadline after 2020', () => {
    expect(pastCommitments.filter(({ deadline }) => deadline > '2020-12-31')).toEqual([])
  })
})

describe('leave one family out', () => {
  const promises = heldOutPromises(rows, 'family', WEIGHTING)

  it('scores better than the share of all others, and than a coin, by both scores', () => {
    const [model, base, coin] = oddsScores(promises)
    expect(model.brier).toBeLessThanOrEqual(base.brier)
    expect(base.brier).toBeLessThan(coin.brier)
    expect(model.logScore).toBeLessThanOrEqual(base.logScore)
  })

  it('is off by 15 points at most in every bin of ten or more', () => {
    const bins = reliabilityOf(promises).filter((bin) => bin.promises >= 10)
    expect(bins.length).toBeGreaterThan(1)
    for (const { odds, met } of bins) expect(Math.abs(odds - met)).toBeLessThanOrEqual(0.15)
  })

  it('is kept in past_odds.csv, which the report draws', () => {
    expect(kept('family')).toEqual(binsOf(promises))
  })

  it('has 80 % bands that hold 72 to 88 % of the outcomes', () => {
    const { all, final } = coverageOf(promises)
    for (const share of [all, final]) {
      expect(share).toBeGreaterThanOrEqual(0.72)
      expect(share).toBeLessThanOrEqual(0.88)
    }
  })
})

describe('leave one province out', () => {
  const promises = heldOutPromises(rows, 'province', WEIGHTING)

  it('scores better than the share of all others', () => {
    const [model, base] = oddsScores(promises)
    expect(model.brier).toBeLessThanOrEqual(base.brier)
    expect(model.logScore).toBeLessThanOrEqual(base.logScore)
  })

  it('is kept in past_odds.csv as well', () => {
    expect(kept('province')).toEqual(binsOf(promises))
  })

  // Guangxi alone has 4 of 12 long promises met, all others 21 of 26: neither is to be known from the other. Nothing
  // was tuned until it held; docs/method.md, M18, says so.
  it('is known to fail in the bins of Guangxi, and of all others once only Guangxi speaks for long promises', () => {
    const off = reliabilityOf(promises).filter(
      ({ promises: number, odds, met }) => number >= 10 && Math.abs(odds - met) > 0.15,
    )
    expect(off.map(({ from, to }) => [from, to])).toEqual([
      [0.6, 0.7],
      [0.7, 0.8],
    ])
  })
})

// that the whole files are what the rows give is held by `npm run fixtures -- --check`
describe('the kept results', () => {
  it('have the odds and rows behind every class, and leave no promise certain', () => {
    const learned = learner(pastCommitments)
    for (const one of DELIVERY_CLASSES) {
      const { odds, alike } = learned(one)
      expect(delivery.get(one.name)!.rows).toEqual(alike.map(({ id }) => id))
      expect(delivery.get(one.name)!.odds).toBeCloseTo(odds, 5)
      expect(odds).toBeGreaterThan(0)
      expect(odds).toBeLessThan(0.97)
    }
  })

  // README: under way 5 of 15 on time, before or at the start of works 1 of 13
  it('have lines that slip: more of those whose works had not begun', () => {
    const [going, waiting] = ['line_under_way', 'line_before_works'].map((name) => delivery.get(name)!)
    expect([going.alike, waiting.alike]).toEqual([
      { met: 5, decided: 15, median: 1.9 },
      { met: 1, decided: 13, median: 17.9 },
    ])
    expect(going.odds).toBeGreaterThan(waiting.odds)
  })
})
