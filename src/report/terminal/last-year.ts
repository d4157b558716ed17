/** Where the region stands at the end of a horizon, with both bands where a later census may revise. */
import type { Summary } from '../../analysis/summary.js'
import { isShortfall } from '../../plan/outcome-columns.js'
import type { Language } from '../../vocabulary/language.js'
import { HEADINGS } from '../words/headings.js'
import { amount, labelled, range } from '../words/numbers.js'
import type { Page } from './page.js'
import { type TextColumn, tableLines } from './table.js'

/**
 * A heading and a row for every indicator of the last policy, all that a run without targets has to say of the region; where
 * a target stands in the last year, only for totals that have no target and that a census may revise.
 */
export function lastYear({ series, policies, years }: Summary, { language, width, paint }: Page): string[] {
  const last = years.at(-1)!
  const policy = policies.at(-1)!
  const beyond = policy.targets.every(({ year }) => year < last)
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
  const isRevised = rows.some((row) => row.at(-1) !== '')
  const shown = isRevised ? rows : rows.map((row) => row.slice(0, -1))
  return [paint('bold', heading), ...tableLines(columns(language).slice(0, isRevised ? 4 : 3), shown, width)]
}

/** Most indicators that a page shows by city; all are in the CSV. */
const MOST_INDICATORS = 3

/** Of a run without targets: the first indicators by city in the last year, median and 80 % range. */
export function lastYearByCity(
  { places, policies, years }: Summary,
  { language, width, paint }: Page,
): string[] {
  const policy = policies.at(-1)!
  const shown = places
    .filter((table) => table.policy === policy.name && !isShortfall(table.indicator))
    .slice(0, MOST_INDICATORS)
  if (policy.targets.length > 0 || shown.length === 0 || shown[0].rows.length < 2) return []
  const heading = {
    en: `By area at the end of ${years.at(-1)}: median (80 % range)`,
    zh: `${years.at(-1)}年末各地：中位数（80%区间）`,
  }
  const own: TextColumn[] = [
    { heading: HEADINGS.city[language], align: 'left' },
    ...shown.map(
      ({ title, unit }): TextColumn => ({
        heading: labelled(title, unit, language),
        align: 'right',
        atLeast: 10,
      }),
    ),
  ]
  const rows = shown[0].rows.map(({ name }, city) => [
    name[language],
    ...shown.map(
      ({ rows: of, unit }) =>
        `${amount(of[city].spread.median, unit)} (${range(of[city].spread.range80, unit)})`,
    ),
  ])
  return [paint('bold', heading[language]), ...tableLines(own, rows, width)]
}

function columns(language: Language): TextColumn[] {
  return [
    { heading: { en: 'Indicator', zh: '指标' }[language], align: 'left', atLeast: 20 },
    { heading: HEADINGS.median[language], align: 'right' },
    { heading: HEADINGS.range80[language], align: 'right' },
    { heading: HEADINGS.withRevision[language], align: 'right' },
  ]
}
