/** A plan whose programmes of a service are shared out over cities by given weights: what `by_city` of a scenario says of them. */
import type { Plan } from './plan.js'

/** Each city's part of the whole. */
export function sharesOf(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return Float64Array.from(weights, (weight) => weight / total)
}

/** service: its index; weights by city, of which one at least is above 0. Starts that stand where they stand stay there. */
export function withShares(plan: Plan, service: number, weights: readonly number[]): Plan {
  const slots = new Set(plan.services[service].programmes.map(({ share }) => share))
  const values = sharesOf(weights)
  return {
    ...plan,
    steps: plan.steps.filter(({ slot }) => !slots.has(slot)),
    constants: [
      ...plan.constants.filter(({ slot }) => !slots.has(slot)),
      ...[...slots].map((slot) => ({ slot, values })),
    ],
  }
}
