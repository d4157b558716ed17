/**
 * Model migration schedules: how the propensity to move varies with age.
 *
 * Source: Rogers and Castro (1981), Model Migration Schedules, IIASA RR-81-30.
 */
import { exp } from './exponential.js'

/** Components: children, labour force, and where wanted retirement, old age and a constant. */
export interface RogersCastro {
  readonly a1: number
  readonly alpha1: number
  readonly a2: number
  readonly alpha2: number
  readonly mu2: number
  readonly lambda2: number
  readonly a3?: number
  readonly alpha3?: number
  readonly mu3?: number
  readonly lambda3?: number
  readonly a4?: number
  readonly lambda4?: number
  readonly c?: number
}

/** Migration rate at an exact age, before scaling to a gross migraproduction rate. */
export function rogersCastro(age: number, shape: RogersCastro): number {
  const { a1, alpha1, a2, alpha2, mu2, lambda2, c = 0 } = shape
  const children = a1 * exp(-alpha1 * age)
  const labour = a2 * doubleExponential(age, alpha2, mu2, lambda2)
  const { a3 = 0, alpha3 = 0, mu3 = 0, lambda3 = 0, a4 = 0, lambda4 = 0 } = shape
  const retirement = a3 === 0 ? 0 : a3 * doubleExponential(age, alpha3, mu3, lambda3)
  const oldAge = a4 === 0 ? 0 : a4 * exp(lambda4 * age)
  return children + labour + retirement + oldAge + c
}

/** A hump: it rises at pace lambda before mu and falls at pace alpha after it. */
function doubleExponential(age: number, alpha: number, mu: number, lambda: number): number {
  return exp(-alpha * (age - mu) - exp(-lambda * (age - mu)))
}

/** The schedule over whole ages, scaled to add up to one (gross migraproduction rate 1). */
export function scheduleOf(shape: RogersCastro, ages: number): Float64Array {
  const rates = Float64Array.from({ length: ages }, (_, age) => rogersCastro(age, shape))
  const total = rates.reduce((sum, rate) => sum + rate, 0)
  return rates.map((rate) => rate / total)
}
