/** The year of a peak in a finished run: every year that the run has kept of an indicator in a place, the base year with them. */
import { type PeakSide, type PeakYears, peakYears } from '../../analysis/forecasts/peak-years.js'
import { kindOf } from '../../sampling/design.js'
import { isSample } from '../../sampling/designs.js'
import type { OpenRun } from '../../store/open-run.js'
import { howMany } from '../../vocabulary/numbers.js'
import { fail } from '../../vocabulary/problems.js'

export interface PeakRequest {
  readonly policy: number
  readonly indicator: string
  /** Code of the place. */
  readonly place: string
  readonly side?: PeakSide
}

/** Throws CitywardError for draws that are no sample of the futures, and where fewer than two years were kept. */
export async function peakOdds(
  { folder, header, reader }: OpenRun,
  { policy, indicator, place, side = 'highest' }: PeakRequest,
): Promise<PeakYears> {
  const where = { file: folder }
  if (!isSample(header.design)) {
    const found = `a run with design: ${kindOf(header.design)}`
    const expected = 'a run whose draws are a sample of the futures, such as random or sobol'
    fail({ code: 'forecasts-need-sample', where, found, expected })
  }
  const columns = header.outcomes.filter(
    (one) => one.indicator === indicator && header.places[one.place].code === place,
  )
  if (columns.length < 2) {
    const found = `${howMany(columns.length, 'year')} of ${indicator} in ${place}`
    fail({ code: 'outcome-not-kept', where, found, expected: 'two years or more that the run has kept' })
  }
  const values: Float64Array[] = []
  for (const { name } of columns) values.push((await reader.read(policy, [name]))[0].slice())
  return peakYears(
    columns.map(({ year }) => header.years[year]),
    values,
    side,
  )
}
