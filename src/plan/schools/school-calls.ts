/** pupils(...), entrants(...), graduates(...) and dropouts(...): what stands in the grades of a school, and who comes and goes. */
import type { Argument, Call } from '../../formula/scope.js'
import type { Scenario } from '../../scenario/scenario.js'
import { suggestion } from '../../vocabulary/lookup.js'
import { PERSON, refuse, WHOLE_CALL } from '../calls.js'
import type { SchoolColumn } from '../slot-keys.js'
import type { SlotTable } from '../slots.js'

/** Told where grades of a school are asked for together, so that their sum is computed. */
export type AddGrades = (school: string, from: number, to: number) => void

const COLUMNS: readonly (readonly [column: SchoolColumn, description: string])[] = [
  ['entrants', 'new pupils of the first grade in the year'],
  ['graduates', 'pupils of the last grade a year before who have finished it'],
  ['dropouts', 'pupils of a year before who neither moved up nor repeat; less than 0 where more joined'],
]

export function schoolCalls(
  { schools }: Scenario,
  slots: Pick<SlotTable, 'name'>,
  addGrades: AddGrades,
): [name: string, call: Call][] {
  const grades = new Map(schools.map(({ name, opening }) => [name, opening.length]))
  const unknown = (word: string) =>
    refuse(0, `"${word}"`, 'a school of this scenario', suggestion(word, grades.keys()))
  const columns = COLUMNS.map(([column, description]): [string, Call] => [
    column,
    {
      usage: `${column}(school)`,
      description,
      resolve: (args) => {
        const school = textOf(args[0])
        if (args.length !== 1 || !grades.has(school)) return unknown(school)
        return {
          ok: true,
          key: slots.name({ kind: 'school', school, column }),
          shape: 'cities',
          unit: PERSON,
        }
      },
    },
  ])
  const pupils: Call = {
    usage: 'pupils(school), pupils(school, grade), pupils(school, from_grade, to_grade)',
    description: "pupils of a school at the year's end, of all grades or of some",
    resolve: (args) => {
      const school = textOf(args[0])
      const last = grades.get(school)
      if (last === undefined) return unknown(school)
      if (args.length > 3) return refuse(WHOLE_CALL, `${args.length} arguments`, 'a school and its grades')
      const numbers = args.slice(1).map((arg) => ('number' in arg ? arg.number : Number.NaN))
      const bad = numbers.findIndex((grade) => !(Number.isInteger(grade) && grade >= 1 && grade <= last))
      if (bad >= 0) return refuse(bad + 1, textOf(args[bad + 1]), `a grade from 1 to ${last}`)
      const [from = 1, to = args.length === 2 ? from : last] = numbers
      if (from > to) return refuse(1, `${from} to ${to}`, 'the lower grade first')
      if (to > from) addGrades(school, from, to)
      return {
        ok: true,
        key: slots.name({ kind: 'pupils', school, from, to }),
        shape: 'cities',
        unit: PERSON,
      }
    },
  }
  return [['pupils', pupils], ...columns]
}

const textOf = (arg: Argument | undefined) =>
  arg === undefined ? '' : 'word' in arg ? arg.word : String(arg.number)
