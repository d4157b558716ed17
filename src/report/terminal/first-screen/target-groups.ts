/** All targets in one small table: a row each where they are few, else a row for each verdict with the targets it holds. */
import type { PolicySummary, Summary, TargetVerdict, Word } from '../../../analysis/summary.js'
import type { Language } from '../../../vocabulary/language.js'
import { HEADINGS } from '../../words/headings.js'
import { amount, count, labelled, oddsShare, range } from '../../words/numbers.js'
import { thresholdText } from '../../words/target-texts.js'
import { VERDICT } from '../../words/verdicts.js'
import { displayWidth, wrap } from '../../words/width.js'
import type { Page } from '../page.js'
import { type TextColumn, tableLines } from '../table.js'

/** Lines of a heading and the rule below it. */
const HEAD = 2

/** No more than `most` lines. */
export function targetGroups(summary: Summary, page: Page, most: number): string[] {
  const policy = summary.policies.at(-1)!
  if (policy.targets.length === 0) return []
  const single = rowEach(summary, policy, page)
  if (single.length <= most) return single
  return groupLines(summary, policy, page, most)
}

function rowEach(
  { years, noSample }: Summary,
  { targets }: PolicySummary,
  { language, width }: Page,
): string[] {
  const say = (key: keyof typeof HEADINGS) => HEADINGS[key][language]
  const columns: TextColumn[] = [
    { heading: say('target'), align: 'left', atLeast: 16 },
    { heading: String(years[0]), align: 'right' },
    { heading: say('median'), align: 'right' },
    { heading: say('range80'), align: 'right', atLeast: 10 },
    { heading: say('threshold'), align: 'right' },
    { heading: say(noSample ? 'settings' : 'odds'), align: 'right' },
    { heading: say('verdict'), align: 'left', atLeast: 8 },
  ]
  const rows = targets.map((target) => [
    labelled(target.title, target.unit, language),
    amount(target.region.base, target.unit, language),
    amount(target.region.spread.median, target.unit, language),
    range(target.region.spread.range80, target.unit, language),
    thresholdText(target, language),
    oddsShare(target.region.odds, language),
    VERDICT[target.word][language],
  ])
  return tableLines(columns, rows, width)
}

interface Group {
  readonly name: string
  readonly targets: readonly string[]
}

function groupLines(summary: Summary, policy: PolicySummary, page: Page, most: number): string[] {
  const { language, width } = page
  const groups = groupsOf(summary, policy, language)
  const first = Math.max(
    ...groups.map(({ name }) => displayWidth(name)),
    displayWidth(HEADINGS.verdict[language]),
  )
  const room = width - first - 2
  const lines = groups.map(({ targets }) => named(targets, room))
  // the longest gives way until all fit
  while (lines.reduce((sum, own) => sum + own.length, 0) > most - HEAD) {
    const longest = lines.reduce((at, own, index) => (own.length > lines[at].length ? index : at), 0)
    if (lines[longest].length <= 1) break
    lines[longest] = within(groups[longest].targets, room, lines[longest].length - 1, language)
  }
  const columns: TextColumn[] = [
    { heading: HEADINGS.verdict[language], align: 'left' },
    {
      heading: `${HEADINGS.target[language]} (${HEADINGS[summary.noSample ? 'settings' : 'odds'][language]})`,
      align: 'left',
    },
  ]
  const rows = groups.flatMap(({ name }, at) =>
    lines[at].map((line, index) => [index === 0 ? name : '', line]),
  )
  return tableLines(columns, rows, width)
}

function groupsOf({ noSample }: Summary, { targets }: PolicySummary, language: Language): Group[] {
  const text = ({ title, region, word }: TargetVerdict) => {
    const odds = word === 'cannot' ? '' : ` ${oddsShare(region.odds, language)}`
    return `${title[language]}${odds}`
  }
  if (noSample) return [{ name: HEADINGS.settings[language], targets: targets.map(text) }]
  return (Object.keys(VERDICT) as Word[]).flatMap((word) => {
    const own = targets.filter((target) => target.word === word)
    if (own.length === 0) return []
    return [{ name: `${VERDICT[word][language]} (${count(own.length)})`, targets: own.map(text) }]
  })
}

const named = (targets: readonly string[], room: number) => wrap(targets.join('; '), room)

/** As many as so many lines hold, and how many more there are. */
function within(targets: readonly string[], room: number, most: number, language: Language): string[] {
  for (let shown = targets.length - 1; shown > 0; shown--) {
    const left = targets.length - shown
    const more = { en: `and ${left} more`, zh: `等${left}项` }[language]
    const lines = wrap([...targets.slice(0, shown), more].join('; '), room)
    if (lines.length <= most) return lines
  }
  return [{ en: `${targets.length} targets`, zh: `${targets.length}项` }[language]]
}
