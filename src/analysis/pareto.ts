/** What no other choice beats in every respect: dominance, fronts and crowding, for objectives that are all to be small. */

/** Whether `a` is as good as `b` in every respect and better in one. */
export function dominates(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, index) => value <= b[index]) && a.some((value, index) => value < b[index])
}

/**
 * Indices by front: the first is beaten by none, the second only by the first, and so on.
 *
 * Source: Deb, Pratap, Agarwal and Meyarivan (2002), IEEE Trans. Evol. Comput. 6(2), fast nondominated sorting.
 */
export function fronts(points: readonly (readonly number[])[]): number[][] {
  const beatenBy = points.map((point) => points.filter((other) => dominates(other, point)).length)
  const beats = points.map((point) =>
    points.flatMap((other, index) => (dominates(point, other) ? [index] : [])),
  )
  const result: number[][] = []
  let front = points.flatMap((_, index) => (beatenBy[index] === 0 ? [index] : []))
  while (front.length > 0) {
    result.push(front)
    const next: number[] = []
    for (const index of front)
      for (const beaten of beats[index]) if (--beatenBy[beaten] === 0) next.push(beaten)
    front = next.sort((a, b) => a - b)
  }
  return result
}

/**
 * How alone each point of a front stands: sums over objectives of the gap between its neighbours, relative to the
 * objective's whole span; endless for the ends. Source: Deb and others (2002), crowding distance.
 */
export function crowding(points: readonly (readonly number[])[]): number[] {
  const distance = points.map(() => 0)
  const objectives = points[0]?.length ?? 0
  for (let objective = 0; objective < objectives; objective++) {
    const order = points.map((_, index) => index).sort((a, b) => points[a][objective] - points[b][objective])
    const span = points[order[order.length - 1]][objective] - points[order[0]][objective]
    distance[order[0]] = Number.POSITIVE_INFINITY
    distance[order[order.length - 1]] = Number.POSITIVE_INFINITY
    if (span === 0) continue
    for (let k = 1; k + 1 < order.length; k++) {
      distance[order[k]] += (points[order[k + 1]][objective] - points[order[k - 1]][objective]) / span
    }
  }
  return distance
}
