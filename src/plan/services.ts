/** Compile the services of a scenario and the programmes that deliver them. */

import type { Program } from '../formula/program.js'
import type { Path, Scenario } from '../scenario/scenario.js'
import { howMany } from '../vocabulary/numbers.js'
import { combineUnits, PURE, type Unit } from '../vocabulary/units.js'
import type { Draft } from './draft.js'
import type { ProgrammePlan, ServicePlan } from './plan.js'
import { sharesBy } from './shares.js'
import type { ProgrammePart, ServicePart, SlotKey } from './slot-keys.js'
import { readUnit } from './units.js'
import { addValue, momentOf, namedCities } from './values.js'

type Service = Scenario['services'][number]
type Programme = Service['programmes'][number]

/** All services, in the order of the file; problems go to the draft. */
export function planServices(draft: Draft): ServicePlan[] {
  return draft.scenario.services.map((service) => {
    const { name } = service
    const unit = readUnit(draft, name, service.unit, ['services', name, 'unit'])
    const column = (column: 'capacity' | 'need' | 'unmet') =>
      draft.slots.slot({ kind: 'service', service: name, column })
    const part = (part: ServicePart): SlotKey => ({ kind: 'service part', service: name, part })
    return {
      name,
      title: service.title,
      unit: service.unit,
      openingSlot: addValue(draft, part('opening'), service.opening, 'input', unit),
      closureSlot: addValue(draft, part('closure'), service.closure, 'input', PURE),
      stockSlot: draft.slots.slot(part('stock')),
      alike: service.equalPerHead,
      demandSlot: addValue(draft, part('demand'), service.demand, 'demand', undefined),
      standardSlot: addValue(draft, part('standard'), service.standard, 'input', undefined),
      capacitySlot: column('capacity'),
      needSlot: column('need'),
      unmetSlot: column('unmet'),
      programmes: service.programmes.map((programme) => planProgramme(draft, name, unit, programme)),
    }
  })
}

function planProgramme(
  draft: Draft,
  service: string,
  unit: Unit | undefined,
  programme: Programme,
): ProgrammePlan {
  const path: Path = ['services', service, 'programmes', programme.name]
  const projects = readUnit(draft, programme.name, programme.unit, [...path, 'unit'])
  const { name } = programme
  const column = (column: 'started' | 'opened') =>
    draft.slots.slot({ kind: 'programme', service, programme: name, column })
  const part = (part: ProgrammePart): SlotKey => ({ kind: 'programme part', service, programme: name, part })
  const each = unit && projects && combineUnits(unit, projects, -1)
  if (programme.cost) {
    draft.report([...path, 'cost'], {
      code: 'cost-not-shown',
      found: 'the cost of a project',
      expected: 'no cost here: nothing adds up or shows what programmes cost',
      hint: 'The `cost:` of a lever is shown by `cityward reach`.',
    })
  }
  const oneForOne = programme.each.kind === 'formula' && programme.each.formula.number !== undefined
  return {
    name,
    title: programme.title,
    unit: programme.unit,
    starts: startsByYear(draft, programme, path),
    ...(programme.quality && { quality: programme.quality }),
    share: sharesOf(draft, part('share'), programme, path),
    scale: addValue(draft, part('scale'), programme.scale, 'input', undefined),
    fulfilment: addValue(draft, part('fulfilment'), programme.fulfilment, 'input', PURE),
    onTime: addValue(draft, part('on_time'), programme.on_time, 'input', PURE),
    each: addValue(draft, part('each'), programme.each, 'input', oneForOne ? undefined : each),
    lead: Math.ceil(programme.lead / draft.dataset.dims.ageWidth),
    startedSlot: column('started'),
    openedSlot: column('opened'),
  }
}

/** Projects that are to start in each year, for the region: [year]. */
function startsByYear(draft: Draft, programme: Programme, path: Path): Float64Array {
  const starts = new Float64Array(draft.years.length)
  for (const { year, starts: projects } of programme.starts) {
    const index = draft.years.findIndex((end) => year <= end)
    const shifted = draft.years.findIndex((end) => year + programme.shift <= end)
    // what is shifted beyond the last year is not started in the plan's years
    if (index > 0 && shifted > 0) starts[shifted] += projects
    else if (index > 0) continue
    else if (draft.yearsKnown) {
      const expected = `a year from ${draft.years[0] + 1} to ${draft.years.at(-1)}`
      const problem = { code: 'year-outside' as const, found: `starts in ${year}`, expected }
      draft.report([...path, 'starts', String(year)], problem, 'key')
    }
  }
  if (programme.shift > 0) warnOfShift(draft, programme, starts, path)
  return starts
}

/** Starts that are all shifted beyond the last year: the programme would do nothing, without a word. */
function warnOfShift(draft: Draft, programme: Programme, starts: Float64Array, path: Path): void {
  const said = programme.starts.filter((one) => one.starts > 0)
  if (said.length === 0 || starts.some((projects) => projects > 0)) return
  const [last, first] = [draft.years.at(-1), Math.min(...said.map(({ year }) => year))]
  draft.warn([...path, 'shift'], {
    code: 'starts-after-end',
    found: `starts from ${first} on, shifted by ${howMany(programme.shift, 'year')}: none until ${last}`,
    expected: `a start by ${last}, the last year of the scenario`,
    hint: `Write a later \`years.to\`, or no programme.`,
  })
}

/**
 * Shares of a step; those by what the step before came to, such as unmet need, are 0 in the base year, of which nothing
 * is known before it and in which nothing starts.
 */
function addShare(draft: Draft, key: SlotKey, share: Program, path: Path): number {
  const moment = momentOf(draft, 'share', [share])
  if (moment === 'input') return draft.addStep(key, [share], moment)
  const none = draft.composed('0', moment, path)
  const programs = none ? draft.years.map((_, year) => (year === 0 ? none : share)) : [share]
  return draft.addStep(key, programs, moment)
}

/** Slot of each city's share of the starts: by a key, by given weights, or the same for all. */
function sharesOf(draft: Draft, key: SlotKey, programme: Programme, path: Path): number {
  if (programme.share_by) {
    const share = sharesBy(draft, programme.share_by, 'share')
    return share ? addShare(draft, key, share, path) : draft.slots.slot(key)
  }
  const weights: number[] = draft.dataset.cities.map(() => (programme.by_city ? 0 : 1))
  const named = namedCities(draft, programme.by_city ?? [])
  for (const [city, { weight }] of named) weights[city] = weight
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (named.size === programme.by_city?.length && !(total > 0 && total < Number.POSITIVE_INFINITY)) {
    draft.report([...path, 'by_city'], {
      code: 'shares-of-nothing',
      found: `weights that add up to ${total}`,
      expected: 'weights that add up to an ordinary number above 0',
    })
  }
  return draft.addConstant(
    key,
    Float64Array.from(weights, (weight) => weight / total),
  )
}
