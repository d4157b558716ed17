/** How far to trust the answer: chance of the sample, what a census may revise, what else the odds depend on. */
import { isKnown } from '../../analysis/odds.js'
import type { TargetVerdict } from '../../analysis/summary.js'
import { CALIBRATION } from '../../calibration/files.js'
import type { Dataset } from '../../dataset/dataset.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { howMany } from '../../vocabulary/numbers.js'
import { shellWord } from '../../vocabulary/shell.js'
import { backtestWords } from '../tables/backtest.js'
import { phrase } from '../words/bilingual.js'
import { count, measured, share, unitName } from '../words/numbers.js'
import { span } from '../words/typography.js'
import { QUALITY } from '../words/verdicts.js'

export const TRUST = phrase('How far to trust this', '可信程度')

export const restsOn = ({ quality }: TargetVerdict): Bilingual =>
  phrase(`The headline rests on ${QUALITY[quality].en}.`, `首要目标依据：${QUALITY[quality].zh}。`)

/** What the headline rests on, how far chance alone moves its odds, and what a later census may revise. */
export function trustIn(target: TargetVerdict): Bilingual[] {
  const { revised, region, unit } = target
  const { odds } = region
  const rests = restsOn(target)
  const then =
    revised && Number.isFinite(revised.lenient)
      ? phrase(`, the odds ${share(revised.lenient, 'en')}`, `，达标概率为${share(revised.lenient, 'zh')}`)
      : phrase('', '')
  const revision = revised
    ? [
        phrase(
          `A later census may revise the figure by ${measured(revised.within95, unit === 'percent' ? 'point' : unit, 'en')} either way (95 in 100 cases, a judgement): the 80 % range then is ${span(revised.range80, unit)} ${unitName(unit, 'en')}${then.en}.`,
          `今后普查可能上下修正${measured(revised.within95, unit === 'percent' ? 'point' : unit, 'zh')}（95%情形，主观判断）：80%区间变为${span(revised.range80, unit)}${unitName(unit, 'zh')}${then.zh}。`,
        ),
      ]
    : []
  if (!isKnown(odds)) return [rests, ...revision]
  return [
    phrase(
      `${rests.en} From ${howMany(odds.draws, 'future')} its odds are known to within ${share(odds.low, 'en')} to ${share(odds.high, 'en')}: chance of the sample only.`,
      `${rests.zh}由${count(odds.draws)}个情景得出，概率的抽样区间为${share(odds.low, 'zh')}至${share(odds.high, 'zh')}：仅为抽样误差。`,
    ),
    ...revision,
  ]
}

/**
 * What more futures do not narrow: the fit of the levels, where the data folder has one, and how well the model did
 * where the outcome is known.
 *
 * scenario  name of the scenario's file, as the command line has it
 */
export function trustInModel({ sources, backtest }: Dataset, scenario: string): Bilingual[] {
  const fitted = phrase(
    `Levels of moves rest on a fit to two censuses; other fits that could be defended as well may move the odds further than chance does, which more futures do not narrow: “cityward calibrate ${shellWord(scenario)} --alternatives” says how far.`,
    `迁移水平由两次普查拟合而来，换用其他同样站得住脚的拟合，概率的变动可能超出抽样误差，增加情景数也不能缩小：可运行 cityward calibrate ${shellWord(scenario)} --alternatives 查看。`,
  )
  return [...(sources.has(CALIBRATION) ? [fitted] : []), ...backtestWords(backtest)]
}
