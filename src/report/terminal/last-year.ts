/** Where the region stands at the end of a horizon, with both bands where a later census may revise. */
import type { Summary } from '../../analysis/summary.js'
import type { Language } from '../../vocabulary/language.js'
import { HEADINGS } from '../words/headings.js'
import { amount, labelled, range } from '../words/numbers.js'
import type { Page } from './page.js'
import { type TextColumn, tableLines } from './table.js'

/**
 * A heading and a row for every indicator of the last policy; where a target stands in the last year, only for totals
 * that have no target and that a census may revise.
 */
export function lastYear({ series, policies, years }: Summary, { language, width, paint }: Page): string[] {
  const last = years.at(-1)!
  const policy = policies.at(-1)!
  const beyond = policy.targets.every(({ year }) => year < last)
  if (policy.targets.length === 0) return []
  const aimed = new Set(policy.targets.map(({ indicator }) => indicator))
  const rows = series.flatMap(({ policy: name, indicator, title, unit, years: known }) => {
    const found = known.find(({ year }) => year === last)
    if (name !== policy.name || !found) return []
    const { spread, revised } = found
    if (!beyond && (!revised || aimed.has(indicator))) return []
    const bands = [spread.range80, revised?.range80].map((band) => (band ? range(band, unit, language) : ''))
    return [[labelled(title, unit, language), amount(spread.median, unit, language), ...bands]]
  })
  if (rows.length === 0) return []
  const title = policy.title[language]
  const heading = beyond
    ? { en: `At the end of ${last}: ${title}`, zh: `${last}年末：${title}` }[language]
    : {
        en: `Totals at the end of ${last} in both bands: ${title}`,
        zh: `${last}年末总量（两种区间）：${title}`,
      }[language]
  return [paint('bold', heading), ...tableLines(columns(language), rows, width)]
}

function columns(language: Language): TextColumn[] {
  return [
    { heading: { en: 'Indicator', zh: '指标' }[language], align: 'left', atLeast: 20 },
    { heading: HEADINGS.median[language], align: 'right' },
    { heading: HEADINGS.range80[language], align: 'right' },
    { heading: HEADINGS.withRevision[language], align: 'right' },
  ]
}
