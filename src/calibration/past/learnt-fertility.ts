/** Births of places whose later census is held out. */
import { exp, log } from '../../math/exponential.js'
import { normalQuantile } from '../../math/normal-quantile.js'
import { createStream } from '../../sampling/stream.js'
import { cohortAt } from '../../vocabulary/dimensions.js'
import type { Decade } from '../decade.js'
import { changeOf } from './expected-growth.js'

export interface LearntFertility {
  /** The decade with the fertility that places could have been given without their later census. */
  readonly decade: Decade
  /** By step, the standard deviation of the logarithm of a place's change about the middle of those that are seen. */
  readonly spreads: readonly number[]
  /** Of that variance the part that all places share: the middle of the few that are seen is itself not known. */
  readonly shared: number
}

/**
 * How much places of one province differ in the change of their fertility over ten years, before any is seen: a usual
 * standard deviation, and how many degrees of freedom that is worth. From the own-children rates of both censuses of the
 * places of 31 provinces (0.13 and 0.15, 5 and 6, by every other province alone).
 */
const USUAL = { spread: 0.14, degrees: 5 }

/**
 * Rates of later years come from children whom the later census counted; here they are the place's first rates, changed as in
 * the middle of the places that are seen, with what these differ by. Without such places the first rates stay.
 */
export function withLearntFertility(decade: Decade, seen: readonly number[]): LearntFertility {
  const { cities } = decade.dims
  const [first] = decade.schedules
  const levels = decade.schedules.map(({ fertility }) =>
    Float64Array.from({ length: cities }, (_, city) => {
      let sum = 0
      for (let at = city; at < fertility.length; at += cities) sum += fertility[at]
      return sum
    }),
  )
  const known = new Set(seen)
  const changes = levels.map((level) => seen.map((city) => log(level[city] / levels[0][city])))
  const learnt = decade.schedules.map(({ fertility }, step) => {
    const change = seen.length === 0 ? 1 : exp(changeOf(changes[step], USUAL).mean)
    return fertility.map((rate, at) => (known.has(at % cities) ? rate : first.fertility[at] * change))
  })
  return {
    decade: {
      ...decade,
      schedules: decade.schedules.map((own, step) => ({ ...own, fertility: learnt[step] })),
    },
    spreads: changes.map((own) => {
      if (own.every((change) => change === 0)) return 0
      return Math.sqrt(changeOf(own, USUAL).variance * (1 + 1 / own.length))
    }),
    shared: 1 / (seen.length + 1),
  }
}

/**
 * Children born since the earlier census, more or fewer than learnt rates give: what one draw has every place that is not
 * seen differ by. Writes over the people of these places; those who bear children themselves are none of them.
 *
 * people  [status, sex, age, city]
 */
export function withOwnFertility(
  { decade: { dims, cities, schedules }, spreads, shared }: LearntFertility,
  others: readonly number[],
  { seed, draw }: { readonly seed: number; readonly draw: number },
  people: Float64Array,
): void {
  const chance = (name: string) => normalQuantile(createStream(seed, `held out fertility ${name}`)(draw))
  const all = Math.sqrt(shared) * chance('of all')
  const rest = Math.sqrt(1 - shared)
  for (const city of others) {
    const z = all + rest * chance(cities[city].code)
    schedules.forEach((_, step) => {
      if (spreads[step] === 0) return
      const age = schedules.length - 1 - step
      const factor = exp(spreads[step] * z)
      for (let status = 0; status < dims.statuses; status++)
        for (let sex = 0; sex < dims.sexes; sex++) people[cohortAt(dims, status, sex, age) + city] *= factor
    })
  }
}
