/** Reads a principal projection from the memory of a trajectory that keeps every cell (every-cell.ts). */

import { dueBy } from '../../math/lead-times.js'
import { FLOWS, type Flow } from '../../model/state.js'
import type { Plan, ProgrammePlan } from '../../plan/plan.js'
import { keyText } from '../../plan/slot-keys.js'
import { firstCell, placesOf, sumAt } from '../../results/every-cell.js'
import {
  GROWTH_PARTS,
  OUTSIDE_PARTS,
  type ProgrammeCourse,
  type Projection,
  type Pyramid,
  type ScaledTotal,
  type ServiceCourse,
  type UrbanGrowth,
} from '../../results/projection.js'
import { RURAL, SEXES } from '../../vocabulary/dimensions.js'
import { controlledTotals } from './controlled-totals.js'

/** Years of a group of a pyramid, and the first age of the open group. */
const GROUP = 5
const OPEN_FROM = 85

/** plan: as withEveryCell gives it; policy: an index. */
export function projectionOf(plan: Plan, memory: Float64Array, policy: number): Projection {
  const statuses = byStatus(plan, memory)
  const growth = plan.dims.statuses > 1 ? growthOf(plan, memory, statuses) : []
  return {
    policy: plan.policies[policy].name,
    people: placesByYear(plan, ({ code }, year, place) => ({
      code,
      year: plan.years[year],
      byStatus: statuses(place, year),
    })),
    growth,
    growthInAll: inAll(growth),
    pyramids: [0, plan.years.length - 1].map((year) => pyramidOf(plan, memory, year)),
    services: coursesOf(plan, memory),
    programmes: programmesOf(plan, memory),
    ...(plan.controls && { controls: scaledTotals(plan, memory) }),
  }
}

function scaledTotals(plan: Plan, memory: Float64Array): ScaledTotal[] {
  const { ages, ageWidth } = plan.dims
  return controlledTotals(plan, memory).map(({ total, projected, scaled }) => {
    const { city, sex, from, to, people, year } = total
    const first = from * ageWidth
    const span = to < ages - 1 ? ([first, (to + 1) * ageWidth - 1] as const) : ([first] as const)
    const isOfAll = from === 0 && to === ages - 1
    return {
      code: plan.places[city + 1].code,
      year: plan.years[year],
      ...(sex >= 0 && { sex: SEXES[sex] }),
      ...(!isOfAll && { ages: span }),
      projected,
      published: people,
      added: scaled - projected,
      adjustment: projected > 0 ? (100 * (scaled - projected)) / projected : 0,
    }
  })
}

/** Something of every place in every year (an index), place by place. */
function placesByYear<T>(
  plan: Plan,
  give: (of: ReturnType<typeof placesOf>[number], year: number, place: number) => T,
): T[] {
  return placesOf(plan).flatMap((of, place) => plan.years.map((_, year) => give(of, year, place)))
}

/** People of a place (an index) at a year's end by status, added up over sexes and ages. */
type ByStatus = (place: number, year: number) => number[]

/** Cell by cell over all places, as they stand in memory: of thousands of places a row is read once. */
function byStatus(plan: Plan, memory: Float64Array): ByStatus {
  const { statuses, sexes, ages } = plan.dims
  const cells = sexes * ages
  const places = placesOf(plan)
  const sums = plan.years.map((_, year) =>
    Array.from({ length: statuses }, (__, status) => {
      const all = new Float64Array(places.length)
      const first = firstCell(plan) + status * cells
      for (let cell = first; cell < first + cells; cell++) {
        for (let place = 0; place < places.length; place++)
          all[place] += sumAt(plan, memory, cell, year, places[place].cities)
      }
      return all
    }),
  )
  return (place, year) => sums[year].map((all) => all[place])
}

function growthOf(plan: Plan, memory: Float64Array, statuses: ByStatus): UrbanGrowth[] {
  const firstFlow = plan.slots - FLOWS.length
  const urban = (place: number, year: number) =>
    statuses(place, year).reduce((sum, people, status) => (status === RURAL ? sum : sum + people), 0)
  const steps = placesByYear(plan, ({ code, cities }, year, place): UrbanGrowth[] => {
    if (year === 0) return []
    const flow = (name: Flow) => sumAt(plan, memory, firstFlow + FLOWS.indexOf(name), year, cities)
    const withinCity = flow('to_town') - flow('to_village')
    const [fromOutside, toOutside] = [flow('from_outside'), flow('to_outside')]
    return [
      {
        code,
        year: plan.years[year],
        before: urban(place, year - 1),
        natural: flow('urban_births') - flow('urban_deaths'),
        withinCity,
        beyondCity: flow('urban_in') - flow('urban_out') - withinCity,
        reclassified: flow('reclassified'),
        ...(plan.controls && { controlled: flow('urban_control_adjustment') }),
        after: urban(place, year),
        fromOutside,
        toOutside,
        netOutside: fromOutside - toOutside + flow('net_migration'),
      },
    ]
  })
  return steps.flat()
}

/** The steps of each place, which follow one another, as one. */
function inAll(growth: readonly UrbanGrowth[]): UrbanGrowth[] {
  const whole = new Map<string, UrbanGrowth>()
  for (const step of growth) {
    const so = whole.get(step.code)
    const controlled = step.controlled === undefined ? [] : (['controlled'] as const)
    const sums = [...GROWTH_PARTS, ...controlled, ...OUTSIDE_PARTS].map((part) => [
      part,
      (so?.[part] ?? 0) + (step[part] ?? 0),
    ])
    whole.set(step.code, { ...step, before: so?.before ?? step.before, ...Object.fromEntries(sums) })
  }
  return [...whole.values()]
}

function pyramidOf(plan: Plan, memory: Float64Array, year: number): Pyramid {
  const { statuses, sexes, ages, ageWidth } = plan.dims
  const [region] = placesOf(plan)
  const groupOf = (age: number) => Math.min(Math.floor((age * ageWidth) / GROUP), OPEN_FROM / GROUP)
  const groups = groupOf(ages - 1) + 1
  const people = Array.from({ length: statuses }, (_, status) =>
    Array.from({ length: sexes }, (_, sex) => {
      const counted = new Array<number>(groups).fill(0)
      const first = firstCell(plan) + (status * sexes + sex) * ages
      for (let age = 0; age < ages; age++)
        counted[groupOf(age)] += sumAt(plan, memory, first + age, year, region.cities)
      return counted
    }),
  )
  return { year: plan.years[year], ages: Array.from({ length: groups }, (_, group) => group * GROUP), people }
}

/** Services with something to be held against; those that only count what is delivered have no need. */
function coursesOf(plan: Plan, memory: Float64Array): ServiceCourse[] {
  const region = plan.places[0].code
  return plan.services.flatMap(({ name, title, unit, alike, needSlot, capacitySlot, unmetSlot }) => {
    const all = placesByYear(plan, ({ code, cities }, year) => {
      const need = sumAt(plan, memory, needSlot, year, cities)
      const lacking = sumAt(plan, memory, unmetSlot, year, cities)
      return {
        code,
        year: plan.years[year],
        need,
        capacity: sumAt(plan, memory, capacitySlot, year, cities),
        lacking,
        lackingShare: need > 0 ? lacking / need : 0,
      }
    })
    const rows = alike ? all.filter(({ code }) => code === region) : all
    if (!rows.some(({ need }) => need > 0)) return []
    const indicator = indicatorOfUnmet(plan, name)
    return [{ service: name, title, unit, ...(alike && { alike }), ...(indicator && { indicator }), rows }]
  })
}

/** The first indicator that is `unmet(service)` and nothing else. */
function indicatorOfUnmet({ indicators, steps }: Plan, service: string): string | undefined {
  const unmet = keyText({ kind: 'service', service, column: 'unmet' })
  return indicators.find(({ of, per, times }) => {
    if (per >= 0 || times !== 1) return false
    const programs = steps.filter(({ slot }) => slot === of).flatMap((step) => step.programs)
    return (
      programs.length > 0 &&
      programs.every(
        ({ code, loads: [load, ...others] }) =>
          code.length === 0 && others.length === 0 && load?.key === unmet && load.time === 'now',
      )
    )
  })?.name
}

function programmesOf(plan: Plan, memory: Float64Array): ProgrammeCourse[] {
  const [region] = placesOf(plan)
  return plan.services.flatMap((service) =>
    service.programmes.map((programme) => {
      const { name, title, unit, lead, starts, quality, startedSlot, openedSlot } = programme
      const underWay = underWayOf(plan, memory, programme)
      return {
        programme: name,
        service: service.name,
        title,
        unit,
        ...(quality && { quality }),
        lead,
        ...(underWay && { underWay: underWay.all }),
        years: plan.years.map((ends, year) => {
          const promised = dueOf(programme, year) + (underWay?.due[year] ?? 0)
          const opened = sumAt(plan, memory, openedSlot, year, region.cities)
          return {
            year: ends,
            promisedStarts: sumOver(year + 1, (start) => starts[start]),
            promised,
            started: sumAt(plan, memory, startedSlot, year, region.cities),
            opened,
            openedShare: promised > 0 ? opened / promised : null,
          }
        }),
      }
    }),
  )
}

/** Starts of the region that are due by the end of a year (an index), as promised. */
function dueOf({ starts, due, lead }: ProgrammePlan, year: number): number {
  if (!due) return sumOver(Math.max(0, year + 1 - lead), (start) => starts[start])
  return sumOver(year + 1, (start) => starts[start] * dueBy(due, year - start))
}

/** Projects of the region under way at the end of the base year, and those due of them by the end of each year. */
function underWayOf(plan: Plan, memory: Float64Array, { underWay, dueSlot }: ProgrammePlan) {
  if (!underWay || dueSlot === undefined) return undefined
  const [region] = placesOf(plan)
  const late = sumAt(plan, memory, dueSlot, 0, region.cities)
  const rows = underWay.map(({ slot, ...of }) => ({
    ...of,
    sum: sumAt(plan, memory, slot, 1, region.cities),
  }))
  const total = (pick: (row: (typeof rows)[number]) => number) =>
    rows.reduce((all, row) => all + row.sum * pick(row), late)
  return {
    all: total(({ all }) => all),
    due: plan.years.map((_, year) => (year === 0 ? 0 : total(({ due }) => due[year]))),
  }
}

function sumOver(count: number, part: (index: number) => number): number {
  let sum = 0
  for (let index = 0; index < count; index++) sum += part(index)
  return sum
}
