/** In which steps futures are simulated: few at first, so that an answer is there at once, then more. */
import type { Share } from './messages.js'

/** Futures after which an answer is shown. */
const ENDS = [100, 500, 2000, 5000, 10_000, 20_000, 50_000, 100_000]

/** Futures of each point of a curve along a lever. */
export const CURVE_DRAWS = 500
/** Most futures in which the least setting is looked for that is enough. */
export const SEARCH_DRAWS = 2000

export interface Stage {
  readonly stage: number
  readonly first: number
  readonly count: number
}

/** The stages of so many futures; the last ends with them. */
export function stagesOf(draws: number): Stage[] {
  const ends = [...ENDS.filter((end) => end < draws), draws]
  return ends.map((end, stage) => {
    const first = stage === 0 ? 0 : ends[stage - 1]
    return { stage, first, count: end - first }
  })
}

/** The part of a stage that a worker takes, always the same: the populations of its draws are in its memory. */
export function shareOf({ stage, first, count }: Stage, worker: number, workers: number): Share {
  const from = Math.floor((count * worker) / workers)
  const upTo = Math.floor((count * (worker + 1)) / workers)
  return { stage, first: first + from, count: upTo - from }
}
