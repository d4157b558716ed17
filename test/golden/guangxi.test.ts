/** What the Guangxi plan said in this version, to the last digit: a change that moves it says so in docs/changes.md. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { quantileOfSorted } from '../../src/math/quantile.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { shippedPlan } from '../plan/shipped.js'

const root = join(import.meta.dirname, '../..')
const DRAWS = 100

it('gives the same hundred futures of the Guangxi plan as before', async () => {
  const file = join(root, 'fixtures/golden/guangxi-2023.csv')
  await expect(goldenText('scenarios/guangxi-2023.yaml')).toMatchFileSnapshot(file)
})

it('gives the same hundred futures of the plan that moves nobody as before', async () => {
  const file = join(root, 'fixtures/golden/guangxi-2023-people-as-before.csv')
  await expect(goldenText('scenarios/variants/people-as-before.yaml')).toMatchFileSnapshot(file)
})

/** Quantiles of the region's outcomes in the last year under every policy, and a hash over all outcomes. */
function goldenText(scenario: string): string {
  const { plan } = shippedPlan(join(root, scenario))
  const trajectory = createTrajectory(plan, DRAWS)
  const inputs = new Float64Array(plan.uncertainties.length)
  const outcomes = new Float64Array(plan.outcomes.length)
  const hash = createHash('sha256')
  const last = plan.years.length - 1
  const shown = plan.outcomes.flatMap(({ place, year }, column) =>
    place === 0 && year === last ? [column] : [],
  )
  const lines = plan.policies.flatMap(({ name }, policy) => {
    const kept = shown.map(() => new Float64Array(DRAWS))
    for (let draw = 0; draw < DRAWS; draw++) {
      expect(trajectory.run(policy, draw, inputs, outcomes)).toBeUndefined()
      hash.update(outcomes)
      shown.forEach((column, index) => {
        kept[index][draw] = outcomes[column]
      })
    }
    return shown.map((column, index) => {
      const sorted = kept[index].sort()
      const quantiles = [0.1, 0.5, 0.9].map((p) => quantileOfSorted(sorted, p).toPrecision(12))
      return [name, plan.outcomes[column].name, ...quantiles].join(',')
    })
  })
  const text = [
    'policy,outcome,low80,median,high80',
    ...lines,
    `sha256 of every number,${hash.digest('hex')}`,
  ]
  return `${text.join('\n')}\n`
}
