/** What the fit of smaller places gives to their data folder: levels by place, death rates, and what all have of the larger fit. */
import { fittedScheduleRows, fittedValueRows } from '../../calibration/folder-rows.js'
import { OWN_OF_PLACES } from '../../calibration/places/model.js'
import type { ValueRow } from '../../census/folder-rows.js'
import { spreadName } from '../../dataset/checks/fit-values.js'
import { ageAt, SEXES } from '../../vocabulary/dimensions.js'
import { significant } from '../../vocabulary/numbers.js'
import type { FittedRegion } from './fit-region.js'
import { mortalityAfter, type PlaceLevels } from './fit-within.js'
import type { OpenTables } from './region-folder.js'
import type { RegionPlace } from './region-places.js'

/** Levels that every place has, by their names in the fit and in values.csv, with their units. */
const BY_PLACE = [
  ['rural_exit', 'rural_exit_level', 'ratio'],
  ['pull_of_outside', 'pull_of_outside_level', 'log odds'],
  ['attraction', 'attraction_level', 'log odds'],
  ['city_to_city', 'city_to_city_level', 'ratio'],
  ['reclassification', 'reclassification_share', 'share'],
] as const

const SOURCE = 'D_CALIBRATION;S_LEIII_C2010;S_LEIII_C2020'

/** The tables with what was fitted to the places about `fitted`, the region's own fit. */
export function withPlaceLevels(
  { values, schedules, mortality }: OpenTables,
  fitted: FittedRegion,
  places: readonly RegionPlace[],
  own: PlaceLevels,
): OpenTables {
  const { fit, results } = fitted
  const names = new Set<string>(BY_PLACE.map(([, variable]) => variable))
  const ofRegion = fittedValueRows(fit, results).filter(
    ([code, variable]) => code === fit.decade.region.code && !names.has(variable),
  )
  return {
    values: [
      ...values.filter(([, variable]) => variable !== 'arrivals'),
      ...ofRegion,
      ...levelRows(places, own),
      ...arrivalRows(places, own),
      ...spreadRows(fit.decade.region.code, own),
    ],
    schedules: [...schedules, ...fittedScheduleRows(fit, 'S_MIGEST')],
    mortality: [...mortality, ...mortalityRows(places, own)],
  }
}

function levelRows(places: readonly RegionPlace[], { decade, levels }: PlaceLevels): ValueRow[] {
  return BY_PLACE.flatMap(([name, variable, unit]) =>
    places.map(({ code, parent, followed }, place): ValueRow => {
      const isOwn = OWN_OF_PLACES.some((one) => one === name)
      const note = !isOwn
        ? `of ${parent}${name === 'city_to_city' ? ', by how many more leave a smaller place' : ''}`
        : followed
          ? `${decade.from}-${decade.to} fitted about the level of ${parent}`
          : `not followed from ${decade.from} to ${decade.to}: fitted about the level of ${parent} as if it had done as what it was divided from`
      return [
        code,
        variable,
        decade.to,
        significant(levels(name)[place], 6),
        unit,
        SOURCE,
        isOwn && !followed ? 'judgement' : 'estimate',
        note,
      ]
    }),
  )
}

/** Comers a year at the fitted level. */
function arrivalRows(places: readonly RegionPlace[], { decade, levels }: PlaceLevels): ValueRow[] {
  const level = levels('arrivals')
  return places.map(({ code, parent }, place) => [
    code,
    'arrivals',
    decade.to,
    significant(decade.given.arrivals[place] * level[place], 6),
    'person',
    `${SOURCE};judgement`,
    'judgement',
    `growth of the stock from other provinces and 3 % of it who leave again in a year, at the level fitted to ${parent}`,
  ])
}

function spreadRows(region: string, { decade, spreads }: PlaceLevels): ValueRow[] {
  return OWN_OF_PLACES.map((level) => [
    region,
    spreadName(level),
    decade.to,
    significant(spreads[level], 6),
    level === 'rural_exit' || level === 'reclassification' ? 'ratio' : 'log odds',
    SOURCE,
    'estimate',
    'standard deviation of the levels of places about those of the larger ones',
  ])
}

/** Death rates of the time after, by place as of the larger one. */
function mortalityRows(places: readonly RegionPlace[], own: PlaceLevels): (string | number)[][] {
  const { dims, from, to } = own.decade
  const rates = mortalityAfter(own)
  return places.flatMap(({ code, parent }, place) =>
    SEXES.map((sex, index) => [
      ...[
        to + 1,
        code,
        sex,
        'mx',
        '1 / year',
        'D_CALIBRATION;S_WPP2022;S_LEIII_C2010;S_LEIII_C2020',
        'estimate',
      ],
      `China 2015-2020, WPP 2022; from 60 on at the level fitted to ${parent} ${from}-${to}`,
      ...Array.from({ length: dims.ages }, (_, age) =>
        significant(rates[ageAt(dims, index, age) + place], 7),
      ),
    ]),
  )
}
