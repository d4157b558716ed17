/** Age groups as columns of a table: `0,1,...,99,100+`, or `0,5,...,95,100+`. */
import type { Findings } from './reading/findings.js'
import { listed, quoted } from './reading/findings.js'
import type { CsvTable } from './reading/read-table.js'

/** A column that holds one age group, and the group's index from 0. */
export interface AgeColumn {
  readonly column: string
  readonly age: number
}

/** The age columns of the format, open group last; undefined, reported, where population.csv has other ones. */
export function openingAges(table: CsvTable, ageWidth: number, findings: Findings): AgeColumn[] | undefined {
  const named = ageNames(table)
  const open = named.filter((name) => name.endsWith('+'))
  const last = Number.parseInt(open[0] ?? '', 10)
  if (open.length !== 1 || last % ageWidth !== 0 || last > 150) {
    findings.report({
      code: 'open-age-missing',
      where: { file: table.file, line: 1 },
      found: open.length === 0 ? 'no open age group' : `the open age groups ${listed(open.map(quoted))}`,
      expected: `one last age column such as 100+, in steps of age_width (${ageWidth})`,
    })
    return undefined
  }
  const ages: AgeColumn[] = []
  for (let first = 0; first < last; first += ageWidth) {
    ages.push({ column: String(first), age: first / ageWidth })
  }
  ages.push({ column: open[0], age: last / ageWidth })
  return checkedAges(table, ages, true, findings)
}

/** Of the format's age columns those that a table has; undefined, reported, where one is missing or unknown. */
export function checkedAges(
  table: CsvTable,
  ages: readonly AgeColumn[],
  wantsAll: boolean,
  findings: Findings,
): AgeColumn[] | undefined {
  const known = new Set(ages.map(({ column }) => column))
  const unknown = ageNames(table).filter((name) => !known.has(name))
  const missing = ages.filter(({ column }) => !table.columns.has(column)).map(({ column }) => column)
  const first = ages.slice(0, 2).map(({ column }) => column)
  const expected = `the ages of population.csv and data.yaml: ${first.join(', ')} to ${ages.at(-1)?.column}`
  const where = { file: table.file, line: 1 }
  const lacking = wantsAll ? missing.length > 0 : missing.length === ages.length
  const lacks = `no column for ${missing.length === 1 ? 'age' : 'ages'} ${listed(missing)}`
  if (unknown.length > 0) {
    const found = `the age columns ${listed(unknown)}${lacking ? `, and ${lacks}` : ''}`
    findings.report({ code: 'age-unknown', where, found, expected })
  } else if (lacking) {
    findings.report({ code: 'column-missing', where, found: lacks, expected })
  }
  if (unknown.length > 0 || lacking) return undefined
  return ages.filter(({ column }) => table.columns.has(column))
}

function ageNames(table: CsvTable): string[] {
  return [...table.columns.keys()].filter((name) => /^\d/.test(name))
}

/**
 * Age columns of death rates that are not those of the people but can be grouped into them: each group of the
 * people begins at one of them, and their open age is no earlier. Undefined where they are the people's own, or
 * cannot be grouped.
 */
export function ratesAges(
  table: CsvTable,
  ages: readonly AgeColumn[],
  ageWidth: number,
): AgeColumn[] | undefined {
  const names = ageNames(table)
  const same = names.length === ages.length && ages.every(({ column }) => table.columns.has(column))
  const wellFormed = names.every((name, index) =>
    /^\d+$/.test(index === names.length - 1 ? name.slice(0, -1) : name),
  )
  if (same || !wellFormed || !names.at(-1)?.endsWith('+')) return undefined
  const starts = names.map((name) => Number.parseInt(name, 10))
  const rising = starts.every((start, index) => index === 0 || start > starts[index - 1])
  const whole = ages.every((_, group) => starts.includes(group * ageWidth))
  return rising && whole ? names.map((column, age) => ({ column, age })) : undefined
}
