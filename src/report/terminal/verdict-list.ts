/** Every target in words: verdict and odds, how far from what is asked for, since when, and what it depends on. */
import { isKnown } from '../../analysis/odds.js'
import type { PolicySummary, TargetVerdict } from '../../analysis/summary.js'
import type { Language } from '../../vocabulary/language.js'
import { HEADINGS } from '../words/headings.js'
import { asWritten, measured, range, share } from '../words/numbers.js'
import { marginText, readingsOf } from '../words/target-texts.js'
import { COLON, LIST } from '../words/typography.js'
import { QUALITY, VERDICT } from '../words/verdicts.js'
import type { Page } from './page.js'
import { type TextColumn, tableLines } from './table.js'

/** Most uncertainties that are named for one target, and the least share for which one is. */
const MOST_NAMED = 3
const LEAST_SHARE = 0.05

/** A heading, a row for every target of a policy, and what the columns mean. */
export function verdictList(policy: PolicySummary, { language, width, paint }: Page): string[] {
  const say = (key: keyof typeof HEADINGS) => HEADINGS[key][language]
  const columns: TextColumn[] = [
    { heading: say('target'), align: 'left', atLeast: 13 },
    { heading: say('verdict'), align: 'left', atLeast: 13 },
    { heading: say('margin'), align: 'left', atLeast: 9 },
    { heading: say('firstYear'), align: 'left', atLeast: 5 },
    { heading: say('goesWith'), align: 'left', atLeast: 18 },
  ]
  const rows = policy.targets.map((target) => [
    target.title[language],
    verdictText(target, language),
    marginText(target, language),
    target.region.firstYear === null ? '-' : String(target.region.firstYear),
    driversText(target, language),
  ])
  const title = policy.title[language]
  const heading = language === 'zh' ? `逐项研判：${title}` : `Verdicts: ${title}`
  return [paint('bold', heading), ...tableLines(columns, rows, width)]
}

/** `unlikely: about 1 in 10 futures [estimate]`; "about" in both its readings. */
function verdictText(target: TargetVerdict, language: Language): string {
  const text = `${VERDICT[target.word][language]}${COLON[language]}${target.sentence[language]}`
  const readings =
    target.comparator === 'about' && isKnown(target.lenient)
      ? `${LIST[language]}${readingsOf(target, language)}`
      : ''
  const rests = target.quality === 'data' ? '' : ` [${QUALITY[target.quality][language]}]`
  return `${text}${readings}${rests}`
}

/** The wider band, of the model and of what a later census may revise; tables and verdicts are of the model alone. */
export function revisedText(target: TargetVerdict, language: Language): string[] {
  const { revised, title, unit, threshold, tolerance, comparator } = target
  if (!revised) return []
  const own = range(target.region.spread.range80, unit, language)
  const wide = range(revised.range80, unit, language)
  const give = measured(revised.within95, unit === 'percent' ? 'point' : unit, language)
  const [low, high] = [threshold - tolerance, threshold].map((value) => asWritten(value, unit, language))
  const [lenient, strict] = [revised.lenient, revised.strict].map((odds) => share(odds, language))
  const both = comparator === 'about'
  const known = Number.isFinite(revised.lenient)
  if (language === 'zh') {
    const odds = both ? `；${low}及以上${lenient}，${high}及以上${strict}` : `；达标概率${lenient}`
    return [
      `以上及各表仅为模型区间（80%：${own}）。若计入今后普查修正（95%情形下上下${give}，主观判断），${title.zh}80%区间为${wide}${known ? odds : ''}。`,
    ]
  }
  const odds = both
    ? `; ${low} or more in ${lenient}, ${high} or more in ${strict}`
    : `; reached in ${lenient}`
  return [
    `This and the tables are the model's band (80 %: ${own}). With what a later census may revise (give or take ${give} in 95 of 100 cases, a judgement) the 80 % range of "${title.en}" is ${wide}${known ? odds : ''}.`,
  ]
}

function driversText({ contributions }: TargetVerdict, language: Language): string {
  const named = contributions
    .filter(({ uncertainty, share: part }) => uncertainty !== 'other' && part >= LEAST_SHARE)
    .slice(0, MOST_NAMED)
    .map(({ title, share: part }) => `${title[language]} ${share(part, language)}`)
  return named.length === 0 ? '-' : named.join(language === 'zh' ? '、' : ', ')
}
