/** One target from the first scenario to the second, step by step, with bars. */
import type { NamedChange } from '../../analysis/scenario-diff.js'
import type { Standing, Waterfall, WaterfallStep } from '../../analysis/waterfall.js'
import type { Language } from '../../vocabulary/language.js'
import { HEADINGS } from '../words/headings.js'
import { amount, asWritten, labelled } from '../words/numbers.js'
import { COMPARATOR } from '../words/verdicts.js'
import { wrap } from '../words/width.js'
import type { Page } from './page.js'
import { type TextColumn, tableLines } from './table.js'
import { scaleOf } from './waterfall-bars.js'

const ODDS_DECIMALS = 1
/** Steps of a median are printed to about this fraction of the range that it moves over. */
const FINENESS = 30
/** Bars span at least so many points of odds, or such a part of the median. */
const LEAST_POINTS = 5
const LEAST_PART = 0.01

export interface WaterfallTable {
  readonly lines: readonly string[]
  /** Changes that have a row: those that round to nothing have none. */
  readonly shown: readonly number[]
}

/**
 * Where the first scenario stands, what each change adds, where the second stands. Steps are the differences of
 * rounded sums, so that the numbers printed add up.
 */
export function waterfallTable(fall: Waterfall, changes: readonly NamedChange[], page: Page): WaterfallTable {
  const { language, width, paint } = page
  const odds = sums(fall.before.odds.share * 100, fall.steps, (step) => step.odds * 100)
  const medians = sums(fall.before.median ?? Number.NaN, fall.steps, (step) => step.median ?? Number.NaN)
  const decimals = decimalsFor(medians, fall.unit)
  const [shownOdds, shownMedians] = [odds.map(rounded(ODDS_DECIMALS)), medians.map(rounded(decimals))]
  const bars = shownOdds.some((value) => value !== shownOdds[0])
    ? scaleOf(odds, LEAST_POINTS)
    : scaleOf(medians, LEAST_PART * Math.abs(medians[0]))
  const end = (at: number, label: string) => {
    const numbers = [number(shownMedians[at], decimals), number(shownOdds[at], ODDS_DECIMALS)]
    return [label, ...numbers, '', bars.level(at)]
  }
  const steps = fall.steps.flatMap((step, index) => {
    const byOdds = change(shownOdds[index + 1] - shownOdds[index], ODDS_DECIMALS)
    const byMedian = change(shownMedians[index + 1] - shownMedians[index], decimals)
    if (byOdds === '0' && !/[1-9]/.test(byMedian)) return []
    const error = byOdds === '0' ? '' : number(step.oddsError * 100, ODDS_DECIMALS)
    const label = `${step.change + 1} ${changes[step.change].title[language]}`
    return [{ change: step.change, row: [label, byMedian, byOdds, error, bars.step(index)] }]
  })
  const rows = [
    end(0, HEADINGS.first[language]),
    ...steps.map(({ row }) => row),
    end(fall.steps.length, HEADINGS.second[language]),
  ]
  const aims = [fall.before, fall.after].map((standing) => aimText(standing, fall.unit, language))
  const title = `${labelled(fall.title, fall.unit, language)}  ${[...new Set(aims)].join(' -> ')}`
  return {
    lines: [
      ...wrap(title, width, '', '  ').map((line) => paint('bold', line)),
      ...tableLines(columns(language), rows, width),
    ],
    shown: steps.map((step) => step.change),
  }
}

/** Where a target stands before, and after each step. */
function sums(
  before: number,
  steps: readonly WaterfallStep[],
  by: (step: WaterfallStep) => number,
): number[] {
  const all = [before]
  for (const step of steps) all.push(all.at(-1)! + by(step))
  return all
}

function columns(language: Language): TextColumn[] {
  return [
    { heading: HEADINGS.step[language], align: 'left', atLeast: 20 },
    { heading: HEADINGS.median[language], align: 'right' },
    { heading: HEADINGS.oddsPercent[language], align: 'right' },
    { heading: HEADINGS.standardError[language], align: 'right' },
    { heading: '', align: 'left' },
  ]
}

/** `2023: >= 57 %`; "about" with the value that its tolerance allows, by which the odds are counted. */
function aimText({ aim }: Standing, unit: string, language: Language): string {
  const { comparator, threshold, tolerance, year } = aim
  const asked = `${COMPARATOR[comparator]}${asWritten(threshold, unit, language)}`
  const least = asWritten(threshold - tolerance, unit, language)
  const about = comparator === 'about' && tolerance > 0
  if (language === 'zh') return `${year}年 ${asked}${about ? `（${least}及以上）` : ''}`
  return `${year}: ${asked}${about ? ` (${least} or more)` : ''}`
}

/** At most one more than the unit is printed with elsewhere; none of what can only be counted. */
function decimalsFor(values: readonly number[], unit: string): number {
  const span = Math.max(...values) - Math.min(...values)
  const usual = amount(values[0], unit).split('.')[1]?.length ?? 0
  if (!(span > 0) || usual === 0) return usual
  return Math.min(usual + 1, Math.max(0, Math.ceil(Math.log10(FINENESS / span))))
}

function rounded(decimals: number): (value: number) => number {
  // plus 0, so that a value just below zero is not printed with a sign
  return (value) => Number(value.toFixed(decimals)) + 0
}

function number(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '-'
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

/** With its sign; `0` for what rounds to nothing. */
function change(value: number, decimals: number): string {
  const text = number(value, decimals)
  if (Number.isFinite(value) && !/[1-9]/.test(text)) return '0'
  return value > 0 ? `+${text}` : text
}
