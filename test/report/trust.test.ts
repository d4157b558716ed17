/** What page one says of how far to trust it, from the data folder of Guangxi and from one without a fit. */
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import { trustIn, trustInModel } from '../../src/report/html/trust.js'
import { backtestWords } from '../../src/report/tables/backtest.js'
import { SUMMARY } from './small-summary.js'

const guangxi = loadDataset('fixtures/guangxi')
const [urban] = SUMMARY.policies.at(-1)!.targets

describe('how far to trust the answer', () => {
  it('calls the interval of the odds what it is: chance of the sample', () => {
    const [sentence] = trustIn(urban)
    expect(sentence.en).toBe(
      'The headline rests on data. From 1,000 futures its odds are known to within 57 % to 63 %: chance of the sample only.',
    )
    expect(sentence.zh).toContain('抽样区间为57%至63%：仅为抽样误差')
  })

  it('names what no number of futures narrows, and the command that shows it, where levels are fitted', () => {
    const [fit] = trustInModel(guangxi, 'plan.yaml')
    expect(fit.en).toContain('may move the odds further than chance does')
    expect(fit.en).toContain('“cityward calibrate plan.yaml --alternatives”')
    expect(fit.zh).toContain('cityward calibrate plan.yaml --alternatives')
    expect(trustInModel(loadDataset('fixtures/tiny'), 'plan.yaml')).toEqual([])
  })

  it('does not call a backtest a forecast from its first census alone', () => {
    const [{ en, zh }] = backtestWords(guangxi.backtest)
    expect(en).toMatch(/^Backtest: lived from 2010 at levels fitted to the other half of the cities/)
    expect(en).toContain(
      "No forecast as 2010 could have made it: levels know the other cities' census of 2020",
    )
    expect(zh).toContain('这并非2010年当时可作的预测：迁移水平取自其他城市2020年普查')
    expect(`${en}${zh}`).not.toMatch(/from 2010 alone|仅由2010年/)
  })
})
