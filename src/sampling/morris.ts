/**
 * Morris' design: trajectories through the unit cube, each of which moves every factor once, by some levels of a grid.
 *
 * A factor's start, step and turn in a trajectory belong to its name: a factor that is added takes its turn somewhere
 * and leaves the others' moves as they were. A start is the uniform number of the stream itself, so that no part of a
 * range is left out. A move goes p / 2 or p / 2 - 1 of p levels, by chance, and where it would leave the range at one
 * end it comes in at the other: so places after a move are as even as before it, and an effect that repeats after half
 * the range is seen. With two levels every move is half the range.
 *
 * Sources: Morris (1991), Technometrics 33, 161-174; moves of several sizes, each effect divided by its own: Campolongo,
 * Saltelli & Cariboni (2011), Comput. Phys. Commun. 182, 978-988; groups: Campolongo, Cariboni & Saltelli (2007),
 * Environ. Model. Softw. 22, 1509-1518.
 */
import type { Factor, MorrisDesign } from './design.js'
import { createStream } from './stream.js'

/** How far the members of a factor move in a trajectory, in probability: in (0, 1/2]. */
export function createSteps(seed: number, factor: string, levels: number): (trajectory: number) => number {
  const lot = createStream(seed, `step of ${factor}`)
  const half = levels / 2
  return (trajectory) => (half > 1 && lot(trajectory) < 0.5 ? half - 1 : half) / levels
}

/** Where a dimension that stands at u is after a move: so far up, or as far from the other end. */
export function morrisMove(u: number, step: number): number {
  return u + step < 1 ? u + step : u - (1 - step)
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
    const steps = createSteps(seed, design.factors[own]?.name ?? name, levels)
    return (draw) => {
      const number = Math.floor(draw / block)
      if (chosen && number >= chosen.length) {
        throw new RangeError(`Morris design: draw ${draw} is beyond its ${chosen.length} trajectories`)
      }
      const trajectory = chosen ? chosen[number] : number
      const u = stream(trajectory)
      return draw % block > turnsOf(trajectory)[own] ? morrisMove(u, steps(trajectory)) : u
    }
  }
}
