/** Tables by city: the odds of targets that every city can reach, and what falls short where. */
import type { PolicySummary, Summary } from '../analysis/summary.js'
import type { Language } from '../vocabulary/quality.js'
import { amount, range, share, unitName } from './numbers.js'
import { type Column, tableLines } from './table.js'
import type { Paint } from './verdict-table.js'
import { WORDS } from './words.js'

interface Page {
  readonly language: Language
  readonly width: number
  readonly paint: Paint
}

/** Most columns of odds that a page shows; all are in the CSV. */
const MOST_TARGETS = 8

/** Odds of each target that holds for single cities, city by city; those that differ most between cities come first. */
export function oddsByCity({ targets }: PolicySummary, { language, width, paint }: Page): string[] {
  const apart = targets
    .filter(({ cities }) => cities.length > 1)
    .map((target) => ({ target, gap: gapOf(target.cities.map(({ odds }) => odds.share)) }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, MOST_TARGETS)
    .map(({ target }) => target)
  if (apart.length === 0) return []
  const columns: Column[] = [
    cityColumn(language),
    ...apart.map(
      ({ title }, index): Column => ({ heading: title[language], align: 'right', leaveOut: index + 1 }),
    ),
  ]
  const rows = apart[0].cities.map((city, index) => [
    city.name[language],
    ...apart.map(({ cities }) => share(cities[index].odds.share)),
  ])
  const heading = { en: 'Odds in each city taken by itself', zh: '各市单独达到的可能性' }[language]
  return [paint('bold', heading), ...tableLines(columns, rows, width)]
}

const gapOf = (shares: readonly number[]) => Math.max(...shares) - Math.min(...shares)

function cityColumn(language: Language): Column {
  return { heading: WORDS.city[language], align: 'left' }
}

/** What is short in each city in the last year under a policy: median and 80 % range. */
export function shortByCity(
  summary: Summary,
  policy: PolicySummary,
  { language, width, paint }: Page,
): string[] {
  const tables = summary.places.filter(
    ({ policy: name, indicator, rows }) =>
      name === policy.name &&
      indicator.endsWith('_short') &&
      rows.some(({ spread }) => spread.range80[1] > 0),
  )
  if (tables.length === 0) return []
  const columns: Column[] = [
    cityColumn(language),
    ...tables.map(
      ({ title, unit }, index): Column => ({
        heading: `${title[language]} (${unitName(unit, language)})`,
        align: 'right',
        leaveOut: index + 1,
      }),
    ),
  ]
  const rows = tables[0].rows.map(({ name }, index) => [
    name[language],
    ...tables.map(({ rows: cities, unit }) => {
      const { spread } = cities[index]
      return spread.range80[1] > 0 ? `${amount(spread.median, unit)} (${range(spread.range80, unit)})` : '-'
    }),
  ])
  const year = tables[0].year
  const heading = {
    en: `What falls short by city in ${year}: median (80 % range)`,
    zh: `${year}年各市缺口：中位数（80%区间）`,
  }[language]
  return [paint('bold', heading), ...tableLines(columns, rows, width)]
}
