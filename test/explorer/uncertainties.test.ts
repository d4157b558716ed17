/** src/explorer/file/make-uncertainties.ts: with what an uncertainty goes that is held alone. */
import { expect, it } from 'vitest'
import { uncertaintiesOf } from '../../src/explorer/file/make-uncertainties.js'
import { shippedPlan } from '../plan/shipped.js'

function partnersIn(file: string): Record<string, [string, number] | undefined> {
  const { plan, scenario } = shippedPlan(file)
  const named = (title: string) => plan.uncertainties.find((one) => one.title.en === title)!.name
  const told = uncertaintiesOf(plan, scenario)
  return Object.fromEntries(
    told.map((one) => [one.name, one.with && [named(one.with.title.en), one.with.rank]]),
  )
}

// Spearman's correlations of columns of fixtures/guangxi/calibration-draws.csv, worked out apart in Python: 0.8039, -0.7579,
// 0.4551; no other column is nearer to them, and town_pace is at most -0.2753 from any
it('is the one of the same rows whose ranks are nearest, where they are near', () => {
  const partners = partnersIn('scenarios/guangxi-2023.yaml')
  expect(partners.exit_level).toEqual(['return_pace', 0.8])
  expect(partners.return_pace).toEqual(['exit_level', 0.8])
  expect(partners.returning_village).toEqual(['returning_registered', -0.76])
  expect(partners.outside_level).toEqual(['outside_return_level', 0.46])
  expect(partners.town_pace).toBeUndefined()
})

it('is the one that the scenario states', () => {
  const partners = partnersIn('fixtures/cases/tiny.yaml')
  expect([partners.pace, partners.on_time]).toEqual([
    ['on_time', 0.3],
    ['pace', 0.3],
  ])
})
