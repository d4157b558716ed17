/** Rows of shares between places as they are read, of which there may be millions: a few numbers each. */
import { isSparse, type PairShares } from '../math/pairs/pair-list.js'

/** Rows that there is room for at first. */
const FIRST_ROOM = 1024

export class FlowRows {
  private count = 0
  private from = new Int32Array(FIRST_ROOM)
  private to = new Int32Array(FIRST_ROOM)
  private share = new Float64Array(FIRST_ROOM)
  private line = new Int32Array(FIRST_ROOM)
  /** One bit for every place and place or outside. */
  private readonly had: Uint8Array

  constructor(private readonly places: number) {
    this.had = new Uint8Array(Math.ceil((places * (places + 1)) / 8))
  }

  /** The line of an earlier row of the same places, and nothing is added; undefined for the first. `to` may be outside, the last. */
  add(from: number, to: number, share: number, line: number): number | undefined {
    const bit = from * (this.places + 1) + to
    if (this.had[bit >> 3] & (1 << (bit & 7))) return this.lineOf(from, to)
    this.had[bit >> 3] |= 1 << (bit & 7)
    if (this.count === this.from.length) this.grow()
    this.from[this.count] = from
    this.to[this.count] = to
    this.share[this.count] = share
    this.line[this.count] = line
    this.count++
    return undefined
  }

  /** The table: in full, or as a list of the pairs that have a share where these are few. */
  shares(): PairShares {
    const { places, from, to, share } = this
    let pairs = 0
    for (let row = 0; row < this.count; row++)
      if (share[row] !== 0 && to[row] !== from[row] && to[row] < places) pairs++
    if (isSparse(places, pairs)) return this.listed(pairs)
    const values = new Float64Array(places * (places + 1))
    for (let row = 0; row < this.count; row++) values[from[row] * (places + 1) + to[row]] = share[row]
    return { values }
  }

  private listed(pairs: number): PairShares {
    const { places, from, to, share } = this
    const values = new Float64Array(2 * places + pairs)
    const starts = new Float64Array(places + 1)
    const others = new Float64Array(pairs)
    const order = this.inOrder()
    let pair = 0
    for (const row of order) {
      if (to[row] === from[row]) values[from[row]] = share[row]
      else if (to[row] === places) values[places + from[row]] = share[row]
      else if (share[row] !== 0) {
        others[pair] = to[row]
        values[2 * places + pair] = share[row]
        starts[from[row] + 1] = ++pair
      }
    }
    for (let place = 0; place < places; place++)
      starts[place + 1] = Math.max(starts[place], starts[place + 1])
    return { values, pairs: { starts, to: others } }
  }

  /** Rows by the place from, and by the place to. */
  private inOrder(): Uint32Array {
    const { from, to } = this
    const order = Uint32Array.from({ length: this.count }, (_, row) => row)
    let sorted = true
    for (let row = 1; row < this.count && sorted; row++)
      sorted = from[row] > from[row - 1] || (from[row] === from[row - 1] && to[row] > to[row - 1])
    return sorted ? order : order.sort((a, b) => from[a] - from[b] || to[a] - to[b])
  }

  private lineOf(from: number, to: number): number {
    for (let row = 0; row < this.count; row++)
      if (this.from[row] === from && this.to[row] === to) return this.line[row]
    return 0
  }

  private grow(): void {
    const room = 2 * this.from.length
    const more = <T extends Int32Array | Float64Array>(old: T, larger: T): T => {
      larger.set(old)
      return larger
    }
    this.from = more(this.from, new Int32Array(room))
    this.to = more(this.to, new Int32Array(room))
    this.share = more(this.share, new Float64Array(room))
    this.line = more(this.line, new Int32Array(room))
  }
}
