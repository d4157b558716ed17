/** Of a run without targets: its indicators by area, and where each is highest and lowest. */
import type { PlaceTable, Summary } from '../../../analysis/summary.js'
import { isShortfall } from '../../../plan/outcome-columns.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { howMany } from '../../../vocabulary/numbers.js'
import { headline, mainPolicy } from '../../tables/headline.js'
import { inEach } from '../bilingual.js'
import { amount } from '../numbers.js'
import { titleWithUnit } from '../titles.js'

/**
 * Those of the main policy, with the areas that have a number; none where there is a target, which is what a page is about, or
 * a single area.
 */
export function areaTables(summary: Summary): PlaceTable[] {
  const { name } = mainPolicy(summary).policy
  if (headline(summary) || summary.noSample) return []
  return summary.places
    .filter(({ policy, indicator }) => policy === name && !isShortfall(indicator))
    .map((table) => ({ ...table, rows: table.rows.filter(({ spread }) => Number.isFinite(spread.median)) }))
    .filter(({ rows }) => rows.length > 1)
}

/**
 * `Residents (2019 = 100): highest in Uusimaa (109), lowest in South Savo (81.4)`; medians, without a full stop. Areas whose
 * numbers are written alike are counted together.
 */
export function areaExtremes({ title, unit, rows }: PlaceTable): Bilingual {
  const sorted = rows.toSorted((a, b) => b.spread.median - a.spread.median)
  return inEach((language) => {
    const written = (row: PlaceTable['rows'][number]) => amount(row.spread.median, unit, language)
    const [most, least] = [sorted[0], sorted.at(-1)!].map((row) => ({ row, value: written(row) }))
    const named = titleWithUnit(title, unit)[language]
    if (most.value === least.value)
      return language === 'zh' ? `${named}：各地均为${most.value}` : `${named}: ${most.value} in all areas`
    const [high, low] = [most, least].map(({ row: { name }, value }) => {
      const alike = rows.filter((row) => written(row) === value).length
      if (language === 'zh') return `${name.zh}${alike > 1 ? `等${alike}地` : ''}（${value}）`
      return `${name.en}${alike > 1 ? ` and ${howMany(alike - 1, 'other')}` : ''} (${value})`
    })
    return language === 'zh'
      ? `${named}：最高为${high}，最低为${low}`
      : `${named}: highest in ${high}, lowest in ${low}`
  })
}
