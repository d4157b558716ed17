/** The model as it is written, src/model, one draw at a time. */
import { ownAges } from '../../src/math/death-ages.js'
import { lifeTableOf } from '../../src/math/life-table.js'
import { totalsByCity } from '../../src/model/balance.js'
import { FLOWS } from '../../src/model/state.js'
import { createWorkspace } from '../../src/model/workspace.js'
import { projectYear } from '../../src/model/year.js'
import { createYearRates, type YearRates } from '../../src/model/year-rates.js'
import { dimensionsOf } from '../work/layout.js'
import { readWork } from '../work/read.js'
import type { Rates } from '../work/write.js'
import { addBits, serve } from './serve.js'

const work = readWork(process.argv[2])
const { size, opening, schedules } = work
const dims = dimensionsOf(size)
const conventions = { step: size.step, migration: 'even' } as const
const state = { people: opening.people.slice(), away: opening.away.slice() }
const flows = new Float64Array(FLOWS.length * size.cities)
const totals = new Float64Array(2 * size.cities)
const rates = createYearRates(dims)
const workspace = createWorkspace(dims, false)
rates.originShares.set(work.originShares)
const levels = new Float64Array(4 * size.cities)
const mx = new Float64Array(size.ages)
const survival = new Float64Array(size.ages)
/** Deaths in mid-group, as the peers have them. */
const deathsBy = { ...ownAges(size.step, size.ages), bends: new Float64Array(size.ages) }

/** Rates stand in the arrays that the model reads, as they do in a run. */
function layOut(of: Rates): void {
  const { fertilityLevel, fertilityInVillages, fertilityInTowns, mortalityLevel, ...named } = of
  for (const [name, values] of Object.entries(named))
    (rates[name as keyof YearRates] as Float64Array).set(values)
  for (const [row, values] of [
    fertilityLevel,
    fertilityInVillages,
    fertilityInTowns,
    mortalityLevel,
  ].entries())
    levels.set(values, row * size.cities)
}

/** Births per woman, which the model compiles with its other rates (compile-rates.ts). */
function compileBirths(fertility: Float64Array): void {
  const { cities, step } = size
  for (let age = 0; age < fertility.length; age += cities) {
    for (let city = 0; city < cities; city++) {
      const level = fertility[age + city] * levels[city]
      rates.villageFertility[age + city] = level * levels[cities + city] * step
      rates.townFertility[age + city] = level * levels[2 * cities + city] * step
    }
  }
}

/** Survival, which the model compiles in the same place, city by city. */
function compileSurvival(mortality: Float64Array): void {
  const { cities, ages, step } = size
  for (let sex = 0; sex < 2; sex++) {
    for (let city = 0; city < cities; city++) {
      const from = sex * ages * cities + city
      for (let age = 0; age < ages; age++)
        mx[age] = mortality[from + age * cities] * levels[3 * cities + city]
      lifeTableOf(mx, deathsBy, step, sex === 0, survival)
      rates.newbornSurvival[sex * cities + city] = survival[0]
      for (let age = 1; age < ages; age++) rates.survival[from + age * cities] = survival[age]
    }
  }
}

serve(size, {
  drawsAtOnce: 1,
  open: () => {
    state.people.set(opening.people)
    state.away.set(opening.away)
  },
  layOut: (_, draw, year) => {
    layOut(work.ratesOf(draw, year))
    rates.schedules = schedules[year]
  },
  liveYear: (year) => {
    compileBirths(schedules[year].fertility)
    compileSurvival(schedules[year].mortality)
    projectYear(dims, conventions, rates, state, flows, workspace)
    totalsByCity(dims, state.people, totals)
  },
  checksum: () => addBits(state.people) + addBits(state.away) + addBits(flows) + addBits(totals),
})
