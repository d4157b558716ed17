/** Where the region stands at the end of a horizon that goes beyond every target. */
import type { Summary } from '../analysis/summary.js'
import type { Language } from '../vocabulary/quality.js'
import { amount, labelled, range } from './numbers.js'
import type { Page } from './page.js'
import { type Column, tableLines } from './table.js'
import { WORDS } from './words.js'

/** A heading and a row for every indicator of the last policy; none where a target stands in the last year. */
export function lastYear({ series, policies, years }: Summary, { language, width, paint }: Page): string[] {
  const last = years.at(-1)!
  const policy = policies.at(-1)!
  if (policy.targets.length === 0 || policy.targets.some(({ year }) => year === last)) return []
  const rows = series.flatMap(({ policy: name, title, unit, years: known }) => {
    const spread = known.find(({ year }) => year === last)?.spread
    if (name !== policy.name || !spread) return []
    return [[labelled(title, unit, language), amount(spread.median, unit), range(spread.range80, unit)]]
  })
  const title = policy.title[language]
  const heading = { en: `At the end of ${last}: ${title}`, zh: `${last}年末：${title}` }[language]
  return [paint('bold', heading), ...tableLines(columns(language), rows, width)]
}

function columns(language: Language): Column[] {
  return [
    { heading: { en: 'Indicator', zh: '指标' }[language], align: 'left', atLeast: 20 },
    { heading: WORDS.median[language], align: 'right' },
    { heading: WORDS.range80[language], align: 'right' },
  ]
}
