/** Sobol' indices on rows that another program has laid out, base point by base point in the order A, AB, BA, B. */
import type { Factor } from '../../sampling/design.js'
import { saltelliBlock, saltelliRow } from '../../sampling/saltelli.js'
import { refuseArgument } from '../../vocabulary/wrong-argument.js'
import { requireBlocks } from '../sensitivity/arguments.js'
import { type Estimate, type Input, intervalHalfWidth } from '../sensitivity/estimate.js'
import { type SobolIndices, sobolIndices } from '../sensitivity/sobol-indices.js'
import { CALLED, type OwnRows } from './own-rows.js'

/** Parts of the base points that intervals are read from, and the fewest points of one. */
const PARTS = 8
const LEAST_OF_PART = 12

/**
 * Sobol' indices of rows A, AB of every input, BA of every input (second order only), B, base point by base point.
 *
 * The value is of all base points; its interval is from the spread over eight parts of them, every eighth point in one, and
 * NaN with fewer than 96 base points.
 */
export function sobolOfRows(
  { inputs, outcome, level }: OwnRows,
  secondOrder: boolean,
): Pick<SobolIndices, 'indices' | 'pairs'> {
  const factors: Factor[] = inputs.map(({ name }) => ({ name, members: [name], dimensions: [name] }))
  const layout = { factors, secondOrder }
  const block = saltelliBlock({ ...layout, scrambles: 1 })
  requireBlocks(CALLED, outcome, block, 'base point')
  requireSwaps(inputs, { ...layout, scrambles: 1 }, outcome.length / block)
  const all = sobolIndices({ ...layout, scrambles: 1 }, outcome)
  const points = Math.floor(outcome.length / block / PARTS)
  if (points < LEAST_OF_PART) return all
  const whole = outcome.subarray(0, points * PARTS * block)
  const parts = sobolIndices({ ...layout, scrambles: PARTS }, whole, undefined, points, level)
  const withInterval = ({ value }: Estimate, of: Estimate): Estimate => {
    const half = intervalHalfWidth(of)
    return { value, low: value - half, high: value + half }
  }
  return {
    indices: all.indices.map(({ name, measures }, input) => ({
      name,
      measures: Object.fromEntries(
        Object.entries(measures).map(([measure, one]) => [
          measure,
          withInterval(one, parts.indices[input].measures[measure]),
        ]),
      ),
    })),
    pairs: all.pairs.map((pair, at) => ({
      ...pair,
      second: withInterval(pair.second, parts.pairs[at].second),
    })),
  }
}

/** Throws where a row differs from the A or B of its base point in an input that is not the one it swaps. */
function requireSwaps(
  inputs: readonly Input[],
  layout: Parameters<typeof saltelliRow>[0],
  points: number,
): void {
  const block = saltelliBlock(layout)
  for (let row = 0; row < points * block; row++) {
    const { matrix, swapped } = saltelliRow(layout, row)
    if (swapped < 0) continue
    const base = Math.floor(row / block) * block
    const [own, other] = matrix === 'A' ? [base, base + block - 1] : [base + block - 1, base]
    inputs.forEach(({ name, values }, input) => {
      const from = input === swapped ? other : own
      if (values[row] === values[from]) return
      refuseArgument(
        CALLED,
        name,
        `${values[row]} in row ${row}`,
        `${values[from]}, as in row ${from}: base points in the order A, AB of every input, ${layout.secondOrder ? 'BA of every input, ' : ''}B`,
      )
    })
  }
}
