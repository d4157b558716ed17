/** The pairs of places that have a share, as the kernel reads them: by the city of arrival, where the model has them by origin. */
import type { PairList } from '../math/pairs/pair-list.js'
import type { MovePairs } from '../model/rates.js'
import type { PairMemory } from './pair-memory.js'

const PLACES = {
  destinations: { ends: 'destinationEnds', from: 'destinationFrom', shares: 'destinationShares' },
  homes: { ends: 'originEnds', from: 'originFrom', shares: 'originShares' },
} as const

export class ListedPairs {
  /** Of each list, where its pairs stand by the city of arrival. */
  private readonly order: Readonly<Record<keyof MovePairs, Uint32Array>>

  constructor(
    private readonly memory: PairMemory,
    pairs: MovePairs,
  ) {
    this.order = {
      destinations: this.writeList('destinations', pairs.destinations),
      homes: this.writeList('homes', pairs.homes),
    }
  }

  /** Shares of one of the draws in the order of the list. */
  write(which: keyof MovePairs, lane: number, shares: Float64Array): void {
    this.memory.writeLaneAt(PLACES[which].shares, lane, shares, this.order[which])
  }

  private writeList(which: keyof MovePairs, { starts, to }: PairList): Uint32Array {
    const cities = starts.length - 1
    const ends = this.memory.words(PLACES[which].ends, cities)
    const from = this.memory.words(PLACES[which].from, to.length)
    const next = new Uint32Array(cities + 1)
    for (const city of to) next[city + 1]++
    for (let city = 0; city < cities; city++) next[city + 1] += next[city]
    ends.set(next.subarray(1))
    const order = new Uint32Array(to.length)
    for (let city = 0; city < cities; city++) {
      for (let pair = starts[city]; pair < starts[city + 1]; pair++) {
        order[pair] = next[to[pair]]++
        from[order[pair]] = city
      }
    }
    return order
  }
}
