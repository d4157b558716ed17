/**
 * Morris' design: trajectories through a grid, each of which moves every factor once, by half the grid.
 *
 * A factor's start and direction in a trajectory belong to its name, and the order of moves is that of numbers drawn
 * by the factors' names: a factor that is added takes its turn somewhere and leaves the others' moves as they were.
 * The grid's levels are the middles of equal cells of probability, (level + 1/2) / levels, so that a distribution
 * without bounds has values at them; the step is one half in probability.
 *
 * Sources: Morris (1991), Technometrics 33, 161-174; groups: Campolongo, Cariboni & Saltelli (2007), Environ. Model.
 * Softw. 22, 1509-1518.
 */
import type { Factor, MorrisDesign } from './design.js'
import { createStream } from './stream.js'

/** How far every move goes, in probability. */
export const MORRIS_STEP = 0.5

/** Where a dimension stands before and after its factor's move, in levels. */
export function morrisMove(u: number, levels: number): { from: number; to: number } {
  const from = Math.floor(u * levels)
  return { from, to: from < levels / 2 ? from + levels / 2 : from - levels / 2 }
}

/** The turn (0, 1, ...) at which each factor moves in a trajectory. */
export function createTurns(seed: number, factors: readonly Factor[]): (trajectory: number) => Uint32Array {
  const streams = factors.map(({ name }) => createStream(seed, `turn of ${name}`))
  const lots = new Float64Array(factors.length)
  const turns = new Uint32Array(factors.length)
  let held = -1
  return (trajectory) => {
    // the rows of a trajectory are requested one after another
    if (trajectory === held) return turns
    held = trajectory
    for (let factor = 0; factor < lots.length; factor++) lots[factor] = streams[factor](trajectory)
    for (let factor = 0; factor < lots.length; factor++) {
      let turn = 0
      for (const lot of lots) if (lot < lots[factor]) turn++
      turns[factor] = turn
    }
    return turns
  }
}

/** Draws of one trajectory: its start, and one after every move. */
export function morrisBlock({ factors }: Pick<MorrisDesign, 'factors'>): number {
  return factors.length + 1
}

/** A function that gives for each dimension a function from draw to the open (0, 1). */
export function createMorris(design: MorrisDesign, seed: number): (name: string) => (draw: number) => number {
  const turnsOf = createTurns(seed, design.factors)
  const block = morrisBlock(design)
  const { chosen, levels } = design
  return (name) => {
    const own = design.factors.findIndex((factor) => factor.dimensions.includes(name))
    const stream = createStream(seed, name)
    return (draw) => {
      const number = Math.floor(draw / block)
      if (chosen && number >= chosen.length) {
        throw new RangeError(`Morris design: draw ${draw} is beyond its ${chosen.length} trajectories`)
      }
      const trajectory = chosen ? chosen[number] : number
      const { from, to } = morrisMove(stream(trajectory), levels)
      const moved = draw % block > turnsOf(trajectory)[own]
      return ((moved ? to : from) + 0.5) / levels
    }
  }
}
