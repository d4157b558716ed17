/** Little regions made of chance, for holding the kernel against the model: every switch, any size, odd rates. */
import { deathAges, ownAges } from '../../src/math/death-ages.js'
import {
  type Conventions,
  LEVELS,
  type Level,
  MIGRATION_TIMINGS,
  type Nests,
  type Schedules,
} from '../../src/model/rates.js'
import { philox } from '../../src/sampling/philox.js'
import { type Dimensions, peopleSize } from '../../src/vocabulary/dimensions.js'

export interface RandomPlan {
  readonly dims: Dimensions
  readonly conventions: Conventions
  readonly opening: { readonly people: Float64Array; readonly away: Float64Array }
  /** By step. */
  readonly schedules: readonly Schedules[]
  /** levels[draw][step][level, city] for the two draws. */
  readonly levels: readonly (readonly Float64Array[])[]
  readonly hours: Float64Array
  readonly baseHours: Float64Array
}

/** Every place in a nest, every nest with a place; shares within them add up to one. */
function randomNests(
  cities: number,
  whole: (low: number, high: number) => number,
  uniform: () => number,
): Nests {
  const count = whole(1, cities)
  const of = Float64Array.from({ length: cities }, (_, city) => (city < count ? city : whole(0, count - 1)))
  const shares = () => {
    const weights = Float64Array.from({ length: cities }, () => 0.1 + uniform())
    const sums = new Float64Array(count)
    weights.forEach((weight, city) => {
      sums[of[city]] += weight
    })
    return weights.map((weight, city) => weight / sums[of[city]])
  }
  return {
    of,
    seats: Float64Array.from({ length: count }, (_, nest) => nest),
    within: shares(),
    homesWithin: shares(),
  }
}

/** Highest levels of a step that most random regions can live, and of those that are not named here. */
export const HIGHEST_LEVELS: Partial<Record<Level, number>> = {
  fertility: 2,
  fertility_in_villages: 2,
  fertility_in_towns: 2,
  sex_ratio_at_birth: 2,
  mortality: 2,
  returning_to_village: 0.4,
  returning_to_reclassified: 0.3,
  returning_to_registered: 0.3,
  arrivals: 50,
  attraction: 1,
  pull_of_outside: 1,
  net_migration: 1.5,
  more_net_migrants: 30,
  conversion_migrant: 0.15,
  conversion_reclassified: 0.15,
  conversion_rural: 0.15,
  reclassification: 0.1,
  babies_registered_here: 1,
}
export const HIGHEST_OTHERS = 0.6
/** Those that may as well lie below nought. */
export const SIGNED_LEVELS: ReadonlySet<Level> = new Set([
  'attraction',
  'pull_of_outside',
  'more_net_migrants',
])

/** First ages of death rates: those of the people, or with ages 0 and 1-4 apart, or single ones, or a later open age. */
function rateStarts(step: number, ages: number, whole: (low: number, high: number) => number): number[] {
  const groups = ages + whole(0, 2)
  const starts = Array.from({ length: groups }, (_, group) => group * step)
  const form = whole(0, 2)
  if (step === 1 || form === 0) return starts
  if (form === 1) return [0, 1, ...starts.slice(1)]
  return Array.from({ length: groups * step }, (_, age) => age)
}

/** The same plan for the same number; with so many cities, or a few. */
export function randomPlan(seed: number, many?: number): RandomPlan {
  let at = 0
  const words = new Uint32Array(4)
  const uniform = () => {
    words.set([at++, 0, 0, 0])
    philox(words, seed, 7)
    return words[0] / 2 ** 32
  }
  const whole = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1))
  const chance = (odds: number) => uniform() < odds
  const table = (length: number, value: () => number) => Float64Array.from({ length }, value)
  const step = chance(0.3) ? 5 : 1
  const statuses = chance(0.8) ? 4 : 1
  const ages = whole(2, 22)
  const cities = many ?? whole(1, 9)
  const dims: Dimensions = { statuses, sexes: 2, ages, ageWidth: step, cities }
  const shape = (positive: boolean) => {
    const zero = !positive && chance(0.2)
    const values = table(2 * ages, () => (zero || chance(0.1) ? 0 : uniform()))
    for (let sex = 0; sex < 2; sex++) {
      const own = values.subarray(sex * ages, (sex + 1) * ages)
      const sum = own.reduce((all, one) => all + one, 0)
      if (sum > 0) for (let age = 0; age < ages; age++) own[age] /= sum
    }
    return values
  }
  const nests = chance(0.3) ? randomNests(cities, whole, uniform) : undefined
  const rows = () => {
    const width = nests ? nests.seats.length + 2 : cities + 1
    const values = table(cities * width, () => (chance(0.15) ? 0 : uniform()))
    for (let from = 0; from < cities; from++) {
      const row = values.subarray(from * width, (from + 1) * width)
      row[nests ? 0 : from] += 0.01
      // a place alone in its nest has no other place there to go to
      if (nests && nests.within[from] === 1) row[1 + nests.of[from]] = 0
      const sum = row.reduce((all, one) => all + one, 0)
      for (let to = 0; to < width; to++) row[to] /= sum
    }
    return values
  }
  const hasNet = chance(0.5)
  const rate = chance(0.5)
  const survives = chance(0.2)
  const starts = survives ? undefined : rateStarts(step, ages, whole)
  const mortalityAges = starts ? deathAges(starts, step, ages) : ownAges(step, ages)
  const rateAges = mortalityAges.widths.length
  const fixed = {
    ruralExit: shape(false),
    returnHome: shape(false),
    cityToCity: shape(false),
    returnFromOutside: shape(false),
    arrivals: shape(false),
    conversion: table(2 * ages, () => uniform()),
    moreNetMigrants: shape(false),
    destinations: rows(),
    homes: rows(),
    nests,
    netMigrationMeasure: rate ? ('rate' as const) : ('count' as const),
  }
  const steps = whole(1, 4)
  const schedules = Array.from({ length: steps }, (): Schedules => {
    const fertile = whole(0, ages - 1)
    return {
      ...fixed,
      mortality: table(2 * rateAges * cities, () =>
        survives ? 1 - uniform() * 0.2 : chance(0.05) ? 0 : uniform() * (chance(0.1) ? 1.5 : 0.2),
      ),
      mortalityAges,
      mortalityMeasure: survives ? 'survival' : 'mx',
      fertility: table(ages * cities, () => uniform() * 0.1).map((births, cell) =>
        Math.abs(Math.floor(cell / cities) - fertile) < 3 ? births : 0,
      ),
      netMigration: table(hasNet ? 2 * ages * cities : 0, () =>
        chance(0.2) ? 0 : (uniform() - 0.5) * (rate ? 0.4 : 60),
      ),
    }
  })
  const levelsOf = () =>
    Float64Array.from({ length: LEVELS.length * cities }, (_, cell) => {
      const level = LEVELS[Math.floor(cell / cities)]
      const signed = SIGNED_LEVELS.has(level)
      return (signed && chance(0.5) ? -1 : 1) * uniform() * (HIGHEST_LEVELS[level] ?? HIGHEST_OTHERS)
    })
  const cells = 2 * ages * cities
  const migration = MIGRATION_TIMINGS[whole(0, MIGRATION_TIMINGS.length - 1)]
  const opening = {
    people: table(peopleSize(dims), () => (chance(0.1) ? 0 : uniform() * 1000)),
    away: table(statuses > 1 ? cells : 0, () => uniform() * 200),
  }
  const levels = [0, 1].map(() => schedules.map(levelsOf))
  const hours = table(cities * cities, () => uniform() * 3)
  const baseHours = table(cities * cities, () => uniform() * 3)
  const placeMoves = statuses === 1 && chance(0.7)
  const own = chance(0.4) ? placeSchedules(shape, () => uniform(), ages, cities) : {}
  return {
    dims,
    conventions: { step, migration, ...(placeMoves && { placeMoves: true }) },
    opening,
    schedules: schedules.map((all) => ({ ...all, ...own })),
    levels,
    hours,
    baseHours,
  }
}

/** A schedule of each move for every place. */
function placeSchedules(
  shape: (positive: boolean) => Float64Array,
  uniform: () => number,
  ages: number,
  cities: number,
) {
  const byPlace = (one: () => Float64Array) => {
    const places = Array.from({ length: cities }, one)
    return Float64Array.from(
      { length: 2 * ages * cities },
      (_, at) => places[at % cities][Math.floor(at / cities)],
    )
  }
  const moves = ['ruralExit', 'returnHome', 'cityToCity', 'returnFromOutside', 'arrivals'] as const
  return {
    ...(Object.fromEntries(moves.map((move) => [move, byPlace(() => shape(false))])) as Pick<
      Schedules,
      (typeof moves)[number]
    >),
    conversion: byPlace(() => Float64Array.from({ length: 2 * ages }, uniform)),
    byPlace: true as const,
  }
}
