/**
 * Tangent and its inverse from + - * / and square roots alone, the same on every machine (exponential.ts says why).
 *
 * Source: Abramowitz & Stegun (1964), 4.3.94 (Lambert's continued fraction), 4.4.42 (Gregory's series).
 */

const EIGHTH_TURN = Math.PI / 4
/** Steps of the continued fraction: 12 leave nothing of a double below an eighth of a turn. */
const STEPS = 12
/** Terms of the series, whose argument is below a fifth. */
const TERMS = 14

/** tan(pi x), x between 0 and 1/4. */
export function tangentOfPart(x: number): number {
  const angle = Math.PI * x
  const square = angle * angle
  let below = 2 * STEPS + 1
  for (let odd = 2 * STEPS - 1; odd > 0; odd -= 2) below = odd - square / below
  return angle / below
}

/** atan(x) / pi for x >= 0: the part of half a turn, up to 1/2. */
export function partOfTangent(x: number): number {
  if (x > 1) return 0.5 - partOfTangent(1 / x)
  if (x === 1) return EIGHTH_TURN / Math.PI
  // atan(x) = 2 atan(x / (1 + sqrt(1 + x^2))), twice
  let y = x
  for (let half = 0; half < 2; half++) y /= 1 + Math.sqrt(1 + y * y)
  const square = y * y
  let sum = 0
  for (let term = TERMS; term >= 0; term--) sum = 1 / (2 * term + 1) - square * sum
  return (4 * y * sum) / Math.PI
}
