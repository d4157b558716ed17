/** A plan in which nothing is uncertain but services: every uncertainty that moves the population is at its median. */
import type * as Cityward from '../../src/index.js'

type Library = Pick<typeof Cityward, 'createTrajectory' | 'slotAt'>

/** library: the modules that the plan was compiled with. */
export function servicesOnly(plan: Cityward.Plan, { createTrajectory, slotAt }: Library): Cityward.Plan {
  const { uncertainties } = plan
  const trajectory = createTrajectory(plan, 1)
  const outcomes = new Float64Array(plan.outcomes.length)
  const slots = [...plan.levels, ...plan.travel.lines.map(({ opensSlot }) => opensSlot)]
  /** All levels and opening dates of a future, as text. */
  const driversOf = (inputs: Float64Array) => {
    trajectory.simulate(0, inputs, outcomes)
    return slots
      .map((slot) => trajectory.memory.subarray(slotAt(plan, slot, 0), slotAt(plan, slot + 1, 0)).join())
      .join()
  }
  const drawn = new Float64Array(uncertainties.length)
  trajectory.run(0, 0, drawn, outcomes)
  const medians = new Float64Array(uncertainties.length)
  trajectory.medians(medians)
  const usual = driversOf(medians)
  const held = uncertainties.map((uncertainty, index) => {
    const moved = driversOf(medians.map((value, at) => (at === index ? drawn[at] : value))) !== usual
    const distribution = { kind: 'fixed', value: medians[index] } as const
    return moved ? { ...uncertainty, distribution } : uncertainty
  })
  return { ...plan, uncertainties: held, correlations: [] }
}
