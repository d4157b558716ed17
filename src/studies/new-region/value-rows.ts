/** Rows of values.csv that a fit starts from, and what a scenario reads of people and school places. */

import type { ValueRow } from '../../census/folder-rows.js'
import { compulsoryPupils } from '../../census/school-ages.js'
import { comersAYear } from '../../census/stocks-of-places.js'
import { significant } from '../../vocabulary/numbers.js'
import { chinaTable, type TableRow } from './china-tables.js'
import type { RegionCounts } from './region-counts.js'
import { CENSUSES, isNation } from './region-places.js'

/** Printed series of the province, to 2020. */
export const printedSeries = ({ region }: RegionCounts): TableRow[] =>
  chinaTable('annual').filter(({ code }) => isNation(region) || code === region.code)

/** One number of the province, or the sum over all. */
const printed = (series: readonly TableRow[], variable: string, year: number) =>
  series
    .filter((row) => row.variable === variable && row.year === String(year) && row.vintage === 'revised')
    .reduce((sum, { value }) => sum + Number(value), 0)

/** Residents printed for the end of 2020 over the census count. */
export function yearEndOf(counts: RegionCounts): { factor: number; note: string } {
  const residents = printed(printedSeries(counts), 'year_end_residents', 2020)
  const { population } = counts.all[1]
  return {
    factor: significant((residents * 10_000) / population, 10),
    note: `printed residents at the end of 2020, ${residents} x 10,000, over the census of 1 November, ${population}`,
  }
}

/** Gains of the urban share below this, in points, say nothing of their own shape. */
const LEAST_GAIN = 3

/** Of the decade's gain in urban share, the part of its last four years: the revised series against itself. */
function lateGainOf(counts: RegionCounts): number | undefined {
  const series = printedSeries(counts)
  const share = (year: number) =>
    (100 * printed(series, 'urban_population', year)) / printed(series, 'year_end_residents', year)
  const gain = share(2020) - share(2010)
  return gain < LEAST_GAIN ? undefined : significant((share(2020) - share(2016)) / gain, 3)
}

export function startingValues(counts: RegionCounts): ValueRow[] {
  const { region, places, national, estimates, all } = counts
  const { factor } = yearEndOf(counts)
  const ofRegion = (
    variable: string,
    value: number,
    unit: string,
    [source, quality, note]: readonly [string, string, string],
  ): ValueRow => [region.code, variable, 2020, value, unit, source, quality, note]
  const byPlace = (
    variable: string,
    value: (place: number) => number,
    unit: string,
    [source, quality, note]: readonly [string, string, string],
  ) =>
    places.map(
      ({ code }, place): ValueRow => [code, variable, 2020, value(place), unit, source, quality, note],
    )
  const late = lateGainOf(counts)
  const [boys, girls] = all[1].groups.map(([infants]) => infants)
  const moved = ['S_LEIII_C2020;nbs_kabuto_2024', 'estimate', 'census, moved to 31 December 2020'] as const
  const residence = [
    'S_YUANFAN;D_TFR;D_STATUS',
    'estimate',
    'the nation: births of the 2020 long-form sample by residence, over those of equal fertility in each place',
  ] as const
  return [
    ofRegion('sex_ratio_at_birth', significant(boys / girls, 5), 'ratio', ['S_LEIII_C2020', 'estimate', 'boys per girl among children aged 0 at the census']),
    ...byPlace('resident_population', (place) => Math.round(factor * places[place].counted[1].population), 'person', moved),
    ...byPlace('urban_population', (place) => Math.round(factor * places[place].counted[1].urban), 'person', moved),
    ...byPlace('compulsory_places', (place) => Math.round(factor * compulsoryPupils(estimates.people[1][place].all)), 'place', ['D_PLACES', 'estimate', 'taken equal to children of school age at the end of 2020: no count of places was found, so nothing is short at the start']),
    ...(['villages', 'towns'] as const).map((kind) => ofRegion(`fertility_in_${kind}`, national.number(`fertility_in_${kind}`), 'ratio', residence)),
    ofRegion('conversion_rural', 0, '1 / year', ['judgement', 'judgement', 'of villagers, share given urban registration a year; none assumed']),
    ...byPlace('arrivals', (place) => (isNation(region) ? 0 : comersAYear(...places[place].counted, CENSUSES[1] - CENSUSES[0])), 'person', ['S_LEIII_C2010;S_LEIII_C2020;judgement', 'judgement', 'growth of the stock from other provinces, and 3 % of it who leave again in a year (judgement)']),
    ...(late === undefined ? [] : [ofRegion('late_share_of_urban_gain', late, 'share', ['nbs_kabuto_2024', 'estimate', 'of the gain in urban share 2010-2020, the part of its last four years: printed series as revised after the census of 2020'])]),
  ] // biome-ignore format: a list of values reads best a line each
}
