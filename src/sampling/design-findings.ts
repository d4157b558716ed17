/**
 * What makes a design impossible: options that it does not have, names it does not know, sizes beyond reach.
 *
 * Findings carry no place: a scenario has one for them in its file, the command line in its option, a program in its argument.
 */
import type { ProblemCode } from '../vocabulary/problem-codes.js'
import {
  type Design,
  type DesignKind,
  type DesignOptions,
  type EfastDesign,
  isSequence,
  type LevelDesign,
  OPTIONS_OF,
  setsLevels,
} from './design.js'
import { isConstant, type RankCorrelation, type UncertaintyDraws } from './distribution.js'
import { jointOf } from './findings.js'
import { isPrime } from './halton.js'
import { levelDraws } from './levels.js'
import { MOST_SOBOL_DIMENSIONS } from './sobol.js'

export interface DesignRequest {
  readonly kind: DesignKind
  readonly options: DesignOptions
  readonly uncertainties: readonly UncertaintyDraws[]
  readonly correlations: readonly RankCorrelation[]
  readonly seed: number
  /** Draws that are wanted: they tell how fine a Latin hypercube of strength 2 is to be. */
  readonly draws: number
}

export interface DesignFinding {
  readonly code: ProblemCode
  /** The option it is about; absent where it is about the design as a whole. */
  readonly option?: keyof DesignOptions
  /** Phrases that complete "Found ..." and "expected ...". */
  readonly found: string
  readonly expected: string
  readonly hint?: string
}

/** Most draws that a design of levels may come to, and most factors that words are looked for. */
const MOST_DRAWS = 10_000_000
const MOST_WORDS = { 3: 256, 4: 128, 5: 64 }
/** Candidates of Morris' design whose distances are worked out in seconds. */
const MOST_CANDIDATES = 500

/** Options of another design, and names that no uncertainty has. */
export function optionFindings({ kind, options, uncertainties }: DesignRequest): DesignFinding[] {
  const given = Object.keys(options) as (keyof DesignOptions)[]
  const known = new Set(uncertainties.map(({ name }) => name))
  const foreign = given.filter(
    (option) => options[option] !== undefined && !OPTIONS_OF[kind].includes(option),
  )
  const own = OPTIONS_OF[kind].join(', ')
  const found: DesignFinding[] = foreign.map((option) => ({
    code: 'option-of-another-design',
    option,
    found: `the option ${option} with design: ${kind}`,
    expected: own === '' ? 'no options' : `options of this design: ${own}`,
  }))
  const groups = Object.values(options.groups ?? {})
  const lists = [...groups.map((names) => ['groups', names] as const), ['vary', options.vary ?? []] as const]
  for (const [option, names] of lists) {
    const unknown = names.filter((name) => !known.has(name))
    if (unknown.length === 0) continue
    const expected = 'names under `uncertainties:`'
    found.push({ code: 'uncertainty-unknown', option, found: `the uncertainty "${unknown[0]}"`, expected })
  }
  const twice = groups.flat().find((name, index, all) => all.indexOf(name) < index)
  if (twice) {
    const expected = 'every uncertainty in one group'
    found.push({ code: 'group-overlap', option: 'groups', found: `${twice} in two groups`, expected })
  }
  return found
}

/** Sizes that the design cannot have. */
export function designFindings({ options, uncertainties }: DesignRequest, design: Design): DesignFinding[] {
  if (isSequence(design)) return tooWide(uncertainties.length, design)
  if (typeof design !== 'object') return []
  // blocks of no factor have no draws, or base points that are all the same
  if ('factors' in design && uncertainties.every(({ distribution }) => isConstant(distribution)))
    return [NOTHING_VARIED]
  if (setsLevels(design)) return levelFindings(design)
  switch (design.kind) {
    case 'orthogonal_hypercube': {
      if (isPrime(design.levels) && uncertainties.length <= design.levels + 1) return []
      const found = `${design.levels} levels for ${uncertainties.length} uncertainties`
      const expected = 'a prime number of levels, at most one fewer than there are uncertainties'
      return [{ code: 'levels-not-prime', option: 'levels', found, expected }]
    }
    case 'saltelli':
      return tooWide(2 * design.factors.reduce((sum, one) => sum + one.dimensions.length, 0), 'saltelli')
    case 'morris': {
      const { trajectories, candidates } = options
      if (design.levels % 2 !== 0) {
        const found = `${design.levels} levels`
        return [{ code: 'levels-odd', option: 'levels', found, expected: 'an even number, such as 4' }]
      }
      if (trajectories === undefined && candidates === undefined) return []
      if ((trajectories ?? 0) < (candidates ?? 0) && candidates! <= MOST_CANDIDATES) return []
      const found = `${trajectories ?? 'no'} trajectories of ${candidates ?? 'no'} candidates`
      const expected = `both, fewer trajectories than candidates, and at most ${MOST_CANDIDATES} of these`
      return [{ code: 'candidates-few', option: 'candidates', found, expected }]
    }
    case 'efast':
      return curveFindings(uncertainties, design)
    default: {
      if (design.rows > 0) return []
      const found = options.file ? 'a table without a column that is an uncertainty' : 'no table'
      return [
        { code: 'table-missing', option: 'file', found, expected: 'columns named as uncertainties are' },
      ]
    }
  }
}

const NOTHING_VARIED: DesignFinding = {
  code: 'nothing-varied',
  found: 'no uncertainty that varies',
  expected: 'at least one',
}

/** A search curve needs enough points for its harmonics, and factors in which neighbours on the curve are alike. */
function curveFindings(
  uncertainties: readonly UncertaintyDraws[],
  { points, harmonics }: EfastDesign,
): DesignFinding[] {
  const least = 4 * harmonics ** 2 + 1
  if (points < least) {
    const expected = `at least ${least} for ${harmonics} harmonics`
    return [{ code: 'points-few', option: 'points', found: `${points} points a curve`, expected }]
  }
  const joint = uncertainties
    .map(({ distribution }) => jointOf(distribution))
    .find((one) => one !== undefined)
  if (joint === undefined) return []
  return [
    {
      code: 'rows-without-order',
      found: `uncertainties that were observed together (${joint}) with design: efast`,
      expected: 'uncertainties whose values have an order: from row to row of a table the curve would jump',
      hint: 'Write `design: saltelli`, or `design: morris` where there is little time.',
    },
  ]
}

function levelFindings(design: LevelDesign): DesignFinding[] {
  const { at, factors, kind, resolution } = design
  if (kind === 'fractional_factorial') {
    const most = MOST_WORDS[resolution as 3 | 4 | 5]
    if (at.length !== 2)
      return [{ code: 'levels-not-two', option: 'at', found: `${at.length} levels`, expected: '2 levels' }]
    if (factors.length > most) {
      const found = `${factors.length} uncertainties at resolution ${resolution}`
      return [{ code: 'design-too-large', found, expected: `at most ${most}`, hint: VARY }]
    }
  }
  if (factors.length === 0) return [NOTHING_VARIED]
  const draws = levelDraws(design)
  if (draws <= MOST_DRAWS) return []
  const found = `${at.length} levels of ${factors.length} uncertainties: ${draws.toPrecision(3)} draws`
  return [{ code: 'design-too-large', found, expected: `at most ${MOST_DRAWS} draws`, hint: VARY }]
}

const VARY = 'Name a few uncertainties under `vary:`; the others stay at their medians.'

/** Sobol' directions and primes are at hand for so many dimensions. */
function tooWide(dimensions: number, design: string): DesignFinding[] {
  if (dimensions <= MOST_SOBOL_DIMENSIONS) return []
  const found = `${dimensions} ${design === 'saltelli' ? 'dimensions' : 'uncertainties'} with design: ${design}`
  const hint = 'Write `design: latin_hypercube`.'
  return [{ code: 'sobol-dimensions', found, expected: `at most ${MOST_SOBOL_DIMENSIONS}`, hint }]
}
