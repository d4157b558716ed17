/** Whether the split of a quota is far from the best, in a sentence, and by city. */

import type { QuotaSplit } from '../../../studies/split/split-quota.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import type { Language } from '../../../vocabulary/language.js'
import { inEach, phrase } from '../bilingual.js'
import { amount, count, measured } from '../numbers.js'

/** A best split that leaves at least so much of what lacks now is not far from it. */
const FAR = 0.75

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** Whether the best split found would leave a quarter less lacking, or more. */
export function isSplitFar({ present, proposed }: QuotaSplit): boolean {
  const now = sum(present.lacking)
  return now >= 1 && sum(proposed.total.lacking) < FAR * now
}

/** Two digits: averages over a few dozen futures are known to no more. */
const about = (value: number) => Number(value.toPrecision(2))

/** What the best split would leave in all cities, and in the one that lacks most now. */
export function splitSentence(split: QuotaSplit): Bilingual {
  return inEach((language) => sentence(split, language))
}

function sentence(split: QuotaSplit, language: Language): string {
  const { title, unit, year, cities, present, proposed, draws, programmes } = split
  const { lacking } = present
  const worst = lacking.indexOf(Math.max(...lacking))
  const name = cities[worst].name[language]
  const shown = (value: number) =>
    language === 'zh' ? measured(about(value), unit, 'zh') : amount(about(value), unit)
  const [now, then] = [sum(lacking), sum(proposed.total.lacking)].map(shown)
  const [own, ownThen] = [lacking[worst], proposed.total.lacking[worst]].map(shown)
  const quota = programmes.map((one) => one.title[language])
  const taken = present.given.map((given, city) => given - proposed.total.given[city])
  const giver = taken.indexOf(Math.max(...taken))
  const [left, leftThen] = [lacking[giver], proposed.total.lacking[giver]].map(shown)
  const from = cities[giver].name[language]
  if (language === 'zh')
    return `调整指标的分地区比例：“${quota.join('”“')}”的分地区指标若按最优比例分配（总量不变），${year}年各地${title.zh}缺口合计由约${now}降至约${then}，${name}由约${own}降至约${ownThen}；从${from}调出最多，其缺口由约${left}变为约${leftThen}（${count(draws)}个情景的平均）。`
  return `Share the quota out otherwise: with the same number in all of ${quota.map((one) => `“${one}”`).join(' and ')}, the best shares by area would leave about ${then} ${title.en.toLowerCase()} lacking in ${year} in place of ${now}; in ${name} ${ownThen} in place of ${own}. ${from} would give up most, and lack ${leftThen} in place of ${left} (averages of ${count(draws)} futures).`
}

export const SPLIT_TITLE = phrase('What each area would gain and lose', '各地增减')

/** What the proposal is not. */
export const SPLIT_NOTE = phrase(
  'One share for all years and for every programme of the service, best for the last year; it says nothing of the years before, in which a split that follows need may do better.',
  '各年、各项目采用同一比例，以最后一年缺口之和最小为准；不说明之前年份，逐年按需调整的分配在那些年份可能更好。',
)
