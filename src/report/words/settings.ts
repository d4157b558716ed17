/** Words on a run whose draws are no sample of the futures: how many of its settings reach a target, without odds. */
import { isKnown } from '../../analysis/odds.js'
import type { PolicySummary, Summary } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { howMany } from '../../vocabulary/numbers.js'
import { count, oddsShare } from './numbers.js'
import { VERDICT } from './verdicts.js'

/** Targets that all, some and none of the settings reach. */
export function countedSettings({ draws }: Summary, { title, targets, joint }: PolicySummary): Bilingual {
  const known = targets.filter(({ region }) => isKnown(region.odds))
  const hits = known.map(({ region }) => region.odds.hits)
  const all = hits.filter((number) => number === draws).length
  const none = hits.filter((number) => number === 0).length
  const some = known.length - all - none
  const cannot = targets.filter(({ word }) => word === 'cannot').length
  const unknown = targets.length - known.length - cannot
  const others = [
    unknown > 0 ? [`, ${count(unknown)} not known`, `，${count(unknown)}项无从得知`] : ['', ''],
    cannot > 0
      ? [`, ${count(cannot)} ${VERDICT.cannot.en}`, `，${count(cannot)}项${VERDICT.cannot.zh}`]
      : ['', ''],
  ]
  const [more, rest] = [0, 1].map((language) => others.map((words) => words[language]).join(''))
  const [together, jointly] =
    targets.length > 1 && isKnown(joint)
      ? [`; all together in ${oddsShare(joint, 'en')}`, `；同时达到全部目标的设定：${oddsShare(joint, 'zh')}`]
      : ['', '']
  return {
    en: `${title.en}, of ${howMany(targets.length, 'target')}: ${count(all)} reached in all of the ${count(draws)} settings, ${count(some)} in some, ${count(none)} in none${more}${together}.`,
    zh: `${title.zh}：${count(targets.length)}项目标中，${count(all)}项在全部${count(draws)}个设定中达到，${count(some)}项在部分设定中达到，${count(none)}项均未达到${rest}${jointly}。`,
  }
}

/** What the columns of such a run mean. */
export function aboutSettings({ draws, years }: Summary): Bilingual {
  return {
    en: `Base: end of ${years[0]}. How many of the ${howMany(draws, 'setting')} reach the target; median and ranges are of the settings as well. None of them is a chance.`,
    zh: `基期：${years[0]}年末。达标设定数：${count(draws)}个设定中达到目标的个数；中位数和区间也只就这些设定而言，均不是概率。`,
  }
}
