/** When most is lacking: the last year of a horizon may be the best of all. */
import type { Peak, PlaceTable } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { amount, measured } from './numbers.js'

/** The peak where it lies in another year than the last one, and is seen to be higher; else undefined. */
export function earlierPeak(
  { peak, spread }: PlaceTable['rows'][number],
  { year, unit }: PlaceTable,
): Peak | undefined {
  if (!peak || peak.year === year || peak.spread.median < 0.5) return undefined
  return amount(peak.spread.median, unit) === amount(spread.median, unit) ? undefined : peak
}

/** `most in 2025: 205,663 places in all, Nanning 32,800`; undefined where nothing is lacking in any year, or most in the last. */
export function peakText(table: PlaceTable, most: number): Bilingual | undefined {
  const { peak, rows, unit, year } = table
  if (!peak || peak.year === year || peak.spread.median < 0.5) return undefined
  const worst = rows
    .flatMap(({ name, peak: own }) => (own ? [{ name, own }] : []))
    .filter(({ own }) => own.spread.median >= 0.5)
    .sort((a, b) => b.own.spread.median - a.own.spread.median)
    .slice(0, most)
  const cities = (language: Language) =>
    worst.map(({ name, own }) => {
      const value = amount(own.spread.median, unit, language)
      if (own.year === peak.year) return `${name[language]} ${value}`
      return language === 'zh'
        ? `${name.zh}${value}（${own.year}年）`
        : `${name.en} ${value} (in ${own.year})`
    })
  const [en, zh] = [cities('en'), cities('zh')]
  return {
    en: `most in ${peak.year}, ${measured(peak.spread.median, unit, 'en')} in all${en.length > 0 ? `: ${en.join(', ')}` : ''}`,
    zh: `${peak.year}年最多，合计${measured(peak.spread.median, unit, 'zh')}${zh.length > 0 ? `：${zh.join('、')}` : ''}`,
  }
}
