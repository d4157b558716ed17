/** Villages that become towns: src/model/reclassify.ts for two draws at once. */
import { ages, flow_reclassified, people, reclassified, row } from './addresses'
import { add, get, grow, less, PAIR, put, times } from './pairs'

export function reclassify(): void {
  const stride = ages * row * 2
  for (let cohort = people; cohort < people + stride; cohort += row) {
    for (let i: usize = 0; i < row; i += PAIR) {
      const villagers = get(cohort + i)
      const persons = times(villagers, get(reclassified + i))
      put(cohort + i, less(villagers, persons))
      put(cohort + stride + i, add(get(cohort + stride + i), persons))
      grow(flow_reclassified + i, persons)
    }
  }
}
