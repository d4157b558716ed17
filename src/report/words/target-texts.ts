/** A target and its verdict in numbers: what is asked for, both readings of "about", and how far it is. */
import type { TargetVerdict } from '../../analysis/summary.js'
import type { Language } from '../../vocabulary/language.js'
import { asWritten, difference, oddsText } from './numbers.js'
import { COMPARATOR } from './verdicts.js'

/** `>= 220,000`, `~ 57`; its unit stands with the title. */
export function thresholdText(
  { comparator, threshold }: Pick<TargetVerdict, 'comparator' | 'threshold'>,
  language: Language = 'en',
): string {
  return `${COMPARATOR[comparator]}${asWritten(threshold, 'ratio', language)}`
}

/** Both readings of "about": with the stated tolerance, and to the letter. */
export function readingsOf(
  { threshold, tolerance, unit, lenient, strict }: TargetVerdict,
  language: Language,
): string {
  const [low, high] = [threshold - tolerance, threshold].map((value) => asWritten(value, unit, language))
  return language === 'zh'
    ? `${low}及以上：${oddsText(lenient, 'zh')}；${high}及以上：${oddsText(strict, 'zh')}`
    : `${low} or more in ${oddsText(lenient, 'en')}, ${high} or more in ${oddsText(strict, 'en')}`
}

/** `-0.2 points, -116,000 people` */
export function marginText({ region, unit }: TargetVerdict, language: Language): string {
  const own = difference(region.margin, unit, language)
  if (region.marginCount === undefined) return own
  const counted = difference(region.marginCount, region.marginUnit ?? '', language)
  return language === 'zh' ? `${own}，${counted}` : `${own}, ${counted}`
}
