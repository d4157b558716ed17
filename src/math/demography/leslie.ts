/**
 * A population of women that lives by one set of rates: its Leslie matrix, and what it tends to.
 *
 * Source: Leslie (1945), Biometrika 33, 183-212; Preston, Heuveline and Guillot (2001), Demography, ch. 6 and 7. The first row
 * counts women as the projection does (docs/method.md, M3): before the deaths of the step, and after.
 */
import { log } from '../exponential.js'
import type { Matrix } from '../state-transition.js'

export interface VitalRates {
  /** Births per woman-year by age group, both sexes. */
  readonly fertility: ArrayLike<number>
  /** Share surviving: from birth to the end of the step, then from each group into the next; the last from the last two together. */
  readonly survival: ArrayLike<number>
  /** Share of girls among births. */
  readonly femaleShare: number
  /** Years of a step, and of an age group. */
  readonly step: number
}

/** Women of each group at the end of a step, by the group that they or their mothers were in at its start. */
export function leslieMatrix({ fertility, survival, femaleShare, step }: VitalRates): number[][] {
  const last = survival.length - 1
  const older = (age: number) => Math.min(age + 1, last)
  const rows = Array.from(survival, () => Array.from(survival, () => 0))
  for (let age = 0; age <= last; age++) {
    // half of the rate of her own age, and half of the next one's of those who reach it
    const births = (step * (fertility[age] + survival[older(age)] * fertility[older(age)])) / 2
    rows[0][age] = femaleShare * survival[0] * births
    rows[older(age)][age] += survival[older(age)]
  }
  return rows
}

export interface StablePopulation {
  /** People at the end of a step for each at its start. */
  readonly ratio: number
  /** Growth a year, as a continuous rate. */
  readonly growth: number
  /** Shares by age group, adding up to one. */
  readonly structure: Float64Array
}

const MOST_STEPS = 20_000
const NEAR = 1e-13

/** Undefined where it tends to no structure: nobody has children, or all at one age. */
export function stableOf(matrix: Matrix, step: number): StablePopulation | undefined {
  let structure = new Float64Array(matrix.length).fill(1 / matrix.length)
  for (let round = 0; round < MOST_STEPS; round++) {
    const next = Float64Array.from(matrix, (row) =>
      row.reduce((sum, value, age) => sum + value * structure[age], 0),
    )
    const ratio = next.reduce((sum, people) => sum + people, 0)
    if (!(ratio > 0)) return undefined
    const shares = next.map((people) => people / ratio)
    const moved = shares.reduce((most, share, age) => Math.max(most, Math.abs(share - structure[age])), 0)
    structure = shares
    if (moved < NEAR) return { ratio, growth: log(ratio) / step, structure }
  }
  return undefined
}
