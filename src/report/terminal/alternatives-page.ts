/** Odds of a target under other fits, for the terminal. */
import type { Odds, Spread } from '../../analysis/summary.js'
import type { AlternativeName } from '../../calibration/alternatives.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'
import { inLanguage } from '../words/bilingual.js'
import { ALTERNATIVE_TITLES } from '../words/calibration.js'
import { amount, asWritten, count, oddsText, range } from '../words/numbers.js'
import { COLON } from '../words/typography.js'
import { wrap } from '../words/width.js'
import { type TextColumn, tableLines } from './table.js'

export interface AlternativesPage {
  readonly target: {
    readonly title: Bilingual
    readonly comparator: 'at_least' | 'at_most' | 'about'
    readonly threshold: number
    readonly tolerance: number
    readonly year: number
  }
  readonly unit: string
  readonly policy: Bilingual
  readonly draws: number
  readonly lived: readonly {
    readonly name: AlternativeName | 'held'
    readonly held?: { readonly title: Bilingual; readonly value: number }
    readonly reading?: { readonly title: Bilingual }
    readonly settled: boolean
    readonly value: Spread
    readonly lenient: Odds
    readonly strict: Odds
  }[]
}

const UNSETTLED: Bilingual = { en: ' (did not settle)', zh: '（未收敛）' }

/** What was done, and a line for each alternative; ends with a line break. */
export function alternativesText(page: AlternativesPage, language: Language, width: number): string {
  const say = inLanguage(language)
  const { target, unit, lived, policy, draws } = page
  const asked = (value: number) => `${bound(target.comparator)} ${asWritten(value, unit, language)}`
  const about = say(
    `${target.title.en}, ${target.year}, policy "${policy.en}": ${howMany(draws, 'future')} on each fit that could be defended as well. All meet the same chance.`,
    `${target.title.zh}，${target.year}年，政策“${policy.zh}”：在每种可辩护的拟合上各推演${count(draws)}个情景，随机数相同。`,
  )
  const columns: TextColumn[] = [
    { heading: say('Fit', '拟合'), align: 'left', atLeast: 20 },
    { heading: say('Median', '中位数'), align: 'right' },
    { heading: say('80 % range', '80%区间'), align: 'right' },
    ...(target.tolerance > 0
      ? [{ heading: asked(target.threshold - target.tolerance), align: 'right' as const }]
      : []),
    { heading: asked(target.threshold), align: 'right' },
  ]
  const rows = lived.map(({ settled, value, lenient, strict, ...one }) => [
    `${titleOf(one, language)}${settled ? '' : UNSETTLED[language]}`,
    amount(value.median, unit, language),
    range(value.range80, unit, language),
    ...(target.tolerance > 0 ? [oddsText(lenient, language)] : []),
    oddsText(strict, language),
  ])
  return `${[...wrap(about, width), '', ...tableLines(columns, rows, width)].join('\n')}\n`
}

/** A fit's name, `Last years: ...` or `an uncertainty = its value`. */
function titleOf(
  { name, held, reading }: Pick<AlternativesPage['lived'][number], 'name' | 'held' | 'reading'>,
  language: Language,
): string {
  if (name === 'held') return `${held!.title[language]} = ${held!.value}`
  const title = ALTERNATIVE_TITLES[name][language]
  return reading ? `${title}${COLON[language]}${reading.title[language]}` : title
}

/** "About" is read as at least. */
const bound = (comparator: AlternativesPage['target']['comparator']) =>
  comparator === 'at_most' ? '<=' : '>='
