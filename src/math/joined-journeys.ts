/** Shortest journeys over legs between places (Floyd 1962; Warshall 1962). */

/**
 * Replace the time between each two places by that of the quickest journey of any number of legs.
 *
 * hours   [place, place], written over; 0 from a place to itself
 * change  what joining two legs adds to their times; negative where both legs count a time that is spent once. Every leg
 *         has to be longer than what it takes away
 */
export function joinJourneys(hours: Float64Array, places: number, change: number): void {
  const longest = Array.from({ length: places }, (_, from) => longestFrom(hours, places, from))
  for (let via = 0; via < places; via++) {
    const shortest = shortestFrom(hours, places, via)
    for (let from = 0; from < places; from++) {
      if (from === via) continue
      const first = hours[from * places + via] + change
      // rounding keeps the order of sums: no journey by this place is quicker than what is there
      if (first + shortest >= longest[from]) continue
      for (let to = 0; to < places; to++) {
        if (to === via || to === from) continue
        const joined = first + hours[via * places + to]
        if (joined < hours[from * places + to]) hours[from * places + to] = joined
      }
    }
  }
}

function longestFrom(hours: Float64Array, places: number, from: number): number {
  let longest = 0
  for (let to = 0; to < places; to++) {
    const taken = hours[from * places + to]
    if (taken > longest) longest = taken
  }
  return longest
}

function shortestFrom(hours: Float64Array, places: number, from: number): number {
  let shortest = Number.POSITIVE_INFINITY
  for (let to = 0; to < places; to++) {
    const taken = hours[from * places + to]
    if (to !== from && taken < shortest) shortest = taken
  }
  return shortest
}
