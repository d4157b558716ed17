/**
 * Regression with effects of groups that are shrunk towards nought (partial pooling), by Laplace's approximation.
 *
 * Every row has the sum of its effects as linear predictor eta. Two likelihoods: of a yes or no, logistic (Bernoulli);
 * of a length that may only be known to be at least so long, exponential with mean exp(eta), right-censored. Effects
 * are normal about nought; the standard deviation of each block of effects is the one of a grid with the highest
 * approximate evidence, under a prior that keeps it from nought (Rayleigh with scale 1). Nothing is random.
 * Sources: Gelman and Hill (2007), ch. 11-14; Breslow and Clayton (1993), J. Am. Stat. Assoc. 88, 9-25, for Laplace;
 * Chung, Rabe-Hesketh, Dorie, Gelman and Liu (2013), Psychometrika 78, 685-709, for the prior.
 */
import { cholesky, solveFactored } from './cholesky.js'
import { exp, log } from './exponential.js'

export interface MixedRow {
  /** Effects that the row has, by their numbers. */
  readonly effects: readonly number[]
  /** Yes 1, no 0, or what lies between where it is not known; or a length of 0 or more. */
  readonly response: number
  /** Of a length: whether it ended there; false where it is a lower bound. */
  readonly ended: boolean
  /** How many rows it stands for. */
  readonly weight: number
}

export interface MixedProblem {
  readonly likelihood: 'logistic' | 'exponential'
  readonly rows: readonly MixedRow[]
  /** Block of each effect, by its number; undefined for one whose own `wide` prior holds. */
  readonly blocks: readonly (number | undefined)[]
  readonly blockCount: number
}

export interface MixedFit {
  readonly effects: Float64Array
  /** Cholesky factor of their precision. */
  readonly factor: Float64Array
  /** Standard deviation of the effects of each block. */
  readonly deviations: readonly number[]
}

/** Prior standard deviation of effects that are in no block: intercept and contrasts. */
const WIDE = 2.5
const GRID = [0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2] as const
const MOST_ROUNDS = 50
/** Longest step of Newton's method; longer ones run away where groups are all yes. */
const LONGEST = 2

/** The fit at the standard deviations that the rows favour. */
export function fitMixedModel(problem: MixedProblem): MixedFit {
  let deviations: number[] = Array.from({ length: problem.blockCount }, () => 0.5)
  const settled = new Map<string, ReturnType<typeof settle>>()
  const settledAt = (tried: readonly number[]) => {
    const key = tried.join()
    const found = settled.get(key) ?? settle(problem, tried)
    settled.set(key, found)
    return found
  }
  let best = settledAt(deviations)
  for (let pass = 0; pass < 4; pass++) {
    const before = deviations
    for (let block = 0; block < problem.blockCount; block++) {
      for (const deviation of GRID) {
        const tried = deviations.map((one, at) => (at === block ? deviation : one))
        const other = settledAt(tried)
        if (other.evidence > best.evidence + 1e-9) {
          best = other
          deviations = tried
        }
      }
    }
    if (before === deviations) break
  }
  return { effects: best.effects, factor: best.factor, deviations }
}

/** Mean and variance of eta for a row with these known effects, and one new effect of each of these blocks. */
export function predictorOf(
  fit: MixedFit,
  effects: readonly number[],
  newOf: readonly number[],
): { mean: number; variance: number } {
  const along = new Float64Array(fit.effects.length)
  for (const effect of effects) along[effect] = 1
  const solved = solveFactored(fit.factor, along)
  const known = effects.reduce((sum, effect) => sum + solved[effect], 0)
  return {
    mean: effects.reduce((sum, effect) => sum + fit.effects[effect], 0),
    variance: newOf.reduce((sum, block) => sum + fit.deviations[block] ** 2, known),
  }
}

/** Newton's method to the mode, and the log of the evidence there. */
function settle(problem: MixedProblem, deviations: readonly number[]) {
  const size = problem.blocks.length
  const precisions = problem.blocks.map((block) => (block === undefined ? WIDE : deviations[block]) ** -2)
  const effects = new Float64Array(size)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { factor, slope } = curvature(problem, effects, precisions)
    const step = solveFactored(factor, slope)
    const longest = step.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
    const scale = longest > LONGEST ? LONGEST / longest : 1
    for (let at = 0; at < size; at++) effects[at] += scale * step[at]
    if (longest < 1e-9) break
  }
  const { factor } = curvature(problem, effects, precisions)
  let evidence = likelihoodOf(problem, effects)
  for (let at = 0; at < size; at++) {
    evidence += 0.5 * log(precisions[at]) - 0.5 * precisions[at] * effects[at] ** 2
    evidence -= log(factor[at * size + at])
  }
  // Rayleigh prior: never nought, which evidence alone would often give few groups (Chung et al. 2013)
  for (const deviation of deviations) evidence += log(deviation) - 0.5 * deviation ** 2
  return { effects, factor, evidence }
}

/** Factor of the negative second derivatives with the priors, and the slope of the log posterior. */
function curvature({ likelihood, rows }: MixedProblem, effects: Float64Array, precisions: readonly number[]) {
  const size = effects.length
  const matrix = new Float64Array(size * size)
  const slope = new Float64Array(size)
  for (let at = 0; at < size; at++) {
    matrix[at * size + at] = precisions[at]
    slope[at] = -precisions[at] * effects[at]
  }
  for (const row of rows) {
    const eta = row.effects.reduce((sum, effect) => sum + effects[effect], 0)
    const expected = likelihood === 'logistic' ? logistic(eta) : row.response * exp(-eta)
    const first = likelihood === 'logistic' ? row.response - expected : expected - Number(row.ended)
    const second = likelihood === 'logistic' ? expected * (1 - expected) : expected
    for (const one of row.effects) {
      slope[one] += row.weight * first
      for (const other of row.effects) matrix[one * size + other] += row.weight * second
    }
  }
  const factor = cholesky(matrix, size)
  if (!factor) throw new RangeError('effects that all have a prior have a curvature')
  return { factor, slope }
}

function likelihoodOf({ likelihood, rows }: MixedProblem, effects: Float64Array): number {
  let sum = 0
  for (const { effects: own, response, ended, weight } of rows) {
    const eta = own.reduce((total, effect) => total + effects[effect], 0)
    sum +=
      likelihood === 'logistic'
        ? weight * (response * log(logistic(eta)) + (1 - response) * log(logistic(-eta)))
        : weight * (-Number(ended) * eta - response * exp(-eta))
  }
  return sum
}

export function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x))
}
