/** What page one says is not known, from the data folder of Guangxi and from one without a fit; and how the answer is read otherwise. */
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import { backtestWords } from '../../src/report/tables/backtest.js'
import { oneAnswer, otherReadings, toTheLetter } from '../../src/report/words/first-page/one-answer.js'
import { promisesAlone, unknownInModel, unknowns } from '../../src/report/words/first-page/unknowns.js'
import { oddsShare } from '../../src/report/words/numbers.js'
import { SUMMARY } from './small-summary.js'

const guangxi = loadDataset('fixtures/guangxi')
const tiny = loadDataset('fixtures/tiny')
const { targets } = SUMMARY.policies.at(-1)!
const [urban] = targets

describe('the answer', () => {
  it('is one sentence with one number', () => {
    const { before, number, after } = oneAnswer(urban)
    expect(`${before.en}${number.en}${after.en}`).toBe('Open: 60 % of the simulated futures reach it.')
    expect(`${before.zh}${number.zh}${after.zh}`).toBe('不确定：60%的模拟情景达标。')
  })

  it('says none and all in words', () => {
    const said = targets.map((target) => {
      const { before, number, after } = oneAnswer(target)
      return `${before.zh}${number.zh}${after.zh}`
    })
    expect(said).toContain('几乎不可能：模拟情景无一达标。')
    expect(said).toContain('几乎肯定：全部模拟情景达标。')
  })

  it('says beside itself what counts as about, and how many futures reach it to the letter', () => {
    const { strict } = urban
    expect(toTheLetter(urban).map(({ en }) => en)).toEqual([
      `“About 57 %” is read as 56.5 % or more. To the letter, 57 % or more, it is reached in ${oddsShare(strict, 'en')} of the futures.`,
    ])
    expect(toTheLetter({ ...urban, comparator: 'at_least' })).toEqual([])
  })

  it('has its other readings apart: by its course, by chance of the sample alone', () => {
    const lines = otherReadings(SUMMARY, urban).map(({ en }) => en)
    expect(lines.at(-1)).toBe('By chance of the sample alone the odds lie within 57-63 %.')
    expect(lines.join(' ')).not.toContain('rincipal')
  })
})

describe('what is not known', () => {
  it('names what no number of futures narrows where levels are fitted, and no command', () => {
    const [fit] = unknownInModel(guangxi)
    expect(fit.en).toContain('may move the odds further than chance does')
    expect(unknownInModel(tiny)).toEqual([])
    const all = unknowns(urban, guangxi)
    expect(all.map(({ en, zh }) => en + zh).join(' ')).not.toContain('cityward')
  })

  it('counts the verdicts that are those of any promise of their kind', () => {
    const promised = { ...urban, evidence: { restsOn: 'class' as const, classes: [] } }
    expect(promisesAlone([urban, promised])?.en).toMatch(/^1 of 2 verdicts have no evidence of their own/)
    expect(promisesAlone([urban])).toBeUndefined()
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
