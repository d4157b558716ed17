/** Numbers out of range: a percentage where a share stands, a rate below zero. */
import { hundredth } from '../../vocabulary/numbers.js'
import type { DistributionInFile } from '../read/distributions.js'
import type { FieldProblem } from '../read/field-problem.js'
import { isPlain } from '../read/plain.js'
import type { Path } from '../scenario.js'
import type { ScenarioFile } from '../schema/schema.js'

/** Levels that are shares of people a year; a plain number above one is a percentage in place of a share. */
const SHARES = new Set([
  'returning_to_village', 'returning_to_reclassified', 'returning_to_registered', 'conversion_migrant',
  'conversion_reclassified', 'conversion_rural', 'reclassification', 'babies_registered_here',
]) // biome-ignore format: a list reads best as a paragraph

/** Levels that may be negative: log odds, and a multiplier that may turn a flow round. */
const SIGNED = /attraction|pull|travel|response|net_migration/

/** A value that has a least number, or lies between 0 and 1. */
interface Place {
  readonly value: unknown
  readonly path: Path
  readonly isShare: boolean
}

/**
 * Numbers outside what their place can hold: plain ones, and those that an uncertainty or a lever named there can
 * take. Longer formulas are checked when they are computed.
 */
export function literalProblems(file: ScenarioFile): FieldProblem[] {
  return [
    ...levelPlaces(file),
    ...schoolPlaces(file),
    ...servicePlaces(file),
    ...promisePlaces(file),
  ].flatMap(({ value, path, isShare }) =>
    partsOf(value, path).flatMap(({ part, at }) => {
      const range = typeof part === 'number' ? [part, part] : rangeOf(String(part), file)
      if (!range) return []
      const [low, high] = range
      if (isShare && high > 1) return [aboveOne(at, part, high)]
      return low < 0 ? [belowZero(at, part, low)] : []
    }),
  )
}

function levelPlaces({ population }: ScenarioFile): Place[] {
  return Object.entries(population?.levels ?? {})
    .filter(([level]) => !SIGNED.test(level))
    .map(([level, value]) => ({ value, path: ['population', 'levels', level], isShare: SHARES.has(level) }))
}

/** More may move up than there were, where pupils come from elsewhere; no more can repeat, or enter, than there are. */
function schoolPlaces({ schools = {} }: ScenarioFile): Place[] {
  return Object.entries(schools).flatMap(([name, { opening, promotion, repetition, entrants, entry }]) => {
    const path = ['schools', name]
    const places = (field: string, values: unknown, isShare: boolean): Place[] =>
      Array.isArray(values)
        ? values.map((value, grade) => ({ value, path: [...path, field, grade], isShare }))
        : [{ value: values, path: [...path, field], isShare }]
    return [
      ...places('opening', opening, false),
      ...places('promotion', promotion, false),
      ...places('repetition', repetition, true),
      ...places('entrants', entrants, false),
      { value: entry?.enrolled, path: [...path, 'entry', 'enrolled'], isShare: true },
    ]
  })
}

function servicePlaces({ services = {} }: ScenarioFile): Place[] {
  const places = (path: Path, amounts: object, shares: object): Place[] => [
    ...Object.entries(amounts).map(([field, value]) => ({ value, path: [...path, field], isShare: false })),
    ...Object.entries(shares).map(([field, value]) => ({ value, path: [...path, field], isShare: true })),
  ]
  return Object.entries(services).flatMap(([name, service]) => {
    const { opening, demand, standard, closure, programmes = {} } = service
    return [
      ...places(['services', name], { opening, demand, standard }, { closure }),
      ...Object.entries(programmes).flatMap(([programme, { scale, each, fulfilment, on_time, cost }]) => {
        const path = ['services', name, 'programmes', programme]
        return [
          ...places(path, { scale, each, fulfilment }, { on_time }),
          ...(cost ? places([...path, 'cost'], { each: cost.each }, {}) : []),
        ]
      }),
    ]
  })
}

/** What follows those who come beside the expected is a share of them. */
const promisePlaces = ({ indicators }: ScenarioFile): Place[] =>
  Object.entries(indicators).map(([name, { promised_for: promised }]) => ({
    value: promised?.follows,
    path: ['indicators', name, 'promised_for', 'follows'],
    isShare: true,
  }))

/** The numbers and formulas of a value, however it is given. */
function partsOf(value: unknown, path: Path): { readonly part: unknown; readonly at: Path }[] {
  if (!isPlain(value)) return [{ part: value, at: path }]
  return ['by_year', 'by_city'].flatMap((way) =>
    Object.entries(isPlain(value[way]) ? value[way] : {}).map(([key, part]) => ({
      part,
      at: [...path, way, key],
    })),
  )
}

/** Least and largest value of an uncertainty or a lever; undefined for other names and where there is no end. */
function rangeOf(name: string, { uncertainties = {}, levers = {} }: ScenarioFile) {
  if (Object.hasOwn(levers, name)) return levers[name].range
  return Object.hasOwn(uncertainties, name) ? endsOf(uncertainties[name].distribution) : undefined
}

function endsOf(distribution: DistributionInFile): readonly [number, number] | undefined {
  if (distribution.kind === 'fixed') return [distribution.value, distribution.value]
  // only a beta distribution has ends where it says none
  if (distribution.kind === 'beta' || 'low' in distribution)
    return [distribution.low ?? 0, distribution.high ?? 1]
  if (!('values' in distribution) || !distribution.values) return undefined
  // values may be more than a call can take
  const { values } = distribution
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]
}

function aboveOne(path: Path, part: unknown, high: number): FieldProblem {
  const expected = 'a share from 0 to 1'
  if (part !== high)
    return { code: 'rate-above-one', path, found: `${part}, which goes up to ${high}`, expected }
  const hint = `If this is ${high} percent, write ${hundredth(high)}.`
  return { code: 'rate-above-one', path, found: `${high}`, expected, hint }
}

function belowZero(path: Path, part: unknown, low: number): FieldProblem {
  const found = part === low ? `${low}` : `${part}, which goes down to ${low}`
  return { code: 'below-nought', path, found, expected: 'a number of 0 or more' }
}
