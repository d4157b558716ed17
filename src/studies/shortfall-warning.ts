/** Net migrants who are to leave and are not there: said once, where most are wanting, of the median future. */
import { FLOWS } from '../model/state.js'
import { type Plan, slotAt } from '../plan/plan.js'
import { firstCell, withEveryCell } from '../results/every-cell.js'
import { createMedianFuture } from '../run/reference/median-future.js'
import type { Locate } from '../scenario/scenario.js'
import { ageAt } from '../vocabulary/dimensions.js'
import { formatNumber } from '../vocabulary/numbers.js'
import type { Problem } from '../vocabulary/problems.js'

/** Persons; less is rounding. */
const LEAST = 0.5

interface Shortfall {
  readonly year: number
  readonly city: number
  readonly persons: number
}

/** One warning for all shortfalls of the first policy; none where everyone who is to leave is there. */
export function shortfallWarnings(plan: Plan, locate: Locate): Problem[] {
  const asksForLeavers = plan.schedules.some(
    ({ netMigration, moreNetMigrants }) =>
      netMigration.some((given) => given < 0) ||
      (netMigration.length > 0 && moreNetMigrants.some((share) => share > 0)),
  )
  if (!asksForLeavers || plan.conventions.migration === 'off') return []
  const detailed = withEveryCell(plan)
  const { memory, fault } = createMedianFuture(detailed)(0)
  if (fault) return []
  const slot = detailed.slots - FLOWS.length + FLOWS.indexOf('shortfall')
  const found = plan.years.flatMap((_, year) =>
    Array.from({ length: plan.dims.cities }, (_, city): Shortfall => {
      return { year, city, persons: memory[slotAt(detailed, slot, year) + city] }
    }).filter(({ persons }) => persons >= LEAST),
  )
  const worst = found.reduce<Shortfall | undefined>(
    (most, one) => (most && most.persons >= one.persons ? most : one),
    undefined,
  )
  if (!worst) return []
  const whole = found.reduce((sum, { persons }) => sum + persons, 0)
  const rounded = (persons: number) => formatNumber(Math.round(persons))
  const more = `In all ${rounded(whole)} persons in ${found.length} years of places; `
  return [
    {
      code: 'leavers-missing',
      where: locate(['population', 'migration']),
      found: `${rounded(worst.persons)} persons who are to leave ${plan.places[worst.city + 1].name.en} in the step to ${plan.years[worst.year]} and are not there, most of ${ageOf(detailed, memory, worst)}`,
      expected: 'no more net migrants out of an age than live there',
      hint: `${found.length > 1 ? more : ''}\`cityward population --components --csv\` has them as \`shortfall\`.`,
    },
  ]
}

/** Of the ages that net migration leaves empty, or else of all, the one that most are to leave. */
function ageOf(plan: Plan, memory: Float64Array, { year, city }: Shortfall): string {
  const { dims } = plan
  const { netMigration } = plan.schedules[year]
  const ages = Array.from({ length: dims.ages }, (_, age) => {
    let [given, left] = [0, 0]
    for (let sex = 0; sex < dims.sexes; sex++) {
      given += netMigration[ageAt(dims, sex, age) + city]
      for (let status = 0; status < dims.statuses; status++) {
        const cell = firstCell(plan) + (status * dims.sexes + sex) * dims.ages + age
        left += memory[slotAt(plan, cell, year) + city]
      }
    }
    return { age, given, left }
  })
  const empty = ages.filter(({ given, left }) => given < 0 && left < LEAST)
  const [most] = (empty.length > 0 ? empty : ages).sort((a, b) => a.given - b.given)
  const from = most.age * dims.ageWidth
  if (most.age === dims.ages - 1) return `age ${from}+`
  return dims.ageWidth === 1 ? `age ${from}` : `ages ${from}-${from + dims.ageWidth - 1}`
}
