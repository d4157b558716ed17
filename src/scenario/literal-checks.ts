/** Plain numbers that cannot be meant: a percentage where a share stands, a rate below zero. */

import type { Located } from './issues.js'
import { isPlain } from './plain.js'
import type { Path } from './scenario.js'
import type { ScenarioFile } from './schema.js'

/** Levels that are shares of people a year; a plain number above one is a percentage written as it is spoken. */
const SHARES = new Set([
  'returning_to_village', 'returning_to_reclassified', 'returning_to_registered', 'conversion_migrant',
  'conversion_reclassified', 'conversion_rural', 'reclassification', 'babies_registered_here',
]) // biome-ignore format: a list reads best as a paragraph

/** Levels that may be negative: log odds, and a multiplier that may turn a flow round. */
const SIGNED = /attraction|pull|travel|response|net_migration/

interface Placed {
  readonly path: Path
  readonly value: number
}

/** Numbers outside what their place can hold; formulas are judged when they are worked out. */
export function literalProblems({ population, services = {} }: ScenarioFile): Located[] {
  const levels = Object.entries(population?.levels ?? {}).flatMap(([level, value]) =>
    numbersIn(value, ['population', 'levels', level]).map((number) => ({ level, ...number })),
  )
  const amounts = Object.entries(services).flatMap(
    ([name, { opening, demand, standard, programmes = {} }]) => [
      ...Object.entries({ opening, demand, standard }).flatMap(([field, value]) =>
        numbersIn(value, ['services', name, field]),
      ),
      ...Object.entries(programmes).flatMap(([programme, { scale, each, fulfilment }]) =>
        Object.entries({ scale, each, fulfilment }).flatMap(([field, value]) =>
          numbersIn(value, ['services', name, 'programmes', programme, field]),
        ),
      ),
    ],
  )
  const shares = Object.entries(services).flatMap(([name, { closure, programmes = {} }]) => [
    ...numbersIn(closure, ['services', name, 'closure']),
    ...Object.entries(programmes).flatMap(([programme, { on_time }]) =>
      numbersIn(on_time, ['services', name, 'programmes', programme, 'on_time']),
    ),
  ])
  const above = [...levels.filter(({ level }) => SHARES.has(level)), ...shares].filter(
    ({ value }) => value > 1,
  )
  const below = [...levels.filter(({ level }) => !SIGNED.test(level)), ...shares, ...amounts].filter(
    ({ value }) => value < 0,
  )
  return [...above.map(aboveOne), ...below.map(negative)]
}

/** The plain numbers of a value, however it is given. */
function numbersIn(value: unknown, path: Path): Placed[] {
  if (typeof value === 'number') return [{ path, value }]
  if (!isPlain(value)) return []
  return ['by_year', 'by_city'].flatMap((way) =>
    Object.entries(isPlain(value[way]) ? value[way] : {}).flatMap(([key, part]) =>
      typeof part === 'number' ? [{ path: [...path, way, key], value: part }] : [],
    ),
  )
}

function aboveOne({ path, value }: Placed): Located {
  const hint = `If this is ${value} percent, write ${Number((value / 100).toPrecision(12))}.`
  return { code: 'rate-above-one', path, found: `${value}`, expected: 'a share from 0 to 1', hint }
}

function negative({ path, value }: Placed): Located {
  return { code: 'below-nought', path, found: `${value}`, expected: 'a number of 0 or more' }
}
