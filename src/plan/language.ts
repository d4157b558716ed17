/**
 * What formulas may say, by the moment at which they are computed:
 *
 *   input   before the year is simulated: uncertainties, levers, the year, data
 *   level   the same, and of the step before all that is known by its end: what people have met drives where they go
 *   share   the same as a level: whose programmes' projects a step starts, before its services are counted
 *   demand  once the population of the year is known: people and the components of change as well
 *   result  once services have met demand: capacity, need, deliveries and travel times as well
 */
import type { Dataset } from '../dataset/dataset.js'
import type { Shape } from '../formula/program.js'
import type { Call, FormulaScope, Name } from '../formula/scope.js'
import { FLOWS } from '../model/state.js'
import type { Scenario } from '../scenario/scenario.js'
import { PURE, parseUnit, type Unit } from '../vocabulary/units.js'
import {
  dataCall,
  PERSON,
  peopleCall,
  refuse,
  serviceCalls,
  travelCalls,
  WHOLE_CALL,
  withinCall,
} from './calls.js'
import { indicatorCall } from './named/indicator-call.js'
import { type AddGrades, schoolCalls } from './schools/school-calls.js'
import type { SlotKey } from './slot-keys.js'
import type { SlotTable } from './slots.js'
import { vitalCalls } from './vital-calls.js'

export type Moment = 'input' | 'level' | 'share' | 'demand' | 'result'

/** Moments that may read what is known by the end of the step before. */
export const readsPast = (moment: Moment) => moment === 'level' || moment === 'share'

/** Columns that are there once others have been compiled. */
export interface LearntColumns {
  /** Indicators compiled so far, which the next may name. */
  readonly indicators: ReadonlyMap<string, Pick<Name, 'shape' | 'unit'>>
  /** Some grades of a school are asked for together. */
  readonly addGrades: AddGrades
}

/** The language of one moment of one scenario on one data folder; slots: learn every key that a formula may load. */
export function languageOf(
  moment: Moment,
  scenario: Scenario,
  dataset: Dataset,
  slots: Pick<SlotTable, 'name'>,
  learnt: LearntColumns,
): FormulaScope {
  const names = new Map<string, Name>()
  const add = (key: SlotKey, shape: Shape, unit: Unit, description: string) => {
    const text = slots.name(key)
    names.set(text, { shape, unit, key: text, description })
  }
  add({ kind: 'year' }, 'number', PURE, 'the calendar year')
  for (const { name, unit, title, each } of scenario.uncertainties) {
    add(
      { kind: 'uncertainty', name },
      each === undefined || each === 'year' ? 'number' : 'cities',
      parseUnit(unit) ?? PURE,
      `uncertainty: ${title.en}`,
    )
  }
  for (const { name, unit, title } of scenario.levers) {
    add({ kind: 'lever', name }, 'number', parseUnit(unit) ?? PURE, `lever: ${title.en}`)
  }
  const isEarly = moment === 'input' || readsPast(moment)
  if (!isEarly) {
    for (const flow of FLOWS)
      add({ kind: 'flow', flow }, 'cities', PERSON, 'component of change in the step, persons')
  }

  const calls = new Map<string, Call>([
    ['data', dataCall(dataset, slots)],
    ['within', withinCall(dataset, slots)],
  ])
  const lived = [
    ['people', peopleCall(dataset, slots)] as const,
    ...vitalCalls(dataset, slots),
    ...schoolCalls(scenario, slots, learnt.addGrades),
  ]
  for (const [name, call] of lived) calls.set(name, isEarly ? later(call, moment) : call)
  if (moment === 'result') calls.set('indicator', indicatorCall(scenario, slots, learnt.indicators))
  for (const [name, call] of [...serviceCalls(scenario, slots), ...travelCalls(dataset, slots)]) {
    calls.set(name, moment === 'result' ? call : later(call, moment))
  }
  const last = scenario.years.to
  const years = { first: scenario.years.from, last }
  const past = readsPast(moment) ? pastOf(languageOf('result', scenario, dataset, slots, learnt)) : undefined
  return { names, calls, meantBy: isEarly ? undefined : callMeantBy, years, ...(past && { past }) }
}

/** What the step before came to; indicators are computed when all years have been. */
function pastOf(scope: FormulaScope): FormulaScope {
  return { ...scope, calls: new Map([...scope.calls].filter(([name]) => name !== 'indicator')) }
}

/** What a value may say beside uncertainties, levers, year and data(...), before the call that it may not. */
const MORE: Record<Exclude<Moment, 'result'>, string> = {
  input: '',
  level: ', or previous(...) of it',
  share: ', or previous(...) of it',
  demand: ', or people(...)',
}

/** A call whose answer is not known yet; the whole call is reported, not its first argument. */
function later({ usage, description }: Call, moment: Exclude<Moment, 'result'>): Call {
  const when = moment === 'demand' ? 'before services are counted' : 'before the year is lived'
  const call = usage.split('(')[0]
  const found = `${call}(...) in a value that is set ${when}`
  const expected = `uncertainties, levers, year and data(...)${MORE[moment]}`
  const hint = readsPast(moment) ? `Write previous(${call}(...)) for its value a step before.` : undefined
  return { usage, description, resolve: () => refuse(WHOLE_CALL, found, expected, hint) }
}

/** The call that a word for people means. */
function callMeantBy(word: string): string | undefined {
  if (/urban|town/i.test(word)) return 'people(urban)'
  if (/rural|village/i.test(word)) return 'people(rural)'
  return /people|population|resident/i.test(word) ? 'people(resident)' : undefined
}
