/** Births to mean women, and the infants' first part-year: src/model/births.ts for two draws at once. */
import {
  ages, away, awayBirths, babies, babiesHere, births, fertileFrom, fertileTo, fertility, fertilityLevel,
  flow_away_births, flow_away_deaths, flow_births, flow_deaths, flow_urban_births, flow_urban_deaths, girls, hasAway,
  infants, inTowns, inVillages, people, row, statuses, step, townBirths, unitHalf, villageBirths,
} from './addresses.js' // biome-ignore format: a list reads best as a paragraph
import { add, both, get, grow, less, PAIR, put, times, toNextCity } from './pairs.js'
import { changeInfants } from './status.js'

/** Births per woman and step, in villages and in towns; ages at which nobody bears are passed over. */
export function compileBirths(): void {
  const years = both(step)
  for (let age = fertileFrom; age < fertileTo; age++) {
    const at = age * row
    for (let i: usize = 0; i < row; i += PAIR) {
      const schedule = v128.load64_splat(fertility + (at + i) / 2)
      const level = times(schedule, get(fertilityLevel + i))
      put(villageBirths + at + i, times(times(level, get(inVillages + i)), years))
      put(townBirths + at + i, times(times(level, get(inTowns + i)), years))
    }
  }
}

/** Add half of the births of the women who are there now; called once before and once after survive(). */
export function countMothers(): void {
  const block = ages * row
  for (let status: usize = 0; status < statuses; status++) {
    const rates = status === 0 ? villageBirths : townBirths
    addHalf(rates, people + (status * 2 + 1) * block, births + status * row)
  }
  if (hasAway !== 0) addHalf(townBirths, away + block, awayBirths)
}

/** Two cities at a time, whose sums run beside each other. */
function addHalf(rates: usize, women: usize, born: usize): void {
  const down = row
  const half = both(unitHalf)
  const from = fertileFrom * down
  const length = (fertileTo - fertileFrom) * down
  for (let i: usize = 0; i < down; i += PAIR * 2) {
    const next = toNextCity(i, down)
    let sum = get(born + i)
    let sumNext = get(born + i + next)
    let mothers = women + from + i
    let rate = rates + from + i
    for (const end = mothers + length; mothers < end; mothers += down) {
      sum = add(sum, times(times(get(rate), get(mothers)), half))
      sumNext = add(sumNext, times(times(get(rate + next), get(mothers + next)), half))
      rate += down
    }
    put(born + i, sum)
    put(born + i + next, sumNext)
  }
}

/** Put the step's births into age 0: split by sex, move for half a step, survive to its end. */
export function addInfants(): void {
  const block = ages * row
  if (statuses > 1) registerBabies()
  for (let sex: usize = 0; sex < 2; sex++) {
    for (let status: usize = 0; status < statuses; status++) bear(sex, status)
    if (statuses > 1) changeInfants(sex, babies, row)
    for (let status: usize = 0; status < statuses; status++) {
      memory.copy(people + (status * 2 + sex) * block, babies + status * row, row)
    }
    if (hasAway !== 0) addAwayInfants(sex)
  }
}

/** Of those born, the share of a sex. */
function shareOf(sex: usize, i: usize): v128 {
  return sex === 1 ? get(girls + i) : less(both(1), get(girls + i))
}

function bear(sex: usize, status: usize): void {
  const at = status * row
  for (let i: usize = 0; i < row; i += PAIR) {
    const born = times(get(births + at + i), shareOf(sex, i))
    const lived = times(born, get(infants + sex * row + i))
    const died = less(born, lived)
    put(babies + at + i, lived)
    grow(flow_births + i, born)
    grow(flow_deaths + i, died)
    if (status === 0) continue
    grow(flow_urban_births + i, born)
    grow(flow_urban_deaths + i, died)
  }
}

/** Some of the migrants' babies are registered where they are born. */
function registerBabies(): void {
  const registered = births + row * 2
  const migrant = births + row * 3
  for (let i: usize = 0; i < row; i += PAIR) {
    const here = times(get(migrant + i), get(babiesHere + i))
    put(migrant + i, less(get(migrant + i), here))
    put(registered + i, add(get(registered + i), here))
  }
}

/** Babies of women away are registered here and live outside, like their mothers. */
function addAwayInfants(sex: usize): void {
  for (let i: usize = 0; i < row; i += PAIR) {
    const born = times(get(awayBirths + i), shareOf(sex, i))
    const lived = times(born, get(infants + sex * row + i))
    put(away + sex * ages * row + i, lived)
    grow(flow_away_births + i, born)
    grow(flow_away_deaths + i, less(born, lived))
  }
}
