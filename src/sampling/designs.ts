/**
 * How draws are laid out over the space of uncertainties. Every design answers the same question: where in (0, 1)
 * does draw d stand in the dimension of this name?
 *
 *                   another seed   name added at the end      names reordered   more draws
 * random            new draws      others stay                all stay          earlier stay
 * latin_hypercube   new draws      others stay                all stay          all move
 *   of strength 2   new draws      others stay                draws move        has its number
 * halton, sobol     new draws      others stay                draws move        earlier stay
 *   plain_          all stay       others stay                draws move        earlier stay
 * saltelli          new draws      others' A stay             draws move        earlier stay
 * morris            new draws      others' moves stay         all stay          earlier stay
 * efast             new draws      frequencies move           draws move        earlier stay
 * levels, table     all stay       others' levels stay        draws move        has its number
 */

import { refuseArgument, requireOneOf, requireWhole } from '../vocabulary/wrong-argument.js'
import { DESIGN_KINDS, type Design, isSequence, kindOf, setsLevels } from './design.js'
import { createEfast, efastBlock } from './efast.js'
import { createHalton, createPlainHalton } from './halton.js'
import { createLatinHypercube } from './latin-hypercube.js'
import { createLevels, levelDraws } from './levels.js'
import { createMorris, morrisBlock } from './morris.js'
import { createOrthogonalHypercube } from './orthogonal-hypercube.js'
import { createSaltelli, saltelliBlock } from './saltelli.js'
import { createPlainSobol, createSobol } from './sobol.js'
import { createStream } from './stream.js'

export interface PointsRequest {
  readonly design: Design
  readonly seed: number
  /** Dimensions in order of first appearance: designs that hand dimensions out do so in this order. */
  readonly names: readonly string[]
  /** Draws of the whole run; only the Latin hypercube's points depend on it. */
  readonly draws: number
}

/** Where each draw stands in one dimension. */
type Points = (draw: number) => number

/**
 * A function from draw to the open (0, 1), for each name.
 *
 * Throws RangeError for more names than a design has dimensions, CitywardError for a name that was not announced.
 */
export function createDesign(request: PointsRequest): (name: string) => Points {
  requireDesign('createDesign', request.design)
  if (
    typeof request.design === 'object' &&
    'factors' in request.design &&
    request.design.factors.length === 0
  )
    refuseArgument('createDesign', 'design.factors', 'no factor', 'at least one')
  requireWhole('createDesign', 'seed', request.seed, 0)
  requireWhole('createDesign', 'draws', request.draws, 1)
  const dimensions = new Map([...new Set(request.names)].map((name, dimension) => [name, dimension]))
  const pointsOf = creatorOf(request)
  const end = endOf(request.design)
  return (name) => {
    const dimension = dimensions.get(name)
    if (dimension === undefined)
      refuseArgument('createDesign', 'names', `no ${name} among them`, 'every name that is asked for')
    if (!isLaidOut(request.design, name))
      refuseArgument('createDesign', 'design.factors', `no ${name} among their dimensions`, 'every name')
    const points = pointsOf(name, dimension)
    return (draw) => (draw >= 0 && draw < end ? points(draw) : refuseDraw(draw, end))
  }
}

/** Whether a design that moves factors one by one moves this dimension; designs of levels hold the others at their medians. */
function isLaidOut(design: Design, name: string): boolean {
  if (typeof design !== 'object' || setsLevels(design) || !('factors' in design)) return true
  return design.factors.some(({ dimensions }) => dimensions.includes(name))
}

function refuseDraw(draw: number, end: number): never {
  return refuseArgument('createDesign', 'draw', String(draw), `a whole number from 0 to ${end - 1}`)
}

/** Draws that a design has at the most. */
function endOf(design: Design): number {
  if (typeof design !== 'object') return isSequence(design) ? 2 ** 32 : 2 ** 53
  if (setsLevels(design)) return levelDraws(design)
  return design.kind === 'saltelli' ? saltelliBlock(design) * design.scrambles * 2 ** 32 : 2 ** 53
}

function creatorOf({ design, seed, draws }: PointsRequest): (name: string, dimension: number) => Points {
  if (typeof design === 'object') {
    if (setsLevels(design)) return (name) => createLevels(design, name)
    switch (design.kind) {
      case 'orthogonal_hypercube':
        return (name, dimension) => createOrthogonalHypercube(seed, name, dimension, design.levels)
      case 'saltelli':
        return (name) => createSaltelli(design, seed, name)
      case 'morris':
        return createMorris(design, seed)
      case 'efast':
        return (name) => createEfast(design, seed, name)
      case 'table':
        return (name) => (name === design.dimension ? (draw) => (draw + 0.5) / design.rows : () => 0.5)
    }
  }
  if (design === 'latin_hypercube') return (name) => createLatinHypercube(seed, name, draws)
  if (design === 'halton') return (name, dimension) => createHalton(seed, name, dimension)
  if (design === 'plain_halton') return (_, dimension) => createPlainHalton(dimension)
  if (design === 'plain_sobol') return (_, dimension) => createPlainSobol(dimension)
  return design === 'sobol'
    ? (name, dimension) => createSobol(seed, name, dimension)
    : (name) => createStream(seed, name)
}

/**
 * Draws that a design can be run with, at least as many as wanted: a whole number of its blocks, or the one number
 * that it has.
 */
export function wholeDraws(design: Design, wanted: number): number {
  requireDesign('wholeDraws', design)
  requireWhole('wholeDraws', 'wanted', wanted, 1)
  if (typeof design !== 'object') return wanted
  if (setsLevels(design)) return levelDraws(design)
  const upTo = (block: number) => Math.ceil(wanted / block) * block
  switch (design.kind) {
    case 'orthogonal_hypercube':
      return design.levels ** 2
    case 'saltelli':
      return upTo(saltelliBlock(design) * design.scrambles)
    case 'morris':
      return design.chosen ? design.chosen.length * morrisBlock(design) : upTo(morrisBlock(design))
    case 'efast':
      return upTo(efastBlock(design))
    case 'table':
      return design.rows
  }
}

/** Throws CitywardError for a design that could not have been resolved: sizes that are no whole numbers, levels outside 0 to 1. */
function requireDesign(called: string, design: Design): void {
  requireOneOf(called, 'design', kindOf(design), [...DESIGN_KINDS, 'orthogonal_hypercube'])
  if (typeof design !== 'object') return
  for (const [field, value] of Object.entries(design)) {
    if (typeof value === 'number') requireWhole(called, `design.${field}`, value, 1, MOST_SIZE)
    if (field !== 'at') continue
    const wrong = (value as readonly number[]).find((level) => !(level > 0 && level < 1))
    if (wrong !== undefined || (value as readonly number[]).length === 0)
      refuseArgument(called, 'design.at', String(wrong ?? 'no level'), 'shares above 0 and below 1')
  }
}

/** Above every size that a design can be laid out in. */
const MOST_SIZE = 2 ** 31

/** Whether the draws of a design are a sample of the futures: its odds and medians can then be taken as such. */
export function isSample(design: Design): boolean {
  requireDesign('isSample', design)
  const kind = kindOf(design)
  return !['morris', 'factorial', 'fractional_factorial', 'one_at_a_time', 'table'].includes(kind)
}

/** What a planner must know before changing a run of this design; undefined where nothing moves. */
export function cautionOf(design: Design): string | undefined {
  if (design === 'latin_hypercube') {
    return 'A Latin hypercube is laid out for its number of draws: raising the draws changes every draw.'
  }
  if (isSequence(design)) {
    const name = design.endsWith('sobol') ? "Sobol'" : 'Halton'
    return `A ${name} design hands out dimensions in the order of the file: add uncertainties at the end; reordering them changes draws.`
  }
  if (isSample(design)) return undefined
  return `The draws of a design such as ${kindOf(design)} are no sample of the futures: its odds and ranges say nothing of how likely they are.`
}
