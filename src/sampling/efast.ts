/**
 * Search curves of extended FAST: along a curve every factor swings through its whole range, the one that is looked
 * at fast, all others slowly, so that the spectrum of the outcome tells its share from theirs.
 *
 * Draws come curve by curve (one for every factor), and round by round (each with new phases, drawn by name).
 * Instead of arcsin(sin(angle)) the same triangle is written with + - and *, so that points have the same bits
 * everywhere.
 *
 * Sources: Saltelli, Tarantola & Chan (1999), Technometrics 41, 39-56; slow frequencies as in SALib.
 */

import { refuseArgument } from '../vocabulary/wrong-argument.js'
import type { EfastDesign } from './design.js'
import { isPrime } from './halton.js'
import { createStream } from './stream.js'

const LEAST = 2 ** -53

export interface EfastRow {
  readonly round: number
  /** Factor that swings fast on this curve. */
  readonly factor: number
  readonly point: number
}

type Layout = Pick<EfastDesign, 'points' | 'harmonics' | 'factors'>

export function efastRow({ points, factors }: Layout, draw: number): EfastRow {
  const curve = Math.floor(draw / points)
  return { round: Math.floor(curve / factors.length), factor: curve % factors.length, point: draw % points }
}

/** Draws of one round of curves. */
export function efastBlock({ points, factors }: Layout): number {
  return points * factors.length
}

/**
 * Swings a curve of the factor looked at: its harmonics stay below half the points. A prime, so that no harmonic of a
 * slow swing falls on it; with 128 the eighth of 16 would, and on Ishigami's function give x3 a share of 2 %.
 */
export function fastFrequency({ points, harmonics }: Pick<Layout, 'points' | 'harmonics'>): number {
  const whole = Number.isSafeInteger(points) && Number.isSafeInteger(harmonics)
  if (!(whole && harmonics >= 1 && points >= 4 * harmonics ** 2 + 1))
    refuseArgument(
      'efast',
      'points',
      `${points} points a curve`,
      `at least 4 x harmonics^2 + 1 for ${harmonics}`,
    )
  let frequency = Math.floor((points - 1) / (2 * harmonics))
  while (!isPrime(frequency)) frequency -= 1
  return frequency
}

/** Swings of the others: spread over what stays below the fast one's first harmonic, repeated where there are more. */
export function slowFrequencies(design: Layout): number[] {
  const others = design.factors.length - 1
  const most = Math.floor(fastFrequency(design) / (2 * design.harmonics))
  return Array.from({ length: others }, (_, k) => {
    if (most < others) return (k % Math.max(1, most)) + 1
    return others === 1 ? 1 : Math.floor(1 + (k * (most - 1)) / (others - 1))
  })
}

/** A function from draw to the open (0, 1) in one dimension. */
export function createEfast(design: EfastDesign, seed: number, name: string): (draw: number) => number {
  const own = design.factors.findIndex(({ dimensions }) => dimensions.includes(name))
  const slow = slowFrequencies(design)
  const fast = fastFrequency(design)
  const phases = createStream(seed, name)
  return (draw) => {
    const { round, factor, point } = efastRow(design, draw)
    const frequency = factor === own ? fast : slow[own < factor ? own : own - 1]
    const phase = phases(round * design.factors.length + factor)
    const turn = ((frequency * point) % design.points) / design.points + phase
    return Math.min(Math.max(triangle(turn - Math.floor(turn)), LEAST), 1 - LEAST)
  }
}

/** 1/2 + arcsin(sin(2 pi turn)) / pi for a turn from 0 to 1. */
function triangle(turn: number): number {
  if (turn < 0.25) return 0.5 + 2 * turn
  return turn < 0.75 ? 1.5 - 2 * turn : 2 * turn - 1.5
}
