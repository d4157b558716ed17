/** Tables of verdicts: every target, every target by city, every commitment. */
import type { Summary, TargetVerdict } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { inEach, phrase, same } from '../words/bilingual.js'
import { reasonWithNeed, sectionGroups } from '../words/commitments.js'
import { baseRate } from '../words/evidence.js'
import { HEADINGS } from '../words/headings.js'
import { asWritten, share } from '../words/numbers.js'
import { titleWithUnit, unitWords } from '../words/titles.js'
import { COMPARATOR_SIGNS, QUALITY } from '../words/verdicts.js'
import {
  column,
  type DataCell,
  type DataTable,
  numberCell,
  oddsCell,
  rangeCell,
  revisedCell,
  revisedColumn,
  SPREAD_COLUMNS,
  signedCell,
  spreadCells,
  titled,
  verdictCell,
  wordsCell,
  yearCell,
} from './data-table.js'
import { mainPolicy } from './headline.js'

/** With the year of the targets, where all have the same; else it stands with each target. */
export function inYear(targets: readonly TargetVerdict[], { en, zh }: Bilingual): Bilingual {
  const [when, ...others] = new Set(targets.map((target) => target.year))
  return when === undefined || others.length > 0
    ? phrase(en, zh)
    : phrase(`${en}, ${when}`, `${zh}（${when}年）`)
}

/** `≥ 220,000 (2023)`: the unit stands with the title, the year where targets differ in it. */
export function askedFor({ comparator, threshold, year: when }: TargetVerdict, withYear = true): Bilingual {
  const { en, zh } = inEach(
    (language) => `${COMPARATOR_SIGNS[comparator]} ${asWritten(threshold, 'ratio', language)}`,
  )
  return withYear ? phrase(`${en} (${when})`, `${zh}（${when}年）`) : phrase(en, zh)
}

/** Odds, or the settings that reach a target where the draws are no sample. */
const oddsTitle = ({ noSample }: Summary): Bilingual => HEADINGS[noSample ? 'settings' : 'odds']

/** Which targets a table has. */
interface Chosen {
  readonly id: string
  readonly of: (target: TargetVerdict) => boolean
}
const ALL: Chosen = { id: 'targets', of: () => true }

/**
 * Targets under the main policy: where each stood, what is to be expected, what is asked for, odds and verdict. Of draws
 * that are no sample the principal projection stands beside the median, which is of the settings alone.
 */
export function targetTable(summary: Summary, { id, of }: Chosen = ALL): DataTable {
  const { policy, at } = mainPolicy(summary)
  const base = summary.years[0]
  const years = new Set(policy.targets.map((target) => target.year))
  const [when] = years
  const oneYear = years.size === 1
  const withBase = !summary.noSample && policy.targets.some(({ evidence }) => evidence && baseRate(evidence))
  return {
    id,
    title: inYear(
      policy.targets,
      phrase(`Targets under “${policy.title.en}”`, `“${policy.title.zh}”下的各项目标`),
    ),
    columns: [
      column('Target', '目标', false),
      oneYear
        ? column(`Asked for by ${when}`, `${when}年要求`, false)
        : column('Asked for (year)', '要求（年份）', false),
      titled(oddsTitle(summary)),
      ...(withBase ? [column('Base rate', '基准率')] : []),
      column('Verdict', '研判结论', false),
      column(`Base, ${base}`, `基期（${base}年）`),
      ...(summary.noSample ? [column('Principal projection', '主预测')] : []),
      column('Median', '中位数'),
      column('80 % range', '80%区间'),
      column('95 % range', '95%区间'),
      column('Rests on', '依据', false),
    ],
    rows: policy.targets.flatMap((target, index): DataCell[][] => {
      if (!of(target)) return []
      const from = `policies.${at}.targets.${index}`
      const { unit, region } = target
      const { median, range80, range95 } = region.spread
      const cells: DataCell[] = [
        wordsCell(titleWithUnit(target.title, unit)),
        wordsCell(askedFor(target, !oneYear)),
        oddsCell(region.odds, `${from}.region.odds`),
        ...(withBase ? [baseRateCell(target)] : []),
        verdictCell(target.word),
        numberCell(region.base, unit, `${from}.region.base`),
        ...(summary.noSample ? [numberCell(target.principal, unit, `${from}.principal`)] : []),
        numberCell(median, unit, `${from}.region.spread.median`),
        rangeCell(range80, unit, `${from}.region.spread.range80`),
        rangeCell(range95, unit, `${from}.region.spread.range95`),
        wordsCell(QUALITY[target.quality]),
      ]
      return [cells]
    }),
  }
}

/** How often past promises that ran as long were met. */
function baseRateCell({ evidence, word }: TargetVerdict): DataCell {
  const rate = evidence && word !== 'cannot' ? baseRate(evidence)?.share : undefined
  return wordsCell(rate === undefined ? same('') : inEach((language) => share(rate, language)))
}

/** Margins and first years: how far from what is asked for, in the indicator's unit and in what it counts. */
export function marginTable(summary: Summary): DataTable {
  const { policy, at } = mainPolicy(summary)
  return {
    id: 'margins',
    title: inYear(policy.targets, phrase('How far from what is asked for', '与目标之差')),
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
        wordsCell(titleWithUnit(title, unit)),
        signedCell(region.margin, unit, `${from}.margin`),
        marginCount === null
          ? numberCell(null, '', '')
          : signedCell(marginCount, marginUnit, `${from}.marginCount`),
        wordsCell(unitWords(marginUnit)),
        yearCell(region.firstYear, `${from}.firstYear`),
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
    const withRevision = revisedColumn(target.cities)
    return [
      {
        id: `cities-${target.id}`,
        title: target.of
          ? phrase(
              `${title.en} by area, ${when}: ${asked.en} asked of each`,
              `${when}年${title.zh}：各地均须${asked.zh}`,
            )
          : phrase(
              `${title.en} by area, ${when}, beside ${asked.en} asked of the region`,
              `${when}年各地${title.zh}，对照对全区的要求${asked.zh}`,
            ),
        subject: titleWithUnit(title, unit),
        columns: [
          column('Area', '地区', false),
          titled(titleWithUnit(phrase(`Base, ${summary.years[0]}`, `基期（${summary.years[0]}年）`), unit)),
          ...SPREAD_COLUMNS,
          ...withRevision,
          summary.noSample
            ? titled(HEADINGS.settings)
            : column('Odds that the area alone reaches it', '该地自身达到的可能性'),
        ],
        rows: target.cities.map((city, place) => {
          const from = `policies.${at}.targets.${index}.cities.${place}`
          return [
            wordsCell(city.name),
            numberCell(city.base, unit, `${from}.base`),
            ...spreadCells(city.spread, unit, `${from}.spread`),
            ...revisedCell(withRevision, city.revised, unit, `${from}.revised`),
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
  const judged = policy.targets.map((target, index): DataCell[] => [
    wordsCell(target.basis.en === '' ? target.title : target.basis),
    wordsCell(target.title),
    verdictCell(target.word),
    oddsCell(target.region.odds, `policies.${at}.targets.${index}.region.odds`),
    wordsCell(target.word === 'cannot' ? target.sentence : phrase('', '')),
  ])
  const others = summary.unassessed.map((commitment): DataCell[] => [
    wordsCell(commitment.text),
    wordsCell(phrase('', '')),
    wordsCell(HEADINGS[commitment.assessed]),
    wordsCell(phrase('', '')),
    wordsCell(reasonWithNeed(commitment)),
  ])
  const sections = sectionGroups(summary.sections).map(({ names, because }): DataCell[] => [
    wordsCell(phrase(`Sections ${names.en} of the plan`, `章节${names.zh}`)),
    wordsCell(phrase('', '')),
    wordsCell(phrase('nothing listed', '未列任务')),
    wordsCell(phrase('', '')),
    wordsCell(because),
  ])
  return {
    id: 'commitments',
    title: phrase('Every commitment of the plan', '行动计划的全部任务'),
    columns: [
      column('Commitment', '任务', false),
      column('Measured by', '衡量指标', false),
      column('Verdict', '研判结论', false),
      titled(oddsTitle(summary)),
      column('Why there is no verdict', '未作判断的原因', false),
    ],
    rows: [...judged, ...others, ...sections],
  }
}
