/** The year of a peak in a finished run: every year that the run has kept of an indicator in a place, the base year with them. */
import { type PeakSide, type PeakYears, peakYears } from '../../analysis/forecasts/peak-years.js'
import { kindOf } from '../../sampling/design.js'
import { isSample } from '../../sampling/designs.js'
import type { OpenRun } from '../../store/open-run.js'
import { howMany } from '../../vocabulary/numbers.js'
import { fail } from '../../vocabulary/problems.js'
import { leversDrawn } from '../run-provenance.js'

export interface PeakRequest {
  readonly policy: number
  readonly indicator: string
  /** Code of the place. */
  readonly place: string
  readonly side?: PeakSide
}

/** Throws CitywardError for draws that are no sample of the futures, and where fewer than two years were kept. */
export async function peakOdds(
  all: OpenRun,
  { policy, indicator, place, side = 'highest' }: PeakRequest,
): Promise<PeakYears> {
  const { folder, header, reader } = all
  requireForecasts(all)
  const where = { file: folder }
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

/** Throws CitywardError for a run that forecasts nothing: draws that are no sample, or of levers on which nobody has decided. */
export function requireForecasts({ folder, header, manifest }: OpenRun): void {
  const where = { file: folder }
  const code = 'forecasts-need-sample'
  const expected = 'a run whose draws are a sample of the futures, such as random or sobol'
  if (!isSample(header.design))
    fail({ code, where, found: `a run with design: ${kindOf(header.design)}`, expected })
  if (leversDrawn(manifest.run))
    fail({ code, where, found: 'levers that are drawn, which are no forecast', expected })
}
