/** Sentences on a policy: verdicts counted, and what it adds. */
import { isKnown, isSilent } from '../../analysis/odds.js'
import type { PolicySummary, Summary, TargetVerdict, Word } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'
import { baselineTitle } from './baseline.js'
import { phrase } from './bilingual.js'
import { lowered } from './headline.js'
import { count, oddsShare, points, share } from './numbers.js'
import { VERDICT } from './verdicts.js'

/** Most items of a list on page one; the rest stands further down. */
const MOST = 3

/** How many targets have which verdict. */
export function verdictCounts({ targets, joint }: PolicySummary): Bilingual {
  const words = (Object.keys(VERDICT) as Word[]).flatMap((word) => {
    const number = targets.filter((target) => target.word === word).length
    return number === 0 ? [] : [{ en: `${number} ${VERDICT[word].en}`, zh: `${number}项${VERDICT[word].zh}` }]
  })
  const [together, jointly] =
    targets.length > 1 && isKnown(joint)
      ? [
          `; all together in ${oddsShare(joint, 'en')} of the futures`,
          `；全部同时达到的情景：${oddsShare(joint, 'zh')}`,
        ]
      : ['', '']
  return phrase(
    `Of ${howMany(targets.length, 'target')}: ${words.map(({ en }) => en).join(', ')}${together}.`,
    `${count(targets.length)}项目标中：${words.map(({ zh }) => zh).join('、')}${jointly}。`,
  )
}

/** What the policy adds to the one it is measured against, for the headline and where it adds most. */
export function helps(summary: Summary, policy: PolicySummary, target: TargetVerdict): Bilingual[] {
  const effect = policy.effects.find((one) => one.target === target.id)
  // of odds that say nothing a difference says nothing
  if (!effect || isSilent(target.word)) return []
  const still = effect.odds === 0 && effect.spread.range95.every((bound) => bound === 0)
  const own = still
    ? phrase(
        `“${policy.title.en}” moves ${lowered(target.title.en)} in no future: nothing that it sets acts on it.`,
        `“${policy.title.zh}”在任何情景下都不改变${target.title.zh}：其设定均不作用于此。`,
      )
    : phrase(
        `“${policy.title.en}” adds ${points(effect.odds)} points to the odds of ${lowered(target.title.en)}.`,
        `“${policy.title.zh}”使${target.title.zh}的达标概率变化${points(effect.odds)}个百分点。`,
      )
  const most = policy.effects
    .map((one, index) => ({ one, title: policy.targets[index].title }))
    .filter(({ one }) => one.odds > 0)
    .sort((a, b) => b.one.odds - a.one.odds)
  const gains = (language: Language) =>
    most
      .slice(0, MOST)
      .map(({ one, title }) =>
        language === 'zh'
          ? `${title.zh}（${points(one.odds)}）`
          : `${lowered(title.en)} (${points(one.odds)})`,
      )
  const [first] = target.contributions
  const against = baselineTitle(summary)
  return [
    ...(first && first.uncertainty !== 'other'
      ? [
          phrase(
            `The headline depends most on ${lowered(first.title.en)}: ${share(first.share, 'en')} of what differs between futures goes with it.`,
            `首要目标最取决于${first.title.zh}：情景间差异的${share(first.share, 'zh')}来自它。`,
          ),
        ]
      : []),
    own,
    ...(most.length > 0
      ? [
          phrase(
            `Against ${against.en} in the same futures it adds most, in points of odds, to: ${gains('en').join(', ')}; ${count(most.length)} of ${howMany(policy.targets.length, 'target')} ${most.length === 1 ? 'gains' : 'gain'}.`,
            `与${against.zh}相比，同一组情景中达标概率增加最多（百分点）：${gains('zh').join('、')}；${count(policy.targets.length)}项目标中${count(most.length)}项受益。`,
          ),
        ]
      : []),
    ...(summary.policies.length > 2
      ? [phrase('Further policies are set beside it below.', '其他政策的比较见下文。')]
      : []),
  ]
}
