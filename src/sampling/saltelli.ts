/**
 * Saltelli's design for Sobol' indices: two independent sets of points A and B, and for every factor the points of A
 * with the factor's coordinates taken from B (AB), for second order also those of B with them from A (BA).
 *
 * Draws come base point by base point, each with its A, AB of every factor, BA of every factor, B: so more draws continue
 * where fewer ended, and every scramble (they take turns) has its points in order. A and B are Sobol' points: A in
 * the first dimensions, B in as many after them. The first scramble's A are the points of the design `sobol`.
 *
 * Sources: Saltelli (2002), Comput. Phys. Commun. 145, 280-297; Saltelli et al. (2010), ibid. 181, 259-270; order of
 * rows and dimensions as in SALib; several scrambles: Owen (1997), SIAM J. Numer. Anal. 34, 1884-1910.
 */
import type { SaltelliDesign } from './design.js'
import { createSobol } from './sobol.js'

export interface SaltelliRow {
  /** Which of the independent scrambles, and which of its base points. */
  readonly scramble: number
  readonly point: number
  readonly matrix: 'A' | 'B'
  /** Factor whose coordinates come from the other matrix; -1 for none. */
  readonly swapped: number
}

type Layout = Pick<SaltelliDesign, 'secondOrder' | 'scrambles' | 'factors'>

/** Draws of one base point. */
export function saltelliBlock({ secondOrder, factors }: Layout): number {
  return (secondOrder ? 2 : 1) * factors.length + 2
}

export function saltelliRow(design: Layout, draw: number): SaltelliRow {
  const block = saltelliBlock(design)
  const place = draw % block
  const base = Math.floor(draw / block)
  const count = design.factors.length
  const at = { scramble: base % design.scrambles, point: Math.floor(base / design.scrambles) }
  if (place === 0) return { ...at, matrix: 'A', swapped: -1 }
  if (place === block - 1) return { ...at, matrix: 'B', swapped: -1 }
  return place <= count
    ? { ...at, matrix: 'A', swapped: place - 1 }
    : { ...at, matrix: 'B', swapped: place - 1 - count }
}

/** The draw that is this row; -1 is no factor. */
export function saltelliDraw(design: Layout, { scramble, point, matrix, swapped }: SaltelliRow): number {
  const block = saltelliBlock(design)
  const first = (point * design.scrambles + scramble) * block
  if (swapped < 0) return matrix === 'A' ? first : first + block - 1
  return first + 1 + swapped + (matrix === 'A' ? 0 : design.factors.length)
}

/** A function from draw to the open (0, 1) in one of the factors' dimensions. */
export function createSaltelli(design: SaltelliDesign, seed: number, name: string): (draw: number) => number {
  const dimensions = design.factors.flatMap((factor) => factor.dimensions)
  const own = design.factors.findIndex((factor) => factor.dimensions.includes(name))
  const dimension = dimensions.indexOf(name)
  const sets = Array.from({ length: design.scrambles }, (_, scramble) => {
    const by = scramble === 0 ? name : `${name} scramble ${scramble}`
    return {
      A: createSobol(seed, by, dimension),
      B: createSobol(seed, `${by} B`, dimensions.length + dimension),
    }
  })
  const block = saltelliBlock(design)
  // places of a block at which the point is A's: all of the AB rows but the own one, and the own BA row
  const fromA = Array.from({ length: block }, (_, place) => {
    const { matrix, swapped } = saltelliRow(design, place)
    return (matrix === 'A') !== (swapped === own)
  })
  // the rows of a base point are requested one after another
  let held = -1
  let a = 0
  let b = 0
  return (draw) => {
    const base = Math.floor(draw / block)
    if (base !== held) {
      const { A, B } = sets[base % design.scrambles]
      const point = Math.floor(base / design.scrambles)
      held = base
      a = A(point)
      b = B(point)
    }
    return fromA[draw - base * block] ? a : b
  }
}
