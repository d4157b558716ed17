/** What is lacking and what to add as CSV: a line for each service, place and year; numbers in full. */
import type { ServiceNeeds } from '../../analysis/summary.js'
import { csvText } from '../../vocabulary/csv.js'

const COLUMNS = [
  'policy', 'odds', 'service', 'unit', 'place', 'name_en', 'name_zh', 'year', 'need', 'capacity', 'gap_median', 'gap_low80',
  'gap_high80', 'to_add', 'most_to_add', 'to_add_for_every_year', 'start_by',
] // biome-ignore format: a list of headings reads best as a paragraph

/** A service without draws has a line without numbers. `most_to_add` is yes in the worst year. */
export function needsCsv(found: readonly ServiceNeeds[]): string {
  const rows = found.flatMap(({ policy, odds, service, unit, programmes, places }) => {
    const of = [policy, odds, service, unit]
    if (places.length === 0) return [[...of, ...COLUMNS.slice(of.length).map(() => null)]]
    return places.flatMap(({ code, name, years, peak, everyYear }) =>
      years.map(({ year, need, capacity, gap, toAdd, startBy }) => [
        ...of,
        ...[code, name.en, name.zh, year, need, capacity, gap.median, ...gap.range80, toAdd],
        ...[year === peak?.year ? 'yes' : '', everyYear],
        programmes.map((programme, at) => `${programme.name} ${startBy[at]}`).join('; '),
      ]),
    )
  })
  return csvText([COLUMNS, ...rows])
}
