/** Promised rates: for whom each is built, who shares it, and the odds where fewest or most people come. */
import { thirdsDiffer } from '../../analysis/promised-people.js'
import type { Summary } from '../../analysis/summary.js'
import { phrase } from '../words/bilingual.js'
import { PROMISED_TITLE } from '../words/evidence.js'
import { HEADINGS } from '../words/headings.js'
import { column, type DataCell, type DataTable, numberCell, oddsCell, wordsCell } from './data-table.js'
import { mainPolicy } from './headline.js'
import { inYear } from './targets.js'

/** None where no target is a promised rate. */
export function promisedTable(summary: Summary): DataTable | undefined {
  const { policy, at } = mainPolicy(summary)
  const promised = policy.targets.filter(({ promisedFor }) => promisedFor)
  if (promised.length === 0) return undefined
  const rows = policy.targets.flatMap(({ title, promisedFor, region }, index): DataCell[][] => {
    if (!promisedFor) return []
    const { expected, people, odds } = promisedFor
    const from = `policies.${at}.targets.${index}`
    const count = ({ spread, unit }: typeof people, part: string) =>
      numberCell(spread.median, unit, `${from}.promisedFor.${part}.spread.median`)
    const among = (part: 'fewest' | 'most') =>
      odds ? oddsCell(odds[part], `${from}.promisedFor.odds.${part}`) : wordsCell(phrase('', ''))
    return [
      [
        wordsCell(title),
        wordsCell(people.title),
        count(expected, 'expected'),
        count(people, 'people'),
        oddsCell(region.odds, `${from}.region.odds`),
        among('fewest'),
        among('most'),
        wordsCell(odds ? (thirdsDiffer(odds) ? HEADINGS.yes : phrase('no', '否')) : phrase('', '')),
      ],
    ]
  })
  return {
    id: 'promised',
    title: inYear(promised, PROMISED_TITLE),
    columns: [
      column('Target', '目标', false),
      column('Shared by', '分享者', false),
      column('Expected by offices, median', '部门预计（中位数）'),
      column('In the futures, median', '情景中（中位数）'),
      column('Odds', '达标概率'),
      column('Odds, third with fewest people', '人最少的三分之一'),
      column('Odds, third with most people', '人最多的三分之一'),
      column('Told apart', '差异显著', false),
    ],
    rows,
  }
}
