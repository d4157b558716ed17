/** Compile a programme: what starts and what is under way, when it falls due, how it is shared out over cities. */
import { dueShares } from '../../math/lead-times.js'
import type { Path, Programme } from '../../scenario/scenario.js'
import { howMany } from '../../vocabulary/numbers.js'
import { combineUnits, PURE, type Unit } from '../../vocabulary/units.js'
import type { Draft } from '../draft.js'
import type { ProgrammePlan } from '../plan.js'
import type { ProgrammePart, SlotKey } from '../slot-keys.js'
import { readUnit } from '../units.js'
import { addValue } from '../values.js'
import { addShares } from './city-shares.js'
import type { ProgrammeDraft } from './programme-draft.js'
import { numbersByCity, projectsInRegion } from './projects-by-city.js'
import { planUnderWay } from './under-way.js'

/** unit: of the service. Problems go to the draft. */
export function planProgramme(
  draft: Draft,
  service: string,
  unit: Unit | undefined,
  programme: Programme,
): ProgrammePlan {
  const { name } = programme
  const path: Path = ['services', service, 'programmes', name]
  const projects = readUnit(draft, name, programme.unit, [...path, 'unit'])
  const column = (column: 'started' | 'opened') =>
    draft.slots.slot({ kind: 'programme', service, programme: name, column })
  const part = (part: ProgrammePart): SlotKey => ({ kind: 'programme part', service, programme: name, part })
  const each = unit && projects && combineUnits(unit, projects, -1)
  const oneForOne = programme.each.kind === 'formula' && programme.each.formula.number !== undefined
  const of: ProgrammeDraft = { draft, programme, path, part }
  const share = addShares(of)
  return {
    name,
    title: programme.title,
    unit: programme.unit,
    ...startsByYear(of),
    ...(programme.quality && { quality: programme.quality }),
    share,
    scale: addValue(draft, part('scale'), programme.scale, 'input', undefined),
    fulfilment: addValue(draft, part('fulfilment'), programme.fulfilment, 'input', PURE),
    onTime: addValue(draft, part('on_time'), programme.on_time, 'input', PURE),
    each: addValue(draft, part('each'), programme.each, 'input', oneForOne ? undefined : each),
    ...whenDue(of, share),
    ...costOf(of),
    startedSlot: column('started'),
    openedSlot: column('opened'),
  }
}

function costOf({ draft, programme, part }: ProgrammeDraft): Pick<ProgrammePlan, 'cost'> {
  const { cost } = programme
  if (!cost) return {}
  const slot = addValue(draft, part('cost'), cost.each, 'input', undefined)
  return { cost: { slot, currency: cost.currency, prices: cost.prices } }
}

/** Lead, and what else says when projects are due: of what is started, and of what is under way. */
function whenDue(
  of: ProgrammeDraft,
  share: number,
): Pick<ProgrammePlan, 'lead' | 'due' | 'dueSlot' | 'underWay'> {
  const { draft, programme, path, part } = of
  const { lead, opening_month } = programme
  const leads = typeof lead === 'number' ? [{ months: 12 * lead, share: 1 }] : lead.months
  const sum = leads.reduce((all, one) => all + one.share, 0)
  if (Math.abs(sum - 1) > 1e-9) {
    const expected = 'shares of the projects that add up to 1'
    draft.report([...path, 'lead', 'months'], {
      code: 'lead-shares-not-one',
      found: `${sum} in all`,
      expected,
    })
  }
  const shares = dueShares(leads, draft.dataset.dims.ageWidth, opening_month)
  const last = shares.length - 1
  const underWay = planUnderWay(of, share, shares)
  const isSpread = shares.some((one, lag) => lag < last && one > 0)
  if (!isSpread && !underWay) return { lead: last }
  return {
    lead: last,
    ...(isSpread && { due: shares }),
    dueSlot: draft.slots.slot(part('due')),
    ...(underWay && { underWay }),
  }
}

/** Projects that are to start in each year, of the region, and where they are given by city. */
function startsByYear(of: ProgrammeDraft): Pick<ProgrammePlan, 'starts' | 'own'> {
  const { draft, programme, path, part } = of
  const starts = new Float64Array(draft.years.length)
  const own: (Float64Array | undefined)[] = draft.years.map(() => undefined)
  const shared = new Set<number>()
  for (const entry of programme.starts) {
    const { year = 0, cities } = entry
    // what was started by the base year is under way (under-way.ts)
    if (year <= draft.years[0]) continue
    const index = draft.years.findIndex((end) => year <= end)
    const shifted = draft.years.findIndex((end) => year + programme.shift <= end)
    if (index < 0) reportOutside(draft, [...path, 'starts'], year)
    // what is shifted beyond the last year is not started in the plan's years
    if (index < 0 || shifted < 0) continue
    starts[shifted] += projectsInRegion(draft, entry)
    if (!cities) shared.add(shifted)
    else own[shifted] = numbersByCity(draft, entry).map((one, city) => one + (own[shifted]?.[city] ?? 0))
  }
  if (programme.shift > 0) warnOfShift(draft, programme, starts, path)
  if (own.every((numbers) => numbers === undefined)) return { starts }
  const mixed = own.findIndex((numbers, at) => numbers && shared.has(at))
  if (mixed >= 0) {
    const found = `starts by city and of the region in the step to ${draft.years[mixed]}`
    const expected = 'one of the two in each step'
    draft.report([...path, 'starts'], { code: 'shared-twice', found, expected })
  }
  const { cities } = draft.dataset.dims
  const values = new Float64Array(draft.years.length * cities)
  for (const [at, numbers] of own.entries()) if (numbers) values.set(numbers, at * cities)
  return {
    starts,
    own: {
      slot: draft.addConstant(part('starts'), values),
      years: Uint8Array.from(own, (numbers) => (numbers ? 1 : 0)),
    },
  }
}

/** Report a year of starts that lies after the plan's. */
function reportOutside(draft: Draft, path: Path, year: number): void {
  if (!draft.yearsKnown) return
  const expected = `a year up to ${draft.years.at(-1)}`
  draft.report([...path, String(year)], { code: 'year-outside', found: `starts in ${year}`, expected }, 'key')
}

/** Starts that are all shifted beyond the last year: the programme would do nothing, without a word. */
function warnOfShift(draft: Draft, programme: Programme, starts: Float64Array, path: Path): void {
  const said = programme.starts.filter(
    (one) => (one.year ?? 0) > draft.years[0] && projectsInRegion(draft, one) > 0,
  )
  if (said.length === 0 || starts.some((projects) => projects > 0)) return
  const [last, first] = [draft.years.at(-1), Math.min(...said.map(({ year = 0 }) => year))]
  draft.warn([...path, 'shift'], {
    code: 'starts-after-end',
    found: `starts from ${first} on, shifted by ${howMany(programme.shift, 'year')}: none until ${last}`,
    expected: `a start by ${last}, the last year of the scenario`,
    hint: `Write a later \`years.to\`, or no programme.`,
  })
}
