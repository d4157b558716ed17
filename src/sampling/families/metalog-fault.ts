/**
 * Why quantiles and bounds make no metalog distribution, said for a scenario and for a program alike.
 *
 * What is wrong by itself comes first: counts, an order that is broken, values beyond the ends. Only numbers that are good one
 * by one are fitted, and then asked whether their curve rises.
 */
import { formatNumber } from '../../vocabulary/numbers.js'
import type { Distribution } from '../distribution.js'
import { fallOf, MOST_QUANTILES, termsThatRise } from './metalog.js'

export interface MetalogFault {
  readonly field: 'probabilities' | 'values' | 'low' | 'terms'
  readonly found: string
  readonly expected: string
  readonly hint?: string
}

const percent = (share: number) => formatNumber(Number((100 * share).toPrecision(2)))

/** Undefined where it is a distribution. */
export function metalogFault(
  distribution: Extract<Distribution, { kind: 'metalog' }>,
): MetalogFault | undefined {
  const { probabilities, values, low, high, terms = values.length } = distribution
  const count = values.length
  if (probabilities.length !== count || count < 3 || count > MOST_QUANTILES) {
    const found = `${probabilities.length} probabilities for ${count} values`
    return {
      field: 'probabilities',
      found,
      expected: `as many probabilities as values, 3 to ${MOST_QUANTILES}`,
    }
  }
  const within = probabilities.every((p, at) => p > (probabilities[at - 1] ?? 0) && p < 1)
  if (!within)
    return {
      field: 'probabilities',
      found: probabilities.join(', '),
      expected: 'shares above 0 and below 1 that rise',
    }
  const rise = values.every((value, at) => at === 0 || value > values[at - 1])
  if (!rise)
    return {
      field: 'values',
      found: values.join(', '),
      expected: 'values that rise with their probabilities',
    }
  if (low !== undefined && high !== undefined && low >= high)
    return { field: 'low', found: `low ${low} and high ${high}`, expected: 'low below high' }
  const outside = values.find((value) => !(value > (low ?? -Infinity) && value < (high ?? Infinity)))
  if (outside !== undefined)
    return { field: 'values', found: `a value of ${outside}`, expected: 'values above low and below high' }
  if (!Number.isInteger(terms) || terms < 2 || terms > count)
    return { field: 'terms', found: `${terms} terms for ${count} quantiles`, expected: `2 to ${count} terms` }
  const fall = fallOf(distribution)
  if (fall === undefined) return undefined
  const fewer = termsThatRise(distribution)
  return {
    field: 'values',
    found: `a curve through ${count} quantiles that falls between ${percent(fall[0])} and ${percent(fall[1])} %`,
    expected: 'quantiles through which it rises all the way',
    hint:
      fewer === undefined
        ? 'Write `kind: quantiles`, which has straight lines between.'
        : `With \`terms: ${fewer}\` it rises, and passes near the quantiles.`,
  }
}
