/** How large a design is in the counts of its literature: N base points, trajectories or rows, and the draws these come to. */
import { type Design, kindOf } from './design.js'
import { efastBlock } from './efast.js'
import { morrisBlock } from './morris.js'
import { saltelliBlock } from './saltelli.js'

export interface DesignSize {
  /** What N counts. */
  readonly unit: 'base point' | 'trajectory' | 'round'
  readonly N: number
  /** Rows of each. */
  readonly each: number
}

/** The size of so many draws; undefined for designs of single rows. */
export function sizeOfDesign(design: Design, draws: number): DesignSize | undefined {
  if (typeof design !== 'object') return undefined
  const sized = (unit: DesignSize['unit'], each: number) => ({ unit, N: Math.round(draws / each), each })
  switch (design.kind) {
    case 'saltelli':
      return sized('base point', saltelliBlock(design))
    case 'morris':
      return sized('trajectory', morrisBlock(design))
    case 'efast':
      return sized('round', efastBlock(design))
    default:
      return undefined
  }
}

/** Draws of N base points (over all scrambles), trajectories or rows; what N has to be where it cannot be so many. */
export function drawsOfSize(design: Design, N: number): number | { readonly expected: string } {
  if (typeof design !== 'object') return N
  if (design.kind === 'morris' && !design.chosen) return N * morrisBlock(design)
  if (design.kind !== 'saltelli')
    return { expected: 'a design that has any size, such as saltelli, morris or sobol' }
  if (N % design.scrambles !== 0) return { expected: `a multiple of its ${design.scrambles} scrambles` }
  return N * saltelliBlock(design)
}

/**
 * What a size costs that is no power of two, of designs of Sobol' points, which fill the space evenly at those only: of a smooth
 * function of six inputs the error of its mean is four times as large with 300 points as with 256 (docs/method.md, M15).
 */
export function unevenSize(design: Design, N: number): string | undefined {
  const kind = kindOf(design)
  if (!['sobol', 'plain_sobol', 'saltelli'].includes(kind)) return undefined
  const [scrambles, each] =
    typeof design === 'object' && design.kind === 'saltelli'
      ? [design.scrambles, saltelliBlock(design)]
      : [1, 1]
  const points = N / scrambles
  const below = 2 ** Math.floor(Math.log2(points))
  if (below === points) return undefined
  const rows = (size: number) => size * scrambles * each
  const [less, more] = [below, 2 * below].map((size) => `N = ${size * scrambles} (${rows(size)} rows)`)
  const own = scrambles === 1 ? `N = ${N}` : `N = ${N}, ${points} points for each of ${scrambles} scrambles,`
  const cost = `means over the ${rows(points - below)} rows beyond the last power of two and those up to it are often less exact than over these alone`
  return `${own} is no power of two: ${cost}. Nearest: ${less} and ${more}.`
}
