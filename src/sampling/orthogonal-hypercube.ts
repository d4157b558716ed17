/**
 * Latin hypercube of strength 2: of p x p draws (p prime) one falls into each of p^2 strata of every uncertainty, and
 * one into each of p x p squares of every pair of them.
 *
 * An orthogonal array says which of p coarse strata a draw takes in each dimension; within a coarse stratum the fine
 * ones are dealt out by the dimension's name. There are p + 1 dimensions.
 *
 * Sources: Bose (1938), Sankhya 3, 323-338, for the array; Tang (1993), Orthogonal array-based Latin hypercubes,
 * J. Am. Stat. Assoc. 88, 1392-1397.
 */
import { permute } from './latin-hypercube.js'
import { createStream, wordsOf } from './stream.js'

/** Stratum (0 .. p - 1) of a run in a column of OA(p^2, p + 1, p, 2), and the run's place among those that share it. */
export function boseCell(run: number, column: number, p: number): { stratum: number; place: number } {
  const [a, b] = [Math.floor(run / p), run % p]
  return column === 0 ? { stratum: a, place: b } : { stratum: ((column - 1) * a + b) % p, place: a }
}

/** A function from draw (0 .. p^2 - 1) to the open (0, 1). Throws RangeError for column p + 1 or a draw beyond. */
export function createOrthogonalHypercube(
  seed: number,
  name: string,
  column: number,
  p: number,
): (draw: number) => number {
  if (column > p) throw new RangeError(`Latin hypercube of strength 2: ${p} levels have ${p + 1} dimensions`)
  const [strata, places] = wordsOf(seed, name, 3)
  // one order of runs for all dimensions, so that the first draws are no corner of the array
  const runs = wordsOf(seed, 'order of runs', 3)[0]
  const within = createStream(seed, name)
  return (draw) => {
    if (draw >= p * p) throw new RangeError(`Latin hypercube: draw ${draw} of a design of ${p * p} draws`)
    const { stratum, place } = boseCell(permute(draw, p * p, runs), column, p)
    const coarse = permute(stratum, p, strata)
    const fine = permute(place, p, places ^ Math.imul(stratum + 1, 0x9e3779b9))
    return Math.min((coarse * p + fine + within(draw)) / (p * p), 1 - 2 ** -53)
  }
}
