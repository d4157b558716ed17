/** Changes of status inside a city in one step: src/model/status.ts for two draws at once. */
import {
  ages, conversion, convertMigrant, convertReclassified, convertRural, exitLevel, flow_converted, flow_to_town,
  flow_to_village, flow_urban_in, flow_urban_out, homeHere, homeLevel, local, meanRates, people, returnHome, row, ruralExit,
  unit, unitHalf,
} from './addresses.js' // biome-ignore format: a list reads best as a paragraph
import { add, both, get, grow, less, over, PAIR, put, times } from './pairs.js'

/** Cohorts whose statuses change together: rates of a city are read once for all of them, and flows written once. */
const BAND: usize = 10
/** For how long people move, as types: the compiler makes a function of each. */
class WholeStep {}
class HalfStep {}

/** Pairs that a cohort of `meanRates` holds: leaving the village, going home, registration. */
const MEANS: usize = 3

/** Everyone above age 0; the rates of an age are the mean of those at the step's start and end. */
export function changeStatus(): void {
  const stride = ages * row * 2
  for (let sex: usize = 0; sex < 2; sex++) {
    const end = (sex + 1) * ages
    for (let shape = sex * ages + 1; shape < end; shape++) writeMeans(shape, shape - 1, shape)
    for (let shape = sex * ages + 1; shape < end; shape += BAND) {
      changeBand<WholeStep>(shape, min(BAND, end - shape), people + shape * row, stride)
    }
  }
}

/** Infants of a sex, who live for half a step; stride in bytes from one status to the next. */
export function changeInfants(sex: usize, rural: usize, stride: usize): void {
  writeMeans(sex * ages, sex * ages, sex * ages)
  changeBand<HalfStep>(sex * ages, 1, rural, stride)
}

/** Half of the means of a cohort's rates, as in the model. */
function writeMeans(shape: usize, early: usize, late: usize): void {
  const at = meanRates + shape * MEANS * PAIR
  v128.store(at, halfMean(ruralExit, early, late), 0)
  v128.store(at, halfMean(returnHome, early, late), 16)
  v128.store(at, halfMean(conversion, early, late), 32)
}

function halfMean(schedule: usize, early: usize, late: usize): v128 {
  return both((load<f64>(schedule + early * 8) + load<f64>(schedule + late * 8)) / 4)
}

/** Some cohorts of a sex in every city. */
function changeBand<Time>(shape: usize, count: usize, first: usize, stride: usize): void {
  const one = both(unit)
  const means = meanRates + shape * MEANS * PAIR
  const end = means + count * MEANS * PAIR
  for (let i: usize = 0; i < row; i += PAIR) {
    const exitHere = get(exitLevel + i)
    const stays = get(local + i)
    const home = get(homeLevel + i)
    const homeIsHere = get(homeHere + i)
    const villager = get(convertRural + i)
    const stranger = get(convertMigrant + i)
    const absorbed = get(convertReclassified + i)
    let toTown = get(flow_to_town + i)
    let toVillage = get(flow_to_village + i)
    let converted = get(flow_converted + i)
    let urbanIn = get(flow_urban_in + i)
    let urbanOut = get(flow_urban_out + i)
    let rural = first + i
    for (let mean = means; mean < end; mean += MEANS * PAIR) {
      const reclassified = rural + stride
      const registered = reclassified + stride
      const migrant = registered + stride
      const convert = v128.load(mean, 32)
      const a = times(times(v128.load(mean, 0), exitHere), stays)
      const c = times(convert, villager)
      const d = times(times(v128.load(mean, 16), home), homeIsHere)
      const k = times(convert, stranger)
      const e = times(convert, absorbed)
      const r = get(rural)
      const m = get(migrant)
      const l = get(reclassified)
      const stayR = add(a, c)
      const stayM = add(d, k)
      const yR = add(less(r, times(stayR, r)), times(d, m))
      const yM = add(less(m, times(stayM, m)), times(a, r))
      const oneR = add(one, stayR)
      const oneM = add(one, stayM)
      const determinant = less(times(oneR, oneM), times(a, d))
      const bothR = add(r, over(add(times(oneM, yR), times(d, yM)), determinant))
      const bothM = add(m, over(add(times(oneR, yM), times(a, yR)), determinant))
      const bothL = add(l, over(times(l, less(one, e)), add(one, e)))
      const town = weighed<Time>(times(a, bothR))
      const direct = weighed<Time>(times(c, bothR))
      const village = weighed<Time>(times(d, bothM))
      const migrantConverted = weighed<Time>(times(k, bothM))
      const reclassifiedConverted = weighed<Time>(times(e, bothL))
      put(rural, add(less(less(r, town), direct), village))
      put(migrant, less(less(add(m, town), village), migrantConverted))
      put(reclassified, less(l, reclassifiedConverted))
      grow(registered, add(add(direct, migrantConverted), reclassifiedConverted))
      const leaving = add(town, direct)
      toTown = add(toTown, leaving)
      toVillage = add(toVillage, village)
      converted = add(converted, add(migrantConverted, reclassifiedConverted))
      urbanIn = add(urbanIn, leaving)
      urbanOut = add(urbanOut, village)
      rural += row
    }
    put(flow_to_town + i, toTown)
    put(flow_to_village + i, toVillage)
    put(flow_converted + i, converted)
    put(flow_urban_in + i, urbanIn)
    put(flow_urban_out + i, urbanOut)
  }
}

/** The mean of staying and moving is half of the movers. */
function weighed<Time>(persons: v128): v128 {
  return idof<Time>() === idof<WholeStep>() ? persons : times(persons, both(unitHalf))
}
