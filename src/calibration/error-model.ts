/**
 * The data that a fit is compared with, and how wrong each may be.
 *
 * An error has two parts. What is the city's own: counts, estimates, and what the model gets wrong there. And what
 * all cities share, since one age schedule and one way of estimating serve them all: a further unknown for each such
 * group of data, so that fourteen cities do not count as fourteen independent witnesses. Judgements, but for the
 * census counts, whose own error is next to nothing.
 */

import { log } from '../math/exponential.js'
import { SEXES } from '../vocabulary/dimensions.js'
import { refuseArgument, requireWhole } from '../vocabulary/wrong-argument.js'
import { AGE_GROUPS, layoutOf, measuresOf, urbanShareOf } from './counts.js'
import type { Decade } from './decade.js'

export const KINDS = [
  'people',
  'townspeople',
  'ages',
  'urban_ages',
  'migrants',
  'registered_townspeople',
  'away',
  'registered',
  'late_gain',
  'join',
] as const
export type Kind = (typeof KINDS)[number]

export interface Datum {
  readonly kind: Kind
  /** -1 for the region. */
  readonly city: number
  readonly sex: number
  readonly group: number
  /** Place among the measures (counts.ts); -1 for what holds for the whole time. */
  readonly measure: number
  readonly value: number
  /** Standard deviation of the city's own error. */
  readonly sd: number
  /** Name of the error shared with other cities, and its standard deviation; '' where there is none. */
  readonly shared: string
  readonly sharedSd: number
}

/** Own and shared standard deviations, on the scale of the measure, and why. */
export const ERRORS: Record<Kind, { own: number; shared: number; because: string }> = {
  people: {
    own: 0.001,
    shared: 0,
    because: 'A full count; a thousandth stands for the months to the year end.',
  },
  townspeople: { own: 0.008, shared: 0, because: 'A full count; 0.2 points of urban share.' },
  ages: {
    own: 0.05,
    shared: 0.05,
    because:
      'Full counts; one schedule and one life table for all cities miss them by 4 to 6 %, more at some ages.',
  },
  urban_ages: { own: 0.25, shared: 0.5, because: 'Estimates from counties, not counts (D_ECO).' },
  migrants: {
    own: 0.12,
    shared: 0.1,
    because: 'Stocks counted; the share in towns and moves inside a city judged.',
  },
  registered_townspeople: { own: 0.25, shared: 0.15, because: 'Grown from 2010 by the one city known.' },
  away: {
    own: 0.2,
    shared: 0.1,
    because: 'Grown from 2010 by the one city known; 7.0 to 8.8 million in all.',
  },
  registered: { own: 0.02, shared: 0, because: 'Registers and census differ in date and double entries.' },
  late_gain: {
    own: 0.06,
    shared: 0,
    because: 'An annual series of which the data folder gives no error: surveys, smoothed between censuses.',
  },
  join: {
    own: 0.1,
    shared: 0,
    because: 'Nothing happens on census day: people as counted gain in the next year what those lived gain.',
  },
}

/**
 * Ages 15 to 29, where colleges gather students that no schedule knows, and the open group, whose death rates are
 * the nation's: twice the error.
 */
const STUDENTS: readonly number[] = [3, 4, 5]

/**
 * Of a place that a fit has not seen, children of every age and both sexes are off together, beside the errors of each group: the
 * earlier census missed more of them in one place than in another, and families move with theirs. Groups of five years, and the
 * standard deviation in logarithms: 0.072 and 0.078 from the held-out places of every other of 25 provinces (decisions.md).
 */
export const CHILDREN = { groups: 3, sd: 0.075 }

export interface DataOptions {
  /** Cities whose own data are used, by index; all where absent. */
  readonly cities?: readonly number[]
  /** Townspeople of a city by another count, persons. */
  readonly townspeople?: ReadonlyMap<number, number>
  /** The late gain read otherwise, with the standard deviation of its error. */
  readonly lateGain?: { readonly value: number; readonly error: number }
  /** Data beside those of the folder. */
  readonly also?: readonly Datum[]
  /** Data that are left aside. */
  readonly without?: (datum: Datum) => boolean
}

/** Every datum that the later census and the folder give. */
export function dataOf(decade: Decade, options: DataOptions = {}): Datum[] {
  const { dims, after, registered } = decade
  const lateGain = options.lateGain?.value ?? decade.lateGain
  const lateGainError = options.lateGain?.error ?? decade.lateGainError ?? ERRORS.late_gain.own
  requireCities('dataOf', decade, options)
  const layout = layoutOf(dims)
  const counted = measuresOf(decade, after.people, after.away)
  for (const [city, persons] of options.townspeople ?? []) {
    const all = peopleOf(decade, city)
    counted[layout.townspeople + city] = log(persons / (all - persons))
  }
  const datum = (kind: Kind, city: number, measure: number, sex = -1, group = -1): Datum => {
    const { own, shared } = ERRORS[kind]
    const value = kind === 'registered' ? log(registered[city]) : counted[measure]
    const name = shared > 0 ? [kind, SEXES[sex], group].filter((part) => part !== undefined).join(' ') : ''
    const wider = kind === 'ages' && (STUDENTS.includes(group) || group === AGE_GROUPS - 1) ? 2 : 1
    return { kind, city, sex, group, measure, value, sd: own * wider, shared: name, sharedSd: shared * wider }
  }
  const groups = Array.from({ length: AGE_GROUPS }, (_, group) => group)
  const ofCity = (city: number) => [
    datum('people', city, layout.people + city),
    datum('townspeople', city, layout.townspeople + city),
    ...SEXES.flatMap((_, sex) =>
      groups.map((group) =>
        datum('ages', city, layout.ages + (sex * AGE_GROUPS + group) * dims.cities + city, sex, group),
      ),
    ),
    ...groups.map((group) =>
      datum('urban_ages', city, layout.urbanAges + group * dims.cities + city, -1, group),
    ),
    datum('migrants', city, layout.migrants + city),
    datum('registered_townspeople', city, layout.registeredTownspeople + city),
    datum('away', city, layout.away + city),
    datum('registered', city, layout.registered + city),
  ]
  const cities = options.cities ?? Array.from({ length: dims.cities }, (_, city) => city)
  const late =
    lateGain === undefined ? [] : [{ ...datum('late_gain', -1, -1), value: lateGain, sd: lateGainError }]
  const join = hasGain(decade, options.cities) ? [{ ...datum('join', -1, -1), value: 1 }] : []
  const stated = [...cities.flatMap(ofCity), ...(options.also ?? []), ...late, ...join]
  const all = stated.filter(({ value }) => Number.isFinite(value))
  return options.without ? all.filter((one) => !options.without!(one)) : all
}

/**
 * Change of the urban share between the censuses below which yearly gains are about nothing: the ratio of two of them says nothing, and
 * may take any value. The printed series of a province counts as little where it rose by less (`new-region/value-rows.ts`).
 */
const LEAST_GAIN = 0.03

const hasGain = ({ dims, before, after }: Decade, cities?: readonly number[]): boolean =>
  Math.abs(urbanShareOf(dims, after.people, cities) - urbanShareOf(dims, before.people, cities)) >= LEAST_GAIN

/** Throws CitywardError for cities that the decade does not have, and townspeople that no city has. */
export function requireCities(
  called: string,
  decade: Decade,
  { cities, townspeople }: Pick<DataOptions, 'cities' | 'townspeople'>,
): void {
  const last = decade.dims.cities - 1
  for (const city of cities ?? []) requireWhole(called, 'cities', city, 0, last)
  for (const [city, persons] of townspeople ?? []) {
    requireWhole(called, 'townspeople', city, 0, last)
    const all = peopleOf(decade, city)
    if (persons > 0 && persons < all) continue
    refuseArgument(
      called,
      'townspeople',
      `${persons} of city ${city}`,
      `some of its ${Math.round(all)} people`,
    )
  }
}

function peopleOf({ dims, after }: Decade, city: number): number {
  let all = 0
  for (let cell = city; cell < after.people.length; cell += dims.cities) all += after.people[cell]
  return all
}

/** When the last two fifths of the time begin. */
const LATE_FROM = 0.6

/** The step after which the last two fifths have begun, or begin next. */
const stepBeforeLate = (steps: number) => Math.min(steps - 1, Math.floor(LATE_FROM * steps))

/** Steps (0: the start) after which the urban share has to be known for the late gain. */
export function stepsOfLateGain(steps: number): number[] {
  const low = stepBeforeLate(steps)
  return [0, low, low + 1, steps]
}

/** Part of the gain in urban share that fell into the last two fifths of the time. */
export function lateGainOf(urbanShare: Float64Array): number {
  const steps = urbanShare.length - 1
  const low = stepBeforeLate(steps)
  const begin = urbanShare[low] + (LATE_FROM * steps - low) * (urbanShare[low + 1] - urbanShare[low])
  return (urbanShare[steps] - begin) / (urbanShare[steps] - urbanShare[0])
}
