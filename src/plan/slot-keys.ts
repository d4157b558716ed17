/**
 * What stands in a slot of a trajectory's memory, as data. `keyText` prints a key: formulas carry it as text in their
 * loads, `explain` shows it, and the fingerprint of a plan is made of it.
 */
import type { Level } from '../model/rates.js'
import type { FLOWS } from '../model/state.js'
import type { SEXES } from '../vocabulary/dimensions.js'

/** What the scenario sets for a service, and the opening stock that is left of it. */
export type ServicePart = 'opening' | 'closure' | 'stock' | 'demand' | 'standard'
/** What the scenario sets for a programme; its cost; starts and projects under way by city; what is due. */
export type ProgrammePart =
  | ('share' | 'scale' | 'fulfilment' | 'on_time' | 'each' | 'cost' | 'starts' | 'due')
  | `under way ${number}`

/** Flows of a school; and what is set for it, grades from 1. */
export type SchoolColumn = 'entrants' | 'graduates' | 'dropouts'
export type SchoolPart = 'enrolled' | `${'opening' | 'promotion' | 'repetition'} ${number}`

export type SlotKey =
  | { readonly kind: 'year' }
  | { readonly kind: 'uncertainty' | 'lever' | 'data'; readonly name: string }
  /** 1 in the cities of a group, or in one city by its code, and 0 elsewhere. */
  | { readonly kind: 'within'; readonly group: string }
  | { readonly kind: 'level'; readonly level: Level }
  /** Opening date of a line of lines.csv. */
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'flow'; readonly flow: (typeof FLOWS)[number] }
  | PeopleKey
  /** Hours between the slowest pair of a group of cities. */
  | { readonly kind: 'slowest'; readonly group: string }
  /** Hours from every city to one, by its code. */
  | { readonly kind: 'hours to'; readonly city: string }
  /** Years that people of a sex live on, on average, from an exact age. */
  | { readonly kind: 'life expectancy'; readonly age: number; readonly sex: (typeof SEXES)[number] }
  /** Children of a woman by the year's rates: in villages, in towns, or where the two are not told apart. */
  | { readonly kind: 'total fertility'; readonly group: 'rural' | 'urban' | 'resident' }
  | { readonly kind: 'service part'; readonly service: string; readonly part: ServicePart }
  | { readonly kind: 'service'; readonly service: string; readonly column: 'capacity' | 'need' | 'unmet' }
  | {
      readonly kind: 'programme part'
      readonly service: string
      readonly programme: string
      readonly part: ProgrammePart
    }
  | {
      readonly kind: 'programme'
      readonly service: string
      readonly programme: string
      readonly column: 'started' | 'opened'
    }
  /** Pupils of grades from .. to of a school. */
  | { readonly kind: 'pupils'; readonly school: string; readonly from: number; readonly to: number }
  /** Who enters a school in a year, who finishes it, and who leaves it before. */
  | { readonly kind: 'school'; readonly school: string; readonly column: SchoolColumn }
  /** What the scenario sets for a school, of one grade where it is set by grade. */
  | { readonly kind: 'school part'; readonly school: string; readonly part: SchoolPart }
  /** What an indicator counts, what it divides that by, and what the two come to, as others name it. */
  | { readonly kind: 'indicator'; readonly indicator: string; readonly half: 'of' | 'per' | 'value' }

/** People of a group of statuses, of ages from .. to (years, inclusive). */
export interface PeopleKey {
  readonly kind: 'people'
  readonly group: string
  readonly from: number
  readonly to: number
  readonly sex: (typeof SEXES)[number] | 'both'
}

/** Kinds of what comes out of people and lines year by year. */
export const KINDS_OF_MODEL = [
  ...(['people', 'flow', 'slowest', 'hours to', 'life expectancy', 'total fertility', 'line'] as const),
]

/** The text of a key; two keys are the same where their texts are. */
export function keyText(key: SlotKey): string {
  switch (key.kind) {
    case 'year':
      return 'year'
    case 'uncertainty':
    case 'lever':
      return key.name
    case 'data':
      return `data(${key.name})`
    case 'within':
      return `within(${key.group})`
    case 'level':
      return `level ${key.level}`
    case 'line':
      return `line ${key.line}`
    case 'flow':
      return key.flow
    case 'people':
      return `people(${key.group},${key.from},${key.to},${key.sex})`
    case 'slowest':
      return `slowest(${key.group})`
    case 'hours to':
      return `hours_to(${key.city})`
    case 'life expectancy':
      return `life_expectancy(${key.age},${key.sex})`
    case 'total fertility':
      return `total_fertility(${key.group})`
    case 'service part':
      return `${key.service}.${key.part}`
    case 'service':
      return `${key.column}(${key.service})`
    case 'programme part':
      return `${key.service}.${key.programme}.${key.part}`
    case 'programme':
      return `${key.column}(${key.service},${key.programme})`
    case 'pupils':
      return `pupils(${key.school},${key.from},${key.to})`
    case 'school':
      return `${key.column}(${key.school})`
    case 'school part':
      return `${key.school}.${key.part}`
    case 'indicator':
      return `${key.indicator}.${key.half}`
  }
}

/** Index of a key among those of a plan; -1 where the plan has no such slot. */
export function slotOf(keys: readonly SlotKey[], asked: SlotKey): number {
  const text = keyText(asked)
  return keys.findIndex((key) => keyText(key) === text)
}
