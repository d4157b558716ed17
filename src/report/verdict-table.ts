/** The table of targets: what is asked for, what is to be expected, and the odds. */
import type { PolicySummary, Summary, TargetVerdict } from '../analysis/summary.js'
import type { Language } from '../vocabulary/quality.js'
import { amount, asWritten, interval, range, share } from './numbers.js'
import { type Column, tableLines } from './table.js'
import { COMPARATOR, QUALITY, VERDICT, WORDS } from './words.js'

export type Paint = (style: 'bold' | 'dim' | 'green' | 'yellow' | 'red', text: string) => string

/** Every target under the last policy, with the odds of the other policies beside. */
export function verdictTable(summary: Summary, language: Language, width: number, paint: Paint): string[] {
  const policy = summary.policies.at(-1)!
  const others = summary.policies.slice(0, -1)
  const columns = verdictColumns(others, policy, language)
  const rows = policy.targets.map((target, index) => verdictRow(target, others, index, language))
  const verdict = columns.length - 2
  return tableLines(columns, rows, width, (text, row, column) =>
    column === verdict ? paint(COLOUR[policy.targets[row].word], text) : text,
  )
}

const COLOUR = {
  almost_certain: 'green',
  likely: 'green',
  even: 'yellow',
  unlikely: 'red',
  almost_impossible: 'red',
} as const

function verdictColumns(
  others: readonly PolicySummary[],
  policy: PolicySummary,
  language: Language,
): Column[] {
  const say = (key: keyof typeof WORDS) => WORDS[key][language]
  return [
    { heading: say('target'), align: 'left', atLeast: 20 },
    { heading: say('base'), align: 'right', leaveOut: 4 },
    { heading: say('median'), align: 'right' },
    { heading: say('range80'), align: 'right', leaveOut: 2 },
    { heading: say('threshold'), align: 'right' },
    { heading: `${say('odds')}: ${policy.title[language]}`, align: 'right' },
    { heading: say('interval'), align: 'right', leaveOut: 5 },
    ...others.map(
      ({ title }): Column => ({ heading: `${say('odds')}: ${title[language]}`, align: 'right', leaveOut: 1 }),
    ),
    { heading: say('verdict'), align: 'left' },
    { heading: say('quality'), align: 'left', leaveOut: 3 },
  ]
}

function verdictRow(
  target: TargetVerdict,
  others: readonly PolicySummary[],
  index: number,
  language: Language,
): string[] {
  const { region, unit } = target
  return [
    target.title[language],
    amount(region.base, unit),
    amount(region.spread.median, unit),
    range(region.spread.range80, unit),
    thresholdText(target),
    share(region.odds.share),
    interval(region.odds),
    ...others.map((other) => share(other.targets[index].region.odds.share)),
    VERDICT[target.word][language],
    QUALITY[target.quality][language],
  ]
}

/** `>= 220,000`, `~ 57 %` */
export function thresholdText({ comparator, threshold, unit }: TargetVerdict): string {
  const mark = unit === 'percent' ? ' %' : unit === 'hour' ? ' h' : ''
  return `${COMPARATOR[comparator]}${asWritten(threshold)}${mark}`
}
