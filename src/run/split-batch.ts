/** A batch whose worker was lost, taken apart. */
import type { Batch, BatchOutcomes } from '../plan/outcomes.js'

/** The draws that were done and the rest; where none was, two halves: of the draws, or of the policies of a single one. */
export function splitBatch(batch: Batch, done: number): Batch[] {
  const { firstDraw, draws, policies } = batch
  if (draws > 1) {
    const at = done > 0 && done < draws ? done : Math.ceil(draws / 2)
    return [
      { ...batch, draws: at },
      { ...batch, firstDraw: firstDraw + at, draws: draws - at },
    ]
  }
  const half = Math.ceil(policies.length / 2)
  return [policies.slice(0, half), policies.slice(half)].map((some) => ({ ...batch, policies: some }))
}

/** Outcomes of the pieces of a batch, in their order, as those of the whole. */
export function joinOutcomes(batch: Batch, pieces: readonly (readonly BatchOutcomes[])[]): BatchOutcomes[] {
  const all = pieces.flat()
  return batch.policies.map((policy) => {
    const own = all.filter((one) => one.policy === policy)
    return {
      policy,
      firstDraw: batch.firstDraw,
      draws: batch.draws,
      inputs: joinColumns(own, batch, ({ inputs }) => inputs),
      outcomes: joinColumns(own, batch, ({ outcomes }) => outcomes),
      failures: own.flatMap(({ failures }) => failures),
    }
  })
}

/** Columns [column, draw] side by side. */
function joinColumns(
  pieces: readonly BatchOutcomes[],
  { firstDraw, draws }: Batch,
  valuesOf: (piece: BatchOutcomes) => Float64Array,
): Float64Array {
  const columns = valuesOf(pieces[0]).length / pieces[0].draws
  const joined = new Float64Array(columns * draws)
  for (const piece of pieces) {
    const values = valuesOf(piece)
    for (let column = 0; column < columns; column++) {
      const from = values.subarray(column * piece.draws, (column + 1) * piece.draws)
      joined.set(from, column * draws + piece.firstDraw - firstDraw)
    }
  }
  return joined
}
