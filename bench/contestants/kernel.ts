/** The kernel with its host, two draws at a time; laying out is what the host does of it in a run. */
import { Kernel } from '../../src/kernel/kernel.js'
import { loadKernel } from '../../src/kernel/module.js'
import { LEVELS } from '../../src/model/rates.js'
import { FLOWS } from '../../src/model/state.js'
import { createYearRates, type YearRates } from '../../src/model/year-rates.js'
import { dimensionsOf } from '../work/layout.js'
import { readWork } from '../work/read.js'
import { addBits, type Pass, serve } from './serve.js'

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

/**
 * Rates of a draw and year in the shape of the model. Survival is another array for every draw, as where mortality is
 * uncertain: its level says so, and the kernel copies it each time.
 */
function ratesOf(draw: number, year: number): YearRates {
  const { fertilityLevel, inVillages, inTowns, ...named } = work.ratesOf(draw, year)
  for (const [row, values] of [fertilityLevel, inVillages, inTowns].entries())
    levels.set(values, row * size.cities)
  const mortalityLevel = new Float64Array(size.cities).fill(draw + 1)
  return {
    ...blank,
    ...named,
    homeTowards: work.homeTowards,
    schedules: schedules[year],
    mortalityLevel,
  }
}

serve((pass: Pass) => {
  for (let first = 0; first < size.draws; first += 2) {
    const count = Math.min(2, size.draws - first)
    kernel.open()
    for (let year = 0; year < size.years; year++) {
      for (let lane = 0; lane < 2; lane++) {
        const rates = ratesOf(first + Math.min(lane, count - 1), year)
        const start = process.hrtime.bigint()
        kernel.writeRates(lane, year, levels, rates)
        pass.laying += process.hrtime.bigint() - start
      }
      const start = process.hrtime.bigint()
      kernel.liveYear(year, schedules[year])
      pass.living += process.hrtime.bigint() - start
    }
    for (let lane = 0; lane < count; lane++) {
      kernel.people(lane, people, away)
      kernel.flows(lane, flows)
      kernel.totals('after', lane, totals)
      pass.checksum += addBits(people) + addBits(away) + addBits(flows) + addBits(totals)
    }
  }
})
