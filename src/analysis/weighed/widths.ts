/**
 * What odds and median would be, were an uncertainty narrower or wider than the scenario says: power scaling of what is
 * known of it beforehand (Kallioinen, Paananen, Bürkner and Vehtari 2024, Statistics and Computing 34, 57), from the draws
 * that are there.
 *
 * An uncertainty is taken on the scale on which it is normal, by the ranks of its draws, and its standard deviation there
 * is multiplied; each draw weighs as much as the other width finds it likelier. Its middle stays, and so do all others as
 * they are given its value: those correlated with it are spread along, as far as they go together with it.
 */
import { log } from '../../math/exponential.js'
import { normalQuantile } from '../../math/normal-quantile.js'
import { paretoSmoothed } from '../../math/pareto-smoothing.js'
import { midranks, risingOrder } from '../../math/ranks.js'
import { varies } from '../statistics.js'
import { areEnough } from './observed-futures.js'

/** By which standard deviations are multiplied: a fifth off, and as much on top. */
export const WIDTH_FACTORS = [0.8, 1.25] as const

export interface DrawnInput {
  readonly name: string
  readonly values: Float64Array
}

export interface AtWidth {
  /** What the standard deviation is multiplied with. */
  readonly width: number
  /** Share of the weight of draws that reach the target, and median of the outcome; absent where too few draws speak. */
  readonly odds?: number
  readonly median?: number
  /** Standard error of the change of the odds: what the weights of so many draws do by chance. */
  readonly error?: number
  readonly effectiveDraws: number
  readonly khat: number
}

export interface WidthEffect {
  readonly name: string
  /** In the order of WIDTH_FACTORS. */
  readonly widths: readonly AtWidth[]
  /** The largest change of the odds (0-1), either way; undefined where no width has odds. */
  readonly most?: number
  /** Whether some width changes the odds by more than chance would. */
  readonly isTold: boolean
}

/**
 * Of every input that varies, those first that move the odds most.
 *
 * outcome  of every draw; draws without a number are left out
 * odds     share of the other draws that reach the target
 */
export function widthEffects(
  inputs: readonly DrawnInput[],
  outcome: Float64Array,
  isReached: (value: number) => boolean,
): { readonly odds: number; readonly effects: readonly WidthEffect[] } {
  const known = Uint32Array.from(outcome.keys()).filter((draw) => !Number.isNaN(outcome[draw]))
  const values = Float64Array.from(known, (draw) => outcome[draw])
  const hits = values.map((value) => Number(isReached(value)))
  const odds = hits.reduce((sum, one) => sum + one, 0) / hits.length
  const upwards = risingOrder(values)
  const effects = inputs.flatMap(({ name, values: all }): WidthEffect[] => {
    const scores = normalScores(Float64Array.from(known, (draw) => all[draw]))
    if (!scores) return []
    const widths = WIDTH_FACTORS.map((width) => atWidth(width, scores, { hits, values, upwards, odds }))
    const changes = widths.flatMap(({ odds: there }) => (there === undefined ? [] : [Math.abs(there - odds)]))
    const isTold = widths.some((one) => Math.abs((one.odds ?? odds) - odds) > TOLD * (one.error ?? 0))
    return [{ name, widths, isTold, ...(changes.length > 0 && { most: Math.max(...changes) }) }]
  })
  return { odds, effects: effects.sort((a, b) => (b.most ?? -1) - (a.most ?? -1)) }
}

interface Outcomes {
  readonly hits: Float64Array
  readonly values: Float64Array
  /** Draws by rising value. */
  readonly upwards: Uint32Array
  /** Share of the hits. */
  readonly odds: number
}

/** Standard errors beyond which a change is told from chance, where dozens of uncertainties are looked at together. */
const TOLD = 3

function atWidth(
  width: number,
  scores: Float64Array,
  { hits, values, upwards, odds: now }: Outcomes,
): AtWidth {
  const logs = scores.map((z) => (z * z * (1 - 1 / (width * width))) / 2 - log(width))
  const smoothed = paretoSmoothed(logs)
  const { weights, khat, effectiveDraws } = smoothed
  const about = { width, khat, effectiveDraws }
  if (!areEnough(smoothed)) return about
  let odds = 0
  let variance = 0
  for (let draw = 0; draw < hits.length; draw++) {
    odds += weights[draw] * hits[draw]
    variance += ((weights[draw] - 1 / hits.length) * (hits[draw] - now)) ** 2
  }
  let below = 0
  const middle = upwards.find((draw) => {
    below += weights[draw]
    return below >= 0.5
  })
  return { ...about, odds, error: Math.sqrt(variance), median: values[middle ?? upwards[upwards.length - 1]] }
}

/** Of each draw where its rank stands in a normal distribution, equal values at the middle of theirs; none where all are equal. */
function normalScores(values: Float64Array): Float64Array | undefined {
  if (!varies(values)) return undefined
  return Float64Array.from(midranks(values), (rank) => normalQuantile((rank + 0.5) / values.length))
}
