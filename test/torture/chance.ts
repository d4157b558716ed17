/** Chance of the attacks: the same for one seed on every machine, and for every attack its own. */
import { createStream } from '../../src/sampling/stream.js'

export interface Chance {
  /** A whole number from 0 and below a limit. */
  below(limit: number): number
  /** One of several, each as likely. */
  pick<Item>(items: readonly Item[]): Item
}

export function chanceOf(seed: number, name: string): Chance {
  const at = createStream(seed, `torture ${name}`)
  let drawn = 0
  const below = (limit: number) => Math.floor(at(drawn++) * limit)
  return { below, pick: (items) => items[below(items.length)] }
}
