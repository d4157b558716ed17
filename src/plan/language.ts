/**
 * What formulas may say, by the moment at which they are worked out:
 *
 *   input   before the year is lived: uncertainties, levers, the year, data
 *   demand  after the population has lived it: people and the components of change as well
 *   result  after services have met demand: capacity, need, deliveries and travel times as well
 */
import type { Dataset } from '../dataset/dataset.js'
import type { Shape } from '../formula/program.js'
import type { Argument, Call, CallAnswer, FormulaScope, Name } from '../formula/scope.js'
import { FLOWS } from '../model/state.js'
import type { Scenario } from '../scenario/scenario.js'
import { GROUPS, SEXES } from '../vocabulary/dimensions.js'
import { nearest } from '../vocabulary/nearest.js'
import { PURE, parseUnit, type Unit } from '../vocabulary/units.js'

export type Moment = 'input' | 'demand' | 'result'

const PERSON: Unit = { person: 1 }
const HOUR: Unit = { hour: 1 }

const refuse = (argument: number, found: string, expected: string, hint?: string): CallAnswer => ({
  ok: false,
  argument,
  found,
  expected,
  hint,
})
const answer = (key: string, shape: Shape, unit: Unit): CallAnswer => ({ ok: true, key, shape, unit })
const suggestion = (word: string, words: Iterable<string>) => {
  const near = nearest(word, words)
  return near ? `Did you mean ${near}?` : undefined
}
/** In place of the argument that is at fault. */
const WHOLE_CALL = -1
const spoken = (arg: Argument) => ('word' in arg ? arg.word : String(arg.number))

/** The language of one moment of one scenario on one data folder. */
export function languageOf(moment: Moment, scenario: Scenario, dataset: Dataset): FormulaScope {
  const names = new Map<string, Name>()
  const add = (name: string, shape: Shape, unit: Unit, description: string, key = name) =>
    names.set(name, { shape, unit, key, description })

  add('year', 'number', PURE, 'the calendar year')
  for (const item of scenario.uncertainties) {
    add(item.name, 'number', parseUnit(item.unit) ?? PURE, `uncertainty: ${item.title.en}`)
  }
  for (const item of scenario.levers) {
    add(item.name, 'number', parseUnit(item.unit) ?? PURE, `lever: ${item.title.en}`)
  }
  if (moment !== 'input') {
    for (const flow of FLOWS) add(flow, 'cities', PERSON, 'component of change in the step, persons')
  }

  const calls = new Map<string, Call>([['data', dataCall(dataset)]])
  calls.set('people', moment === 'input' ? later(peopleCall(dataset), moment) : peopleCall(dataset))
  for (const [name, call] of [...serviceCalls(scenario), ...travelCalls(dataset)]) {
    calls.set(name, moment === 'result' ? call : later(call, moment))
  }
  const last = scenario.years.to
  return { names, calls, meantBy: meantBy(moment), years: { first: scenario.years.from, last } }
}

/** A call whose answer is not known yet; the whole call is at fault, not its first argument. */
function later({ usage, description }: Call, moment: 'input' | 'demand'): Call {
  const early = moment === 'input'
  const when = early ? 'before the year is lived' : 'before services are counted'
  const found = `${usage.split('(')[0]}(...) in a value that is set ${when}`
  const expected = `uncertainties, levers, year and data(...)${early ? '' : ', or people(...)'}`
  return { usage, description, resolve: () => refuse(WHOLE_CALL, found, expected) }
}

function dataCall(dataset: Dataset): Call {
  return {
    usage: 'data(name)',
    description: 'a value of the data folder (values.csv), by city where every city has one',
    resolve: (args) => {
      if (args.length !== 1) return refuse(0, `${args.length} arguments`, 'one name of values.csv')
      const name = spoken(args[0])
      const value = dataset.values.get(name)
      if (!value) {
        return refuse(0, `"${name}"`, 'a variable of values.csv', suggestion(name, dataset.values.keys()))
      }
      return answer(`data(${name})`, value.cities ? 'cities' : 'number', value.unit)
    },
  }
}

function peopleCall(dataset: Dataset): Call {
  const groups = [...Object.keys(GROUPS), 'away']
  const lastAge = (dataset.dims.ages - 1) * dataset.dims.ageWidth
  return {
    usage: 'people(group), people(group, from_age, to_age), people(group, from_age, to_age, sex)',
    description: `people at the year's end; groups: ${groups.join(', ')}; ages inclusive, ${lastAge} means ${lastAge} and over`,
    resolve: (args) => {
      if (args.length !== 1 && args.length !== 3 && args.length !== 4) {
        return refuse(0, `${args.length} arguments`, 'a group, or a group with its first and last age')
      }
      const group = spoken(args[0])
      if (!groups.includes(group)) {
        return refuse(0, `"${group}"`, `one of ${groups.join(', ')}`, groupHint(group, groups))
      }
      if (args.length === 1) return answer(`people(${group},0,${lastAge},both)`, 'cities', PERSON)
      const ages = [args[1], args[2]].map((arg) => ('number' in arg ? arg.number : Number.NaN))
      const bad = ages.findIndex((age) => !(age >= 0 && age <= lastAge && Number.isInteger(age)))
      if (bad >= 0) return refuse(bad + 1, spoken(args[bad + 1]), `a whole age from 0 to ${lastAge}`)
      const [from, to] = ages as [number, number]
      if (from > to)
        return refuse(
          1,
          `${from} to ${to}`,
          'the younger age first',
          `Write people(${group}, ${to}, ${from}).`,
        )
      const width = dataset.dims.ageWidth
      if (from % width !== 0 || (to !== lastAge && (to + 1) % width !== 0)) {
        return refuse(1, `${from} to ${to}`, `ages that begin and end whole groups of ${width} years`)
      }
      const sex = args[3] ? spoken(args[3]) : 'both'
      if (sex !== 'both' && !(SEXES as readonly string[]).includes(sex)) {
        return refuse(3, `"${sex}"`, 'male or female', suggestion(sex, SEXES))
      }
      return answer(`people(${group},${from},${to},${sex})`, 'cities', PERSON)
    },
  }
}

/** Words for people that are no names; before the year is lived there is no call for them. */
function meantBy(moment: Moment): (word: string) => string | undefined {
  return (word) => {
    if (moment === 'input') return undefined
    if (/urban|town/i.test(word)) return 'people(urban)'
    if (/rural|village/i.test(word)) return 'people(rural)'
    return /people|population|resident/i.test(word) ? 'people(resident)' : undefined
  }
}

/** `town` and `city` are the usual slips for urban, `village` for rural. */
function groupHint(word: string, groups: string[]): string | undefined {
  if (/town|city|cities/.test(word)) return 'Did you mean people(urban)?'
  if (/village|country/.test(word)) return 'Did you mean people(rural)?'
  if (/all|total|population/.test(word)) return 'Did you mean people(resident)?'
  return suggestion(word, groups)
}

function serviceCalls(scenario: Scenario): Map<string, Call> {
  const services = new Map(scenario.services.map((service) => [service.name, service]))
  const aboutService = (name: string, description: string): Call => ({
    usage: `${name}(service)`,
    description,
    resolve: (args) => {
      const word = args.length === 1 ? spoken(args[0]) : ''
      const service = services.get(word)
      if (!service)
        return refuse(0, `"${word}"`, 'a service of this scenario', suggestion(word, services.keys()))
      return answer(`${name}(${word})`, 'cities', parseUnit(service.unit) ?? PURE)
    },
  })
  const aboutProgramme = (name: string, description: string): Call => ({
    usage: `${name}(service, programme)`,
    description,
    resolve: (args) => {
      const word = args[0] ? spoken(args[0]) : ''
      const service = services.get(word)
      if (!service)
        return refuse(0, `"${word}"`, 'a service of this scenario', suggestion(word, services.keys()))
      const second = args[1] ? spoken(args[1]) : ''
      const programme = service.programmes.find((item) => item.name === second)
      if (!programme || args.length !== 2) {
        const names = service.programmes.map((item) => item.name)
        return refuse(1, `"${second}"`, `a programme of ${word}`, suggestion(second, names))
      }
      return answer(`${name}(${word},${second})`, 'cities', parseUnit(programme.unit) ?? PURE)
    },
  })
  return new Map([
    ['capacity', aboutService('capacity', "capacity at the year's end, in the service's unit")],
    ['need', aboutService('need', 'demand times standard, in the unit of the service')],
    ['unmet', aboutService('unmet', 'need above capacity, never negative')],
    ['started', aboutProgramme('started', 'projects started so far')],
    ['opened', aboutProgramme('opened', 'projects opened so far')],
  ])
}

function travelCalls(dataset: Dataset): Map<string, Call> {
  const lines = dataset.travel.lines.map((line) => line.name)
  return new Map([
    [
      'slowest',
      {
        usage: 'slowest(group)',
        description: 'hours between the slowest pair of cities of a group of groups.csv',
        resolve: (args) => {
          const word = args[0] ? spoken(args[0]) : ''
          if (!dataset.groups.has(word) || args.length !== 1) {
            return refuse(0, `"${word}"`, 'a group of groups.csv', suggestion(word, dataset.groups.keys()))
          }
          return answer(`slowest(${word})`, 'number', HOUR)
        },
      },
    ],
    [
      'opens',
      {
        usage: 'opens(line)',
        description: 'the date on which a line of lines.csv opens, as a decimal year',
        resolve: (args) => {
          const word = args[0] ? spoken(args[0]) : ''
          if (!lines.includes(word) || args.length !== 1) {
            return refuse(0, `"${word}"`, 'a line of lines.csv', suggestion(word, lines))
          }
          return answer(`line ${word}`, 'number', PURE)
        },
      },
    ],
  ])
}
