/** Tables by city: where a regional target would hold for a city by itself, and what falls short where. */
import type { PlaceTable, PolicySummary, Summary } from '../../analysis/summary.js'
import { isShortfall } from '../../plan/outcome-columns.js'
import type { Language } from '../../vocabulary/language.js'
import { HEADINGS } from '../words/headings.js'
import { amount, labelled, oddsShare, range } from '../words/numbers.js'
import { earlierPeak, peakText } from '../words/shortfalls.js'
import { thresholdText } from '../words/target-texts.js'
import { wrap } from '../words/width.js'
import type { Page } from './page.js'
import { type TextColumn, tableLines } from './table.js'

/** Most columns of odds that a page shows; all are in the CSV. */
const MOST_TARGETS = 4

/** Median and odds of each target whose indicator has a value by city; those that differ most come first. */
export function oddsByCity(region: string, { targets }: PolicySummary, page: Page): string[] {
  const { language, width, paint } = page
  const apart = targets
    // what every city is asked for is said with the verdicts
    .filter(({ cities, of }) => cities.length > 1 && !of)
    .map((target) => ({ target, gap: gapOf(target.cities.map(({ odds }) => odds.share)) }))
    .filter(({ gap, target }) => gap > 0 || target.cities.some(({ odds }) => Number.isNaN(odds.share)))
    .sort((a, b) => b.gap - a.gap)
    .map(({ target }) => target)
  if (apart.length === 0) return []
  const shown = apart.slice(0, MOST_TARGETS)
  const columns: TextColumn[] = [
    cityColumn(language),
    ...shown.map(
      (target): TextColumn => ({
        heading: `${labelled(target.title, target.unit, language)} ${thresholdText(target, language)}`,
        align: 'right',
        atLeast: 8,
      }),
    ),
  ]
  const rows = shown[0].cities.map((city, index) => [
    city.name[language],
    ...shown.map(({ cities, unit }) => {
      const { spread, odds } = cities[index]
      if (Number.isNaN(spread.median)) return '-'
      return `${amount(spread.median, unit, language)} (${oddsShare(odds, language)})`
    }),
  ])
  const more = apart.length - shown.length
  const heading = {
    en: `Areas beside the targets of ${region} as a whole: median, and in brackets the odds that the area by itself would reach what is asked of the region`,
    zh: `各地对照（目标是对${region}整体的要求，并非各地任务）：中位数，括号内为该地自身达到这一水平的可能性`,
  }[language]
  const rest = { en: `${more} more such targets are in --csv.`, zh: `另有${more}项见 --csv。` }[language]
  return [
    ...wrap(heading, width).map((line) => paint('bold', line)),
    ...tableLines(columns, rows, width),
    ...(more > 0 ? [rest] : []),
  ]
}

/** How far apart the cities are in odds, of those that have any. */
function gapOf(shares: readonly number[]): number {
  const known = shares.filter((share) => !Number.isNaN(share))
  return Math.max(...known) - Math.min(...known)
}

function cityColumn(language: Language): TextColumn {
  return { heading: HEADINGS.city[language], align: 'left' }
}

/** What is short in each city in the last year under a policy: median and 80 % range. */
export function shortByCity(summary: Summary, policy: PolicySummary, page: Page): string[] {
  const { language, width, paint } = page
  const tables = summary.places.filter(
    ({ policy: name, indicator, rows }) =>
      name === policy.name &&
      isShortfall(indicator) &&
      rows.some(({ spread, peak }) => spread.range80[1] > 0 || (peak?.spread.median ?? 0) >= 0.5),
  )
  if (tables.length === 0) return []
  const columns: TextColumn[] = [
    cityColumn(language),
    ...tables.map(
      ({ title, unit }): TextColumn => ({
        heading: labelled(title, unit, language),
        align: 'right',
        atLeast: 10,
      }),
    ),
  ]
  const rows = tables[0].rows.map(({ name }, index) => [
    name[language],
    ...tables.map((table) => shortCell(table.rows[index], table, language)),
  ])
  const year = tables[0].year
  const earlier = tables.some((table) => table.rows.some((row) => earlierPeak(row, table)))
  const heading = {
    en: `What falls short by area in ${year} (${policy.title.en}): median (80 % range); - where nothing does${earlier ? '; then the year with most, and its median' : ''}`,
    zh: `${year}年各地缺口（${policy.title.zh}）：中位数（80%区间）；- 表示无缺口${earlier ? '；其后为缺口最大的年份及其中位数' : ''}`,
  }[language]
  const peaks = tables.flatMap((table) => {
    const peak = peakText(table, 0)
    return peak ? [`${table.title[language]}${{ en: ': ', zh: '：' }[language]}${peak[language]}`] : []
  })
  return [
    ...wrap(heading, width).map((line) => paint('bold', line)),
    ...tableLines(columns, rows, width),
    ...peaks.flatMap((line) => wrap(line, width)),
  ]
}

/** `12,300 (9,800-15,000)`, and the year in which most is lacking where that is an earlier one: `; 2025: 18,000`. */
function shortCell(row: PlaceTable['rows'][number], table: PlaceTable, language: Language): string {
  const { spread } = row
  const { unit } = table
  const [median, wide] = [amount(spread.median, unit, language), range(spread.range80, unit, language)]
  const last = spread.range80[1] > 0 ? `${median} (${wide})` : '-'
  const peak = earlierPeak(row, table)
  return peak ? `${last}; ${peak.year}: ${amount(peak.spread.median, unit, language)}` : last
}
