/** How pupils moved on in the past, for programs: grade progression ratios, or shares who move up, repeat and leave. */
import type { Matrix } from '../../math/state-transition.js'
import { refuseArgument, requireOneOf, requireWhole } from '../../vocabulary/wrong-argument.js'
import { requireNumbers } from './library.js'

export interface EnrolmentOptions {
  /** Of the pupils, those who are in the grade for a second time [year][grade]; none where they are not told apart. */
  readonly repeaters?: Matrix
  /** How many of the last pairs of years count; all if left out. */
  readonly pairs?: number
  /** Of several pairs: the mean of their ratios, or the ratio of their sums. */
  readonly over?: 'ratios' | 'sums'
}

/** Shares of the pupils of a grade, a year later. */
export interface GradeProgression {
  /** In the next grade and not repeating it, of every grade but the last: what enrolment says nothing of. */
  readonly promotion: number[]
  /** In the same grade again. */
  readonly repetition: number[]
  /** In neither, of every grade but the last: less than 0 where more have come than gone. */
  readonly dropout: number[]
}

/**
 * From pupils by year and grade, the years one after another. Without repeaters `promotion` is the grade progression ratio of
 * school districts; with them it is UNESCO's promotion rate.
 */
export function gradeProgression(enrolment: Matrix, options: EnrolmentOptions = {}): GradeProgression {
  const called = 'gradeProgression'
  const { repeaters = enrolment.map((row) => row.map(() => 0)), over = 'ratios' } = options
  requireOneOf(called, 'over', over, ['ratios', 'sums'])
  if (enrolment.length < 2)
    refuseArgument(called, 'enrolment', `${enrolment.length} years`, 'two years or more')
  requireSame(called, 'enrolment', enrolment, enrolment.length, enrolment[0].length)
  requireSame(called, 'repeaters', repeaters, enrolment.length, enrolment[0].length)
  const { pairs = enrolment.length - 1 } = options
  requireWhole(called, 'pairs', pairs, 1, enrolment.length - 1)
  const later = Array.from({ length: pairs }, (_, at) => enrolment.length - pairs + at)
  const share = (grade: number, moved: (year: number) => number): number => {
    const parts = later.map((year) => [moved(year), enrolment[year - 1][grade]] as const)
    const empty = parts.findIndex(([, before]) => !(before > 0))
    if (empty >= 0)
      refuseArgument(called, `enrolment.${later[empty] - 1}.${grade}`, '0', 'pupils, of whom some move on')
    const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
    if (over === 'sums') return sum(parts.map(([after]) => after)) / sum(parts.map(([, before]) => before))
    return sum(parts.map(([after, before]) => after / before)) / pairs
  }
  const grades = enrolment[0].map((_, grade) => grade)
  const repetition = grades.map((grade) => share(grade, (year) => repeaters[year][grade]))
  const promotion = grades
    .slice(0, -1)
    .map((grade) => share(grade, (year) => enrolment[year][grade + 1] - repeaters[year][grade + 1]))
  return { promotion, repetition, dropout: promotion.map((up, grade) => 1 - up - repetition[grade]) }
}

function requireSame(called: string, argument: string, table: Matrix, years: number, grades: number): void {
  if (table.length !== years) refuseArgument(called, argument, `${table.length} years`, `${years} years`)
  for (const [year, row] of table.entries()) {
    if (row.length !== grades)
      refuseArgument(called, `${argument}.${year}`, `${row.length} grades`, `${grades} grades`)
    requireNumbers(called, `${argument}.${year}`, row, 0, Number.POSITIVE_INFINITY)
  }
}
