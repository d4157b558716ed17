/** Villages that become towns: src/model/reclassify.ts for two draws at once; who stays a villager is counted on the way. */
import { after, ages, flow_reclassified, people, reclassification, row } from './addresses'
import { get, less, PAIR_BYTES, plus, put, splat, times, toNextCity } from './pairs'

/** Writes the villagers left into the first row of `after`, as countVillagers of count.ts does. */
export function reclassifyPair(): void {
  const down = row
  const stride = ages * down * 2
  for (let i: usize = 0; i < down; i += PAIR_BYTES * 2) {
    const next = toNextCity(i, down)
    const share = get(reclassification + i)
    const shareNext = get(reclassification + i + next)
    const flow = flow_reclassified + i
    let sum = get(flow)
    let sumNext = get(flow + next)
    let villagers = splat(0)
    let villagersNext = villagers
    let at = people + i
    for (const end = at + stride; at < end; at += down) {
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
