/**
 * How draws are laid out over the space of uncertainties. Every design answers the same question: where in (0, 1)
 * does draw d stand in the dimension of this name?
 *
 *                   another seed   name added at the end   names reordered   more draws
 * random            new draws      others stay             all stay          earlier stay
 * latin_hypercube   new draws      others stay             all stay          all move
 * sobol             new draws      others stay             draws move        earlier stay
 */
import type { Design } from './distribution.js'
import { createLatinHypercube } from './latin-hypercube.js'
import { createSobol } from './sobol.js'
import { createStream } from './stream.js'

export interface DesignRequest {
  readonly design: Design
  readonly seed: number
  /** Dimensions in order of first appearance: Sobol' hands its dimensions out in this order. */
  readonly names: readonly string[]
  /** Draws of the whole run; only the Latin hypercube's points depend on it. */
  readonly draws: number
}

/**
 * A function from draw to the open (0, 1), for each name asked.
 *
 * Throws RangeError for more than MOST_SOBOL_DIMENSIONS names under sobol, and for a name that was not announced.
 */
export function createDesign(request: DesignRequest): (name: string) => (draw: number) => number {
  const { design, seed, draws } = request
  const dimensions = new Map([...new Set(request.names)].map((name, dimension) => [name, dimension]))
  return (name) => {
    const dimension = dimensions.get(name)
    if (dimension === undefined) throw new RangeError(`design: no dimension was announced for ${name}`)
    if (design === 'latin_hypercube') return createLatinHypercube(seed, name, draws)
    return design === 'sobol' ? createSobol(seed, name, dimension) : createStream(seed, name)
  }
}

/** What a planner must know before changing a run of this design; undefined where nothing moves. */
export function cautionOf(design: Design): string | undefined {
  if (design === 'latin_hypercube') {
    return 'A Latin hypercube is laid out for its number of draws: raising the draws changes every draw.'
  }
  if (design === 'sobol') {
    return "A Sobol' design hands out dimensions in the order of the file: add uncertainties at the end; reordering them changes draws."
  }
  return undefined
}
