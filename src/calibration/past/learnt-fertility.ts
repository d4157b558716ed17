/** Births of places whose later census is held out. */
import { exp, log } from '../../math/exponential.js'
import type { Decade } from '../decade.js'

/**
 * The decade with the fertility that some places could have been given without their later census. Rates of later years come
 * from children whom that census counted; here they are the place's first rates, changed as in the middle of the places that
 * are seen. Without such places the first rates stay.
 */
export function withLearntFertility(decade: Decade, seen: readonly number[]): Decade {
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
  const learnt = decade.schedules.map(({ fertility }, step) => {
    const changes = seen.map((city) => log(levels[step][city] / levels[0][city]))
    const change = changes.length === 0 ? 1 : exp(changes.reduce((sum, one) => sum + one, 0) / changes.length)
    return fertility.map((rate, at) => (known.has(at % cities) ? rate : first.fertility[at] * change))
  })
  return {
    ...decade,
    schedules: decade.schedules.map((own, step) => ({ ...own, fertility: learnt[step] })),
  }
}
