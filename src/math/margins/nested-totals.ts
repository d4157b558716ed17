/**
 * Totals of boxes, products of a set along each axis (places, sexes, ages), of which some lie in others: made into totals
 * none of which is a part of another along one axis, so that proportional fitting meets them in few rounds.
 *
 * A total with parts along an axis says no more than its parts and what is left beside them: it is replaced by the rest.
 * Where its parts cover it, it says nothing of its own, and has to be their sum.
 */

export interface BoxTotal {
  /** Indices along each axis, rising. */
  readonly axes: readonly (readonly number[])[]
  readonly total: number
  /** How far the total may be off, since it was published rounded. */
  readonly within: number
  /** Index of the total that it was made from, in the list that was given. */
  readonly from: number
}

/**
 * Why totals cannot hold together: parts that cover a total are not its sum, or leave nobody for the rest of it; parts that
 * share some are not one within the other; one box has two totals.
 */
type ContradictionKind = 'sum' | 'rest' | 'overlap' | 'twice'

/** Totals that cannot hold together. */
export interface Contradiction {
  readonly kind: ContradictionKind
  /** Indices in the list that was given: of the total (of overlaps one of the two), and of one of its parts. */
  readonly from: number
  readonly part: number
  readonly total: number
  /** What its parts add up to; of an overlap or of the same box, the other. */
  readonly sum: number
}

export interface UnnestedTotals {
  readonly totals: readonly BoxTotal[]
  readonly contradictions: readonly Contradiction[]
}

/** Totals that say the same without parts, in the order of what they were made from. */
export function unnested(given: readonly BoxTotal[]): UnnestedTotals {
  const contradictions: Contradiction[] = []
  let totals = once(given, contradictions)
  findOverlaps(totals, contradictions)
  while (contradictions.length === 0) {
    const alike = likeAlong(totals)
    const rests = totals.map((whole) => restsOf(whole, alike, contradictions))
    if (rests.every((rest) => rest === undefined)) break
    totals = once(
      totals.flatMap((whole, index) => rests[index] ?? [whole]),
      contradictions,
    )
  }
  return { totals, contradictions }
}

/** Each box once. */
function once(totals: readonly BoxTotal[], contradictions: Contradiction[]): BoxTotal[] {
  const known = new Map<string, BoxTotal>()
  for (const one of totals) {
    const key = keyBut(one, -1)
    const other = known.get(key)
    if (!other) known.set(key, one)
    else if (Math.abs(one.total - other.total) > one.within + other.within)
      contradictions.push(contradiction('twice', one, other, other.total))
  }
  return [...known.values()]
}

/** Totals that differ along one axis have to be apart there, or one within the other. */
function findOverlaps(totals: readonly BoxTotal[], contradictions: Contradiction[]): void {
  const alike = likeAlong(totals)
  for (const one of totals)
    for (const [axis, own] of one.axes.entries()) {
      const indices = new Set(own)
      const isWithinOwn = within(own)
      const other = alike(one, axis).find(({ from, axes }) => {
        const others = axes[axis]
        const isNested = isWithinOwn(others) || within(others)(own)
        return from > one.from && !isNested && others.some((index) => indices.has(index))
      })
      if (other) contradictions.push(contradiction('overlap', one, other, other.total))
    }
}

/** A function that gives the totals that differ from one along an axis only, and that one itself. */
type LikeAlong = (one: BoxTotal, axis: number) => readonly BoxTotal[]

function likeAlong(totals: readonly BoxTotal[]): LikeAlong {
  const byKey = (totals[0]?.axes ?? []).map((_, axis) => {
    const found = new Map<string, BoxTotal[]>()
    for (const one of totals) {
      const key = keyBut(one, axis)
      const others = found.get(key)
      if (others) others.push(one)
      else found.set(key, [one])
    }
    return found
  })
  return (one, axis) => byKey[axis].get(keyBut(one, axis)) ?? []
}

/** A text that boxes share which are the same along every other axis than this. */
function keyBut({ axes }: BoxTotal, axis: number): string {
  return axes.map((indices, at) => (at === axis ? '' : indices.join(','))).join('|')
}

/** What is left of a total beside its parts along each axis that has any; undefined where none has. */
function restsOf(whole: BoxTotal, alike: LikeAlong, contradictions: Contradiction[]): BoxTotal[] | undefined {
  const rests = whole.axes.map((own, axis) =>
    own.length < 2 ? undefined : restAlong(whole, axis, alike(whole, axis), contradictions),
  )
  return rests.every((rest) => rest === undefined) ? undefined : rests.flatMap((rest) => rest ?? [])
}

/** The rest along one axis: none, in a list, where parts cover the total; undefined where there are no parts. */
function restAlong(
  whole: BoxTotal,
  axis: number,
  alike: readonly BoxTotal[],
  contradictions: Contradiction[],
): BoxTotal[] | undefined {
  const parts = largestParts(whole.axes[axis], axis, alike)
  if (parts.length === 0) return undefined
  const covered = new Map<number, BoxTotal>()
  for (const part of parts)
    for (const index of part.axes[axis]) {
      const other = covered.get(index)
      if (other) {
        contradictions.push(contradiction('overlap', other, part, part.total))
        return []
      }
      covered.set(index, part)
    }
  const sum = parts.reduce((all, { total }) => all + total, 0)
  const within = parts.reduce((all, one) => all + one.within, whole.within)
  const left = whole.axes[axis].filter((index) => !covered.has(index))
  if (left.length === 0) {
    if (Math.abs(whole.total - sum) > within) contradictions.push(contradiction('sum', whole, parts[0], sum))
    return []
  }
  if (!(whole.total > sum)) {
    contradictions.push(contradiction('rest', whole, parts[0], sum))
    return []
  }
  const axes = whole.axes.map((own, index) => (index === axis ? left : own))
  return [{ axes, total: whole.total - sum, within, from: whole.from }]
}

/** Of totals that differ along this axis only those that lie in a whole, but for those that lie in another of them. */
function largestParts(whole: readonly number[], axis: number, alike: readonly BoxTotal[]): BoxTotal[] {
  const isInWhole = within(whole)
  const parts = alike.filter(({ axes }) => isInWhole(axes[axis]))
  const wide = parts.filter(({ axes }) => axes[axis].length > 1).map(({ axes }) => within(axes[axis]))
  return parts.filter(({ axes }) => !wide.some((isInOther) => isInOther(axes[axis])))
}

/** A function that says whether indices are some, and not all, of these. */
function within(outer: readonly number[]): (inner: readonly number[]) => boolean {
  const all = new Set(outer)
  return (inner) => inner.length < outer.length && inner.every((index) => all.has(index))
}

function contradiction(
  kind: ContradictionKind,
  { from, total }: BoxTotal,
  part: BoxTotal,
  sum: number,
): Contradiction {
  return { kind, from, part: part.from, total, sum }
}
