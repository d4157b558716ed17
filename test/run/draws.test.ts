/** A future keeps its values whatever else is asked for: more draws, other uncertainties, another order in the file. */
import { describe, expect, it } from 'vitest'
import { compilePlan } from '../../src/plan/compile.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import type { Scenario, Uncertainty } from '../../src/scenario/scenario.js'
import { shippedPlan } from '../plan/shipped.js'

const { scenario, dataset } = shippedPlan('scenarios/guangxi-2023.yaml')
const DRAWS = 4

/** Inputs by name and outcomes of the first draws under the last policy, in a run of so many draws. */
function firstFutures(changed: Scenario, draws = 1000) {
  const { plan, problems } = compilePlan(changed, dataset, () => ({ file: 'test' }), 'test')
  expect(problems).toEqual([])
  const trajectory = createTrajectory(plan!, draws)
  return Array.from({ length: DRAWS }, (_, draw) => {
    const inputs = new Float64Array(plan!.uncertainties.length)
    const outcomes = new Float64Array(plan!.outcomes.length)
    trajectory.run(plan!.policies.length - 1, draw, inputs, outcomes)
    const named = Object.fromEntries(plan!.uncertainties.map(({ name }, index) => [name, inputs[index]]))
    return { named, outcomes: Array.from(outcomes) }
  })
}

describe('the first draws of the Guangxi plan', () => {
  const before = firstFutures(scenario)

  it('stay as they are when draws are raised from 1,000 to 2,000', () => {
    expect(firstFutures(scenario, 2000)).toEqual(before)
  })

  it('stay as they are when an uncertainty is added, first or last in the file', () => {
    const added: Uncertainty = { ...scenario.uncertainties[0], name: 'added' }
    for (const uncertainties of [
      [added, ...scenario.uncertainties],
      [...scenario.uncertainties, added],
    ]) {
      const after = firstFutures({ ...scenario, uncertainties })
      after.forEach(({ named, outcomes }, draw) => {
        const { added: own, ...others } = named
        expect(own).toBeTypeOf('number')
        expect(others).toEqual(before[draw].named)
        expect(outcomes).toEqual(before[draw].outcomes)
      })
    }
  })

  it('stay as they are when uncertainties are written in the opposite order', () => {
    const uncertainties = [...scenario.uncertainties].reverse()
    expect(firstFutures({ ...scenario, uncertainties })).toEqual(before)
  })
})
