/**
 * Compile schools by grade: the stock of pupils of each grade, year after year.
 *
 *   pupils of grade 1 = entrants + repetition x its pupils a year before
 *   pupils of grade g = promotion of g-1 x pupils of g-1 a year before + repetition x its own a year before
 *   graduates = promotion of the last grade x its pupils a year before
 *   dropouts = sum over grades of (1 - promotion - repetition) x pupils a year before
 *
 * They are computed once the people of a year are known, and before what services meet. Source: the grade transition model of
 * UNESCO; with no repetition the grade progression ratios of school districts (docs/method.md, M10).
 */
import type { School, SchoolEntry, Value } from '../../scenario/scenario.js'
import { PURE, type Unit } from '../../vocabulary/units.js'
import { PERSON } from '../calls.js'
import type { Draft } from '../draft.js'
import type { SchoolColumn, SchoolPart, SlotKey } from '../slot-keys.js'
import { addValue } from '../values.js'
import { addAll, gradeNames, part, pupils, schoolNames } from './school-steps.js'

/** All schools; problems go to the draft. To be compiled before anything that may ask for pupils. */
export function planSchools(draft: Draft): void {
  for (const school of draft.scenario.schools) {
    if (draft.dataset.dims.ageWidth === 1) planSchool(draft, school)
    else reportWideSteps(draft, school)
  }
}

function planSchool(draft: Draft, school: School): void {
  const { name, opening, promotion, repetition, entrants } = school
  const grades = opening.map((_, at) => at + 1)
  const set = (part: SchoolPart, value: Value, unit: Unit) =>
    addValue(draft, { kind: 'school part', school: name, part }, value, 'input', unit)
  for (const [at, grade] of grades.entries()) {
    set(`opening ${grade}`, opening[at], PERSON)
    set(`promotion ${grade}`, promotion[at], PURE)
    set(`repetition ${grade}`, repetition[at], PURE)
  }
  const column: SlotKey = { kind: 'school', school: name, column: 'entrants' }
  if (entrants.kind === 'entry') addEntry(draft, name, entrants, column)
  else addValue(draft, column, entrants, 'demand', PERSON)
  for (const grade of grades) addGrade(draft, name, grade)
  const leave = grades.map(
    (grade) => `(1 - promotion_${grade} - repetition_${grade}) * previous(pupils_${grade})`,
  )
  addFlow(draft, name, grades, 'graduates', `promotion_${grades.length} * previous(pupils_${grades.length})`)
  addFlow(draft, name, grades, 'dropouts', leave.join(' + '))
}

/** Children of the entry age by the cut-off, and those a year older who were born after it. */
function addEntry(draft: Draft, school: string, entry: SchoolEntry, column: SlotKey): void {
  const { dims } = draft.dataset
  if (entry.age + 1 >= dims.ages - 1) {
    const found = `the age ${entry.age}`
    const expected = `an age below ${dims.ages - 2}, as the last one is open`
    draft.report(['schools', school, 'entry', 'age'], { code: 'entry-age-unknown', found, expected })
    return
  }
  addValue(draft, part(school, 'enrolled'), entry.enrolled, 'input', PURE)
  const children = (age: number): SlotKey => ({
    kind: 'people',
    group: 'resident',
    from: age,
    to: age,
    sex: 'both',
  })
  const names = schoolNames(draft, [
    ['enrolled', part(school, 'enrolled'), PURE],
    ['by_cutoff', children(entry.age), PERSON],
    ['after_cutoff', children(entry.age + 1), PERSON],
  ])
  const { byCutoff } = entry
  const text = `enrolled * (${byCutoff} * by_cutoff + ${1 - byCutoff} * after_cutoff)`
  addAll(draft, column, [draft.overNames(text, 'demand', names)])
}

function addGrade(draft: Draft, school: string, grade: number): void {
  const names = gradeNames(draft, school, grade > 1 ? [grade - 1, grade] : [grade])
  const opening = schoolNames(draft, [['opening', part(school, `opening ${grade}`), PERSON]])
  const stay = `repetition_${grade} * previous(pupils_${grade})`
  const come = grade === 1 ? 'entrants' : `promotion_${grade - 1} * previous(pupils_${grade - 1})`
  const first = draft.overNames('opening', 'demand', opening)
  const later = draft.overNames(`${come} + ${stay}`, 'demand', names)
  addAll(
    draft,
    pupils(school, grade, grade),
    draft.years.map((_, year) => (year === 0 ? first : later)),
  )
}

/** In the base year nobody has moved on yet. */
function addFlow(
  draft: Draft,
  school: string,
  grades: readonly number[],
  column: SchoolColumn,
  text: string,
): void {
  const names = gradeNames(draft, school, grades)
  const first = draft.overNames('0 * pupils_1', 'demand', names)
  const later = draft.overNames(text, 'demand', names)
  const key: SlotKey = { kind: 'school', school, column }
  addAll(
    draft,
    key,
    draft.years.map((_, year) => (year === 0 ? first : later)),
  )
}

function reportWideSteps(draft: Draft, { name }: School): void {
  const found = `a school by grade, and steps of ${draft.dataset.dims.ageWidth} years`
  const expected = 'a data folder of single years (age_width: 1), as pupils move up every year'
  draft.report(['schools', name], { code: 'grades-want-years', found, expected }, 'key')
}
