/** What to add, by place: a table for each service. */
import type { ServiceNeeds, Summary } from '../../analysis/summary.js'
import {
  type DataCell,
  type DataTable,
  numberCell,
  rangeCell,
  titled,
  wordsCell,
  yearCell,
} from '../tables/data-table.js'
import { phrase } from '../words/bilingual.js'
import { titleWithUnit } from '../words/titles.js'
import { isLacking, NEED_HEADINGS, needTitle, startsText } from './words.js'

/** Of services that lack something somewhere, the place with its worst year. */
export function needTables(summary: Summary): DataTable[] {
  return summary.needs.flatMap((needs, at) => {
    if (!needs.places.some(({ peak }) => isLacking(peak))) return []
    const { service, title, unit } = needs
    const { place, peak, need, capacity, gap, gapRange, toAdd, everyYear, startBy } = NEED_HEADINGS
    return [
      {
        id: `needs-${service}`,
        title: needTitle(needs),
        subject: titleWithUnit(title, unit),
        columns: [
          titled(place, false),
          titled(peak),
          ...[need, capacity, gap, gapRange, toAdd, everyYear].map((head) =>
            titled(titleWithUnit(head, unit)),
          ),
          titled(startBy, false),
        ],
        rows: needs.places.map((_, row) => rowOf(summary, needs, row, `needs.${at}.places.${row}`)),
      },
    ]
  })
}

function rowOf({ years: [base] }: Summary, needs: ServiceNeeds, at: number, from: string): DataCell[] {
  const { name, peak, everyYear } = needs.places[at]
  const { unit } = needs
  const none = numberCell(null, '', '')
  if (!isLacking(peak))
    return [
      wordsCell(name),
      yearCell(null, ''),
      ...[none, none, none, none, none],
      numberCell(everyYear, unit, `${from}.everyYear`),
      wordsCell(phrase('–', '–')),
    ]
  return [
    wordsCell(name),
    yearCell(peak.year, `${from}.peak.year`),
    numberCell(peak.need, unit, `${from}.peak.need`),
    numberCell(peak.capacity, unit, `${from}.peak.capacity`),
    numberCell(peak.gap.median, unit, `${from}.peak.gap.median`),
    rangeCell(peak.gap.range80, unit, `${from}.peak.gap.range80`),
    numberCell(peak.toAdd, unit, `${from}.peak.toAdd`),
    numberCell(everyYear, unit, `${from}.everyYear`),
    wordsCell(startsText(needs, peak, base)),
  ]
}
