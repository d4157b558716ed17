/** The table of targets in numbers: where it stood, what is to be expected, what is asked for, and the odds. */
import type { PolicySummary, RevisedOdds, Summary, TargetVerdict } from '../../analysis/summary.js'
import type { Language } from '../../vocabulary/language.js'
import { HEADINGS } from '../words/headings.js'
import { amount, labelled, oddsShare, oddsText, range, share } from '../words/numbers.js'
import { thresholdText } from '../words/target-texts.js'
import type { Page, Style } from './page.js'
import { type TextColumn, tableLines } from './table.js'

const COLOUR: Record<TargetVerdict['word'], Style> = {
  almost_certain: 'green',
  likely: 'green',
  even: 'yellow',
  unlikely: 'red',
  almost_impossible: 'red',
  too_few: 'dim',
  no_odds: 'dim',
  cannot: 'dim',
}
/** Place of the main policy's odds among the columns. */
const ODDS_COLUMN = 5

/** Every target under the last policy, with the odds of the other policies beside; where stated, its second band below. */
export function verdictTable(summary: Summary, { language, width, paint }: Page): string[] {
  const policy = summary.policies.at(-1)!
  const others = summary.policies.slice(0, -1)
  const rows = policy.targets.flatMap((target, index) => {
    const own = { target, cells: row(target, others, index, language) }
    return target.revised ? [own, { target, cells: revisedRow(target, target.revised, language) }] : [own]
  })
  return tableLines(
    columns(summary, policy, language),
    rows.map(({ cells }) => cells),
    width,
    (text, line, column) => (column === ODDS_COLUMN ? paint(COLOUR[rows[line].target.word], text) : text),
  )
}

function columns(summary: Summary, policy: PolicySummary, language: Language): TextColumn[] {
  const say = (key: keyof typeof HEADINGS) => HEADINGS[key][language]
  const counted = say(summary.noSample ? 'settings' : 'odds')
  const odds = (title: string) => (language === 'zh' ? `${title}${counted}` : `${counted}: ${title}`)
  const level = language === 'zh' ? ' (95%)' : ' (95 %)'
  const years = new Set(policy.targets.map(({ year }) => year))
  const when = years.size === 1 ? `${[...years][0]} ` : ''
  const median =
    language === 'zh' ? `${when.trim()}${say('median')}` : `${when}${say('median').toLowerCase()}`
  return [
    { heading: say('target'), align: 'left', atLeast: 16 },
    { heading: String(summary.years[0]), align: 'right' },
    { heading: when === '' ? say('median') : median, align: 'right' },
    { heading: say('range80'), align: 'right', atLeast: 10 },
    { heading: say('threshold'), align: 'right' },
    {
      heading: `${odds(policy.title[language])}${summary.noSample ? '' : level}`,
      align: 'right',
      atLeast: 9,
    },
    ...summary.policies
      .slice(0, -1)
      .map(({ title }): TextColumn => ({ heading: odds(title[language]), align: 'right', atLeast: 6 })),
  ]
}

function row(
  target: TargetVerdict,
  others: readonly PolicySummary[],
  index: number,
  language: Language,
): string[] {
  const { region, unit } = target
  return [
    labelled(target.title, unit, language),
    amount(region.base, unit, language),
    amount(region.spread.median, unit, language),
    range(region.spread.range80, unit, language),
    thresholdText(target, language),
    oddsText(region.odds, language),
    ...others.map((other) => oddsShare(other.targets[index].region.odds, language)),
  ]
}

/** Below its target: the band and the odds with what a later census may revise. */
function revisedRow({ unit }: TargetVerdict, revised: RevisedOdds, language: Language): string[] {
  const title = `  ${HEADINGS.revision[language]}`
  return [title, '', '', range(revised.range80, unit, language), '', share(revised.lenient, language)]
}
