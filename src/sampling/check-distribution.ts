/**
 * Distributions that the schema of a scenario would refuse, for those who make them in a program.
 *
 * What passes can be sampled: numbers are finite, spreads positive, bounds in order, shapes within what the functions behind
 * them keep their digits for.
 */
import { refuseArgument, requireOneOf } from '../vocabulary/wrong-argument.js'
import { DISTRIBUTION_KINDS, type Distribution } from './distribution.js'
import { metalogFault } from './families/metalog-fault.js'

/** Numbers that must be above nought; a spread may be nought. */
const POSITIVE = ['median', 'weight', 'alpha', 'beta', 'shape', 'scale', 'df', 'trials', 'successes']
const SPREADS = ['sd', 'sigma']
/** Of those above nought, the ones that say what a distribution looks like. */
const SHAPES = ['weight', 'alpha', 'beta', 'shape', 'df', 'trials', 'successes']

/** Far above any shape that is meant, and near the largest at which tails keep their digits. */
export const LARGEST_SHAPE = 1_000_000
/** Below it counts grow beyond what can be told apart. */
export const LEAST_ODDS = 1e-9

/** Throws CitywardError for an unknown kind, bounds the wrong way round, and numbers that are none. */
export function requireDistribution(
  name: string,
  distribution: Distribution,
  called = 'createSampler',
): void {
  requireOneOf(called, name, distribution.kind, DISTRIBUTION_KINDS)
  const numbers = Object.entries(distribution).filter(
    ([field]) => !['kind', 'of', 'joint', 'file'].includes(field),
  )
  for (const [field, value] of numbers) {
    // only what is cut off may have no end
    const isEnd = distribution.kind === 'truncated' && (field === 'low' || field === 'high')
    const wrong = [value].flat().find((one) => one !== undefined && !Number.isFinite(one) && !isEnd)
    if (wrong !== undefined || Number.isNaN(value))
      refuseArgument(called, `${name}.${field}`, String(value), 'numbers')
    if (POSITIVE.includes(field) && !(value > 0))
      refuseArgument(called, `${name}.${field}`, String(value), 'a number above 0')
    if (SHAPES.includes(field) && value > LARGEST_SHAPE)
      refuseArgument(called, `${name}.${field}`, String(value), `a number of ${LARGEST_SHAPE} at most`)
    if (SPREADS.includes(field) && value < 0)
      refuseArgument(called, `${name}.${field}`, String(value), '0 or more')
    if (Array.isArray(value) && value.length === 0)
      refuseArgument(called, `${name}.${field}`, 'none', 'at least one number')
  }
  if (distribution.kind === 'metalog') {
    requireMetalog(called, name, distribution)
    return
  }
  if ('low' in distribution && distribution.low > distribution.high)
    refuseArgument(called, name, `${distribution.low} to ${distribution.high}`, 'bounds that rise')
  if (
    'mode' in distribution &&
    !(distribution.low <= distribution.mode && distribution.mode <= distribution.high)
  )
    refuseArgument(called, `${name}.mode`, String(distribution.mode), 'a mode between the bounds')
  if (distribution.kind === 'discrete' && distribution.odds.length !== distribution.values.length)
    refuseArgument(
      called,
      `${name}.odds`,
      `${distribution.odds.length}`,
      `${distribution.values.length}, one a value`,
    )
  if (distribution.kind === 'quantiles' && !areQuantiles(distribution.values))
    refuseArgument(called, `${name}.values`, 'values that do not rise, or one', 'two or more in rising order')
  requireFamily(called, name, distribution)
  if (distribution.kind === 'truncated') requireDistribution(name, distribution.of, called)
}

/** Numbers of families of whole numbers, and of those with a logarithm: by itself each may be any, here it may not. */
function requireFamily(called: string, name: string, distribution: Distribution): void {
  const refuse = (field: string, value: number, expected: string) =>
    refuseArgument(called, `${name}.${field}`, String(value), expected)
  if (distribution.kind === 'poisson' && !(distribution.mean > 0))
    refuse('mean', distribution.mean, 'a number above 0')
  if (distribution.kind === 'poisson' && distribution.mean > LARGEST_SHAPE)
    refuse('mean', distribution.mean, `a number of ${LARGEST_SHAPE} at most`)
  if (distribution.kind === 'loguniform' && !(distribution.low > 0 && distribution.low < distribution.high))
    refuse('low', distribution.low, 'a number above 0 and below high')
  if ('trials' in distribution && !Number.isSafeInteger(distribution.trials))
    refuse('trials', distribution.trials, 'a whole number')
  if (
    'odds' in distribution &&
    distribution.kind !== 'discrete' &&
    !(distribution.odds >= LEAST_ODDS && distribution.odds < 1)
  )
    refuse('odds', distribution.odds, `a share from ${LEAST_ODDS} up and below 1`)
}

function requireMetalog(
  called: string,
  name: string,
  distribution: Extract<Distribution, { kind: 'metalog' }>,
): void {
  const fault = metalogFault(distribution)
  if (fault) refuseArgument(called, `${name}.${fault.field}`, fault.found, fault.expected)
}

/** Whether values may be those of a distribution at rising probabilities. */
export function areQuantiles(values: readonly number[]): boolean {
  return values.length > 1 && values.every((value, index) => index === 0 || value > values[index - 1])
}
