/** From one scenario to another in steps: which change moved the odds and the median of a target by how much. */
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Aim } from './attainment.js'
import { oddsOf } from './odds.js'
import { type Coalition, type ShapleyGame, shapleyValues } from './shapley.js'
import { average, sumOf } from './statistics.js'
import type { Odds } from './summary.js'

/** A target in one mixture of two scenarios. */
export interface MixtureReading {
  /** 1 for each draw that reaches it; a failed trajectory does not. */
  readonly hits: Uint8Array
  /** Median of the indicator over the trajectories that gave a number; NaN where none did. */
  readonly median: number
}

/** The effect of one change on a target. */
export interface WaterfallStep {
  /** Index into the changes. */
  readonly change: number
  /** Of the odds, 0-1. */
  readonly odds: number
  /** Its standard error, from the number of draws and, where orders were drawn, from the orders. */
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
    return [average(hits), median]
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

/** Below this a step is the rounding error of sums that cancel. */
const ROUNDING = 1e-12

/** Odds and median of a target at one end of the waterfall. */
export function standingOf(aim: Standing['aim'], { hits, median }: MixtureReading): Standing {
  return { aim, odds: oddsOf(sumOf(hits), hits.length), median: Number.isFinite(median) ? median : null }
}

/** Of the mean over independent draws; 0 for a single one, where it is unknown. */
function standardError(values: Float64Array): number {
  const mean = average(values)
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1) / values.length)
}
