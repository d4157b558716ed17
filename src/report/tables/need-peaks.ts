/** What is to be added in each city, and in which year most: the services that lack beside each other. */
import type { ServiceNeeds, Summary } from '../../analysis/summary.js'
import { isLacking } from '../needs/words.js'
import { phrase } from '../words/bilingual.js'
import { titleWithUnit } from '../words/titles.js'
import {
  column,
  type DataCell,
  type DataTable,
  numberCell,
  titled,
  wordsCell,
  yearCell,
} from './data-table.js'

/** services: of the summary, those that the table is to show. */
export function needPeakTable(summary: Summary, services: readonly ServiceNeeds[]): DataTable {
  return {
    id: 'need-peaks',
    title: phrase('To add in each area, and by when', '各地需新增规模及年份'),
    columns: [
      column('Area', '地区', false),
      ...services.flatMap(({ title, unit }) => [titled(titleWithUnit(title, unit)), column('By', '年份')]),
    ],
    rows: summary.map
      .slice(1)
      .map(({ code, name }): DataCell[] => [
        wordsCell(name),
        ...services.flatMap((needs) => peakCells(summary, needs, code)),
      ]),
  }
}

function peakCells({ needs }: Summary, service: ServiceNeeds, code: string): DataCell[] {
  const place = service.places.findIndex((one) => one.code === code)
  const peak = service.places[place]?.peak ?? null
  if (!isLacking(peak)) return [numberCell(null, '', ''), yearCell(null, '')]
  const from = `needs.${needs.indexOf(service)}.places.${place}.peak`
  return [numberCell(peak.toAdd, service.unit, `${from}.toAdd`), yearCell(peak.year, `${from}.year`)]
}
