/**
 * Trajectories of Morris' design that lie as far apart as can be found: of many candidates, the few that cover the
 * grid best.
 *
 * The distance of two trajectories is the sum of the distances of all their points, and a set is as spread as the
 * root of its squared distances. The best set of all is beyond reach for more than a handful; candidates are left out
 * one by one, always the one whose absence costs the least.
 *
 * Sources: Campolongo, Cariboni & Saltelli (2007), Environ. Model. Softw. 22, 1509-1518, for the aim; Ge & Menendez
 * (2014), Winter Simulation Conf., 428-440, for leaving out one by one.
 */

/** Sum of the Euclidean distances of every point of one trajectory [point][dimension] from every point of another. */
export function trajectoryDistance(
  one: readonly (readonly number[])[],
  other: readonly (readonly number[])[],
): number {
  let sum = 0
  for (const from of one) {
    for (const to of other) {
      let squares = 0
      for (let k = 0; k < from.length; k++) squares += (from[k] - to[k]) ** 2
      sum += Math.sqrt(squares)
    }
  }
  return sum
}

/** Numbers of the trajectories to keep, rising; `keep` of those whose distances are given [one][other]. */
export function spreadChoice(distances: readonly (readonly number[])[], keep: number): number[] {
  const kept = distances.map((_, index) => index)
  const squares = distances.map((row) => row.reduce((sum, distance) => sum + distance * distance, 0))
  while (kept.length > keep) {
    // the set loses what the candidate's own squared distances add up to
    let least = 0
    for (let k = 1; k < kept.length; k++) if (squares[kept[k]] < squares[kept[least]]) least = k
    const [gone] = kept.splice(least, 1)
    for (const left of kept) squares[left] -= distances[left][gone] ** 2
  }
  return kept
}

/** Distances of all pairs of trajectories; 0 of each to itself. */
export function distancesOf(trajectories: readonly (readonly (readonly number[])[])[]): number[][] {
  const distances = trajectories.map(() => new Array<number>(trajectories.length).fill(0))
  for (let one = 0; one < trajectories.length; one++) {
    for (let other = 0; other < one; other++) {
      distances[one][other] = trajectoryDistance(trajectories[one], trajectories[other])
      distances[other][one] = distances[one][other]
    }
  }
  return distances
}
