/**
 * A part that is asked for again while it is made: whoever asks has the end of the making that is there.
 *
 * A worker that was held up for longer than a part belongs to it is given the part that it is at once more. BullMQ keeps the locks
 * that it renews by the name of a part alone: made twice at a time, the end of the first, which is refused, would end the renewal
 * for the other, which would lose its lock in turn, and so on for as long as a part takes longer than its lock lasts.
 */
import type { PartMade } from './shapes.js'

/** asked: all that tells one part from another. */
export type MakeOnce = (asked: unknown, make: () => Promise<PartMade>) => Promise<PartMade>

export function createMakeOnce(): MakeOnce {
  const making = new Map<string, Promise<PartMade>>()
  return (asked, make) => {
    const key = JSON.stringify(asked)
    const known = making.get(key)
    if (known) return known
    const made = make().finally(() => making.delete(key))
    making.set(key, made)
    return made
  }
}
