/** Promised rates: for whom each is built, who shares it, and the odds where fewest or most people come. */
import type { Odds, PolicySummary } from '../../analysis/summary.js'
import type { Language } from '../../vocabulary/language.js'
import { PROMISED_TITLE } from '../words/evidence.js'
import { amount, oddsText } from '../words/numbers.js'
import type { Page } from './page.js'
import { type TextColumn, tableLines } from './table.js'

const SAYS = {
  target: { en: 'Target', zh: '目标' },
  people: { en: 'Shared by', zh: '分享者' },
  expected: { en: 'Expected', zh: '部门预计' },
  there: { en: 'In the futures', zh: '情景中' },
  fewest: { en: 'Odds with fewest', zh: '人最少时' },
  most: { en: 'Odds with most', zh: '人最多时' },
}

/** A row for every promised rate, in medians; nothing where there is none. */
export function promisedList(policy: PolicySummary, { language, width, paint }: Page): string[] {
  const promised = policy.targets.flatMap(({ title, promisedFor }) =>
    promisedFor ? [{ title, ...promisedFor }] : [],
  )
  if (promised.length === 0) return []
  const columns: TextColumn[] = [
    { heading: SAYS.target[language], align: 'left', atLeast: 13 },
    { heading: SAYS.people[language], align: 'left', atLeast: 10 },
    ...(['expected', 'there', 'fewest', 'most'] as const).map(
      (name): TextColumn => ({ heading: SAYS[name][language], align: 'right', atLeast: 8 }),
    ),
  ]
  const rows = promised.map(({ title, expected, people, odds }) => [
    title[language],
    people.title[language],
    ...[expected, people].map(({ spread, unit }) => amount(spread.median, unit, language)),
    oddsOrNone(odds?.fewest, language),
    oddsOrNone(odds?.most, language),
  ])
  return [paint('bold', PROMISED_TITLE[language]), ...tableLines(columns, rows, width)]
}

const oddsOrNone = (odds: Odds | undefined, language: Language) => (odds ? oddsText(odds, language) : '-')
