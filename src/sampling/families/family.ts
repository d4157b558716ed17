/** What a family of distributions is known by: its value at p, both of its tails, mean and variance. */

/** Each accurate where it is small: a truncation far out in the upper tail needs the upper one. */
export interface Tails {
  /** P(X <= x) */
  readonly lower: number
  /** P(X > x) */
  readonly upper: number
}

/** p below and q above, p + q = 1; whichever is small is given with all its digits. */
export type Inverse = (p: number, q: number) => number

/** NaN where there is none, as of Cauchy's. */
export interface Moments {
  readonly mean: number
  readonly variance: number
}

export interface Family extends Moments {
  readonly inverse: Inverse
  readonly tails: (x: number) => Tails
}

export const ALL_ABOVE: Tails = { lower: 0, upper: 1 }
export const ALL_BELOW: Tails = { lower: 1, upper: 0 }
