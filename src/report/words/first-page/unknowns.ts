/** What is not known: what the answer turns on, and the verdicts that have no evidence of their own. */
import type { PolicySummary, Summary, TargetVerdict } from '../../../analysis/summary.js'
import { CALIBRATION } from '../../../calibration/files.js'
import type { Dataset, OtherCount } from '../../../dataset/dataset.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import type { Language } from '../../../vocabulary/language.js'
import { backtestWords, hindcastWords } from '../../tables/backtest.js'
import { phrase } from '../bilingual.js'
import { fittedNote } from '../calibration.js'
import { lowered } from '../headline.js'
import { asWritten, count, measured, share } from '../numbers.js'
import { QUALITY } from '../verdicts.js'

export const UNKNOWNS_TITLE = phrase('What we do not know', '还有哪些不清楚')

/** Most uncertainties that are named, and the least share for which one is. */
const MOST = 3
const LEAST = 0.05

/** What the answer turns on, what a census may revise, what the levels rest on, how well the model did before. */
export function unknowns(target: TargetVerdict, dataset: Dataset): Bilingual[] {
  return [...turnsOn(target), ...revision(target), ...unknownInModel(dataset), restsAtWorst(target)]
}

/** What more futures do not narrow: the fit of the levels, what is counted otherwise as well, errors where the outcome is known. */
export function unknownInModel(dataset: Dataset): Bilingual[] {
  return [...(dataset.sources.has(CALIBRATION) ? [FITTED] : []), ...knownOfModel(dataset)]
}

/** Of a projection that is read against nothing: what its levels rest on, and what is known of them. */
export function unknownWithoutTargets(dataset: Dataset): Bilingual[] {
  const fitted = fittedNote(dataset)
  return [...(fitted ? [fitted] : []), ...knownOfModel(dataset)]
}

/** Least share of futures without numbers that page one names. */
const MANY_FAILED = 0.01

/** How many futures of a policy gave no numbers, where they are so many that medians and ranges may differ by them. */
export function withoutNumbers({ draws }: Summary, { failures }: PolicySummary): Bilingual[] {
  if (failures === 0 || failures < MANY_FAILED * draws) return []
  const [some, all] = [count(failures), count(draws)]
  return [
    phrase(
      `${some} of ${all} futures gave no number, ${share(failures / draws, 'en')}: medians and ranges are without them, and no target counts as reached in them.`,
      `${all}个情景中有${some}个（${share(failures / draws, 'zh')}）未得出数值：不计入中位数和区间，目标按未达到计。`,
    ),
  ]
}

function knownOfModel(dataset: Dataset): Bilingual[] {
  const { backtest, otherCounts } = dataset
  return [
    ...otherCounts.map((one) => countedTwice(one, dataset)),
    ...hindcastWords(dataset),
    ...backtestWords(backtest),
  ]
}

function countedTwice(
  { city, year, title, used, other, because, provenance: { unit } }: OtherCount,
  { cities }: Dataset,
): Bilingual {
  const { name } = cities[city]
  const [usedEn, otherEn] = [used, other].map((one) => asWritten(one, unit, 'en'))
  const [usedZh, otherZh] = [used, other].map((one) => asWritten(one, unit, 'zh'))
  return phrase(
    `${name.en} has two official figures for ${year}, ${lowered(title.en)}: ${usedEn} is used, ${otherEn} is the other. ${because.en}`,
    `${name.zh}${year}年${title.zh}有两个官方数：采用${usedZh}，另一数为${otherZh}。${because.zh}`,
  )
}

export const restsAtWorst = ({ quality }: TargetVerdict): Bilingual =>
  phrase(
    `What the answer is computed from is at worst: ${QUALITY[quality].en}.`,
    `计算所用信息中质量最低者：${QUALITY[quality].zh}。`,
  )

function turnsOn({ contributions }: TargetVerdict): Bilingual[] {
  const drivers = contributions.filter((one) => one.uncertainty !== 'other' && one.share >= LEAST)
  const named = (language: Language) =>
    drivers
      .slice(0, MOST)
      .map(({ title, share: part }) =>
        language === 'zh'
          ? `${title.zh}（${share(part, 'zh')}）`
          : `${lowered(title.en)} (${share(part, 'en')})`,
      )
  if (drivers.length === 0) return []
  return [
    phrase(
      `The answer turns most on ${named('en').join(', ')}: so much of what differs between the futures goes with each.`,
      `结论主要取决于${named('zh').join('、')}：括号内为各因素占情景间差异的比例。`,
    ),
  ]
}

function revision({ revised, unit }: TargetVerdict): Bilingual[] {
  if (!revised) return []
  const [en, zh] = (['en', 'zh'] as const).map((language) =>
    measured(revised.within95, unit === 'percent' ? 'point' : unit, language),
  )
  return [
    phrase(
      `A later census may revise the figure itself by ${en} either way (in 95 of 100 cases, a judgement).`,
      `今后普查可能使这一数字上下修正${zh}（95%情形，主观判断）。`,
    ),
  ]
}

const FITTED = phrase(
  'Levels of moves rest on a fit to two censuses. Other fits that could be defended as well may move the odds further than chance does, and more futures do not narrow that.',
  '迁移水平由两次普查拟合而来。换用其他同样站得住脚的拟合，概率的变动可能超出抽样误差，增加情景数也不能缩小。',
)

/** Whether a verdict is that of any promise of its kind. */
export const isPromiseAlone = ({ evidence }: TargetVerdict): boolean => evidence?.restsOn === 'class'

/** That some verdicts have no evidence of their own; undefined where none or all of them are so. */
export function promisesAlone(targets: readonly TargetVerdict[]): Bilingual | undefined {
  const alone = targets.filter(isPromiseAlone)
  if (alone.length === 0) return undefined
  return phrase(
    `${alone.length} of ${targets.length} verdicts have no evidence of their own: any promise of that kind, with as much to spare, would have these odds. They stand apart below.`,
    `${targets.length}项研判中有${alone.length}项没有自身依据：同类承诺只要余量相同，概率即相同。这些项目在下文单列。`,
  )
}

export const ALONE_TITLE = phrase('Verdicts without evidence of their own', '没有自身依据的研判')
export const ALONE_NOTE = phrase(
  'Nothing is known of how these go: the odds are those of past commitments of the same kind.',
  '这些任务自身进展没有数据：概率来自以往同类承诺的完成情况。',
)
