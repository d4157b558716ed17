/** The urban share by the difference of urban and rural growth between two censuses, drawn beside our own. */
import type { Dataset } from '../dataset/dataset.js'
import { growthDifference, projectUrbanShare } from '../math/growth-difference.js'
import type { Plan } from '../plan/plan.js'
import { ageAt, cohortAt } from '../vocabulary/dimensions.js'
import type { RunHeader } from './run-header.js'

/**
 * The line for the indicator that divides urban by all residents, from the two last censuses of the data folder
 * up to the base year; undefined where there are not two, or no such indicator.
 */
export function growthLine(plan: Plan, dataset: Dataset): RunHeader['growthDifference'] {
  const indicator = plan.indicators.find(
    ({ of, per }) => per >= 0 && isEveryone(plan, of, 'urban') && isEveryone(plan, per, 'resident'),
  )
  const censuses = [...dataset.population.keys()]
    .filter((year) => year <= plan.years[0])
    .sort((a, b) => a - b)
  const [before, now] = censuses.slice(-2)
  if (!indicator || before === undefined || now === undefined) return undefined
  const first = urbanAndAll(dataset, before)
  const second = urbanAndAll(dataset, now)
  if (!first || !second) return undefined
  const share0 = first.urban / first.all
  const share1 = second.urban / second.all
  const difference = growthDifference(share0, share1, now - before)
  return {
    indicator: indicator.name,
    years: plan.years.map((year) => ({
      year,
      value: indicator.times * projectUrbanShare(share1, difference, year - now),
    })),
    basis: `censuses of ${before} and ${now}; United Nations method (docs/method.md, growth difference)`,
  }
}

/** Whether the value of a slot is the people of a group, of every age and both sexes, and no more than that. */
function isEveryone({ steps, keys, dims }: Plan, slot: number, group: string): boolean {
  const [step, ...others] = steps.filter((one) => one.slot === slot)
  const [program, ...otherYears] = step?.programs ?? []
  if (others.length > 0 || otherYears.length > 0 || program?.code.length !== 0) return false
  if (program.loads.length !== 1 || program.loads[0].time !== 'now') return false
  const key = keys[step.loads[0][0]]
  const lastAge = (dims.ages - 1) * dims.ageWidth
  return (
    key.kind === 'people' && key.group === group && key.from === 0 && key.to === lastAge && key.sex === 'both'
  )
}

/** Urban and all residents of a census, persons. */
function urbanAndAll(dataset: Dataset, year: number): { urban: number; all: number } | undefined {
  const table = dataset.population.get(year)
  if (!table || dataset.dims.statuses === 1) return undefined
  const { dims } = dataset
  let urban = 0
  let all = 0
  for (let status = 0; status < dims.statuses; status++) {
    const from = cohortAt(dims, status, 0, 0)
    const upTo = from + ageAt(dims, 1, dims.ages - 1) + dims.cities
    for (let cell = from; cell < upTo; cell++) {
      all += table.values[cell]
      if (status > 0) urban += table.values[cell]
    }
  }
  return { urban, all }
}
