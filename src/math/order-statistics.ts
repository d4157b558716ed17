/** Quantiles of many values without sorting them all. */

/** Fewer values than this are sorted: nothing is quicker. */
const FEW = 2048
/** Bins of the count; the few that hold a wanted rank are sorted, about a thousandth of the values each. */
const BINS = 4096

/**
 * Exact type-7 quantiles (see quantile.ts) of the values that are numbers, at shares from 0 to 1; NaN of none.
 *
 * Values stay in their order. They are counted into bins of equal width; a bin's place in the order is known from the
 * counts before it, so only bins with a wanted rank are gathered and sorted. The bin of a value never falls as the
 * value rises, in floating point too, hence nothing is lost by it.
 */
export function quantilesAt(values: Float64Array, shares: readonly number[]): number[] {
  const extent = extentOf(values)
  const last = extent.count - 1
  if (last < 0) return shares.map(() => Number.NaN)
  const positions = shares.map((share) => share * last)
  const ranks = positions.flatMap((position) => {
    const below = Math.min(Math.floor(position), last)
    return [below, Math.min(below + 1, last)]
  })
  const at = valuesAt(
    values,
    extent,
    [...new Set(ranks)].sort((a, b) => a - b),
  )
  return positions.map((position, index) => {
    const [below, above] = [ranks[2 * index], ranks[2 * index + 1]]
    const [lower, upper] = [at.get(below)!, at.get(above)!]
    return position === below ? lower : lower + (upper - lower) * (position - below)
  })
}

/** The value at a rank (0 the smallest) of the values that are numbers; NaN where there are not so many. */
export function valueAtRank(values: Float64Array, rank: number): number {
  const extent = extentOf(values)
  return rank < extent.count ? valuesAt(values, extent, [rank]).get(rank)! : Number.NaN
}

interface Extent {
  /** Values that are numbers, the smallest and the largest. */
  readonly count: number
  readonly low: number
  readonly high: number
}

/** Values at ranks (0 the smallest, upwards), as sorting upwards would place them. */
function valuesAt(values: Float64Array, { count, low, high }: Extent, ranks: readonly number[]) {
  // of columns of a plan two in five never vary, and sorting them would take longer than all else
  if (low === high) return new Map(ranks.map((rank) => [rank, low]))
  const scale = (BINS - 1) / (high - low)
  if (count < FEW || !(scale > 0 && scale < Number.MAX_VALUE)) {
    // NaN is sorted behind every number
    const upwards = values.slice().sort()
    return new Map(ranks.map((rank) => [rank, upwards[rank]]))
  }
  const counts = new Uint32Array(BINS)
  for (let k = 0; k < values.length; k++) {
    if (values[k] >= low) counts[Math.floor((values[k] - low) * scale)]++
  }
  const { bins, before, size } = wantedBins(counts, ranks)
  const gathered = new Float64Array(size)
  const next = Uint32Array.from(before)
  for (let k = 0; k < values.length; k++) {
    if (!(values[k] >= low)) continue
    const bin = bins[Math.floor((values[k] - low) * scale)]
    if (bin > 0) gathered[next[bin - 1]++] = values[k]
  }
  before.forEach((from, bin) => {
    gathered.subarray(from, next[bin]).sort()
  })
  return placeRanks(counts, ranks, (bin, within) => gathered[before[bins[bin] - 1] + within])
}

/** How many numbers there are, the smallest and the largest. */
function extentOf(values: Float64Array): Extent {
  let missing = 0
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let k = 0; k < values.length; k++) {
    const value = values[k]
    // nearly all lie within what was seen before
    if (value >= low && value <= high) continue
    if (Number.isNaN(value)) missing++
    if (value < low) low = value
    if (value > high) high = value
  }
  return { count: values.length - missing, low, high }
}

/** Values of a bin above which it is sorted by the machine's own sort. */
const FEW_OF_BIN = 48
/** Values that a bin of `sortedNumbers` has in the mean. */
const MEAN_OF_BIN = 8

/** The values that are numbers, sorted upwards: many of them by way of bins, which takes a third of the time. */
export function sortedNumbers(values: Float64Array): Float64Array {
  const { count, low, high } = extentOf(values)
  const bins = Math.ceil(count / MEAN_OF_BIN)
  const scale = (bins - 1) / (high - low)
  // NaN is sorted behind every number
  if (count < FEW || !(scale > 0 && scale < Number.MAX_VALUE)) return values.slice().sort().subarray(0, count)
  const ends = new Uint32Array(bins)
  for (let k = 0; k < values.length; k++) if (values[k] >= low) ends[Math.floor((values[k] - low) * scale)]++
  for (let bin = 1; bin < bins; bin++) ends[bin] += ends[bin - 1]
  const sorted = new Float64Array(count)
  const next = ends.slice()
  for (let k = values.length - 1; k >= 0; k--)
    if (values[k] >= low) sorted[--next[Math.floor((values[k] - low) * scale)]] = values[k]
  for (let bin = 0; bin < bins; bin++) sortBin(sorted, next[bin], ends[bin])
  return sorted
}

/** Sort the values from .. to, exclusive. */
function sortBin(values: Float64Array, from: number, to: number): void {
  if (to - from > FEW_OF_BIN) {
    values.subarray(from, to).sort()
    return
  }
  for (let k = from + 1; k < to; k++) {
    const value = values[k]
    let at = k
    for (; at > from && values[at - 1] > value; at--) values[at] = values[at - 1]
    values[at] = value
  }
}

/**
 * bins    [bin]  0, or one more than the bin's number among those wanted
 * before  [wanted bin]  where its values begin among those gathered
 * size    values to gather
 */
function wantedBins(counts: Uint32Array, ranks: readonly number[]) {
  const bins = new Uint16Array(BINS)
  const before: number[] = []
  let size = 0
  placeRanks(counts, ranks, (bin) => {
    if (bins[bin] > 0) return 0
    bins[bin] = before.push(size)
    size += counts[bin]
    return 0
  })
  return { bins, before, size }
}

/** Ask `valueAt` for every rank, by its bin and its rank within that bin. */
function placeRanks(
  counts: Uint32Array,
  ranks: readonly number[],
  valueAt: (bin: number, within: number) => number,
): Map<number, number> {
  const at = new Map<number, number>()
  let bin = 0
  let below = 0
  for (const rank of ranks) {
    while (below + counts[bin] <= rank) below += counts[bin++]
    at.set(rank, valueAt(bin, rank - below))
  }
  return at
}
