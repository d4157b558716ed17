/** Villages that become towns: src/model/reclassify.ts for two draws at once; who stays a villager is counted on the way. */
import { after, ages, flow_reclassified, people, reclassified, row } from './addresses.js'
import { add, both, get, less, PAIR, put, times, toNextCity } from './pairs.js'

/** Writes the villagers left into the first row of `after`, as countVillagers of count.ts does. */
export function reclassify(): void {
  const down = row
  const stride = ages * down * 2
  for (let i: usize = 0; i < down; i += PAIR * 2) {
    const next = toNextCity(i, down)
    const share = get(reclassified + i)
    const shareNext = get(reclassified + i + next)
    const flow = flow_reclassified + i
    let sum = get(flow)
    let sumNext = get(flow + next)
    let villagers = both(0)
    let villagersNext = villagers
    let at = people + i
    for (const end = at + stride; at < end; at += down) {
      const before = get(at)
      const beforeNext = get(at + next)
      const absorbed = get(at + stride)
      const absorbedNext = get(at + stride + next)
      const persons = times(before, share)
      const personsNext = times(beforeNext, shareNext)
      const left = less(before, persons)
      const leftNext = less(beforeNext, personsNext)
      put(at, left)
      put(at + next, leftNext)
      put(at + stride, add(absorbed, persons))
      put(at + stride + next, add(absorbedNext, personsNext))
      sum = add(sum, persons)
      sumNext = add(sumNext, personsNext)
      villagers = add(villagers, left)
      villagersNext = add(villagersNext, leftNext)
    }
    put(flow, sum)
    put(flow + next, sumNext)
    put(after + i, villagers)
    put(after + i + next, villagersNext)
  }
}
