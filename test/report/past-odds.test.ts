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

  it('tells of ten forecasts or more that are over 15 points off, and of no others', () => {
    const far = [bin('family', 9, 0.7, 0.2), bin('province', 14, 0.73, 0.29), bin('family', 103, 0.85, 0.94)]
    expect(pastFigure(record(far))!.points!.slice(1)).toEqual([
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
