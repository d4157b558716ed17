/** What is shared out over cities in proportion to a key. */
import { createMachine, doublesFor } from '../formula/execute.js'
import type { Program } from '../formula/program.js'
import type { Formula } from '../scenario/scenario.js'
import { dataByCity } from './bind.js'
import { bracket, type Draft } from './draft.js'
import type { Moment } from './language.js'

/** A program for each city's share of the whole, by a key of any unit; undefined where the key is wrong. */
export function sharesBy(draft: Draft, key: Formula, moment: Moment): Program | undefined {
  const checked = draft.formula(key, moment, undefined)
  if (!checked) return undefined
  if (checked.shape === 'number') {
    const expected = 'a number for every city, such as data(...) of a value by city'
    draft.report(key.path, { code: 'one-number', found: 'one number for all cities', expected })
    return undefined
  }
  const problem = problemOf(draft, checked)
  if (problem) {
    draft.report(key.path, { code: 'shares-of-nothing', ...problem })
    return undefined
  }
  const text = bracket(key)
  return draft.composed(`${text} / sum(${text})`, moment, key.path)
}

/** What is wrong with a key that rests on the data folder alone, so that its numbers are known beforehand. */
function problemOf(draft: Draft, key: Program): { found: string; expected: string } | undefined {
  const { cities } = draft.dataset
  const names = key.loads.flatMap((load) => {
    const loaded = draft.slots.keyOf(load.key)
    return loaded.kind === 'data' ? [loaded.name] : []
  })
  if (names.length < key.loads.length) return undefined
  const own = (names.length + 1) * cities.length
  const memory = new Float64Array(own + doublesFor([key], cities.length))
  names.forEach((name, load) => {
    memory.set(dataByCity(draft.dataset, name), (load + 1) * cities.length)
  })
  const loads = Int32Array.from(names, (_, load) => (load + 1) * cities.length)
  createMachine([key], { memory, own, cities: cities.length, draws: 1 })(key, loads, 0)
  const numbers = [...memory.subarray(0, cities.length)]
  // a city without a value is reported where the value is bound
  if (numbers.some(Number.isNaN)) return undefined
  const below = numbers.findIndex((number) => number < 0)
  if (below >= 0) {
    return {
      found: `${numbers[below]} for ${cities[below].name.en}`,
      expected: 'a key of 0 or more in every city',
    }
  }
  const total = numbers.reduce((sum, number) => sum + number, 0)
  if (total > 0 && total < Number.POSITIVE_INFINITY) return undefined
  return {
    found: `a key that adds up to ${total}`,
    expected: 'a key that adds up to an ordinary number above 0',
  }
}
