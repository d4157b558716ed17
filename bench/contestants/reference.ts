/** The model as it is written, src/model, one draw at a time. */
import { totalsByCity } from '../../src/model/balance.js'
import { FLOWS } from '../../src/model/state.js'
import { createWorkspace } from '../../src/model/workspace.js'
import { liveYear } from '../../src/model/year.js'
import { createYearRates, type YearRates } from '../../src/model/year-rates.js'
import { dimensionsOf } from '../work/layout.js'
import { readWork } from '../work/read.js'
import type { Rates } from '../work/write.js'
import { addBits, type Pass, serve } from './serve.js'

const work = readWork(process.argv[2])
const { size, opening, schedules } = work
const dims = dimensionsOf(size)
const conventions = { step: size.step, migration: 'even' } as const
const state = { people: opening.people.slice(), away: opening.away.slice() }
const flows = new Float64Array(FLOWS.length * size.cities)
const totals = new Float64Array(2 * size.cities)
const rates = createYearRates(dims)
const workspace = createWorkspace(dims, false)
rates.homeTowards.set(work.homeTowards)
const levels = new Float64Array(3 * size.cities)

/** Rates stand in the arrays that the model reads, as they do in a run. */
function layOut(of: Rates): void {
  const { fertilityLevel, inVillages, inTowns, ...named } = of
  for (const [name, values] of Object.entries(named))
    (rates[name as keyof YearRates] as Float64Array).set(values)
  for (const [row, values] of [fertilityLevel, inVillages, inTowns].entries())
    levels.set(values, row * size.cities)
}

/** Births per woman, which the model compiles with its other rates (compile-rates.ts). */
function compileBirths(fertility: Float64Array): void {
  const { cities, step } = size
  for (let age = 0; age < fertility.length; age += cities) {
    for (let city = 0; city < cities; city++) {
      const level = fertility[age + city] * levels[city]
      rates.villageBirths[age + city] = level * levels[cities + city] * step
      rates.townBirths[age + city] = level * levels[2 * cities + city] * step
    }
  }
}

serve((pass: Pass) => {
  for (let draw = 0; draw < size.draws; draw++) {
    state.people.set(opening.people)
    state.away.set(opening.away)
    for (let year = 0; year < size.years; year++) {
      const start = process.hrtime.bigint()
      layOut(work.ratesOf(draw, year))
      rates.schedules = schedules[year]
      const laid = process.hrtime.bigint()
      compileBirths(schedules[year].fertility)
      liveYear(dims, conventions, rates, state, flows, workspace)
      totalsByCity(dims, state.people, totals)
      pass.living += process.hrtime.bigint() - laid
      pass.laying += laid - start
    }
    pass.checksum += addBits(state.people) + addBits(state.away) + addBits(flows) + addBits(totals)
  }
})
