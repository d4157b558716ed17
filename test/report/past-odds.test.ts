/** How odds did in the past: what is drawn of promises and bands, and what is said of groups far from the line. */
import { describe, expect, it } from 'vitest'
import type { BacktestScore, PastOdds } from '../../src/dataset/dataset.js'
import { pastFigure } from '../../src/report/html/past-figure.js'
import { type PastRecord, pastPoints, pastTable } from '../../src/report/tables/past-odds.js'

const bin = (leftOut: PastOdds['leftOut'], promises: number, odds: number, met: number) =>
  ({ leftOut, promises, odds, met }) as PastOdds
const score = (subject: string, method: string, held80?: number) =>
  ({ subject, method, held80, knew: 'other_cities' }) as BacktestScore
const record = (pastOdds: readonly PastOdds[], backtest: readonly BacktestScore[] = []) =>
  ({ pastOdds, backtest, cities: [{}, {}] }) as unknown as PastRecord

describe('the past of odds', () => {
  it('has bands over all subjects and cities of the model, by hand', () => {
    const backtest = [
      score('people', 'model', 0.5),
      score('people', 'no_change'),
      score('births', 'model', 1),
    ]
    expect(pastPoints(record([], backtest))).toEqual([
      { kind: 'bands', stated: 0.8, happened: 0.75, number: 4 },
    ])
  })

  // Clopper and Pearson's 95 % intervals: 2 of 9 3-60 %, 4 of 14 8-58 %, 97 of 103 88-98 %, 3 of 4 19-99 %
  it('tells of groups that are over 15 points off, further than chance makes it, and of no others', () => {
    const far = [
      bin('family', 9, 0.71, 2 / 9),
      bin('family', 103, 0.85, 97 / 103),
      bin('province', 14, 0.73, 4 / 14),
      bin('province', 4, 0.58, 3 / 4),
    ]
    const [promises, ...said] = pastFigure(record(far))!.points!
    expect(promises.en).toContain('112 past commitments with a number and a known end, railway openings not')
    expect(said).toEqual([
      {
        en: 'Far from the line: of 9 promises at 71 % by a fit without their kind, 22 % were met.',
        zh: '偏离较远：剔除同类承诺的拟合给出71%，这9项中完成22%。',
      },
      {
        en: 'Far from the line: of 14 promises at 73 % by a fit without their province, 29 % were met.',
        zh: '偏离较远：剔除同一省份承诺的拟合给出73%，这14项中完成29%。',
      },
    ])
  })

  it('says of bands what their backtest knew, and nothing of other cities where it knew the first year alone', () => {
    const early = { ...score('people', 'model', 0.8), knew: 'earlier_years' } as BacktestScore
    const [only, ...none] = pastFigure(record([], [early]))!.points!
    expect(none).toEqual([])
    expect(only.en).toMatch(/known in their first year, and of nothing later/)
    expect(only.zh).not.toMatch(/其他城市/)
    expect(pastFigure(record([], [early, score('people', 'model', 0.8)]))!.points!.length).toBe(2)
  })

  it('says nothing of promises where there are none, and is no picture where nothing is known', () => {
    const [said, ...more] = pastFigure(record([], [score('people', 'model', 0.8)]))!.points!
    expect([said.en.startsWith('Bands are'), more]).toEqual([true, []])
    expect(pastFigure(record([]))).toBeUndefined()
    expect(pastTable(record([]))).toBeUndefined()
  })
})
