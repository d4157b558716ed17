/**
 * Shares between places where most pairs have none: only the pairs that have one are kept, place by place.
 *
 * A full table is shares[place, place + 1], the last column outside. A listed one is [place] the own place's share, [place]
 * that of outside, and then one share for every pair of the list.
 */

/** Doubles, as all tables of a plan: they are shared among threads, and packed into pages. */
export interface PairList {
  /** Where the pairs from a place begin; [place + 1], the last the number of pairs. */
  readonly starts: Float64Array
  /** The other place of each pair: rising within a place, never the place itself. */
  readonly to: Float64Array
}

/** Shares of a full table, or of a listed one where there is a list. */
export interface PairShares {
  readonly values: Float64Array
  readonly pairs?: PairList
}

/** The same in whole numbers, which loops read far faster. */
interface PairIndices {
  readonly starts: Int32Array
  readonly to: Int32Array
}

const known = new WeakMap<PairList, PairIndices>()

/** A list in whole numbers, made once. */
export function pairIndices(list: PairList): PairIndices {
  const before = known.get(list)
  if (before) return before
  const made = { starts: Int32Array.from(list.starts), to: Int32Array.from(list.to) }
  known.set(list, made)
  return made
}

/** Below so many places a full table is small, and above it a list pays where at most a quarter of the pairs has a share. */
const FEW_PLACES = 64
const SPARSE = 0.25

/** Whether so many pairs of so many places are better listed. */
export function isSparse(places: number, pairs: number): boolean {
  return places > FEW_PLACES && pairs <= SPARSE * places * places
}

export function ownShare({ values, pairs }: PairShares, places: number, place: number): number {
  return values[pairs ? place : place * (places + 1) + place]
}

export function outsideShare({ values, pairs }: PairShares, places: number, place: number): number {
  return values[pairs ? places + place : place * (places + 1) + places]
}

/** Tell of every pair of different places from one place that may have a share, by rising number of the other place. */
export function eachShareFrom(
  { values, pairs }: PairShares,
  places: number,
  from: number,
  tell: (to: number, share: number) => void,
): void {
  if (pairs) {
    for (let pair = pairs.starts[from]; pair < pairs.starts[from + 1]; pair++)
      tell(pairs.to[pair], values[2 * places + pair])
    return
  }
  for (let to = 0; to < places; to++) if (to !== from) tell(to, values[from * (places + 1) + to])
}

/** The row of a full table: shares of every place, and of outside. */
export function rowOfShares(shares: PairShares, places: number, place: number): Float64Array {
  const row = new Float64Array(places + 1)
  row[place] = ownShare(shares, places, place)
  row[places] = outsideShare(shares, places, place)
  eachShareFrom(shares, places, place, (to, share) => {
    row[to] = share
  })
  return row
}

/** What the shares of a place add up to, in the order of such a row. */
export function sumOfShares(shares: PairShares, places: number, place: number): number {
  let sum = 0
  let hasOwn = false
  eachShareFrom(shares, places, place, (to, share) => {
    if (!hasOwn && to > place) {
      hasOwn = true
      sum += ownShare(shares, places, place)
    }
    sum += share
  })
  if (!hasOwn) sum += ownShare(shares, places, place)
  return sum + outsideShare(shares, places, place)
}

/** A table as a list of the pairs that have a share. */
export function listedShares(shares: PairShares, places: number): Required<PairShares> {
  if (shares.pairs) return { values: shares.values, pairs: shares.pairs }
  const to: number[] = []
  const listed: number[] = []
  const starts = new Float64Array(places + 1)
  for (let from = 0; from < places; from++) {
    eachShareFrom(shares, places, from, (other, share) => {
      if (share === 0) return
      to.push(other)
      listed.push(share)
    })
    starts[from + 1] = to.length
  }
  const ends = [ownShare, outsideShare].map((of) =>
    Array.from({ length: places }, (_, place) => of(shares, places, place)),
  )
  return {
    values: Float64Array.from([...ends.flat(), ...listed]),
    pairs: { starts, to: Float64Array.from(to) },
  }
}
