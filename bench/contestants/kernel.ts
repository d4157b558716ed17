/** The kernel with its host, two draws at a time; laying out is what the host does of it in a run. */
import { Kernel } from '../../src/kernel/kernel.js'
import { loadKernel } from '../../src/kernel/module.js'
import { LEVELS } from '../../src/model/rates.js'
import { FLOWS } from '../../src/model/state.js'
import { createYearRates, type YearRates } from '../../src/model/year-rates.js'
import { dimensionsOf } from '../work/layout.js'
import { readWork } from '../work/read.js'
import { addBits, serve } from './serve.js'

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
  mortalityAges: schedules[0].mortalityAges,
  counts: [],
  survivals: size.years,
})
const people = new Float64Array(opening.people.length)
const away = new Float64Array(opening.away.length)
const flows = new Float64Array(FLOWS.length * size.cities)
const totals = new Float64Array(2 * size.cities)
const blank = createYearRates(dims)

const NAMES = ['fertility', 'fertility_in_villages', 'fertility_in_towns', 'mortality'] as const

/** Rates of a draw and year in the shape of the model; of levels the kernel reads fertility and mortality. */
function ratesOf(draw: number, year: number): { rates: YearRates; levels: Float64Array } {
  const { fertilityLevel, fertilityInVillages, fertilityInTowns, mortalityLevel, ...named } = work.ratesOf(
    draw,
    year,
  )
  const levels = new Float64Array(LEVELS.length * size.cities)
  for (const [index, values] of [
    fertilityLevel,
    fertilityInVillages,
    fertilityInTowns,
    mortalityLevel,
  ].entries())
    levels.set(values, LEVELS.indexOf(NAMES[index]) * size.cities)
  const rates = { ...blank, ...named, originShares: work.originShares, schedules: schedules[year] }
  return { rates, levels }
}

const written = Array.from({ length: size.draws * size.years }, (_, at) =>
  ratesOf(Math.floor(at / size.years), at % size.years),
)

serve(size, {
  drawsAtOnce: 2,
  open: () => kernel.open(),
  layOut: (lane, draw, year) => {
    const { rates, levels } = written[draw * size.years + year]
    kernel.writeRates(lane, levels, rates)
  },
  liveYear: (year) => kernel.projectYear(year, schedules[year]),
  checksum: (lane) => {
    kernel.people(lane, people, away)
    kernel.flows(lane, flows)
    kernel.totals('after', lane, totals)
    return addBits(people) + addBits(away) + addBits(flows) + addBits(totals)
  },
})
