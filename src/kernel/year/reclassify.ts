/** Villages that become towns: src/model/reclassify.ts for two draws at once; who stays a villager is counted on the way. */
import { after, ages, flow_reclassified, people, reclassification, row } from './addresses'
import { get, less, PAIR_BYTES, plus, put, rowsAtOnce, times, toNextCity } from './pairs'

/** Writes the villagers left into the first row of `after`, as countVillagers of count.ts does. */
export function reclassifyPair(): void {
  const stride = ages * row * 2
  const end = people + stride
  const together = rowsAtOnce(ages * 2) * row
  memory.fill(after, 0, row)
  for (let from = people; from < end; from += together)
    reclassifySome(from, min(from + together, end), stride)
}

/** Villagers from one row to another; two cities at a time. */
function reclassifySome(from: usize, to: usize, stride: usize): void {
  const down = row
  for (let i: usize = 0; i < down; i += PAIR_BYTES * 2) {
    const next = toNextCity(i, down)
    const share = get(reclassification + i)
    const shareNext = get(reclassification + i + next)
    const flow = flow_reclassified + i
    let sum = get(flow)
    let sumNext = get(flow + next)
    let villagers = get(after + i)
    let villagersNext = get(after + i + next)
    for (let at = from + i; at < to; at += down) {
      const before = get(at)
      const beforeNext = get(at + next)
      const reclassified = get(at + stride)
      const reclassifiedNext = get(at + stride + next)
      const persons = times(before, share)
      const personsNext = times(beforeNext, shareNext)
      const left = less(before, persons)
      const leftNext = less(beforeNext, personsNext)
      put(at, left)
      put(at + next, leftNext)
      put(at + stride, plus(reclassified, persons))
      put(at + stride + next, plus(reclassifiedNext, personsNext))
      sum = plus(sum, persons)
      sumNext = plus(sumNext, personsNext)
      villagers = plus(villagers, left)
      villagersNext = plus(villagersNext, leftNext)
    }
    put(flow, sum)
    put(flow + next, sumNext)
    put(after + i, villagers)
    put(after + i + next, villagersNext)
  }
}
