/** Births to the mean women exposed, and the newborns' first part-year: src/model/births.ts for two draws at once. */
import {
  ages, away, awayBirths, births, femaleBirthShare, fertileFrom, fertileTo, fertility, fertilityInTowns, fertilityInVillages, fertilityLevel,
  flow_away_births, flow_away_deaths, flow_births, flow_deaths, flow_urban_births, flow_urban_deaths, hasAway,newbornRegistration, 
  newbornSurvival, newborns, people, row, statuses, step, townFertility, unitHalf, villageFertility,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { get, increase, less, PAIR_BYTES, plus, put, rowsAtOnce, splat, times, toNextCity } from './pairs'
import { changeNewborns } from './status'

/** Births per woman and step, in villages and in towns; ages without births are skipped. */
export function compileFertility(): void {
  const years = splat(step)
  for (let age = fertileFrom; age < fertileTo; age++) {
    const at = age * row
    for (let i: usize = 0; i < row; i += PAIR_BYTES) {
      const schedule = v128.load64_splat(fertility + (at + i) / 2)
      const level = times(schedule, get(fertilityLevel + i))
      put(villageFertility + at + i, times(times(level, get(fertilityInVillages + i)), years))
      put(townFertility + at + i, times(times(level, get(fertilityInTowns + i)), years))
    }
  }
}

/** Add half of the births of the women who are there now; called once before and once after the deaths. */
export function addHalfBirthsPair(): void {
  const block = ages * row
  for (let status: usize = 0; status < statuses; status++) {
    const ofStatus = status === 0 ? villageFertility : townFertility
    addBirthsOf(ofStatus, people + (status * 2 + 1) * block, births + status * row)
  }
  if (hasAway !== 0) addBirthsOf(townFertility, away + block, awayBirths)
}

function addBirthsOf(fertilityAt: usize, women: usize, born: usize): void {
  const together = rowsAtOnce(ages)
  for (let age = fertileFrom; age < fertileTo; age += together)
    addSomeBirths(fertilityAt + age * row, women + age * row, min(together, fertileTo - age) * row, born)
}

/** Two cities at a time, whose sums run beside each other. */
function addSomeBirths(fertilityAt: usize, women: usize, length: usize, born: usize): void {
  const down = row
  const half = splat(unitHalf)
  for (let i: usize = 0; i < down; i += PAIR_BYTES * 2) {
    const next = toNextCity(i, down)
    let sum = get(born + i)
    let sumNext = get(born + i + next)
    let at = women + i
    let rate = fertilityAt + i
    for (const end = at + length; at < end; at += down) {
      sum = plus(sum, times(times(get(rate), get(at)), half))
      sumNext = plus(sumNext, times(times(get(rate + next), get(at + next)), half))
      rate += down
    }
    put(born + i, sum)
    put(born + i + next, sumNext)
  }
}

/** Put the step's births into age 0: split by sex, move for half a step, survive to its end. */
export function addNewbornsPair(): void {
  const block = ages * row
  if (statuses > 1) registerNewborns()
  for (let sex: usize = 0; sex < 2; sex++) {
    for (let status: usize = 0; status < statuses; status++) bear(sex, status)
    if (statuses > 1) changeNewborns(sex, newborns, row)
    for (let status: usize = 0; status < statuses; status++) {
      memory.copy(people + (status * 2 + sex) * block, newborns + status * row, row)
    }
    if (hasAway !== 0) addAwayNewborns(sex)
  }
}

/** Of those born, the share of a sex. */
function shareOf(sex: usize, i: usize): v128 {
  return sex === 1 ? get(femaleBirthShare + i) : less(splat(1), get(femaleBirthShare + i))
}

function bear(sex: usize, status: usize): void {
  const at = status * row
  for (let i: usize = 0; i < row; i += PAIR_BYTES) {
    const born = times(get(births + at + i), shareOf(sex, i))
    const survivors = times(born, get(newbornSurvival + sex * row + i))
    const died = less(born, survivors)
    put(newborns + at + i, survivors)
    increase(flow_births + i, born)
    increase(flow_deaths + i, died)
    if (status === 0) continue
    increase(flow_urban_births + i, born)
    increase(flow_urban_deaths + i, died)
  }
}

/** Some of the migrants' newborns are registered where they are born. */
function registerNewborns(): void {
  const registered = births + row * 2
  const migrant = births + row * 3
  for (let i: usize = 0; i < row; i += PAIR_BYTES) {
    const here = times(get(migrant + i), get(newbornRegistration + i))
    put(migrant + i, less(get(migrant + i), here))
    put(registered + i, plus(get(registered + i), here))
  }
}

/** Newborns of women away are registered here and live outside, like their mothers. */
function addAwayNewborns(sex: usize): void {
  for (let i: usize = 0; i < row; i += PAIR_BYTES) {
    const born = times(get(awayBirths + i), shareOf(sex, i))
    const survivors = times(born, get(newbornSurvival + sex * row + i))
    put(away + sex * ages * row + i, survivors)
    increase(flow_away_births + i, born)
    increase(flow_away_deaths + i, less(born, survivors))
  }
}
