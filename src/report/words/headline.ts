/** Sentences on the headline target: the question, the verdict, and where it goes. */
import { isKnown } from '../../analysis/odds.js'
import type { PolicySummary, Summary, TargetVerdict } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { inEach, phrase } from './bilingual.js'
import { asWritten, measured, oddsShare } from './numbers.js'

export const policyLine = ({ title, years }: Summary, policy: PolicySummary): Bilingual =>
  phrase(
    `${title.en} · policy: ${policy.title.en} · ${years[0]}–${years.at(-1)}`,
    `${title.zh} · 政策：${policy.title.zh} · ${years[0]}—${years.at(-1)}年`,
  )

/** `an urban share`, `a unit`: by the sound of the first letter, so far as spelling tells. */
const withArticle = (words: string) => `${/^(?:[aeio]|u(?!ni|s[aeiu]))/i.test(words) ? 'an' : 'a'} ${words}`

const HOW: Record<TargetVerdict['comparator'], Bilingual> = {
  at_least: phrase('at least', '不低于'),
  at_most: phrase('at most', '不高于'),
  about: phrase('about', '左右'),
}

/** The region, and the names of its cities. */
interface PlaceNames {
  readonly region: Bilingual
  readonly map: readonly { readonly code: string; readonly name: Bilingual }[]
}

/** Whose target it is: the region's, one area's, or that of every city. */
function whose({ region, map }: PlaceNames, of: TargetVerdict['of']): Bilingual {
  if (of?.each) return phrase(`every area of ${region.en}`, `${region.zh}各地`)
  return map.find(({ code }) => code === of?.city)?.name ?? region
}

export function question(
  places: PlaceNames,
  target: Pick<TargetVerdict, 'comparator' | 'threshold' | 'unit' | 'year' | 'title' | 'of'>,
): Bilingual {
  const place = whose(places, target.of)
  const { comparator, threshold, unit, year, title } = target
  const asked = (language: Language) => asWritten(threshold, unit, language)
  const how = HOW[comparator]
  const zh = comparator === 'about' ? `${asked('zh')}${how.zh}` : `${how.zh}${asked('zh')}`
  return phrase(
    `Will ${place.en} have ${withArticle(lowered(title.en))} of ${how.en} ${asked('en')} by ${year}?`,
    `到${year}年，${place.zh}${title.zh}能否达到${zh}？`,
  )
}

/** `56.5 % or more in about 5 in 10 futures (54 %); 57 % or more in 29 % of them.` */
export function reachedBy({
  sentence,
  comparator,
  threshold,
  tolerance,
  unit,
  lenient,
  strict,
}: TargetVerdict): Bilingual {
  const value = (amount: number, language: Language) => asWritten(amount, unit, language)
  if (comparator !== 'about' || !isKnown(lenient)) return phrase(`${sentence.en}.`, `${sentence.zh}。`)
  return phrase(
    `${value(threshold - tolerance, 'en')} or more in ${sentence.en}; ${value(threshold, 'en')} or more in ${oddsShare(strict, 'en')} of them.`,
    `${value(threshold - tolerance, 'zh')}及以上，${sentence.zh}；${value(threshold, 'zh')}及以上：${oddsShare(strict, 'zh')}。`,
  )
}

/** The principal projection alone. */
export function principalCourse(
  summary: Summary,
  { region, principal: middle, unit, year, title }: TargetVerdict,
): Bilingual {
  const [base, last] = [region.base, middle].map((value) =>
    inEach((language) => measured(value, unit, language)),
  )
  return phrase(
    `${title.en} goes from ${base.en} in ${summary.years[0]} to ${last.en} in ${year} in the principal projection, every uncertainty at its median.`,
    `主预测（各不确定因素取中位数）中，${title.zh}由${summary.years[0]}年的${base.zh}变为${year}年的${last.zh}。`,
  )
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A title within a sentence; names of places keep their capital, being further on. */
export const lowered = (text: string) =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
