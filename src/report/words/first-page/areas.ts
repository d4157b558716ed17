/** Of a run without targets: its indicators by area, and where each is highest and lowest. */
import type { PlaceTable, Summary } from '../../../analysis/summary.js'
import { isShortfall } from '../../../plan/outcome-columns.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { headline, mainPolicy } from '../../tables/headline.js'
import { inEach } from '../bilingual.js'
import { amount } from '../numbers.js'
import { titleWithUnit } from '../titles.js'

/** Those of the main policy; none where there is a target, which is what a page is about, or a single area. */
export function areaTables(summary: Summary): PlaceTable[] {
  const { name } = mainPolicy(summary).policy
  if (headline(summary) || summary.noSample) return []
  return summary.places.filter(
    ({ policy, indicator, rows }) => policy === name && !isShortfall(indicator) && rows.length > 1,
  )
}

/** `Residents (2019 = 100): highest in Uusimaa (109), lowest in South Savo (81.4)`; medians, without a full stop. */
export function areaExtremes({ title, unit, rows }: PlaceTable): Bilingual {
  const known = rows.filter(({ spread }) => Number.isFinite(spread.median))
  const sorted = (known.length > 0 ? known : rows).toSorted((a, b) => b.spread.median - a.spread.median)
  return inEach((language) => {
    const [most, least] = [sorted[0], sorted.at(-1)!].map(({ name, spread }) => {
      const value = amount(spread.median, unit, language)
      return language === 'zh' ? `${name.zh}（${value}）` : `${name.en} (${value})`
    })
    const named = titleWithUnit(title, unit)[language]
    return language === 'zh'
      ? `${named}：最高为${most}，最低为${least}`
      : `${named}: highest in ${most}, lowest in ${least}`
  })
}
