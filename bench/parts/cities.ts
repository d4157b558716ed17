/** How the year step grows with the number of cities: a province's counties, and as many as a nation has. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { loadPlan } from '../../src/studies/load-plan.js'
import type { Bench } from '../bench.js'
import { writePlanWork } from '../work/plan-work.js'
import { writeSyntheticWork } from '../work/synthetic.js'
import { raceAt } from './year.js'

const COUNTIES = 'scenarios/guangxi-counties.yaml'
/** Counties and districts of the 2020 census. */
const NATION = 2850
/** Contestants that would be at it for minutes each time. */
const TOO_SLOW = 'each of its years takes minutes at this size'

export async function cities(bench: Bench): Promise<void> {
  await counties(bench)
  await nation(bench)
}

async function counties(bench: Bench): Promise<void> {
  if (!existsSync(COUNTIES)) return bench.skip('cities', 'counties', `${COUNTIES} is not there`)
  const { plan } = loadPlan(COUNTIES)
  const draws = 16
  const work = join(bench.folder, 'counties.work')
  writePlanWork(work, plan, draws)
  const size = {
    cities: plan.dims.cities,
    ages: plan.dims.ages,
    years: plan.years.length - 1,
    draws,
    step: plan.conventions.step,
  }
  const suffix = `, ${size.cities} cities`
  await raceAt(bench, { part: 'cities', work, suffix, size, rounds: bench.rounds(8), window: 300, warmUp: 2 })
}

async function nation(bench: Bench): Promise<void> {
  if (bench.options.quick) return bench.skip('cities', `${NATION} cities`, 'left out by --quick')
  const work = join(bench.folder, 'nation.work')
  const size = { cities: NATION, ages: 101, years: 1, draws: 4, step: 1 }
  writeSyntheticWork(work, size)
  const suffix = `, ${NATION} cities`
  const away = {
    reference: TOO_SLOW,
    numpy: TOO_SLOW,
    'tuned C (AVX-512, 8 draws)': 'four draws would leave half of its lanes idle',
  }
  await raceAt(bench, { part: 'cities', work, suffix, size, rounds: 1, window: 1, warmUp: 1, away })
  rmSync(work)
}
