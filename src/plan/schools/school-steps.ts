/** Columns of a school, and formulas over them. */
import type { Program } from '../../formula/program.js'
import type { Name } from '../../formula/scope.js'
import { PURE, type Unit } from '../../vocabulary/units.js'
import { PERSON } from '../calls.js'
import type { Moment } from '../language.js'
import { keyText, type SchoolPart, type SlotKey } from '../slot-keys.js'
import type { SlotTable } from '../slots.js'

/** What writes the columns of a school: the draft of a plan. */
interface StepWriter {
  readonly slots: Pick<SlotTable, 'slot' | 'name'>
  readonly stepsOf: (slot: number) => readonly unknown[]
  readonly overNames: (text: string, moment: Moment, names: ReadonlyMap<string, Name>) => Program | undefined
  readonly addStep: (key: SlotKey, programs: readonly Program[], moment: Moment) => number
}

/** The sum of some grades, computed where it is first asked for: grades stand before it. */
export function addGradeSum(draft: StepWriter, school: string, from: number, to: number): void {
  const key = pupils(school, from, to)
  if (draft.stepsOf(draft.slots.slot(key)).length > 0) return
  const grades = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const text = grades.map((grade) => `pupils_${grade}`).join(' + ')
  addAll(draft, key, [draft.overNames(text, 'demand', gradeNames(draft, school, grades))])
}

export const pupils = (school: string, from: number, to: number): SlotKey => ({
  kind: 'pupils',
  school,
  from,
  to,
})
export const part = (school: string, of: SchoolPart): SlotKey => ({ kind: 'school part', school, part: of })

export function gradeNames(draft: StepWriter, school: string, grades: readonly number[]): Map<string, Name> {
  return schoolNames(draft, [
    ['entrants', { kind: 'school', school, column: 'entrants' }, PERSON],
    ...grades.flatMap((grade): [string, SlotKey, Unit][] => [
      [`pupils_${grade}`, pupils(school, grade, grade), PERSON],
      [`promotion_${grade}`, part(school, `promotion ${grade}`), PURE],
      [`repetition_${grade}`, part(school, `repetition ${grade}`), PURE],
    ]),
  ])
}

export function schoolNames(
  draft: StepWriter,
  keys: readonly (readonly [string, SlotKey, Unit])[],
): Map<string, Name> {
  return new Map(
    keys.map(([name, key, unit]) => {
      draft.slots.name(key)
      return [name, { shape: 'cities', unit, key: keyText(key), description: '' }]
    }),
  )
}

export function addAll(draft: StepWriter, key: SlotKey, programs: readonly (Program | undefined)[]): void {
  const good = programs.filter((program) => program !== undefined)
  if (good.length === programs.length) draft.addStep(key, good, 'demand')
}
