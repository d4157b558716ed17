/** Schools by grade of a scenario file, with one value a grade and the cut-off as a share of births. */
import type { Path, School, SchoolEntry, Value } from '../scenario.js'
import type { ScenarioFile } from '../schema/schema.js'
import { resolveValue, type ValueInFile } from './values.js'

type SchoolInFile = NonNullable<ScenarioFile['schools']>[string]
type EntryInFile = NonNullable<SchoolInFile['entry']>

/** Days of each month in most years. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function resolveSchool(name: string, school: SchoolInFile): School {
  const path = ['schools', name]
  const grades = school.opening.length
  const byGrade = (
    values: ValueInFile | ValueInFile[] | undefined,
    field: string,
    standard: number,
  ): Value[] =>
    Array.from({ length: grades }, (_, grade) =>
      Array.isArray(values)
        ? resolveValue(values[grade], [...path, field, grade], standard)
        : resolveValue(values, [...path, field], standard),
    )
  return {
    name,
    title: school.title,
    opening: byGrade(school.opening, 'opening', 0),
    promotion: byGrade(school.promotion, 'promotion', 1),
    repetition: byGrade(school.repetition, 'repetition', 0),
    entrants: school.entry
      ? resolveEntry(school.entry, [...path, 'entry'])
      : resolveValue(school.entrants, [...path, 'entrants']),
  }
}

function resolveEntry({ age, cutoff, births_by_month, enrolled }: EntryInFile, path: Path): SchoolEntry {
  return {
    kind: 'entry',
    age,
    byCutoff: shareBornBy(cutoff, births_by_month ?? DAYS),
    enrolled: resolveValue(enrolled, [...path, 'enrolled'], 1),
  }
}

/** Share of a year's births that fall on a day of the year (08-31) or before it; even over the days of a month. */
export function shareBornBy(day: string, births: readonly number[]): number {
  const month = Number(day.slice(0, 2)) - 1
  const all = births.reduce((sum, one) => sum + one, 0)
  const before = births.slice(0, month).reduce((sum, one) => sum + one, 0)
  return (before + births[month] * Math.min(1, Number(day.slice(3)) / DAYS[month])) / all
}
