/** Groups of ages put together from finer ones, each used once. */
import type { AgeGroup } from '../understand/age-words.js'

/** Groups that together are exactly the ages from one to another; undefined where they leave a gap. */
export function tiling(
  groups: readonly AgeGroup[],
  from: number,
  to: number | undefined,
): AgeGroup[] | undefined {
  const own = groups.find((group) => group.from === from && group.to === to)
  if (own) return [own]
  const chosen: AgeGroup[] = []
  let next: number | undefined = from
  while (next !== undefined && (to === undefined || next <= to)) {
    const start: number = next
    const fitting: AgeGroup[] = groups
      .filter(
        (group) => group.from === start && (to === undefined || (group.to !== undefined && group.to <= to)),
      )
      .sort((a, b) => (a.to ?? 1000) - (b.to ?? 1000))
    if (fitting.length === 0) return undefined
    chosen.push(fitting[0])
    next = fitting[0].to === undefined ? undefined : fitting[0].to + 1
  }
  return chosen
}

/** Groups without those that are sums of others: the finest that cover all ages; undefined where one begins within the open one. */
export function finest(groups: readonly AgeGroup[]): AgeGroup[] | undefined {
  const parts = groups.filter((group) => group.from !== 0 || group.to !== undefined)
  const chosen = tiling(parts, 0, undefined)
  const last = chosen?.at(-1)
  return last !== undefined && parts.every(({ from }) => from <= last.from) ? chosen : undefined
}
