/** What can be done: what each lever of the plan would change for the first target, in words. */
import type { LeverRanking } from '../../../analysis/levers/lever-ranking.js'
import type { ReachFinding, TargetReach } from '../../../analysis/reach.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { inEach, phrase } from '../bilingual.js'
import { share } from '../numbers.js'
import { oddsBeside, triedIn } from '../reach.js'

export const ACTIONS_TITLE = phrase('What you can do', '可以做什么')

/** A gain of odds below this is not called a help: a point. */
export const LEAST_GAIN = 0.01

/** What was tried, and how the levers are ordered. */
export function aboutLevers(
  { draws, of: all, wanted, effort, costs }: ReachFinding,
  { now, title }: TargetReach,
): Bilingual {
  const costed = effort === 'yuan'
  const silent = costs === undefined
  const tried = triedIn({ draws, of: all })
  return phrase(
    `For “${title.en}”: one lever of the plan at a time, to where ${share(wanted, 'en')} of the futures reach it or else to the best within its range, ${tried.en} (${share(now, 'en')} reach it as planned). First stands what gains most for ${costed ? 'its cost' : 'how far it is moved, as a part of its range'}.${!costed && silent ? ' No costs are shown: the scenario states none.' : ''}`,
    `就“${title.zh}”：每次只变动一项措施，调至${share(wanted, 'zh')}的情景达标，达不到的取允许范围内最好的结果；${tried.zh}（按现有设定${share(now, 'zh')}达标）。排序：${costed ? '单位费用' : '每单位调整幅度（占其范围）'}带来的提高由大到小${costed || !silent ? '' : '；方案未列费用，故不显示'}。`,
  )
}

/** That the odds are enough as they are. */
export function enoughAlready({ wanted }: ReachFinding, { now, title }: TargetReach): Bilingual {
  return inEach((language) => {
    const [own, asked] = [oddsBeside(now, wanted, language), share(wanted, language)]
    return {
      en: `“${title.en}” is reached in ${own} of the futures as planned: for ${asked} nothing more is needed.`,
      zh: `按现有设定，${own}的情景使“${title.zh}”达标：要有${asked}的把握，无需更多措施。`,
    }[language]
  })
}

/** Levers that do not help, in one sentence; undefined where all do. */
export function littleHelp({ others }: LeverRanking): Bilingual | undefined {
  if (others.length === 0) return undefined
  const names = (language: 'en' | 'zh') => others.map(({ title }) => title[language])
  return phrase(
    `By less than a point, or not at all: ${names('en').join('; ')}.`,
    `提高不足1个百分点或没有作用：${names('zh').join('、')}。`,
  )
}

export const MECHANISMS = phrase('How these act in the model', '这些措施在模型中如何起作用')
export const ADDED_BY_PLAN = phrase('What the plan adds as it stands', '计划本身的作用')
