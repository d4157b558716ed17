/** The kernel with its host, two draws at a time; laying out is what the host does of it in a run. */
import { Kernel } from '../../src/kernel/kernel.js'
import { loadKernel } from '../../src/kernel/module.js'
import { LEVELS } from '../../src/model/rates.js'
import { FLOWS } from '../../src/model/state.js'
import { createYearRates, type YearRates } from '../../src/model/year-rates.js'
import { dimensionsOf } from '../work/layout.js'
import { readWork } from '../work/read.js'
import { addBits, microseconds, type Pass, serve } from './serve.js'

const work = readWork(process.argv[2])
const { size, opening, schedules } = work
const loaded = loadKernel()
if (!('module' in loaded)) throw new Error(loaded.missing)
const dims = dimensionsOf(size)
const kernel = new Kernel(loaded.module, {
  dims,
  conventions: { step: size.step, migration: 'even' },
  opening,
  hasNetMigration: false,
  counts: [],
  steps: size.years,
})
const people = new Float64Array(opening.people.length)
const away = new Float64Array(opening.away.length)
const flows = new Float64Array(FLOWS.length * size.cities)
const totals = new Float64Array(2 * size.cities)
const levels = new Float64Array(LEVELS.length * size.cities)
const blank = createYearRates(dims)

const NAMES = ['fertility', 'fertility_in_villages', 'fertility_in_towns', 'mortality'] as const

/** Rates of a draw and year in the shape of the model; of levels the kernel reads fertility and mortality. */
function ratesOf(draw: number, year: number): YearRates {
  const { fertilityLevel, inVillages, inTowns, mortalityLevel, ...named } = work.ratesOf(draw, year)
  for (const [index, values] of [fertilityLevel, inVillages, inTowns, mortalityLevel].entries())
    levels.set(values, LEVELS.indexOf(NAMES[index]) * size.cities)
  return { ...blank, ...named, homeTowards: work.homeTowards, schedules: schedules[year] }
}

serve((pass: Pass) => {
  for (let first = 0; first < size.draws; first += 2) {
    const count = Math.min(2, size.draws - first)
    kernel.open()
    for (let year = 0; year < size.years; year++) {
      for (let lane = 0; lane < 2; lane++) {
        const rates = ratesOf(first + Math.min(lane, count - 1), year)
        const start = microseconds()
        kernel.writeRates(lane, levels, rates)
        pass.laying += microseconds() - start
      }
      const start = microseconds()
      kernel.liveYear(year, schedules[year])
      pass.living += microseconds() - start
    }
    for (let lane = 0; lane < count; lane++) {
      kernel.people(lane, people, away)
      kernel.flows(lane, flows)
      kernel.totals('after', lane, totals)
      pass.checksum += addBits(people) + addBits(away) + addBits(flows) + addBits(totals)
    }
  }
})
