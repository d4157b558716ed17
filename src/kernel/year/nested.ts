/** Those who arrive where a larger place is chosen first: settleNested of src/model/nested.ts for two draws at once. */
import { band, coming, nestOf, nests, ownNest, row } from './addresses.js'
import { FROM_CITIES, MOVERS } from './movers.js'
import { get, grow, less, PAIR, put, times } from './pairs.js'

/** One cohort of a band; shareTowards [from, nest], within and spread [city]. */
export function settleNested(leavers: usize, shareTowards: usize, within: usize, spread: usize): void {
  const nestsEnd = coming + nests * PAIR
  const apart = band * MOVERS
  memory.fill(coming, 0, nests * PAIR)
  let share = shareTowards
  for (let i: usize = 0; i < row; i += PAIR) {
    const leaving = get(leavers + i * apart)
    const home = nestAt(i)
    for (let nest = coming; nest < nestsEnd; nest += PAIR) {
      let persons = times(leaving, get(share))
      if (nest === home) {
        persons = times(persons, get(spread + i))
        put(ownNest + i, persons)
      }
      grow(nest, persons)
      share += PAIR
    }
  }
  for (let j: usize = 0; j < row; j += PAIR) {
    put(leavers + j * apart + FROM_CITIES, times(get(within + j), less(get(nestAt(j)), get(ownNest + j))))
  }
}

/** Where those who come to a place's nest are added up; i in bytes within a row. */
function nestAt(i: usize): usize {
  return coming + <usize>load<u32>(nestOf + i / 4) * PAIR
}
