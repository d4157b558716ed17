/** mortality.csv and fertility.csv: death rates by sex and age, births per woman by age, of every year or the one asked for. */
import type { Problem } from '../../vocabulary/problems.js'
import { type AgeGroup, ageText } from '../understand/age-words.js'
import { finest } from './ages.js'
import { Cells, distinct, type Made, type Placed, type TargetInput } from './made.js'
import { withYear } from './settled.js'
import { tooEarly } from './too-early.js'
import { withoutCodes } from './without-codes.js'

/** A column of ages: its name, and the group whose figures stand in it. */
interface AgeColumn {
  readonly name: string
  readonly group: AgeGroup
}

/** What the two tables differ in. */
interface RatesForm {
  readonly file: string
  readonly measure: string
  /** Columns between the place and the ages, and what they hold in a row. */
  readonly fixed: readonly string[]
  readonly fixedOf: (sex: string, source: string, note: string) => readonly string[]
  readonly sexes: readonly string[]
  /** Columns of ages; undefined for groups that the table has no form for. */
  readonly columns: (groups: readonly AgeGroup[]) => readonly AgeColumn[] | undefined
  readonly expected: string
  /** What to do where a rate is missing. */
  readonly hint?: string
}

const MORTALITY: RatesForm = {
  file: 'mortality.csv',
  measure: 'mx',
  fixed: ['sex', 'measure', 'unit', 'source', 'quality', 'note'],
  fixedOf: (sex, source, note) => [sex, 'mx', '1 / year', source, 'data', note],
  sexes: ['male', 'female'],
  columns: (groups) =>
    finest(groups)?.map((group) => ({ name: `${group.from}${group.to === undefined ? '+' : ''}`, group })),
  expected: 'ages without a gap from 0 on, the last one open',
  hint: 'Say one year with --year; or take life tables of women and of men, which have a rate at every age.',
}

const FERTILITY: RatesForm = {
  file: 'fertility.csv',
  measure: 'asfr',
  fixed: ['unit', 'source', 'quality', 'note'],
  fixedOf: (_, source, note) => ['birth / person / year', source, 'data', note],
  sexes: ['all'],
  columns: fertileAges,
  expected: 'single ages of women, or groups of five, without a gap',
}

export const deathRatesTable = (input: TargetInput): Made => ratesTable(input, MORTALITY)
export const birthRatesTable = (input: TargetInput): Made => ratesTable(input, FERTILITY)

/** Ages of one width without a gap; a first group that is open stands at its last age, a last one at its first. */
function fertileAges(groups: readonly AgeGroup[]): AgeColumn[] | undefined {
  const [first, second] = groups
  if (second === undefined) return undefined
  const width = second.to === undefined ? 1 : second.to - second.from + 1
  const columns = groups.map((group) => {
    const isFirstOpen = group === first && group.from === 0 && group.to !== undefined
    return { name: String(isFirstOpen ? group.to + 1 - width : group.from), group }
  })
  const isEven = groups.slice(1, -1).every(({ from, to }) => to !== undefined && to - from + 1 === width)
  const hasNoGap = columns.every(
    ({ name }, k) => k === 0 || Number(name) === Number(columns[k - 1].name) + width,
  )
  return isEven && hasNoGap ? columns : undefined
}

function ratesTable({ observations, answers, source, note }: TargetInput, form: RatesForm): Made {
  const year = withYear(observations, answers)
  const used = year.observations.filter(
    ({ measure, sex, age, year: of }) =>
      measure === form.measure &&
      age !== 'all' &&
      form.sexes.includes(sex) &&
      (answers.year === undefined || of === answers.year),
  )
  const cells = new Cells()
  for (const one of used) cells.put([rowOf(one), ageText(one.age as AgeGroup)], one)
  const groups = new Map(used.map(({ age }) => [ageText(age as AgeGroup), age as AgeGroup]))
  const sorted = [...groups.values()].sort((a, b) => a.from - b.from || (a.to ?? 1000) - (b.to ?? 1000))
  const columns = form.columns(sorted) ?? []
  const early = tooEarly(used)
  const problems = [
    ...cells.problems,
    ...withoutCodes(used),
    ...(columns.length === 0 && used.length > 0 ? [otherAges(used[0], sorted, form)] : []),
    ...withGaps(used, columns, cells, form),
  ]
  const rows = distinct(used.map(rowOf)).map((row) => {
    const [of, code, sex] = row.split('\n')
    const rates = columns.map(({ group }) => cells.get(row, ageText(group))?.digits ?? '')
    return [of, code, ...form.fixedOf(sex, source, note), ...rates]
  })
  return {
    table: {
      file: form.file,
      header: ['year', 'code', ...form.fixed, ...columns.map(({ name }) => name)],
      keys: ['year', 'code', ...(form.fixed.includes('sex') ? ['sex'] : [])],
      rows,
    },
    problems: early.length > 0 ? early : problems,
    doubts: year.doubts,
    unused: [],
  }
}

const rowOf = ({ year, matched, sex }: Placed) => `${year}\n${matched}\n${sex}`

const otherAges = ({ at }: Placed, groups: readonly AgeGroup[], { expected }: RatesForm): Problem => ({
  code: 'ages-incomplete',
  where: at,
  found: `ages ${groups.map(ageText).slice(0, 12).join(', ')}`,
  expected,
})

/** A problem for each row that lacks a rate. */
function withGaps(
  used: readonly Placed[],
  columns: readonly AgeColumn[],
  cells: Cells,
  { hint }: RatesForm,
): Problem[] {
  const first = new Map(used.toReversed().map((one) => [rowOf(one), one]))
  return distinct(used.map(rowOf)).flatMap((row): Problem[] => {
    const missing = columns.filter(({ group }) => cells.get(row, ageText(group)) === undefined)
    if (missing.length === 0) return []
    const [of, code] = row.split('\n')
    const ages = missing.map(({ group }) => ageText(group)).join(', ')
    return [
      {
        code: 'ages-incomplete',
        where: first.get(row)!.at,
        found: `no rate at ${ages} in ${code} in ${of}`,
        expected: 'a rate at every age',
        ...(hint === undefined ? {} : { hint }),
      },
    ]
  })
}
