/** Those who arrive where a larger place is chosen first: settleNested of src/model/nested.ts for two draws at once. */
import { nestOf, nests, row, toNests, toOwnNest } from './addresses'
import { CITY_BYTES, IN_MIGRANTS } from './movers'
import { get, increase, less, PAIR_BYTES, put, times } from './pairs'

/** One cohort of a band; byNest [from, nest], withinNest and othersFactor [city]. */
export function settleNestedPair(
  leavers: usize,
  byNest: usize,
  withinNest: usize,
  othersFactor: usize,
): void {
  const nestsEnd = toNests + nests * PAIR_BYTES
  memory.fill(toNests, 0, nests * PAIR_BYTES)
  let share = byNest
  for (let i: usize = 0; i < row; i += PAIR_BYTES) {
    const leaving = get(leavers + (i / PAIR_BYTES) * CITY_BYTES)
    const ownNest = nestAt(i)
    for (let nest = toNests; nest < nestsEnd; nest += PAIR_BYTES) {
      let persons = times(leaving, get(share))
      if (nest === ownNest) {
        persons = times(persons, get(othersFactor + i))
        put(toOwnNest + i, persons)
      }
      increase(nest, persons)
      share += PAIR_BYTES
    }
  }
  for (let j: usize = 0; j < row; j += PAIR_BYTES) {
    put(
      leavers + (j / PAIR_BYTES) * CITY_BYTES + IN_MIGRANTS,
      times(get(withinNest + j), less(get(nestAt(j)), get(toOwnNest + j))),
    )
  }
}

/** Where those who come to a place's nest are added up; i in bytes within a row. */
function nestAt(i: usize): usize {
  return toNests + <usize>load<u32>(nestOf + i / 4) * PAIR_BYTES
}
