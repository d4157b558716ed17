/** Pareto dominance, fronts and crowding distance, for objectives that are all minimised. */

/** Whether `a` is as good as `b` in every respect and better in one. */
export function dominates(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, index) => value <= b[index]) && a.some((value, index) => value < b[index])
}

/**
 * Indices by front: none dominates the first, only members of the first dominate the second, and so on.
 *
 * Source: Deb, Pratap, Agarwal and Meyarivan (2002), IEEE Trans. Evol. Comput. 6(2), fast nondominated sorting.
 */
export function fronts(points: readonly (readonly number[])[]): number[][] {
  const dominators = points.map((point) => points.filter((other) => dominates(other, point)).length)
  const dominated = points.map((point) =>
    points.flatMap((other, index) => (dominates(point, other) ? [index] : [])),
  )
  const result: number[][] = []
  let front = points.flatMap((_, index) => (dominators[index] === 0 ? [index] : []))
  while (front.length > 0) {
    result.push(front)
    const next: number[] = []
    for (const index of front)
      for (const other of dominated[index]) if (--dominators[other] === 0) next.push(other)
    front = next.sort((a, b) => a - b)
  }
  return result
}

/**
 * Crowding distance of each point of a front: the sum over objectives of the gap between its neighbours, relative to the
 * objective's span; infinite for the ends. Source: Deb and others (2002).
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
