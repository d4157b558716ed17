/**
 * What is known of commitments without a verdict. By hand, from the townspeople of 2020 (27,170,956 counted, moved to 31 December:
 * 27,205,211): one health centre for 100,000 is 272.05 and for 30,000 is 906.84, of 325 counted 581.84 are missing at the most;
 * 60 % of communities of 12,000 is 1,360.26 and of 5,000 is 3,264.63; one township hospital for each of 70 counties. By the end of 2023
 * 285 to 949 centres and 1,420 to 3,420 communities, as the plan's reader worked out beforehand.
 */
import { expect, it } from 'vitest'
import { createMedianFuture } from '../../src/run/reference/median-future.js'
import { shippedPlan } from './shipped.js'

const { plan, scenario } = shippedPlan('scenarios/guangxi-2023.yaml')
const { outcomes } = createMedianFuture(plan)(plan.policies.findIndex(({ name }) => name === 'plan'))
const at = (indicator: string, year: number) =>
  outcomes[plan.outcomes.findIndex(({ name }) => name === `${indicator}@45@${year}`)]

it.each([
  ['centres_needed', 272.05, 285],
  ['centres_needed_most', 906.84, 949],
  ['centres_to_build', 0, 0],
  ['centres_to_build_most', 581.84, 624],
  ['childcare_communities_least', 1360.26, 1423],
  ['childcare_communities_most', 3264.63, 3415],
  ['township_hospitals_needed', 70, 70],
  ['centres_counted', 325, 325],
])('%s', (indicator, base, last) => {
  expect(at(indicator, 2020)).toBeCloseTo(base, 2)
  // a forecast: to a hundredth
  expect(Math.abs(at(indicator, 2023) - last)).toBeLessThanOrEqual(last / 100)
})

it('every indicator that is shown belongs to a commitment that cannot be assessed, or to a work', () => {
  const shown = scenario.commitments.filter(({ shows }) => shows.length > 0).map(({ id }) => id)
  expect(shown).toEqual([
    'rail-hepu-zhanjiang',
    'nanning-metro-1h',
    'fifteen-minute-circle',
    'community-health-centres',
    'county-level2-township-hospital',
    'community-childcare-coverage',
  ])
})

// "Its opening moves travel times in the model" has to be true of each railway of which it is said.
it('a reason that says a line moves travel times is that of a line that does', () => {
  const { legs, lines } = plan.travel
  const said = scenario.commitments
    .filter(({ because }) => /its opening moves/.test(because.en))
    .map(({ id }) => id)
  expect(said).toEqual(['rail-guiyang-nanning', 'rail-nanning-chongzuo', 'rail-nanning-yulin'])
  for (const id of said) {
    const line = lines.find(({ name }) => name === id.slice('rail-'.length).replaceAll('-', '_'))!
    expect(line.hours.some((hours, pair) => hours < legs[pair])).toBe(true)
  }
})

// Stocks of beds and childcare by city were not found: the region's are shared out by people.
it('says nothing by city of stocks that are equal per head by construction', () => {
  const alike = plan.indicators.filter((indicator) => indicator.alike).map(({ name }) => name)
  expect(alike).toEqual([
    'primary_beds_short',
    'primary_beds_per_thousand',
    'beds_per_thousand',
    'childcare_per_thousand',
  ])
  expect(plan.outcomes.filter(({ indicator, place }) => alike.includes(indicator) && place > 0)).toEqual([])
})
