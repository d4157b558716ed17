/**
 * Turn a value of the scenario file into programs: one number, a formula, a series by year, values by city, or a
 * total shared out over cities.
 */
import type { Program } from '../formula/program.js'
import type { Formula, Path, Value } from '../scenario/scenario.js'
import { doubledName, unknownName, zerosLost } from '../vocabulary/lookup.js'
import { placesNamed } from '../vocabulary/place-names.js'
import type { Unit } from '../vocabulary/units.js'
import { bracket, type Draft } from './draft.js'
import { type Moment, readsPast } from './language.js'
import { sharesBy } from './shares.js'
import type { SlotKey } from './slot-keys.js'

/**
 * Compile a value and give it the slot of `key`. Problems go to the draft.
 *
 * unit     that the value must have; any where undefined
 * returns  the slot; where the value is wrong nothing writes the slot and the draft has the problem
 */
export function addValue(
  draft: Draft,
  key: SlotKey,
  value: Value,
  moment: Moment,
  unit: Unit | undefined,
): number {
  const slot = draft.slots.slot(key)
  for (const { programs, only } of compileValue(draft, value, moment, unit)) {
    const good = programs.filter((program) => program !== undefined)
    if (good.length === programs.length) draft.addStep(key, good, momentOf(draft, moment, good), only)
  }
  return slot
}

/** What reads nothing of the past is known before any year is simulated. */
export function momentOf(draft: Draft, moment: Moment, programs: readonly Program[]): Moment {
  if (!readsPast(moment)) return moment
  const isPastRead = programs.some(({ loads }) => loads.some(({ key }) => draft.isSimulated(key)))
  return isPastRead ? moment : 'input'
}

/** Programs for every year of the plan, or a single one for them all; for some cities, or for all. */
interface ValuePrograms {
  readonly programs: readonly (Program | undefined)[]
  readonly only?: readonly number[]
}

/** Compile a value; a program is undefined where the draft has its problem. */
export function compileValue(
  draft: Draft,
  value: Value,
  moment: Moment,
  unit: Unit | undefined,
): ValuePrograms[] {
  if (value.kind === 'formula') return [{ programs: [draft.formula(value.formula, moment, unit)] }]
  if (value.kind === 'by_year') return [{ programs: byYear(draft, value, moment, unit) }]
  if (value.kind === 'total') return [{ programs: [sharedOut(draft, value, moment, unit)] }]
  const cities = [...formulasByCity(draft, value)]
  const others = value.others ? [{ programs: [draft.formula(value.others, moment, unit)] }] : []
  const named = cities.map(([city, formula]) => ({
    programs: [draft.formula(formula, moment, unit)],
    only: [city],
  }))
  return [...others, ...named]
}

/** A program for every year of the plan. */
function byYear(
  draft: Draft,
  value: Extract<Value, { kind: 'by_year' }>,
  moment: Moment,
  unit: Unit | undefined,
): (Program | undefined)[] {
  const good = value.points.map(({ formula }) => draft.formula(formula, moment, unit))
  if (good.includes(undefined)) return [undefined]
  const programs: Program[] = []
  for (const year of draft.years) {
    const program = draft.composed(inYear(value, year), moment, value.path)
    // what is wrong between two points is wrong in every year between them
    if (!program) return [undefined]
    programs.push(program)
  }
  return programs
}

/** The first point holds before it, the last after it; between two points the value holds or moves in a line. */
function inYear(value: Extract<Value, { kind: 'by_year' }>, year: number): string {
  const points = [...value.points].sort((a, b) => a.year - b.year)
  const next = points.findIndex((point) => point.year > year)
  if (next === 0) return bracket(points[0].formula)
  const before = points[next < 0 ? points.length - 1 : next - 1]
  if (next < 0 || before.year === year || value.between === 'hold') return bracket(before.formula)
  const after = points[next]
  const weight = (year - before.year) / (after.year - before.year)
  return `${bracket(before.formula)} * ${1 - weight} + ${bracket(after.formula)} * ${weight}`
}

/** A total shared out over cities in proportion to a key, which may have any unit. */
function sharedOut(
  draft: Draft,
  value: Extract<Value, { kind: 'total' }>,
  moment: Moment,
  unit: Unit | undefined,
): Program | undefined {
  const total = draft.formula(value.total, moment, unit)
  const share = sharesBy(draft, value.shareBy, moment)
  return total && share && draft.composed(`${bracket(value.total)} * (${share.text})`, moment, value.path)
}

/** The formulas of the cities that a value names; every city must be named or covered by `others`. */
function formulasByCity(draft: Draft, value: Extract<Value, { kind: 'by_city' }>): Map<number, Formula> {
  const named = namedCities(draft, value.cities)
  const missing = draft.dataset.cities.filter((_, index) => !named.has(index)).map((city) => city.name.en)
  if (named.size === value.cities.length && missing.length > 0 && !value.others) {
    draft.report(value.path, {
      code: 'cities-missing',
      found: `no value for ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ` and ${missing.length - 3} more` : ''}`,
      expected: 'a value for every city',
      hint: 'Add the cities, or `others:` for all the rest.',
    })
  }
  return new Map([...named].map(([city, { formula }]) => [city, formula]))
}

/** The entry of each city, by its index; a name that no city has and a city under two names are reported, where they stand. */
export function namedCities<Entry extends { readonly name: string; readonly path: Path }>(
  draft: Draft,
  entries: readonly Entry[],
  at: 'key' | 'value' = 'key',
): Map<number, Entry> {
  const named = new Map<number, Entry>()
  for (const entry of entries) {
    const city = findCity(draft, entry, at === 'key' ? 'key' : 0)
    const before = city === undefined ? undefined : named.get(city)
    if (before) {
      const found = `${entry.name}, which is the same city as ${before.name}`
      draft.report(entry.path, { code: 'city-twice', found, expected: 'each city once' }, 'key')
    } else if (city !== undefined) named.set(city, entry)
  }
  return named
}

/** Longest list of cities that an answer spells out. */
const MOST_NAMES = 20

/** Index of a city by any of its names; reports a name that no city has, or several. */
function findCity(
  draft: Draft,
  { name, path }: { readonly name: string; readonly path: Path },
  at: 'key' | 0,
): number | undefined {
  const { cities, title } = draft.dataset
  const found = placesNamed(cities, name)
  if (found.length === 1) return found[0]
  if (found.length > 1) {
    draft.report(path, doubledName(cities, name, found), at)
    return undefined
  }
  const list = cities.length > MOST_NAMES ? '' : `: ${cities.map((city) => city.name.en).join(', ')}`
  const names = cities.flatMap((city) => [city.name.en, city.name.zh, city.code])
  const unknown = unknownName('city', name, names, `a city of ${title.en}${list}`)
  draft.report(path, { ...unknown, hint: zerosLost(cities, name) ?? unknown.hint }, at)
  return undefined
}
