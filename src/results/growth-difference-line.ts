/** The urban share by the difference of urban and rural growth between two censuses, drawn beside our own. */
import type { Dataset } from '../dataset/dataset.js'
import { growthDifference, projectUrbanShare } from '../math/growth-difference.js'
import { urbanAndAll } from '../plan/opening.js'
import type { Plan } from '../plan/plan.js'
import type { RunHeader } from './run-header.js'

/**
 * The line for the indicator that divides urban by all residents, from the two last censuses of the data folder
 * up to the base year; undefined where there are not two, or no such indicator.
 */
export function growthLine(plan: Plan, dataset: Dataset): RunHeader['growthDifference'] {
  const lastAge = (dataset.dims.ages - 1) * dataset.dims.ageWidth
  /** The one column that a value is, if it is no more than that. */
  const textOf = (slot: number) => {
    const [program, ...others] = plan.steps
      .filter((step) => step.slot === slot)
      .flatMap((step) => step.programs)
    const plain = others.length === 0 && program?.code.length === 0 && program.loads.length === 1
    return plain && program.loads[0].time === 'now' ? program.loads[0].key : undefined
  }
  const indicator = plan.indicators.find(
    ({ of, per }) =>
      per >= 0 &&
      textOf(of) === `people(urban,0,${lastAge},both)` &&
      textOf(per) === `people(resident,0,${lastAge},both)`,
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
