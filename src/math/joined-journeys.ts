/** Shortest journeys over legs between places (Floyd 1962; Warshall 1962). */

/**
 * Replace the time between each two places by that of the quickest journey of any number of legs.
 *
 * hours   [place, place], written over; 0 from a place to itself
 * change  what joining two legs adds to their times; negative where both legs count a time that is spent once. Every leg
 *         has to be longer than what it takes away
 */
export function joinJourneys(hours: Float64Array, places: number, change: number): void {
  for (let via = 0; via < places; via++) {
    for (let from = 0; from < places; from++) {
      if (from === via) continue
      const first = hours[from * places + via] + change
      for (let to = 0; to < places; to++) {
        if (to === via || to === from) continue
        const joined = first + hours[via * places + to]
        if (joined < hours[from * places + to]) hours[from * places + to] = joined
      }
    }
  }
}
