/**
 * Those who arrive where most pairs of places have no share: settleListed of src/model/listed.ts for two draws at once.
 *
 * For each place of arrival the places that people come from are listed, in their order: sums are those of the model.
 */
import { row } from './addresses'
import { CITY_BYTES, NEXT, toArrivals } from './movers'
import { PAIR_BYTES, plus, splat, times } from './pairs'

/**
 * A band of cohorts (COHORTS of movers.ts), whose leavers stand side by side.
 *
 * ends    32-bit numbers [city]: pairs of the list that end with the city of arrival
 * from    32-bit numbers [pair]: the city of origin
 * shares  pairs [pair]
 */
export function settleTwelve(leavers: usize, ends: usize, from: usize, shares: usize): void {
  let arriving = leavers + toArrivals()
  let origin = from
  let share = shares
  for (let j: usize = 0; j < row; j += PAIR_BYTES, arriving += CITY_BYTES) {
    const end = shares + <usize>load<u32>(ends + j / 4) * PAIR_BYTES
    let one = splat(0)
    let two = one
    let three = one
    let four = one
    let five = one
    let six = one
    let seven = one
    let eight = one
    let nine = one
    let ten = one
    let eleven = one
    let twelve = one
    for (; share < end; share += PAIR_BYTES, origin += 4) {
      const at = leavers + <usize>load<u32>(origin) * CITY_BYTES
      const part = v128.load(share)
      one = plus(one, times(v128.load(at, 0), part))
      two = plus(two, times(v128.load(at, NEXT), part))
      three = plus(three, times(v128.load(at, NEXT * 2), part))
      four = plus(four, times(v128.load(at, NEXT * 3), part))
      five = plus(five, times(v128.load(at, NEXT * 4), part))
      six = plus(six, times(v128.load(at, NEXT * 5), part))
      seven = plus(seven, times(v128.load(at, NEXT * 6), part))
      eight = plus(eight, times(v128.load(at, NEXT * 7), part))
      nine = plus(nine, times(v128.load(at, NEXT * 8), part))
      ten = plus(ten, times(v128.load(at, NEXT * 9), part))
      eleven = plus(eleven, times(v128.load(at, NEXT * 10), part))
      twelve = plus(twelve, times(v128.load(at, NEXT * 11), part))
    }
    v128.store(arriving, one, 0)
    v128.store(arriving, two, NEXT)
    v128.store(arriving, three, NEXT * 2)
    v128.store(arriving, four, NEXT * 3)
    v128.store(arriving, five, NEXT * 4)
    v128.store(arriving, six, NEXT * 5)
    v128.store(arriving, seven, NEXT * 6)
    v128.store(arriving, eight, NEXT * 7)
    v128.store(arriving, nine, NEXT * 8)
    v128.store(arriving, ten, NEXT * 9)
    v128.store(arriving, eleven, NEXT * 10)
    v128.store(arriving, twelve, NEXT * 11)
  }
}
