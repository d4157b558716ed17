/** A language of a few words over a memory of two years, for tests of the formula compiler. */
import { compileFormula } from '../../src/formula/compile.js'
import { createMachine } from '../../src/formula/execute.js'
import type { FormulaProblem, Language } from '../../src/formula/language.js'
import type { Load } from '../../src/formula/program.js'
import { PURE } from '../../src/vocabulary/units.js'

const PERSON = { person: 1 }
const BED = { bed: 1 }

export const LITTLE: Language = {
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
  meantBy: (word) => (/urban/.test(word) ? 'people(urban)' : undefined),
  years: { first: 2020, last: 2021 },
}

/** What the little world holds, by year and city. */
export const WORLD: Readonly<Record<string, readonly (readonly number[])[]>> = {
  year: [
    [2020, 2020],
    [2021, 2021],
  ],
  rate: [
    [0.5, 0.5],
    [0.25, 0.25],
  ],
  share: [
    [0.1, 0.9],
    [0.2, 0.8],
  ],
  beds: [
    [7, 7],
    [8, 8],
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

/** The value of a formula in both cities, in the second year unless another is asked for. */
export function valuesOf(text: string, year = 1): number[] {
  const { program, problems } = compileFormula(text, LITTLE)
  if (!program) throw new Error(`${text}: ${problems[0].found}`)
  const keys = Object.keys(WORLD)
  const memory = Float64Array.from([...keys.flatMap((key) => WORLD[key].flat()), 0, 0])
  const at = ({ key, time }: Load) => {
    const then = time === 'now' ? year : 'year' in time ? time.year - FIRST : Math.max(0, year - time.back)
    return 4 * keys.indexOf(key) + 2 * then
  }
  const answer = memory.length - 2
  createMachine(2).run(program, Int32Array.from(program.loads, at), memory, answer)
  return [...memory.slice(answer)]
}
