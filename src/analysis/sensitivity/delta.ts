/**
 * Borgonovo's delta: half the area between the outcome's density and its density once an input is known, averaged over
 * the input. From 0 (independent) to 1; unlike shares of variance it needs no moments, and no independent inputs.
 *
 * Densities are sums of normal kernels over a grid of the outcome, in slices of the input. A slice's density is
 * uneven by chance alone, which adds to the area; the mean of what the slices of dummies show (statistic.ts) says how
 * much.
 *
 * Sources: Borgonovo (2007), Reliab. Eng. Syst. Saf. 92, 771-784; Plischke, Borgonovo & Smith (2013), Eur. J. Oper. Res.
 * 226, 536-550, for given draws and the number of slices; width of kernels: Silverman (1986), Density Estimation, 3.31.
 */
import { quantileOfSorted } from '../../math/quantile.js'
import { risingOrder } from '../../math/ranks.js'
import { type Statistic, slicesOf } from './statistic.js'

const GRID = 110
/** Kernel widths by which the grid goes beyond the outcome. */
const MARGIN = 3

export const delta: Statistic = (inputs, outcome) => {
  const slices = slicesFor(outcome.length)
  const grid = gridOf(outcome, outcome.length / slices)
  const whole = densityOf(
    grid,
    grid.bins(() => true),
  )
  const found = inputs.map((values) => {
    const { sliceOf, count } = slicesOf(risingOrder(values), values, slices)
    let area = 0
    for (let slice = 0; slice < count; slice++) {
      const bins = grid.bins((draw) => sliceOf[draw] === slice)
      const size = bins.reduce((sum, one) => sum + one, 0)
      const density = densityOf(grid, bins)
      const apart = density.reduce((sum, value, k) => sum + Math.abs(value - whole[k]), 0) * grid.step
      area += (apart * size) / outcome.length / 2
    }
    return area
  })
  return { delta: Float64Array.from(found) }
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
  /** Draws by the grid point that is nearest, of those that count. */
  readonly bins: (counts: (draw: number) => boolean) => Float64Array
}

/** draws: that a density is estimated from; kernels are as wide for the whole as for a slice. */
function gridOf(outcome: Float64Array, draws: number): Grid {
  const sorted = outcome.slice().sort()
  const mean = outcome.reduce((sum, value) => sum + value, 0) / outcome.length
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
  return {
    step,
    kernel,
    bins: (counts) => {
      const bins = new Float64Array(GRID)
      for (let draw = 0; draw < at.length; draw++) if (counts(draw)) bins[at[draw]] += 1
      return bins
    },
  }
}

function densityOf({ kernel }: Grid, bins: Float64Array): Float64Array {
  const size = bins.reduce((sum, one) => sum + one, 0)
  const density = new Float64Array(GRID)
  for (let from = 0; from < GRID; from++) {
    if (bins[from] === 0) continue
    const weight = bins[from] / size
    for (let to = 0; to < GRID; to++) density[to] += weight * kernel[Math.abs(to - from)]
  }
  return density
}
