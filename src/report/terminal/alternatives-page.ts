/** Odds of a target under other fits, for the terminal. */
import type { Odds, Spread } from '../../analysis/summary.js'
import type { AlternativeName } from '../../calibration/alternatives.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { amount, asWritten, count, oddsText, range } from '../words/numbers.js'
import { wrap } from '../words/width.js'
import { type Column, tableLines } from './table.js'

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
    readonly settled: boolean
    readonly value: Spread
    readonly lenient: Odds
    readonly strict: Odds
  }[]
}

const TITLES: Readonly<Record<AlternativeName, Bilingual>> = {
  as_fitted: { en: 'As fitted', zh: '基准拟合' },
  priors_halved: { en: 'Priors half as wide', zh: '先验区间减半' },
  priors_doubled: { en: 'Priors twice as wide', zh: '先验区间加倍' },
  cities_alike: { en: 'Cities nearly alike (deviations a third)', zh: '各市近乎相同（差异取三分之一）' },
  cities_apart: { en: 'Cities hardly pooled (deviations three times)', zh: '各市近乎独立（差异取三倍）' },
  other_count: { en: 'Urban residents by the other count', zh: '城镇人口按另一口径' },
  without_late_gain: { en: 'Without the annual series', zh: '不用年度序列' },
  without_join: { en: 'Without the join at the census', zh: '不要求普查前后衔接' },
  without_away: { en: 'Without people away', zh: '不用外出人口' },
  without_urban_ages: { en: 'Without urban shares by age', zh: '不用分年龄城镇化率' },
  without_young: { en: 'Without the ages 15-29', zh: '不用15—29岁' },
}
const UNSETTLED: Bilingual = { en: ' (did not settle)', zh: '（未收敛）' }

/** What was done, and a line for each alternative; ends with a line break. */
export function alternativesText(page: AlternativesPage, language: Language, width: number): string {
  const say = (en: string, zh: string) => (language === 'zh' ? zh : en)
  const { target, unit, lived, policy, draws } = page
  const asked = (value: number) => `${bound(target.comparator)} ${asWritten(value, unit, language)}`
  const about = say(
    `${target.title.en}, ${target.year}, policy "${policy.en}": ${count(draws)} futures on each fit that could be defended as well. All meet the same chance.`,
    `${target.title.zh}，${target.year}年，政策“${policy.zh}”：在每种可辩护的拟合上各推演${count(draws)}个情景，随机数相同。`,
  )
  const columns: Column[] = [
    { heading: say('Fit', '拟合'), align: 'left', atLeast: 20 },
    { heading: say('Median', '中位数'), align: 'right' },
    { heading: say('80 % range', '80%区间'), align: 'right' },
    ...(target.tolerance > 0
      ? [{ heading: asked(target.threshold - target.tolerance), align: 'right' as const }]
      : []),
    { heading: asked(target.threshold), align: 'right' },
  ]
  const rows = lived.map(({ name, held, settled, value, lenient, strict }) => [
    `${name === 'held' ? `${held!.title[language]} = ${held!.value}` : TITLES[name][language]}${settled ? '' : UNSETTLED[language]}`,
    amount(value.median, unit),
    range(value.range80, unit),
    ...(target.tolerance > 0 ? [oddsText(lenient, language)] : []),
    oddsText(strict, language),
  ])
  return `${[...wrap(about, width), '', ...tableLines(columns, rows, width)].join('\n')}\n`
}

/** "About" is read as at least. */
const bound = (comparator: AlternativesPage['target']['comparator']) =>
  comparator === 'at_most' ? '<=' : '>='
