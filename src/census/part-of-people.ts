/** A part of the people of every cell, so that the parts add up to a total that was counted. */
import { AGES, type ByAge } from './single-ages.js'

/**
 * Shares are moved together on the logit scale until their persons add up to the total, then made whole.
 *
 * people  persons [sex][age]
 * shares  of each cell, between 0 and 1 and neither
 * total   whole persons, no more than there are; throws RangeError where cells cannot hold them
 */
export function partOf(people: ByAge, shares: readonly number[][], total: number): ByAge {
  const flat = people.flat()
  const logits = shares.flat().map((share) => Math.log(share / (1 - share)))
  let [low, high] = [-30, 30]
  for (let step = 0; step < 200; step++) {
    const shift = (low + high) / 2
    const sum = flat.reduce((all, persons, k) => all + persons / (1 + Math.exp(-logits[k] - shift)), 0)
    if (sum < total) low = shift
    else high = shift
  }
  const exact = flat.map((persons, k) => persons / (1 + Math.exp(-logits[k] - low)))
  const whole = wholeWithin(exact, flat, total)
  return people.map((row, sex) => row.map((_, age) => whole[sex * AGES + age]))
}

/** Whole numbers near `exact` that add up to `total`, none above its cell. */
function wholeWithin(exact: readonly number[], cells: readonly number[], total: number): number[] {
  const whole = exact.map((value, k) => Math.min(cells[k], Math.floor(value)))
  let missing = total - whole.reduce((all, count) => all + count, 0)
  const order = exact
    .map((value, k) => ({ k, rest: value - whole[k] }))
    .sort((a, b) => b.rest - a.rest || a.k - b.k)
  for (let turn = 0; missing > 0; turn++) {
    const { k } = order[turn % order.length]
    if (whole[k] < cells[k]) {
      whole[k] += 1
      missing--
    }
    if (turn > 50 * order.length) throw new RangeError(`cannot place ${missing} of ${total} persons`)
  }
  return whole
}
