/** What a fit leaves over as CSV. */
import type { Account } from '../../calibration/account.js'
import { csvText } from '../../vocabulary/csv.js'

const COLUMNS = ['code', 'sex', 'age_from', 'lived', 'counted', 'percent_too_many']

/** A line for every city, sex and age: people as projected and as counted, and how many per cent too many. */
export function residualCsv(cities: readonly { readonly code: string }[], { cells }: Account): string {
  const rows = cells.map(({ city, sex, from, people: { lived, counted } }) => [
    cities[city].code,
    sex,
    from,
    Math.round(lived),
    Math.round(counted),
    Number((100 * (lived / counted - 1)).toFixed(2)),
  ])
  return csvText([COLUMNS, ...rows])
}
