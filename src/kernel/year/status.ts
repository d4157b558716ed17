/** Changes of status inside a city in one step: src/model/status.ts for two draws at once. */
import {
  ages, conversion, convertMigrant, convertReclassified, convertRural, exitLevel, flow_converted, flow_to_town,
  flow_to_village, flow_urban_in, flow_urban_out, homeHere, homeLevel, local, people, returnHome, row, ruralExit,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { add, both, get, grow, half, less, over, PAIR, put, times } from './pairs'

/** Everyone above age 0; the rates of an age are the mean of those at the step's start and end. */
export function changeStatus(): void {
  const stride = ages * row * 2
  for (let sex: usize = 0; sex < 2; sex++) {
    for (let age: usize = 1; age < ages; age++) {
      const shape = sex * ages + age
      changeCohort(shape - 1, shape, 1, people + shape * row, stride)
    }
  }
}

/** Mean of a schedule at two of its places. */
function meanOf(schedule: usize, early: usize, late: usize): v128 {
  return both((load<f64>(schedule + early * 8) + load<f64>(schedule + late * 8)) / 2)
}

/** One sex and age in every city; weight 1 for a whole step, 1/2 for infants; stride in bytes between statuses. */
export function changeCohort(early: usize, late: usize, weight: f64, rural: usize, stride: usize): void {
  const one = both(1)
  const exit = meanOf(ruralExit, early, late)
  const home = meanOf(returnHome, early, late)
  const convert = meanOf(conversion, early, late)
  const w = both(weight)
  const reclassified = rural + stride
  const registered = reclassified + stride
  const migrant = registered + stride
  for (let i: usize = 0; i < row; i += PAIR) {
    const a = times(times(exit, get(exitLevel + i)), get(local + i))
    const c = times(convert, get(convertRural + i))
    const d = times(times(home, get(homeLevel + i)), get(homeHere + i))
    const k = times(convert, get(convertMigrant + i))
    const e = times(convert, get(convertReclassified + i))
    const r = get(rural + i)
    const m = get(migrant + i)
    const l = get(reclassified + i)
    const halfA = half(a)
    const halfD = half(d)
    const halfE = half(e)
    const stayR = half(add(a, c))
    const stayM = half(add(d, k))
    const yR = add(less(r, times(stayR, r)), times(halfD, m))
    const yM = add(less(m, times(stayM, m)), times(halfA, r))
    const oneR = add(one, stayR)
    const oneM = add(one, stayM)
    const determinant = less(times(oneR, oneM), times(halfA, halfD))
    const r2 = over(add(times(oneM, yR), times(halfD, yM)), determinant)
    const m2 = over(add(times(oneR, yM), times(halfA, yR)), determinant)
    const l2 = over(times(l, less(one, halfE)), add(one, halfE))
    const meanR = half(add(r, r2))
    const meanM = half(add(m, m2))
    const town = times(times(w, a), meanR)
    const direct = times(times(w, c), meanR)
    const village = times(times(w, d), meanM)
    const migrantConverted = times(times(w, k), meanM)
    const reclassifiedConverted = times(times(w, e), half(add(l, l2)))
    put(rural + i, add(less(less(r, town), direct), village))
    put(migrant + i, less(less(add(m, town), village), migrantConverted))
    put(reclassified + i, less(l, reclassifiedConverted))
    grow(registered + i, add(add(direct, migrantConverted), reclassifiedConverted))
    const leaving = add(town, direct)
    grow(flow_to_town + i, leaving)
    grow(flow_to_village + i, village)
    grow(flow_converted + i, add(migrantConverted, reclassifiedConverted))
    grow(flow_urban_in + i, leaving)
    grow(flow_urban_out + i, village)
  }
}
