/** A batch whose worker was lost, taken apart. */
import type { Batch } from '../ranges.js'

/** The draws that were done and the rest; where none was, two halves: of the draws, or of the policies of a single one. */
export function splitBatch(batch: Batch, done: number): Batch[] {
  const { firstDraw, draws, parts } = batch
  if (draws > 1) {
    const at = done > 0 && done < draws ? done : Math.ceil(draws / 2)
    return [
      { ...batch, draws: at },
      { ...batch, firstDraw: firstDraw + at, draws: draws - at },
    ]
  }
  const half = Math.ceil(parts.length / 2)
  return [parts.slice(0, half), parts.slice(half)].map((some) => ({ ...batch, parts: some }))
}
