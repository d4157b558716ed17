/**
 * Borgonovo's delta: half the area between the outcome's density and its density once an input is known, averaged over
 * the input. From 0 (independent) to 1; unlike shares of variance it needs no moments, and no independent inputs.
 *
 * Densities are sums of normal kernels over a grid of the outcome, in slices of the input. A slice's density is
 * uneven by chance alone, which adds to the area; dummies (statistic.ts) measure by how much.
 *
 * Sources: Borgonovo (2007), Reliab. Eng. Syst. Saf. 92, 771-784; Plischke, Borgonovo & Smith (2013), Eur. J. Oper. Res.
 * 226, 536-550, for given draws and the number of slices; width of kernels: Silverman (1986), Density Estimation, 3.31.
 */
import { quantileOfSorted } from '../../math/quantile.js'
import { average, sumOf } from '../statistics.js'
import { orderOf, type Statistic, separately, slicesOf } from './statistic.js'

const GRID = 110
/** Kernel widths by which the grid goes beyond the outcome. */
const MARGIN = 3

export const delta: Statistic = separately((inputs) => {
  const slices = slicesFor(inputs[0]?.length ?? 0)
  const sliced = inputs.map((values) => slicesOf(orderOf(values), values, slices))
  return (outcome) => {
    const grid = gridOf(outcome, outcome.length / slices)
    const whole = densityOf(grid, binsOf(grid.at))
    return { delta: Float64Array.from(sliced, (one) => areaOf(grid, whole, one)) }
  }
})

/** Half the area between the densities, averaged over slices. */
function areaOf(
  grid: Grid,
  whole: Float64Array,
  { sliceOf, count }: { readonly sliceOf: Uint16Array; readonly count: number },
): number {
  const bins = binsOf(grid.at, sliceOf, count)
  let area = 0
  for (let slice = 0; slice < count; slice++) {
    const own = bins.subarray(slice * GRID, (slice + 1) * GRID)
    const density = densityOf(grid, own)
    let apart = 0
    for (let k = 0; k < GRID; k++) apart += Math.abs(density[k] - whole[k])
    area += (apart * grid.step * sumOf(own)) / sliceOf.length / 2
  }
  return area
}

/** Draws [slice, grid point]; all of them in one slice if no slices are given. */
function binsOf(at: Uint16Array, sliceOf?: Uint16Array, count = 1): Float64Array {
  const bins = new Float64Array(count * GRID)
  for (let draw = 0; draw < at.length; draw++) bins[(sliceOf ? sliceOf[draw] * GRID : 0) + at[draw]] += 1
  return bins
}

/** More slices for more draws, between 5 and 48; after Plischke, Borgonovo & Smith (2013), section 4. */
function slicesFor(draws: number): number {
  const power = 2 / (7 + Math.tanh((1500 - draws) / 500))
  return Math.max(5, Math.min(Math.ceil(draws ** power), 48))
}

interface Grid {
  readonly step: number
  /** Weight of a kernel at so many steps from its middle. */
  readonly kernel: Float64Array
  /** The grid point nearest to each draw. */
  readonly at: Uint16Array
}

/** draws: that a density is estimated from; kernels are as wide for the whole as for a slice. */
function gridOf(outcome: Float64Array, draws: number): Grid {
  const sorted = outcome.slice().sort()
  const mean = average(outcome)
  const deviation = Math.sqrt(outcome.reduce((sum, value) => sum + (value - mean) ** 2, 0) / outcome.length)
  const middle = (quantileOfSorted(sorted, 0.75) - quantileOfSorted(sorted, 0.25)) / 1.34
  const width = 0.9 * (middle > 0 ? Math.min(deviation, middle) : deviation) * draws ** -0.2
  const low = sorted[0] - MARGIN * width
  const step = (sorted.at(-1)! + MARGIN * width - low) / (GRID - 1)
  const at = Uint16Array.from(outcome, (value) => Math.round((value - low) / step))
  const kernel = Float64Array.from(
    { length: GRID },
    (_, k) => Math.exp(-0.5 * ((k * step) / width) ** 2) / (width * Math.sqrt(2 * Math.PI)),
  )
  return { step, kernel, at }
}

function densityOf({ kernel }: Grid, bins: Float64Array): Float64Array {
  const size = sumOf(bins)
  const density = new Float64Array(GRID)
  for (let from = 0; from < GRID; from++) {
    if (bins[from] === 0) continue
    const weight = bins[from] / size
    // by distance from the middle of the kernel, on both sides
    for (let to = 0; to < from; to++) density[to] += weight * kernel[from - to]
    for (let to = from; to < GRID; to++) density[to] += weight * kernel[to - from]
  }
  return density
}
