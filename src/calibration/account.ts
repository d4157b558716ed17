/**
 * The residuals of a fit and its account of the decade: projected against counted by city, age and sex, and where the
 * growth of towns came from. Persons throughout; `lived` stands for projected, as in the output of `calibrate --json`.
 */
import { exp } from '../math/exponential.js'
import { flowAt } from '../model/state.js'
import { cohortAt, MIGRANT, RECLASSIFIED, SEXES } from '../vocabulary/dimensions.js'
import { AGE_GROUPS, layoutOf, measuresOf } from './counts.js'
import type { Decade } from './decade.js'
import { createDecadeProjection, type DecadeProjection } from './decade-projection.js'
import type { Kind } from './error-model.js'
import type { Fit } from './fit.js'
import { openingPeople } from './opening.js'

export interface CountPair {
  readonly lived: number
  readonly counted: number
}

export interface CityAccount {
  readonly city: number
  readonly people: CountPair
  /** Shares from 0 to 1. */
  readonly urbanShare: CountPair
  readonly growth: Growth
}

/** Townspeople from one census to the other: counted + missed + natural + moves + reclassified = lived. */
export interface Growth {
  readonly counted: number
  /** Small children whom the earlier census is estimated to have missed, less those of 15-19 whom it counted twice. */
  readonly missed: number
  readonly natural: number
  readonly moves: number
  readonly reclassified: number
  readonly lived: number
}

export interface AgeAccount {
  /** Age from which a group of five runs; the last is open. */
  readonly from: number
  readonly sex: (typeof SEXES)[number]
  readonly people: CountPair
}

/** People of a city by sex and age, projected and counted. */
export interface CellAccount extends AgeAccount {
  readonly city: number
}

/** Counted over projected: what a datum would have to be divided by. Outside 0.7 to 1.4 the datum is doubted. */
export interface Scalar {
  readonly kind: Kind
  readonly city: number
  readonly scalar: number
  readonly doubted: boolean
}

export interface Account {
  readonly cities: readonly CityAccount[]
  /** Of the region, and of every city. */
  readonly ages: readonly AgeAccount[]
  readonly cells: readonly CellAccount[]
  readonly scalars: readonly Scalar[]
}

/** Kinds of data that are counts of a city. */
const COUNTS: readonly Kind[] = ['people', 'migrants', 'registered_townspeople', 'away', 'registered']
const SOUND = [0.7, 1.4] as const

export function accountOf(fit: Fit): Account {
  const { decade, data } = fit
  const projection = createDecadeProjection(decade)(fit.levels)
  if (!projection) throw new RangeError('the fitted levels cannot be lived')
  const layout = layoutOf(decade.dims)
  const [lived, counted] = [projection, decade.after].map(({ people, away }) =>
    measuresOf(decade, people, away),
  )
  // a city may have been fitted to another count than that of the table
  for (const { kind, measure, value } of data) if (kind === 'townspeople') counted[measure] = value
  const pair = (at: number, of: (measure: number) => number): CountPair => ({
    lived: of(lived[at]),
    counted: of(counted[at]),
  })
  const personsIn = (measures: Float64Array, row: number, city: number) =>
    exp(measures[layout.people + city] + measures[layout.ages + row * decade.dims.cities + city])
  const byAge = (measures: (lived: Float64Array, row: number) => number): AgeAccount[] =>
    SEXES.flatMap((sex, index) =>
      Array.from({ length: AGE_GROUPS }, (_, group) => {
        const row = index * AGE_GROUPS + group
        return {
          from: 5 * group,
          sex,
          people: { lived: measures(lived, row), counted: measures(counted, row) },
        }
      }),
    )
  return {
    cities: decade.cities.map((_, city) => ({
      city,
      people: pair(layout.people + city, exp),
      urbanShare: pair(layout.townspeople + city, (odds) => 1 / (1 + exp(-odds))),
      growth: growthOf(decade, fit, projection, city),
    })),
    ages: byAge((measures, row) =>
      decade.cities.reduce((sum, _, city) => sum + personsIn(measures, row, city), 0),
    ),
    cells: decade.cities.flatMap((_, city) =>
      byAge((measures, row) => personsIn(measures, row, city)).map((one) => ({ city, ...one })),
    ),
    scalars: data
      .filter(({ kind }) => COUNTS.includes(kind))
      .map(({ kind, city, measure, value }) => {
        const scalar = exp(value - lived[measure])
        return { kind, city, scalar, doubted: !(scalar >= SOUND[0] && scalar <= SOUND[1]) }
      }),
  }
}

function growthOf(decade: Decade, { levels }: Fit, projection: DecadeProjection, city: number): Growth {
  const flow = (name: Parameters<typeof flowAt>[1]) => projection.flows[flowAt(decade.dims, name) + city]
  const counted = townspeople(decade, decade.before.people, city)
  return {
    counted,
    missed: townspeople(decade, openingPeople(decade, levels), city) - counted,
    natural: flow('urban_births') - flow('urban_deaths'),
    moves: flow('urban_in') - flow('urban_out'),
    reclassified: flow('reclassified'),
    lived: townspeople(decade, projection.people, city),
  }
}

function townspeople({ dims }: Decade, people: Float64Array, city: number): number {
  let sum = 0
  const end = cohortAt(dims, MIGRANT + 1, 0, 0)
  for (let cell = cohortAt(dims, RECLASSIFIED, 0, 0) + city; cell < end; cell += dims.cities)
    sum += people[cell]
  return sum
}
