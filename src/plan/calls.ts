/** The calls that formulas may make: data(...), people(...), and what services, programmes and lines come to. */
import type { Dataset } from '../dataset/dataset.js'
import type { Shape } from '../formula/program.js'
import type { Argument, Call, CallAnswer } from '../formula/scope.js'
import type { Scenario } from '../scenario/scenario.js'
import { GROUPS, SEXES } from '../vocabulary/dimensions.js'
import { suggestion } from '../vocabulary/lookup.js'
import { placesNamed } from '../vocabulary/place-names.js'
import { PURE, parseUnit, type Unit } from '../vocabulary/units.js'
import type { PeopleKey } from './slot-keys.js'
import type { SlotTable } from './slots.js'

/** Registers the keys that calls stand for. */
type Slots = Pick<SlotTable, 'name'>

export const PERSON: Unit = { person: 1 }
const HOUR: Unit = { hour: 1 }

export const refuse = (argument: number, found: string, expected: string, hint?: string): CallAnswer => ({
  ok: false,
  argument,
  found,
  expected,
  hint,
})
const answer = (key: string, shape: Shape, unit: Unit): CallAnswer => ({ ok: true, key, shape, unit })
/** In place of the argument that is at fault. */
export const WHOLE_CALL = -1
const argumentText = (arg: Argument) => ('word' in arg ? arg.word : String(arg.number))

export function dataCall(dataset: Dataset, slots: Slots): Call {
  return {
    usage: 'data(name)',
    description: 'a value of the data folder (values.csv), by city where every city has one',
    resolve: (args) => {
      if (args.length !== 1) return refuse(0, `${args.length} arguments`, 'one name of values.csv')
      const name = argumentText(args[0])
      const value = dataset.values.get(name)
      if (!value) {
        return refuse(0, `"${name}"`, 'a variable of values.csv', suggestion(name, dataset.values.keys()))
      }
      return answer(slots.name({ kind: 'data', name }), value.cities ? 'cities' : 'number', value.unit)
    },
  }
}

/** A group's name wins over a city's. */
export function withinCall({ groups, cities }: Dataset, slots: Slots): Call {
  return {
    usage: 'within(group), within(city)',
    description: '1 in the cities of a group of groups.csv, or in a city by code or name; 0 elsewhere',
    resolve: (args) => {
      if (args.length !== 1) return refuse(0, `${args.length} arguments`, 'one group or city')
      const word = argumentText(args[0])
      if (groups.has(word)) return answer(slots.name({ kind: 'within', group: word }), 'cities', PURE)
      const found = placesNamed(cities, word)
      if (found.length === 1)
        return answer(slots.name({ kind: 'within', group: cities[found[0]].code }), 'cities', PURE)
      if (found.length > 1) {
        const codes = found.map((city) => cities[city].code).join(', ')
        return refuse(0, `"${word}", a name of ${codes}`, 'a code, since several cities have this name')
      }
      const known = [...groups.keys(), ...cities.flatMap(({ code, name }) => [code, name.en, name.zh])]
      return refuse(0, `"${word}"`, 'a group of groups.csv, or a city', suggestion(word, known))
    },
  }
}

export function peopleCall(dataset: Dataset, slots: Slots): Call {
  const groups = [...Object.keys(GROUPS), 'away']
  const lastAge = (dataset.dims.ages - 1) * dataset.dims.ageWidth
  return {
    usage: 'people(group), people(group, from_age, to_age), people(group, from_age, to_age, sex)',
    description: `people at the year's end; groups: ${groups.join(', ')}; ages inclusive, ${lastAge} means ${lastAge} and over`,
    resolve: (args) => {
      if (args.length !== 1 && args.length !== 3 && args.length !== 4) {
        return refuse(0, `${args.length} arguments`, 'a group, or a group with its first and last age')
      }
      const group = argumentText(args[0])
      if (!groups.includes(group)) {
        return refuse(0, `"${group}"`, `one of ${groups.join(', ')}`, groupHint(group, groups))
      }
      const people = (ages: Pick<PeopleKey, 'from' | 'to' | 'sex'>) =>
        answer(slots.name({ kind: 'people', group, ...ages }), 'cities', PERSON)
      if (args.length === 1) return people({ from: 0, to: lastAge, sex: 'both' })
      const ages = [args[1], args[2]].map((arg) => ('number' in arg ? arg.number : Number.NaN))
      const bad = ages.findIndex((age) => !(age >= 0 && age <= lastAge && Number.isInteger(age)))
      if (bad >= 0) return refuse(bad + 1, argumentText(args[bad + 1]), `a whole age from 0 to ${lastAge}`)
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
      const asked = args[3] ? argumentText(args[3]) : 'both'
      const sex = (['both', ...SEXES] as const).find((known) => known === asked)
      if (!sex) return refuse(3, `"${asked}"`, 'male or female', suggestion(asked, SEXES))
      return people({ from, to, sex })
    },
  }
}

/** `town` and `city` are the usual slips for urban, `village` for rural. */
function groupHint(word: string, groups: string[]): string | undefined {
  if (/town|city|cities/.test(word)) return 'Did you mean people(urban)?'
  if (/village|country/.test(word)) return 'Did you mean people(rural)?'
  if (/all|total|population/.test(word)) return 'Did you mean people(resident)?'
  return suggestion(word, groups)
}

export function serviceCalls(scenario: Scenario, slots: Slots): Map<string, Call> {
  const services = new Map(scenario.services.map((service) => [service.name, service]))
  const aboutService = (name: 'capacity' | 'need' | 'unmet', description: string): Call => ({
    usage: `${name}(service)`,
    description,
    resolve: (args) => {
      const word = args.length === 1 ? argumentText(args[0]) : ''
      const service = services.get(word)
      if (!service)
        return refuse(0, `"${word}"`, 'a service of this scenario', suggestion(word, services.keys()))
      return answer(
        slots.name({ kind: 'service', service: word, column: name }),
        'cities',
        parseUnit(service.unit) ?? PURE,
      )
    },
  })
  const aboutProgramme = (name: 'started' | 'opened', description: string): Call => ({
    usage: `${name}(service, programme)`,
    description,
    resolve: (args) => {
      const word = args[0] ? argumentText(args[0]) : ''
      const service = services.get(word)
      if (!service)
        return refuse(0, `"${word}"`, 'a service of this scenario', suggestion(word, services.keys()))
      const second = args[1] ? argumentText(args[1]) : ''
      const programme = service.programmes.find((item) => item.name === second)
      if (!programme || args.length !== 2) {
        const names = service.programmes.map((item) => item.name)
        return refuse(1, `"${second}"`, `a programme of ${word}`, suggestion(second, names))
      }
      const key = slots.name({ kind: 'programme', service: word, programme: second, column: name })
      return answer(key, 'cities', parseUnit(programme.unit) ?? PURE)
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

export function travelCalls(dataset: Dataset, slots: Slots): Map<string, Call> {
  const lines = dataset.travel.lines.map((line) => line.name)
  return new Map([
    [
      'slowest',
      {
        usage: 'slowest(group)',
        description: 'hours between the slowest pair of cities of a group of groups.csv',
        resolve: (args) => {
          const word = args[0] ? argumentText(args[0]) : ''
          if (!dataset.groups.has(word) || args.length !== 1) {
            return refuse(0, `"${word}"`, 'a group of groups.csv', suggestion(word, dataset.groups.keys()))
          }
          return answer(slots.name({ kind: 'slowest', group: word }), 'number', HOUR)
        },
      },
    ],
    [
      'hours_to',
      {
        usage: 'hours_to(city)',
        description: "hours from every city to one at the year's end, 0 from itself",
        resolve: (args) => {
          const word = args.length === 1 ? argumentText(args[0]) : ''
          const named = placesNamed(dataset.cities, word)
          if (named.length === 1) {
            const [city] = named
            return answer(slots.name({ kind: 'hours to', city: dataset.cities[city].code }), 'cities', HOUR)
          }
          const names = dataset.cities.flatMap(({ code, name }) => [name.en, code])
          return refuse(
            0,
            `"${word}"`,
            'one city, by its name in English or its code',
            suggestion(word, names),
          )
        },
      },
    ],
    [
      'opens',
      {
        usage: 'opens(line)',
        description: 'the date on which a line of lines.csv opens, as a decimal year',
        resolve: (args) => {
          const word = args[0] ? argumentText(args[0]) : ''
          if (!lines.includes(word) || args.length !== 1) {
            return refuse(0, `"${word}"`, 'a line of lines.csv', suggestion(word, lines))
          }
          return answer(slots.name({ kind: 'line', line: word }), 'number', PURE)
        },
      },
    ],
  ])
}
