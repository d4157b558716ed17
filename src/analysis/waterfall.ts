/** From one scenario to another in steps: which change moved the odds and the median of a target by how much. */
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Aim } from './attainment.js'
import { oddsOf } from './odds.js'
import { type Coalition, type ShapleyGame, shapleyValues } from './shapley.js'
import type { Odds } from './summary.js'

/** A target as read in one mixture of two scenarios. */
export interface MixtureReading {
  /** 1 for each future that reaches it; a future that cannot be lived does not. */
  readonly hits: Uint8Array
  /** Median of the indicator over the futures that can be lived; NaN where none can. */
  readonly median: number
}

/** What one change moves a target by. */
export interface WaterfallStep {
  /** Index into the changes. */
  readonly change: number
  /** Of the odds, 0-1. */
  readonly odds: number
  /** Its standard error, from the number of draws and, where orders were drawn, from these. */
  readonly oddsError: number
  /** Of the median, in the indicator's unit; null where some mixture has none. */
  readonly median: number | null
  /** Its standard error from the orders drawn; absent where all orders count. */
  readonly medianError?: number
}

export interface Standing {
  readonly aim: Aim & { readonly year: number; readonly indicator: string }
  readonly odds: Odds
  readonly median: number | null
}

export interface Waterfall {
  readonly id: string
  readonly title: Bilingual
  readonly unit: string
  readonly before: Standing
  readonly after: Standing
  /** Largest first: by odds, then by median. Without those that move neither. */
  readonly steps: readonly WaterfallStep[]
}

/**
 * The steps of one target.
 *
 * changes  the players of the game, as indices into all changes
 * read     the target in the mixture that a coalition of players makes
 */
export function stepsOf(
  game: ShapleyGame,
  changes: readonly number[],
  read: (made: Coalition) => MixtureReading,
): WaterfallStep[] {
  const division = shapleyValues(game, (made) => {
    const { hits, median } = read(made)
    return [meanOf(hits), median]
  })
  const byFuture = shapleyValues(game, (made) => read(made).hits).values
  const steps = changes.map((change, player): WaterfallStep => {
    const [odds, median] = division.values[player]
    const ofOrders = division.errors?.[player]
    return {
      change,
      odds,
      oddsError: Math.hypot(ofOrders?.[0] ?? 0, standardError(byFuture[player])),
      median: Number.isFinite(median) ? median : null,
      medianError: ofOrders?.[1],
    }
  })
  const size = ({ odds, median }: WaterfallStep) => [Math.abs(odds), Math.abs(median ?? 0)]
  const moved = steps.filter((step) => size(step).some((part) => part > ROUNDING))
  return moved.sort((one, other) => size(other)[0] - size(one)[0] || size(other)[1] - size(one)[1])
}

/** Below this a step is the rounding of sums that cancel. */
const ROUNDING = 1e-12

/** Odds and median of a target at one end of the waterfall. */
export function standingOf(aim: Standing['aim'], { hits, median }: MixtureReading): Standing {
  const count = hits.reduce((sum, hit) => sum + hit, 0)
  return { aim, odds: oddsOf(count, hits.length), median: Number.isFinite(median) ? median : null }
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < values.length; k++) sum += values[k]
  return sum / values.length
}

/** Of the mean over independent futures; 0 of a single one, of which nothing can be said. */
function standardError(values: Float64Array): number {
  const mean = meanOf(values)
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1) / values.length)
}
