/** One target from the first scenario to the second, step by step, with bars. */
import type { NamedChange } from '../analysis/scenario-diff.js'
import type { Standing, Step, Waterfall } from '../analysis/waterfall.js'
import type { Language } from '../vocabulary/quality.js'
import { asWritten, labelled } from './numbers.js'
import type { Page } from './page.js'
import { type Column, tableLines } from './table.js'
import { wrap } from './width.js'
import { COMPARATOR, WORDS } from './words.js'

/** Columns of a bar. */
const BAR = 24
/** Decimals of odds in per cent, and most of a median. */
const ODDS_DECIMALS = 1
const MOST_DECIMALS = 4
/** Steps of a median are told to so many parts of what it moves over. */
const FINENESS = 30

/**
 * Title and rows: where the first scenario stands, what each change adds, where the second stands. Steps are the
 * differences of rounded sums, so that the numbers printed add up; one that comes to nothing in print is left out.
 */
export function waterfallLines(fall: Waterfall, changes: readonly NamedChange[], page: Page): string[] {
  const { language, width, paint } = page
  const odds = sums(fall.before.odds.share * 100, fall.steps, (step) => step.odds * 100)
  const medians = sums(fall.before.median ?? Number.NaN, fall.steps, (step) => step.median ?? Number.NaN)
  const decimals = decimalsFor(medians)
  const [shownOdds, shownMedians] = [odds.map(rounded(ODDS_DECIMALS)), medians.map(rounded(decimals))]
  const scale = scaleOf(shownOdds.some((value) => value !== shownOdds[0]) ? odds : medians)
  const end = (at: number, label: string) => [
    label,
    number(shownMedians[at], decimals),
    number(shownOdds[at], ODDS_DECIMALS),
    '',
    scale.level(at),
  ]
  const steps = fall.steps.flatMap((step, index) => {
    const byOdds = shownOdds[index + 1] - shownOdds[index]
    const byMedian = shownMedians[index + 1] - shownMedians[index]
    if (nought(byOdds, ODDS_DECIMALS) && (Number.isNaN(byMedian) || nought(byMedian, decimals))) return []
    return [
      [
        `${step.change + 1} ${changes[step.change].title[language]}`,
        change(byMedian, decimals),
        change(byOdds, ODDS_DECIMALS),
        number(step.oddsError * 100, ODDS_DECIMALS),
        scale.step(index),
      ],
    ]
  })
  const rows = [end(0, WORDS.first[language]), ...steps, end(fall.steps.length, WORDS.second[language])]
  const aims = [fall.before, fall.after].map((standing) => aimText(standing, fall.unit, language))
  const asked = [...new Set(aims)].join(' -> ')
  const title = `${labelled(fall.title, fall.unit, language)}  ${asked}`
  return [
    ...wrap(title, width, '', '  ').map((line) => paint('bold', line)),
    ...tableLines(columns(language), rows, width),
  ]
}

/** Where a target stands before, and after each step. */
function sums(before: number, steps: readonly Step[], by: (step: Step) => number): number[] {
  const all = [before]
  for (const step of steps) all.push(all.at(-1)! + by(step))
  return all
}

function columns(language: Language): Column[] {
  return [
    { heading: WORDS.step[language], align: 'left', atLeast: 20 },
    { heading: WORDS.median[language], align: 'right' },
    { heading: WORDS.oddsPercent[language], align: 'right' },
    { heading: WORDS.standardError[language], align: 'right' },
    { heading: '', align: 'left' },
  ]
}

function aimText({ aim }: Standing, unit: string, language: Language): string {
  const asked = `${COMPARATOR[aim.comparator]}${asWritten(aim.threshold, unit, language)}`
  return language === 'zh' ? `${aim.year}年 ${asked}` : `${aim.year}: ${asked}`
}

/** Bars over what the sums move between: a level from the left, a step where it takes the sum. */
function scaleOf(values: readonly number[]) {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = high - low
  const placeOf = (value: number) =>
    room > 0 ? Math.min(BAR - 2, 1 + Math.round(((value - low) / room) * (BAR - 3))) : 1
  return {
    level: (at: number) => (room > 0 ? '='.repeat(placeOf(values[at]) + 1) : ''),
    step: (index: number) => {
      const [from, to] = [placeOf(values[index]), placeOf(values[index + 1])]
      const mark = values[index + 1] >= values[index] ? '+' : '-'
      const start = Math.min(from, to) + (from === to ? 0 : 1)
      return room > 0 ? `${' '.repeat(start)}${mark.repeat(Math.max(1, Math.abs(to - from)))}` : ''
    },
  }
}

function decimalsFor(values: readonly number[]): number {
  const span = Math.max(...values) - Math.min(...values)
  return span > 0
    ? Math.min(MOST_DECIMALS, Math.max(0, Math.ceil(Math.log10(FINENESS / span))))
    : ODDS_DECIMALS
}

function rounded(decimals: number): (value: number) => number {
  return (value) => Number(value.toFixed(decimals))
}

function nought(value: number, decimals: number): boolean {
  return Math.abs(value) < 0.5 * 10 ** -decimals
}

function number(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '-'
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

function change(value: number, decimals: number): string {
  if (!Number.isNaN(value) && nought(value, decimals)) return '0'
  return value > 0 ? `+${number(value, decimals)}` : number(value, decimals)
}
