/** Tables of verdicts: every target, every target by city, every commitment. */
import type { Summary, TargetVerdict } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { asWritten, labelled, unitName } from '../words/numbers.js'
import { COMPARATOR_SIGNS, QUALITY, WORDS } from '../words/words.js'
import {
  both,
  type Cell,
  column,
  type DataTable,
  number,
  oddsCell,
  rangeCell,
  SPREAD_COLUMNS,
  signedNumber,
  spreadCells,
  titled,
  verdictCell,
  words,
  year,
} from './data-table.js'
import { mainPolicy } from './headline.js'

/** A title with its unit, in both languages. */
export const named = (title: Bilingual, unit: string): Bilingual => ({
  en: labelled(title, unit, 'en'),
  zh: labelled(title, unit, 'zh'),
})

/** A unit's short name in both languages. */
export const unitWords = (unit: string): Bilingual => both(unitName(unit, 'en'), unitName(unit, 'zh'))

/** With the year of the targets, where all have the same; else it stands with each target. */
export function inYear(targets: readonly TargetVerdict[], { en, zh }: Bilingual): Bilingual {
  const [when, ...others] = new Set(targets.map((target) => target.year))
  return when === undefined || others.length > 0 ? both(en, zh) : both(`${en}, ${when}`, `${zh}（${when}年）`)
}

/** `≥ 220,000 (2023)`: the unit stands with the title, the year where targets differ in it. */
export function askedFor({ comparator, threshold, year: when }: TargetVerdict, withYear = true): Bilingual {
  const text = `${COMPARATOR_SIGNS[comparator]} ${asWritten(threshold, 'ratio', 'en')}`
  return withYear ? both(`${text} (${when})`, `${text}（${when}年）`) : both(text, text)
}

/** Odds, or the settings that reach a target where the draws are no sample. */
const oddsTitle = ({ noSample }: Summary): Bilingual => WORDS[noSample ? 'settings' : 'odds']

/** Every target under the main policy: where it stood, what is to be expected, what is asked for, odds and verdict. */
export function targetTable(summary: Summary): DataTable {
  const { policy, at } = mainPolicy(summary)
  const base = summary.years[0]
  const years = new Set(policy.targets.map((target) => target.year))
  const [when] = years
  const oneYear = years.size === 1
  return {
    id: 'targets',
    title: inYear(
      policy.targets,
      both(`Targets under “${policy.title.en}”`, `“${policy.title.zh}”下的各项目标`),
    ),
    columns: [
      column('Target', '目标', false),
      oneYear
        ? column(`Asked for by ${when}`, `${when}年要求`, false)
        : column('Asked for (year)', '要求（年份）', false),
      titled(oddsTitle(summary)),
      column('Verdict', '研判结论', false),
      column(`Base, ${base}`, `基期（${base}年）`),
      column('Principal projection', '主预测'),
      column('Median', '中位数'),
      column('80 % range', '80%区间'),
      column('95 % range', '95%区间'),
      column('Rests on', '依据', false),
    ],
    rows: policy.targets.map((target, index): Cell[] => {
      const from = `policies.${at}.targets.${index}`
      const { unit, region } = target
      const { median, range80, range95 } = region.spread
      return [
        words(named(target.title, unit)),
        words(askedFor(target, !oneYear)),
        oddsCell(region.odds, `${from}.region.odds`),
        verdictCell(target.word),
        number(region.base, unit, `${from}.region.base`),
        number(target.principal, unit, `${from}.principal`),
        number(median, unit, `${from}.region.spread.median`),
        rangeCell(range80, unit, `${from}.region.spread.range80`),
        rangeCell(range95, unit, `${from}.region.spread.range95`),
        words(QUALITY[target.quality]),
      ]
    }),
  }
}

/** Margins and first years: how far from what is asked for, in the indicator's unit and in what it counts. */
export function marginTable(summary: Summary): DataTable {
  const { policy, at } = mainPolicy(summary)
  return {
    id: 'margins',
    title: inYear(policy.targets, both('How far from what is asked for', '与目标之差')),
    columns: [
      column('Target', '目标', false),
      column('Median less what is asked for', '中位数与要求之差'),
      column('The same counted', '折合数量'),
      column('Counted in', '计量单位', false),
      column('First year reached by half of the futures', '半数情景首次达标年份'),
    ],
    rows: policy.targets.map(({ title, unit, region }, index) => {
      const from = `policies.${at}.targets.${index}.region`
      const { marginCount = null, marginUnit = '' } = region
      return [
        words(named(title, unit)),
        signedNumber(region.margin, unit, `${from}.margin`),
        marginCount === null
          ? number(null, '', '')
          : signedNumber(marginCount, marginUnit, `${from}.marginCount`),
        words(unitWords(marginUnit)),
        year(region.firstYear, `${from}.firstYear`),
      ]
    }),
  }
}

/** Each target with values by city: median, range and odds of every city. */
export function cityTables(summary: Summary): DataTable[] {
  const { policy, at } = mainPolicy(summary)
  return policy.targets.flatMap((target, index) => {
    if (target.cities.length < 2) return []
    const { unit, title, threshold, year: when } = target
    const asked = { en: asWritten(threshold, unit, 'en'), zh: asWritten(threshold, unit, 'zh') }
    return [
      {
        id: `cities-${target.id}`,
        title: both(
          `${title.en} by city, ${when}, beside ${asked.en} asked of the region`,
          `${when}年各市${title.zh}，对照对全区的要求${asked.zh}`,
        ),
        subject: named(title, unit),
        columns: [
          column('City', '城市', false),
          titled(named(both(`Base, ${summary.years[0]}`, `基期（${summary.years[0]}年）`), unit)),
          ...SPREAD_COLUMNS,
          summary.noSample
            ? titled(WORDS.settings)
            : column('Odds that the city alone reaches it', '该市自身达到的可能性'),
        ],
        rows: target.cities.map((city, place) => {
          const from = `policies.${at}.targets.${index}.cities.${place}`
          return [
            words(city.name),
            number(city.base, unit, `${from}.base`),
            ...spreadCells(city.spread, unit, `${from}.spread`),
            oddsCell(city.odds, `${from}.odds`),
          ]
        }),
      },
    ]
  })
}

/** Commitments of the plan document: those with a verdict, then those without, with the reason. */
export function commitmentTable(summary: Summary): DataTable {
  const { policy, at } = mainPolicy(summary)
  const judged = policy.targets.map((target, index): Cell[] => [
    words(target.basis.en === '' ? target.title : target.basis),
    words(target.title),
    verdictCell(target.word),
    oddsCell(target.region.odds, `policies.${at}.targets.${index}.region.odds`),
    words(both('', '')),
  ])
  const others = summary.unassessed.map(({ text, assessed, because }): Cell[] => [
    words(text),
    words(both('', '')),
    words(WORDS[assessed]),
    words(both('', '')),
    words(because),
  ])
  return {
    id: 'commitments',
    title: both('Every commitment of the plan', '行动计划的全部任务'),
    columns: [
      column('Commitment', '任务', false),
      column('Measured by', '衡量指标', false),
      column('Verdict', '研判结论', false),
      titled(oddsTitle(summary)),
      column('Why there is no verdict', '未作判断的原因', false),
    ],
    rows: [...judged, ...others],
  }
}
