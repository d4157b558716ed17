/** Two scenarios beside each other: targets, and what lacks by city and service. */
import type { Comparison, TargetChange } from '../../analysis/compare.js'
import type { PlaceChange, ServiceChange } from '../../analysis/comparison/compare-places.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { inEach, phrase } from '../words/bilingual.js'
import { isChanged, isSameTarget, shortScenarioNames } from '../words/first-page/beside.js'
import { oddsShare } from '../words/numbers.js'
import { titleWithUnit } from '../words/titles.js'
import {
  column,
  type DataCell,
  type DataTable,
  numberCell,
  pointsCell,
  signedCell,
  titled,
  wordsCell,
  yearCell,
} from './data-table.js'

/** What is shown, and what is folded away since it is alike. */
export interface BesideTables {
  readonly changed: readonly DataTable[]
  readonly alike: readonly DataTable[]
}

/** index: of the comparison, for ids that no other table has. */
export function besideTargets(comparison: Comparison, index: number): BesideTables {
  const of = (kept: (change: TargetChange) => boolean, id: string) =>
    comparison.policies.flatMap(({ name, title, targets }): DataTable[] => {
      const rows = targets.filter(kept)
      return rows.length === 0 ? [] : [targetsTable(comparison, `${id}-${index}-${name}`, title, rows)]
    })
  return {
    changed: of((change) => !isSameTarget(change), 'compared'),
    alike: of(isSameTarget, 'alike'),
  }
}

const beside = (name: Bilingual, { en, zh }: Bilingual): Bilingual =>
  phrase(`${en}: ${name.en}`, `${zh}：${name.zh}`)

const MEDIAN = phrase('Median', '中位数')
const ODDS = phrase('Odds', '达标概率')
const LACKING = phrase('Lacking', '缺口')
const TO_ADD = phrase('To add at worst', '最缺年份需新增')

function targetsTable(
  comparison: Comparison,
  id: string,
  title: Bilingual,
  rows: readonly TargetChange[],
): DataTable {
  const { before, after } = shortScenarioNames(comparison)
  return {
    id,
    title: phrase(`Targets: ${title.en}`, `目标：${title.zh}`),
    columns: [
      column('Target', '目标', false),
      titled(beside(before, MEDIAN)),
      titled(beside(after, MEDIAN)),
      titled(beside(before, ODDS)),
      titled(beside(after, ODDS)),
      column('Change of odds, points', '概率变化（百分点）'),
    ],
    rows: rows.map((change): DataCell[] => [
      wordsCell(titleWithUnit(change.title, change.unit)),
      numberCell(change.before.median, change.unit, ''),
      numberCell(change.after.median, change.unit, ''),
      ...[change.before, change.after].map(({ odds }) =>
        wordsCell(inEach((language) => oddsShare(odds, language))),
      ),
      Number.isFinite(change.oddsChange) ? pointsCell(change.oddsChange, '') : numberCell(null, '', ''),
    ]),
  }
}

export function besidePlaces(comparison: Comparison, index: number): BesideTables {
  const of = (kept: (change: PlaceChange) => boolean, id: string) =>
    comparison.services.flatMap((service): DataTable[] => {
      const rows = service.places.filter(kept)
      return rows.length === 0
        ? []
        : [placesTable(comparison, `${id}-${index}-${service.service}`, service, rows)]
    })
  return { changed: of(isChanged, 'places-compared'), alike: of((one) => !isChanged(one), 'places-alike') }
}

function placesTable(
  comparison: Comparison,
  id: string,
  { title, unit, year }: ServiceChange,
  rows: readonly PlaceChange[],
): DataTable {
  const { before, after } = shortScenarioNames(comparison)
  const year_ = column('Year', '年份')
  return {
    id,
    title: inEach((language) => {
      const named = titleWithUnit(title, unit)[language]
      return { en: `${named}: lacking in ${year}, median`, zh: `${named}：${year}年缺口中位数` }[language]
    }),
    columns: [
      column('Place', '地区', false),
      titled(beside(before, LACKING)),
      titled(beside(after, LACKING)),
      column('Change', '变化'),
      titled(beside(before, TO_ADD)),
      year_,
      titled(beside(after, TO_ADD)),
      year_,
    ],
    rows: [...rows]
      .sort((a, b) => a.change - b.change)
      .map(({ name, before: one, after: other, change }): DataCell[] => [
        wordsCell(name),
        numberCell(one.lacking, unit, ''),
        numberCell(other.lacking, unit, ''),
        signedCell(change, unit, ''),
        ...[one, other].flatMap(({ toAdd, year: worst }) => [
          numberCell(toAdd, unit, ''),
          yearCell(worst, ''),
        ]),
      ]),
  }
}
