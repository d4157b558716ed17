/** Numbers without the dust of binary fractions: 0.1 + 0.2 is 0.3 to whoever wrote them. */

/** A number as a planner writes it. */
export function formatNumber(value: number): string {
  return String(withoutDust(value))
}

/** A percentage as a share. */
export function hundredth(percent: number): number {
  return withoutDust(percent / 100)
}

/** A share as whole per cent, halves away from zero: 0.285 is 29 %, though 100 x 0.285 is just below 28.5. */
export function wholePercent(share: number): number {
  return Math.sign(share) * Math.round(Math.abs(percent(share)))
}

/** A share as per cent. */
export function percent(share: number): number {
  return withoutDust(100 * share)
}

const withoutDust = (value: number) => Number(value.toPrecision(12))

/** `1 future`, `2,000 futures`: a count with its noun; a plural without -s is given. */
export function howMany(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

/** A number of so many significant digits. */
export const significant = (value: number, digits: number): number => Number(value.toPrecision(digits))
