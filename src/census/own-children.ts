/** Total fertility by the own-children method: children aged 0 over the women who may be their mothers. */
import { AGES } from './single-ages.js'

/** First age of the pattern. */
export const FERTILE_FROM = 10

/**
 * Children per woman at the rates of the twelve months before a census. Children whose mothers live elsewhere count where
 * they live, so that places that keep grandchildren come out too high.
 *
 * children  aged 0
 * survival  share of the births of the twelve months who are alive at the census
 * women     by single age
 * pattern   share of total fertility by single age, from FERTILE_FROM on
 */
export function ownChildrenFertility(
  children: number,
  survival: number,
  women: readonly number[],
  pattern: ArrayLike<number>,
): number {
  return children / survival / expectedBirths(women, pattern)
}

/** Births a year of women who bear one child in their lives. */
export function expectedBirths(women: readonly number[], pattern: ArrayLike<number>): number {
  let births = 0
  for (let k = 0; k < pattern.length && FERTILE_FROM + k < AGES; k++)
    births += women[FERTILE_FROM + k] * pattern[k]
  return births
}
