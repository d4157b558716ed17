/** The answer in one sentence with one number, and the other readings of it. */
import { isKnown, wordFor } from '../../../analysis/odds.js'
import type { Summary, TargetVerdict } from '../../../analysis/summary.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import type { Language } from '../../../vocabulary/language.js'
import { inEach, phrase } from '../bilingual.js'
import { capital } from '../headline.js'
import { asWritten, difference, interval, measured, oddsShare, share, unitName } from '../numbers.js'
import { minus, span } from '../typography.js'
import { VERDICT } from '../verdicts.js'

/** A sentence in three parts: the number stands in the middle, and is empty where nothing is known. */
export interface OneAnswer {
  readonly before: Bilingual
  readonly number: Bilingual
  readonly after: Bilingual
}

/** `Open: 62 % of the simulated futures reach it.` */
export function oneAnswer({ region, word, sentence }: TargetVerdict): OneAnswer {
  const { odds } = region
  const head = VERDICT[word]
  if (!isKnown(odds) || word === 'cannot') {
    const said = sentence.en === head.en ? phrase('', '') : phrase(`: ${sentence.en}`, `：${sentence.zh}`)
    return {
      before: phrase(`${capital(head.en)}${said.en}.`, `${head.zh}${said.zh}。`),
      number: phrase('', ''),
      after: phrase('', ''),
    }
  }
  const number = inEach((language) => oddsShare(odds, language))
  const isNone = odds.hits === 0
  const isFew = wordFor(odds) === 'too_few'
  const chinese = isNone || odds.hits === odds.draws ? '' : isFew ? '个' : '的'
  return {
    before: phrase(`${capital(head.en)}: `, `${head.zh}：${isNone ? '模拟情景' : ''}`),
    number: isNone ? phrase(number.en, '无一') : number,
    after: phrase(' of the simulated futures reach it.', `${chinese}${isNone ? '' : '模拟情景'}达标。`),
  }
}

/** The same answer read otherwise, each in a sentence. */
export function otherReadings(summary: Summary, target: TargetVerdict): Bilingual[] {
  const { region, revised } = target
  return [
    ...(revised ? [inEach((language) => withRevision(revised, target, language))] : []),
    inEach((language) => courseOf(summary, target, language)),
    ...(isKnown(region.odds)
      ? [
          phrase(
            `By chance of the sample alone the odds lie within ${interval(region.odds)} %.`,
            `仅就抽样误差而言，达标概率在${interval(region.odds)}%之间。`,
          ),
        ]
      : []),
  ]
}

/** Of "about": what counts as reached, and the odds to the letter. Stands in the open beside the answer. */
export function toTheLetter({
  comparator,
  threshold,
  tolerance,
  unit,
  lenient,
  strict,
}: TargetVerdict): Bilingual[] {
  if (comparator !== 'about' || !isKnown(lenient)) return []
  return [
    inEach((language) => {
      const [low, full] = [threshold - tolerance, threshold].map((value) => asWritten(value, unit, language))
      const odds = oddsShare(strict, language)
      return {
        en: `“About ${full}” is read as ${low} or more. To the letter, ${full} or more, it is reached in ${odds} of the futures.`,
        zh: `“${full}左右”按${low}及以上计；严格按${full}及以上计，达标的情景为${odds}。`,
      }[language]
    }),
  ]
}

function withRevision(
  { within95, range80, lenient }: NonNullable<TargetVerdict['revised']>,
  { unit }: TargetVerdict,
  language: Language,
): string {
  const give = measured(within95, unit === 'percent' ? 'point' : unit, language)
  const band = span(range80, unit, language)
  const name = unitName(unit, language)
  const known = Number.isFinite(lenient)
  const odds = share(lenient, language)
  return {
    en: `With what a later census may revise (${give} either way in 95 of 100 cases, a judgement) 8 in 10 futures lie within ${band} ${name}${known ? `, and ${odds} of them reach it` : ''}.`,
    zh: `计入今后普查可能的修正（95%情形下上下${give}，主观判断），八成情景在${band}${name}之间${known ? `，达标概率为${odds}` : ''}。`,
  }[language]
}

/** `From 54.2 % in 2020 to a median of 56.7 % in 2023; 8 in 10 futures lie within ...; 0.3 points, 132,000 people short.` */
function courseOf(
  summary: Summary,
  { title, region, unit, year }: TargetVerdict,
  language: Language,
): string {
  const { base, spread, margin, marginCount, marginUnit = '' } = region
  const [from, median] = [base, spread.median].map((value) => measured(value, unit, language))
  const band = span(spread.range80, unit, language)
  const apart = [difference(margin, unit, language)]
  if (marginCount !== undefined) apart.push(difference(marginCount, marginUnit, language))
  const off = apart.map(minus)
  return {
    en: `${title.en}: ${from} in ${summary.years[0]}, median of the futures ${median} in ${year}, 8 in 10 within ${band} ${unitName(unit, 'en')}. Median against target: ${off.join(', ')}.`,
    zh: `${title.zh}：${summary.years[0]}年${from}，${year}年情景中位数${median}，八成情景在${band}${unitName(unit, 'zh')}之间。中位数与目标之差：${off.join('，即')}。`,
  }[language]
}

/** Where the page goes on, by what a reader asks next. */
export const NEXT_QUESTIONS = {
  where: phrase('Where are places short, and by when?', '哪里缺学位床位？何时补上？'),
  actions: phrase('What can be done?', '可以做什么？'),
  unknowns: phrase('What do we not know?', '还有哪些不清楚？'),
  compared: phrase('What does the other scenario change?', '另一方案改变了什么？'),
} as const

export const READINGS = phrase('The same answer read otherwise', '同一结论的其他口径')
