/** A language of a few words over a memory of two years, for tests of the formula compiler. */
import { compileFormula } from '../../src/formula/compile.js'
import { createMachine, doublesFor } from '../../src/formula/execute.js'
import type { Load, Program } from '../../src/formula/program.js'
import type { FormulaProblem, FormulaScope } from '../../src/formula/scope.js'
import { PURE } from '../../src/vocabulary/units.js'

const PERSON = { person: 1 }
const BED = { bed: 1 }

export const LITTLE: FormulaScope = {
  names: new Map([
    ['year', { shape: 'number', unit: PURE, key: 'year', description: 'the year' }],
    ['rate', { shape: 'number', unit: PURE, key: 'rate', description: 'a number' }],
    ['share', { shape: 'cities', unit: PURE, key: 'share', description: 'a number for each city' }],
    ['beds', { shape: 'number', unit: BED, key: 'beds', description: 'beds' }],
  ]),
  calls: new Map([
    [
      'people',
      {
        usage: 'people(group), people(group, from_age, to_age)',
        description: 'people',
        resolve: (args) => {
          const [group] = args
          const known = group && 'word' in group && ['urban', 'rural'].includes(group.word)
          if (known) return { ok: true, key: `people(${group.word})`, shape: 'cities', unit: PERSON }
          const found = group && 'word' in group ? `"${group.word}"` : 'no group'
          return { ok: false, argument: 0, found, expected: 'urban or rural', hint: 'Did you mean urban?' }
        },
      },
    ],
  ]),
  meantBy: (word) => (/town/.test(word) ? 'people(urban)' : undefined),
  years: { first: 2020, last: 2021 },
}

/** What every column holds, by year from 2020 and by city; a single number stands alone. */
export type World = Readonly<Record<string, readonly (readonly number[])[]>>

export const WORLD: World = {
  year: [[2020], [2021]],
  rate: [[0.5], [0.25]],
  beds: [[7], [8]],
  share: [
    [0.1, 0.9],
    [0.2, 0.8],
  ],
  'people(urban)': [
    [100, 300],
    [110, 330],
  ],
  'people(rural)': [
    [200, 50],
    [190, 40],
  ],
}
const FIRST = 2020

/** The problems of a formula. */
export function problemsIn(text: string): readonly FormulaProblem[] {
  return compileFormula(text, LITTLE).problems
}

/** The program of a formula that has no problem. */
export function programOf(text: string): Program {
  const { program, problems } = compileFormula(text, LITTLE)
  if (!program) throw new Error(`${text}: ${problems[0].found}`)
  return program
}

/** The value of a formula in every city, in the second year unless another is asked for. */
export function valuesOf(text: string, year = 1, world = WORLD, cities = 2): number[] {
  const program = programOf(text)
  const keys = Object.keys(world)
  const years = world[keys[0]].length
  const answer = keys.length * years * cities
  // Beside a single number stand places that no formula may read.
  const own = answer + cities
  const memory = new Float64Array(own + doublesFor([program], cities)).fill(Number.NaN)
  const placeOf = (key: string, then: number) => (keys.indexOf(key) * years + then) * cities
  for (const key of keys) {
    world[key].forEach((values, then) => {
      memory.set(values, placeOf(key, then))
    })
  }
  const then = ({ time }: Load) => {
    if (time === 'now') return year
    return 'year' in time ? time.year - FIRST : Math.max(0, year - time.back)
  }
  const loads = Int32Array.from(program.loads, (load) => placeOf(load.key, then(load)))
  createMachine([program], { memory, own, cities, draws: 1 })(program, loads, answer)
  return [...memory.slice(answer, own)]
}
