/**
 * The urban share by the difference of urban and rural growth, as the United Nations project it.
 *
 * Source: United Nations (1980), Patterns of Urban and Rural Population Growth; National Research Council (2003),
 * Cities Transformed, appendix D. The norm 0.037623 - 0.02604 u is recalled, not looked up (docs/method.md).
 */
import { exp, log } from './exponential.js'

const logit = (share: number) => log(share / (1 - share))

/** Growth of urban minus growth of rural people, a year, between two shares `years` apart. */
export function growthDifference(shareBefore: number, shareNow: number, years: number): number {
  return (logit(shareNow) - logit(shareBefore)) / years
}

/** The difference that countries of this urban share tend to, a year. */
export function normalDifference(share: number): number {
  return 0.037623 - 0.02604 * share
}

/**
 * Urban share `years` after one of `share`, when the difference moves in a line from what was observed to the
 * normal one in 25 years and stays there.
 */
export function projectUrbanShare(share: number, observed: number, years: number): number {
  const normal = normalDifference(share)
  let odds = logit(share)
  for (let year = 1; year <= years; year++) {
    const weight = year >= 25 ? 1 : year / 25
    odds += observed + (normal - observed) * weight
  }
  return 1 / (1 + exp(-odds))
}
