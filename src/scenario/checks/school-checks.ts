/** What the fields of a school say of each other: as many values as grades, and who enters said once. */
import type { FieldProblem } from '../read/field-problem.js'
import type { ScenarioFile } from '../schema/schema.js'

export function schoolProblems({ schools = {} }: ScenarioFile): FieldProblem[] {
  return Object.entries(schools).flatMap(([name, school]) => {
    const path = ['schools', name]
    const grades = school.opening.length
    const lists = (['promotion', 'repetition'] as const).flatMap((field): FieldProblem[] => {
      const given = school[field]
      if (!Array.isArray(given) || given.length === grades) return []
      const found = `${given.length} values for ${grades} grades`
      return [
        {
          code: 'grades-differ',
          path: [...path, field],
          found,
          expected: `${grades}, or one for all of them`,
        },
      ]
    })
    const said = [school.entry, school.entrants].filter((one) => one !== undefined).length
    if (said === 1) return lists
    const found = said === 0 ? 'neither entry nor entrants' : 'entry beside entrants'
    const expected = 'one of the two, which says who enters the first grade'
    return [...lists, { code: 'entrants-not-once', path, onKey: true, found, expected }]
  })
}
