/**
 * Families by the kind of a distribution. Each is prepared once for all draws of an uncertainty: what its inverse needs and
 * does not depend on p is worked out here, and its moments only where they are asked for or cost nothing.
 */
import type { Distribution } from '../distribution.js'
import { cauchy, gumbel, laplace, logisticFamily, loguniform, student, weibull } from './continuous.js'
import { binomial, geometric, negativeBinomial, poisson } from './counts.js'
import type { Family } from './family.js'
import { metalog } from './metalog.js'

/** The family of a distribution, prepared; undefined for those of quantiles.ts and tails.ts themselves. */
export function familyOf(distribution: Distribution): Family | undefined {
  switch (distribution.kind) {
    case 'weibull':
      return weibull(distribution)
    case 'gumbel':
      return gumbel(distribution)
    case 'logistic':
      return logisticFamily(distribution)
    case 'laplace':
      return laplace(distribution)
    case 'loguniform':
      return loguniform(distribution)
    case 'cauchy':
      return cauchy(distribution)
    case 'student':
      return student(distribution)
    case 'poisson':
      return poisson(distribution)
    case 'binomial':
      return binomial(distribution)
    case 'negative_binomial':
      return negativeBinomial(distribution)
    case 'geometric':
      return geometric(distribution)
    case 'metalog':
      return metalog(distribution)
    default:
      return undefined
  }
}

/** Whether its values are whole numbers: what lies between two of them has no odds. */
export function hasWholeNumbers(distribution: Distribution): boolean {
  if (distribution.kind === 'truncated') return hasWholeNumbers(distribution.of)
  return ['poisson', 'binomial', 'negative_binomial', 'geometric'].includes(distribution.kind)
}
