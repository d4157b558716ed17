/**
 * What is fitted to the decade between two censuses: levels of moves by city and for the region, each with a prior.
 *
 * A level by city is a mean of the region plus the city's own deviation (partial pooling): a city whose data say
 * little takes the mean of the others. Every prior is normal on the scale named; deviations and means are held as
 * z, in units of their prior standard deviation, so that all are alike to the solver. Nothing here knows a year
 * after the later census. Reasons are judgements unless a source is named.
 */
import type { FitChoices } from '../dataset/dataset.js'
import { exp, log } from '../math/exponential.js'
import { howMany } from '../vocabulary/numbers.js'
import { refuseArgument, requireOneOf, requireWhole } from '../vocabulary/wrong-argument.js'

export interface Unknown {
  readonly name: string
  /** How the level comes from the number that is normal: its exponential, or the number itself. */
  readonly scale: 'log' | 'plain'
  /** Prior median of the level. */
  readonly median: number
  /** Prior standard deviation of the region's mean and of a city's deviation from it; 0 where there is none. */
  readonly region: number
  readonly city: number
  readonly unit: string
  readonly because: string
}

const of = (
  name: string,
  scale: Unknown['scale'],
  median: number,
  [region, city]: readonly [number, number],
  unit: string,
  because: string,
): Unknown => ({ name, scale, median, region, city, unit, because })

export const UNKNOWNS = [
  of('rural_exit', 'log', 2, [0.5, 0.35], 'ratio', 'Moves out of the village in a lifetime: one to four.'),
  of(
    'pull_of_outside',
    'plain',
    0,
    [0.7, 0.7],
    'log odds',
    'Stocks as shares of flows may be wrong by half.',
  ),
  of('attraction', 'plain', 0, [0, 0.35], 'log odds', 'Relative to the other cities; a third either way.'),
  of('fertility', 'log', 1, [0.12, 0.06], 'ratio', 'Own-children rates miss children not counted.'),
  of('return_home', 'log', 1.5, [0.6, 0], 'ratio', 'No series; at the peak age 2 to 8 % of migrants a year.'),
  of('city_to_city', 'log', 0.5, [0.6, 0], 'ratio', 'No series; a quarter of a move to one in a lifetime.'),
  of('return_from_outside', 'log', 0.6, [0.4, 0], 'ratio', 'Only net loss is known; half to double.'),
  of('returning_to_village', 'log', 2.2, [0.4, 0], 'odds', 'Odds against living as a migrant: 55 to 25.'),
  of('returning_to_reclassified', 'log', 0.2, [0.4, 0], 'odds', 'Odds against living as a migrant: 5 to 25.'),
  of('returning_to_registered', 'log', 0.6, [0.4, 0], 'odds', 'Odds against living as a migrant: 15 to 25.'),
  of('conversion', 'log', 0.02, [0.5, 0], '1 / year', 'Migrants and reclassified alike; half to double.'),
  of(
    'reclassification',
    'log',
    0.004,
    [0.6, 0],
    'share / year',
    'No list of villages; a third to three times.',
  ),
  of('arrivals', 'log', 1, [0.2, 0], 'ratio', 'The stock over six to ten years of stay.'),
  of('fertility_in_villages', 'log', 1, [0.1, 0], 'ratio', 'The sample of births has its women estimated.'),
  of('pace_slope', 'plain', 0, [0.3, 0], 'log', 'Exit at the end over exit in the middle of the decade.'),
  of('exit_peak', 'plain', 0, [2, 0], 'year', 'A model schedule of other countries; two years either way.'),
  of('exit_children', 'log', 0.6, [0.5, 0], 'ratio', 'Children are left behind: weight of ages under 15.'),
  of('exit_span', 'log', 1, [0.3, 0], 'ratio', 'How long after its peak the exit goes on.'),
  of('return_peak', 'plain', 0, [4, 0], 'year', 'The schedule of returns is drawn, not fitted.'),
  of('roaming_peak', 'plain', 0, [2, 0], 'year', 'Town leavers: the same; students leave at 18 to 20.'),
  of(
    'old_age_mortality',
    'log',
    1,
    [0.15, 0.08],
    'ratio',
    "Death rates from 60 on over the nation's table: 15 % either way for the region, 8 % for a city.",
  ),
  of(
    'old_women',
    'log',
    1,
    [0.1, 0],
    'ratio',
    "Women's old-age mortality over men's, each relative to the table.",
  ),
  of(
    'twice_15_19',
    'plain',
    0.024,
    [0.03, 0],
    'log',
    'Students and movers counted twice: 2.4 % of 14-49 in the nation.',
  ),
  of('missed_0_4', 'plain', 0.08, [0.05, 0], 'log', 'Censuses of China miss small children; 3 to 13 %.'),
  of('missed_5_9', 'plain', 0.03, [0.03, 0], 'log', 'The same of older children; up to 6 %.'),
] as const satisfies readonly Unknown[]

/**
 * Between provinces comers differ more than between the cities of one: they are a judgement on stocks, and for many provinces what
 * grows their towns, so that the level may differ from it by half, and between places by as much again. Villages become towns in
 * each place at a pace of its own: a third to three times that of the others.
 */
const OF_PLACES: Readonly<Record<'arrivals' | 'reclassification', Partial<Unknown>>> = {
  arrivals: { region: 0.5, city: 0.5 },
  reclassification: { city: 1 },
}

/** UNKNOWNS, or those of a data folder that says how it is fitted. */
export const priorsBy = (choices: FitChoices | undefined): readonly Unknown[] =>
  UNKNOWNS.map((unknown) => {
    const { name } = unknown
    const isOwn = (name === 'arrivals' || name === 'reclassification') && choices?.[name] === 'place'
    return isOwn ? { ...unknown, ...OF_PLACES[name] } : unknown
  })

const WORDS: readonly string[] = UNKNOWNS.map(({ name }) => name)

/** The same levels with every prior so much wider, of means and of deviations from them. */
export function widenPriors(
  region: number,
  city: number,
  priors: readonly Unknown[] = UNKNOWNS,
): readonly Unknown[] {
  return priors.map((one) => ({ ...one, region: one.region * region, city: one.city * city }))
}

/** One entry of z: the region's mean (city -1) or a city's deviation. */
export interface ZEntry {
  readonly unknown: number
  readonly city: number
}

/** The entries of z in their order: of each unknown the region's mean, then its cities, where these have a width. */
export function entriesOf(cities: number, priors: readonly Unknown[] = UNKNOWNS): ZEntry[] {
  return priors.flatMap(({ region, city }, unknown) => [
    ...(region > 0 ? [{ unknown, city: -1 }] : []),
    ...(city > 0 ? Array.from({ length: cities }, (_, index) => ({ unknown, city: index })) : []),
  ])
}

/** Levels by city from z: level(name)[city]; what the region has one of is repeated. */
export type Levels = (name: string) => Float64Array

/** priors: UNKNOWNS, or the same names with other widths. */
export function levelsOf(
  entries: readonly ZEntry[],
  z: ArrayLike<number>,
  cities: number,
  priors: readonly Unknown[] = UNKNOWNS,
): Levels {
  requireWhole('levelsOf', 'cities', cities, 1)
  if (z.length < entries.length)
    refuseArgument('levelsOf', 'z', howMany(z.length, 'number'), `${entries.length}, one for each entry`)
  requirePriors('levelsOf', priors)
  const normal = UNKNOWNS.map(({ scale, median }) =>
    new Float64Array(cities).fill(scale === 'log' ? log(median) : median),
  )
  entries.forEach(({ unknown, city }, index) => {
    const own = normal[unknown]
    if (city >= 0) own[city] += priors[unknown].city * z[index]
    else for (let k = 0; k < cities; k++) own[k] += priors[unknown].region * z[index]
  })
  const levels = normal.map((own, unknown) => (UNKNOWNS[unknown].scale === 'log' ? own.map(exp) : own))
  return (name) => {
    requireOneOf('levelsOf', 'name', name, WORDS)
    return levels[WORDS.indexOf(name)]
  }
}

/** Throws CitywardError for priors of other names, or in another order, than UNKNOWNS. */
export function requirePriors(called: string, priors: readonly Unknown[]): void {
  const at = UNKNOWNS.findIndex(({ name }, unknown) => priors[unknown]?.name !== name)
  if (at < 0 && priors.length === UNKNOWNS.length) return
  const found = priors[Math.max(0, at)]?.name ?? howMany(priors.length, 'prior')
  refuseArgument(called, 'priors', found, `${UNKNOWNS.length} priors in the order of UNKNOWNS`)
}
