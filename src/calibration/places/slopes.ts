/**
 * Derivatives of what is counted by the levels of places. Those of a place in its own block (its city) are taken one by one, in all
 * blocks side by side. What it does to places of other blocks is its share, by people, of what all places of its part of the region do
 * together: thousands of places have too many pairs to take each by itself.
 */
import type { Count, Measure } from './measure.js'
import type { Deviations, OwnOfPlace, PlacesWithin } from './model.js'

/** A block: its places, the counts of its cities, and where its unknowns and counts begin among all. */
export interface PlaceBlock {
  readonly places: readonly number[]
  readonly counts: readonly Count[]
  /** Part of the region that it lies in. */
  readonly part: number
  readonly firstUnknown: number
  readonly firstRow: number
  /** [count][place, level]. */
  readonly own: Float64Array
  /** Share of the part's people who live in other blocks. */
  readonly rest: number
}

export interface Slopes {
  readonly levels: readonly OwnOfPlace[]
  readonly blocks: readonly PlaceBlock[]
  readonly unknowns: number
  readonly rows: number
  readonly parts: number
  /** [count][part, level]: by all places of the part in other blocks, moved alike. */
  readonly common: Float64Array
  /** The same as it was measured last, with what places of the own block did. */
  readonly commonMeasured: Float64Array
  /** Share of each place in the people of its part. */
  readonly weight: Float64Array
}

/** Step of the differences: small beside a curve, large beside rounding. */
const NUDGE = 1e-4

export function createSlopes(places: PlacesWithin, counts: readonly (readonly Count[])[]): Slopes {
  const { cityOf, blockOf, partOf, own } = places
  const parts = 1 + Math.max(...partOf)
  const weight = weightsOf(places, parts)
  let [firstUnknown, firstRow] = [0, 0]
  const blocks = Array.from({ length: 1 + Math.max(...blockOf) }, (_, block): PlaceBlock => {
    const inCity = [...blockOf.keys()].filter((place) => blockOf[place] === block)
    const of = [...new Set(inCity.map((place) => cityOf[place]))].flatMap((city) => counts[city])
    const size = inCity.length * own.length
    const [unknown, row] = [firstUnknown, firstRow]
    firstUnknown += size
    firstRow += of.length
    return {
      places: inCity,
      counts: of,
      part: partOf[inCity[0]] ?? 0,
      firstUnknown: unknown,
      firstRow: row,
      own: new Float64Array(of.length * size),
      rest: 1 - inCity.reduce((sum, place) => sum + weight[place], 0),
    }
  })
  const [common, commonMeasured] = [0, 1].map(() => new Float64Array(firstRow * parts * own.length))
  return {
    levels: own,
    blocks,
    unknowns: firstUnknown,
    rows: firstRow,
    parts,
    common,
    commonMeasured,
    weight,
  }
}

function weightsOf({ decade, partOf }: PlacesWithin, parts: number): Float64Array {
  const people = new Float64Array(partOf.length)
  decade.before.people.forEach((persons, cell) => {
    people[cell % partOf.length] += persons
  })
  const all = new Float64Array(parts)
  people.forEach((persons, place) => {
    all[partOf[place]] += persons
  })
  return people.map((persons, place) => persons / all[partOf[place]])
}

/** What slopes are taken by: where the places stand, and what is counted there. */
interface Taking {
  readonly deviations: Deviations
  readonly counted: Float64Array
  readonly measure: Measure
  /** Whether those of parts of the region on others are taken too. */
  readonly withCommon: boolean
  /** Told of every two projections that are done. */
  readonly onPair: () => void
}

/** How many times two projections slopes take. */
export const pairsOf = (slopes: Slopes, withCommon: boolean): number =>
  Math.ceil((slopes.levels.length * (turnsOf(slopes) + (withCommon ? slopes.parts : 0))) / 2)

const turnsOf = ({ blocks }: Pick<Slopes, 'blocks'>) =>
  Math.max(...blocks.map((block) => block.places.length))

/** Take them anew, two projections side by side. Where rates would be out of their bounds slopes stay as they were. */
export function takeSlopes(
  slopes: Slopes,
  places: PlacesWithin,
  { deviations, counted, measure, withCommon, onPair }: Taking,
): void {
  const { levels, blocks, parts } = slopes
  const turns = turnsOf(slopes)
  const one = levels.flatMap((level, at) =>
    Array.from({ length: turns }, (_, turn) => ({
      level,
      who: blocks.flatMap((block) => block.places.slice(turn, turn + 1)),
      write: (slopeOf: (measured: number) => number) => {
        for (const block of blocks)
          if (turn < block.places.length) writeOwn(block, levels.length, turn, at, slopeOf)
      },
    })),
  )
  const all = levels.flatMap((level, at) =>
    Array.from({ length: parts }, (_, part) => ({
      level,
      who: [...places.partOf.keys()].filter((place) => places.partOf[place] === part),
      write: (slopeOf: (measured: number) => number) => writeCommon(slopes, part, at, slopeOf),
    })),
  )
  const nudges = withCommon ? [...one, ...all] : one
  for (let first = 0; first < nudges.length; first += 2) {
    const pair = nudges.slice(first, first + 2)
    const there = measure(
      pair.map(({ level, who }) => {
        const nudged = { ...deviations, [level]: deviations[level].slice() }
        for (const place of who) nudged[level][place] += NUDGE
        return nudged
      }),
    )
    pair.forEach(({ write }, lane) => {
      const moved = there[lane]
      if (moved) write((measured) => finite((moved[measured] - counted[measured]) / NUDGE))
    })
    onPair()
  }
  slopes.common.set(slopes.commonMeasured)
  tellApart(slopes)
}

/** What has no odds or no logarithm moves by nothing that is known. */
const finite = (slope: number) => (Number.isFinite(slope) ? slope : 0)

function writeOwn(
  { places, counts, own }: PlaceBlock,
  levels: number,
  turn: number,
  level: number,
  slopeOf: (measured: number) => number,
): void {
  const size = places.length * levels
  counts.forEach(({ measure }, row) => {
    own[row * size + turn * levels + level] = slopeOf(measure)
  })
}

function writeCommon(
  { blocks, commonMeasured, parts, levels }: Slopes,
  part: number,
  level: number,
  slopeOf: (measured: number) => number,
): void {
  const width = parts * levels.length
  for (const { counts, firstRow } of blocks)
    counts.forEach(({ measure }, row) => {
      commonMeasured[(firstRow + row) * width + part * levels.length + level] = slopeOf(measure)
    })
}

/**
 * As measured, a block's own slopes hold what the places moved in other blocks did, and those of its part what its own places did. First
 * the own ones leave the part, then what is left of the part leaves the own ones.
 */
function tellApart({ blocks, common, parts, levels, weight }: Slopes): void {
  const width = parts * levels.length
  const turns = turnsOf({ blocks })
  const moved = Array.from({ length: turns }, (_, turn) => {
    const sums = new Float64Array(parts)
    for (const { places, part } of blocks) if (turn < places.length) sums[part] += weight[places[turn]]
    return sums
  })
  for (const { places, counts, own, part, firstRow, rest } of blocks) {
    const size = places.length * levels.length
    counts.forEach((_, row) => {
      levels.forEach((__, level) => {
        const from = (firstRow + row) * width + level
        const at = from + part * levels.length
        let inside = 0
        for (let k = level; k < size; k += levels.length) inside += own[row * size + k]
        common[at] = rest > LEAST_REST ? (common[at] - inside) / rest : 0
        places.forEach((place, turn) => {
          let others = 0
          for (let one = 0; one < parts; one++) {
            const who = moved[turn][one] - (one === part ? weight[place] : 0)
            others += common[from + one * levels.length] * who
          }
          own[row * size + turn * levels.length + level] -= others
        })
      })
    })
  }
}

/** A block with all but so little of its part's people is the part. */
const LEAST_REST = 1e-6

/** J v: what is counted, by unknowns [block, place, level]. */
export function timesSlopes(slopes: Slopes, v: Float64Array): Float64Array {
  const { blocks, common, levels, parts, rows } = slopes
  const width = parts * levels.length
  const together = new Float64Array(width)
  const inside = blocks.map((city) => insideOf(slopes, city, v, together))
  const out = new Float64Array(rows)
  blocks.forEach(({ places, counts, own, part, firstUnknown, firstRow }, c) => {
    const size = places.length * levels.length
    const others = together.slice()
    levels.forEach((_, level) => {
      others[part * levels.length + level] -= inside[c][level]
    })
    for (let row = 0; row < counts.length; row++) {
      let sum = 0
      for (let k = 0; k < size; k++) sum += own[row * size + k] * v[firstUnknown + k]
      const from = (firstRow + row) * width
      for (let k = 0; k < width; k++) sum += common[from + k] * others[k]
      out[firstRow + row] = sum
    }
  })
  return out
}

/** The weighted sums of a block's unknowns by level, which are added to those of its part. */
function insideOf(
  { levels, weight }: Slopes,
  { places, part, firstUnknown }: PlaceBlock,
  v: Float64Array,
  together: Float64Array,
): Float64Array {
  const sums = new Float64Array(levels.length)
  places.forEach((place, k) => {
    for (let level = 0; level < levels.length; level++)
      sums[level] += weight[place] * v[firstUnknown + k * levels.length + level]
  })
  sums.forEach((sum, level) => {
    together[part * levels.length + level] += sum
  })
  return sums
}

/** J' y. */
export function timesTransposed(slopes: Slopes, y: Float64Array): Float64Array {
  const { blocks, common, levels, parts, unknowns, weight } = slopes
  const width = parts * levels.length
  const together = new Float64Array(width)
  const out = new Float64Array(unknowns)
  const inside = blocks.map(({ places, counts, own, part, firstUnknown, firstRow }) => {
    const size = places.length * levels.length
    const ofOwn = new Float64Array(levels.length)
    for (let row = 0; row < counts.length; row++) {
      const by = y[firstRow + row]
      for (let k = 0; k < size; k++) out[firstUnknown + k] += own[row * size + k] * by
      const from = (firstRow + row) * width
      for (let k = 0; k < width; k++) together[k] += common[from + k] * by
      for (let level = 0; level < levels.length; level++)
        ofOwn[level] += common[from + part * levels.length + level] * by
    }
    return ofOwn
  })
  blocks.forEach(({ places, part, firstUnknown }, c) => {
    places.forEach((place, k) => {
      for (let level = 0; level < levels.length; level++)
        out[firstUnknown + k * levels.length + level] +=
          weight[place] * (together[part * levels.length + level] - inside[c][level])
    })
  })
  return out
}
