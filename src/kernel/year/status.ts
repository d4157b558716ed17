/** Changes of status inside a city in one step: src/model/status.ts for two draws at once. */
import {
  ages,
  byPlace,
  conversion,
  meanRates,
  people,
  returnHome,
  row,
  ruralExit,
  scheduleWidth,
  statusRates,
  unit,
  unitHalf,
} from './addresses'
import { get, increase, less, over, PAIR_BYTES, plus, put, rowsAtOnce, splat, times } from './pairs'
import {
  CONVERTED, gatherStatus, STATUS, spreadStatus, TO_TOWN, TO_VILLAGE, URBAN_IN, URBAN_OUT,
} from './side-by-side' // biome-ignore format: a list reads best as a paragraph

/** Cohorts whose statuses change together: rates of a city are read once for all of them, and flows written once. */
const BAND: usize = 10
/** For how long people move, as types: the compiler makes a function of each. */
class WholeStep {}
class HalfStep {}

/** Pairs that a cohort of `meanRates` holds, of one place where each has its own: rural out-migration, return migration, conversion. */
const MEANS: usize = 3

/** Everyone above age 0; the rates of an age are the mean of those at the step's start and end. */
export function changeStatusPair(): void {
  const stride = ages * row * 2
  const together = rowsAtOnce(BAND)
  gatherStatus()
  for (let sex: usize = 0; sex < 2; sex++) {
    const end = (sex + 1) * ages
    for (let shape = sex * ages + 1; shape < end; shape++) writeMeans(shape, shape - 1, shape)
    for (let shape = sex * ages + 1; shape < end; shape += together) {
      changeBand<WholeStep>(shape, min(together, end - shape), people + shape * row, stride)
    }
  }
  spreadStatus()
}

/** Newborns of a sex, who are there for half a step; stride in bytes from one status to the next. */
export function changeNewborns(sex: usize, rural: usize, stride: usize): void {
  writeMeans(sex * ages, sex * ages, sex * ages)
  gatherStatus()
  changeBand<HalfStep>(sex * ages, 1, rural, stride)
  spreadStatus()
}

/** Half of the means of a cohort's rates, as in the model. */
function writeMeans(shape: usize, early: usize, late: usize): void {
  const width = scheduleWidth
  let at = meanRates + shape * width * MEANS * PAIR_BYTES
  for (let place: usize = 0; place < width; place++) {
    const before = early * width + place
    const after = late * width + place
    v128.store(at, halfMean(ruralExit, before, after), 0)
    v128.store(at, halfMean(returnHome, before, after), 16)
    v128.store(at, halfMean(conversion, before, after), 32)
    at += MEANS * PAIR_BYTES
  }
}

function halfMean(schedule: usize, early: usize, late: usize): v128 {
  return splat((load<f64>(schedule + early * 8) + load<f64>(schedule + late * 8)) / 4)
}

/** Some cohorts of a sex in every city. */
function changeBand<Time>(shape: usize, count: usize, first: usize, stride: usize): void {
  const next = scheduleWidth * MEANS * PAIR_BYTES
  for (let i: usize = 0; i < row; i += PAIR_BYTES) {
    const means = meanRates + shape * next + i * MEANS * byPlace
    changeCity<Time>(i, means, means + count * next, first + i, stride)
  }
}

/** The same in one city; `rural` is where the first cohort's villagers stand. */
function changeCity<Time>(i: usize, means: usize, end: usize, rural: usize, stride: usize): void {
  const one = splat(unit)
  const rates = statusRates + i * STATUS
  const outLevel = v128.load(rates, 0)
  const ownCity = v128.load(rates, 16)
  const returnLevel = v128.load(rates, 32)
  const ownOrigin = v128.load(rates, 48)
  const ruralLevel = v128.load(rates, 64)
  const migrantLevel = v128.load(rates, 80)
  const reclassifiedLevel = v128.load(rates, 96)
  let toTown = v128.load(rates, TO_TOWN)
  let toVillage = v128.load(rates, TO_VILLAGE)
  let converted = v128.load(rates, CONVERTED)
  let urbanIn = v128.load(rates, URBAN_IN)
  let urbanOut = v128.load(rates, URBAN_OUT)
  const next = scheduleWidth * MEANS * PAIR_BYTES
  for (let mean = means; mean < end; mean += next) {
    const reclassified = rural + stride
    const registered = reclassified + stride
    const migrant = registered + stride
    const convert = v128.load(mean, 32)
    const a = times(times(v128.load(mean, 0), outLevel), ownCity)
    const c = times(convert, ruralLevel)
    const d = times(times(v128.load(mean, 16), returnLevel), ownOrigin)
    const k = times(convert, migrantLevel)
    const e = times(convert, reclassifiedLevel)
    const r = get(rural)
    const m = get(migrant)
    const l = get(reclassified)
    const stayR = plus(a, c)
    const stayM = plus(d, k)
    const yR = plus(less(r, times(stayR, r)), times(d, m))
    const yM = plus(less(m, times(stayM, m)), times(a, r))
    const oneR = plus(one, stayR)
    const oneM = plus(one, stayM)
    const determinant = less(times(oneR, oneM), times(a, d))
    const bothR = plus(r, over(plus(times(oneM, yR), times(d, yM)), determinant))
    const bothM = plus(m, over(plus(times(oneR, yM), times(a, yR)), determinant))
    const bothL = plus(l, over(times(l, less(one, e)), plus(one, e)))
    const town = weighted<Time>(times(a, bothR))
    const direct = weighted<Time>(times(c, bothR))
    const village = weighted<Time>(times(d, bothM))
    const migrantConverted = weighted<Time>(times(k, bothM))
    const reclassifiedConverted = weighted<Time>(times(e, bothL))
    put(rural, plus(less(less(r, town), direct), village))
    put(migrant, less(less(plus(m, town), village), migrantConverted))
    put(reclassified, less(l, reclassifiedConverted))
    increase(registered, plus(plus(direct, migrantConverted), reclassifiedConverted))
    const leaving = plus(town, direct)
    toTown = plus(toTown, leaving)
    toVillage = plus(toVillage, village)
    converted = plus(converted, plus(migrantConverted, reclassifiedConverted))
    urbanIn = plus(urbanIn, leaving)
    urbanOut = plus(urbanOut, village)
    rural += row
  }
  putFlows(rates, toTown, toVillage, converted, urbanIn)
  v128.store(rates, urbanOut, URBAN_OUT)
}

function putFlows(rates: usize, toTown: v128, toVillage: v128, converted: v128, urbanIn: v128): void {
  v128.store(rates, toTown, TO_TOWN)
  v128.store(rates, toVillage, TO_VILLAGE)
  v128.store(rates, converted, CONVERTED)
  v128.store(rates, urbanIn, URBAN_IN)
}

/** The mean of staying and moving is half of the movers. */
function weighted<Time>(persons: v128): v128 {
  return idof<Time>() === idof<WholeStep>() ? persons : times(persons, splat(unitHalf))
}
