/** Contestants measured in turn, round after round, so that a busy minute falls on all of them. */
import type { Twins } from './statistics.js'

export interface Rounds {
  readonly rounds: number
  /** One measurement; twin 0 or 1 of the contestant. */
  readonly measure: (contestant: string, twin: 0 | 1) => Promise<number> | number
}

/**
 * Measure every contestant twice in every round. Who begins moves on from round to round.
 *
 * returns  the measurements of each contestant, as of two
 */
export async function inTurn(
  contestants: readonly string[],
  { rounds, measure }: Rounds,
): Promise<ReadonlyMap<string, Twins>> {
  const taken = new Map(contestants.map((name) => [name, { first: [] as number[], second: [] as number[] }]))
  for (let round = 0; round < rounds; round++) {
    for (let place = 0; place < contestants.length; place++) {
      const name = contestants[(place + round) % contestants.length]
      taken.get(name)!.first.push(await measure(name, 0))
      taken.get(name)!.second.push(await measure(name, 1))
    }
  }
  return taken
}
