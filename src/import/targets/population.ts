/** population.csv of a folder without statuses: people by sex and age, which a projection begins with. */
import { type AgeGroup, ageText } from '../understand/age-words.js'
import { finest } from './ages.js'
import { Cells, distinct, exactSum, type Made, type Placed, shifted, type TargetInput } from './made.js'
import { withUnits, withYear } from './settled.js'
import { tooEarly } from './too-early.js'
import { withoutCodes } from './without-codes.js'

const FIXED = ['year', 'code', 'status', 'sex', 'unit', 'source', 'quality', 'note']
const SEXES = ['male', 'female'] as const

export function populationTable({ observations, answers, source, note }: TargetInput): Made {
  const year = withYear(observations, answers)
  const units = withUnits(year.observations, answers)
  const used = units.observations.filter((one) => isCounted(one, answers.year))
  const cells = new Cells()
  // those without a code are told, and are not one place
  const rowOf = ({ matched, place, year: of }: Placed) => `${of}\n${matched || place}`
  for (const one of used)
    cells.put([rowOf(one), one.sex, ageText(one.age as AgeGroup)], {
      ...one,
      digits: shifted(one.digits, one.unit!.power),
    })
  const groups = finest(distinctGroups(used))
  const columns = groups === undefined ? undefined : widened(groups)
  const early = tooEarly(used)
  const problems = [...cells.problems, ...withoutCodes(used)]
  if (columns === undefined && used.length > 0)
    problems.push({
      code: 'ages-incomplete',
      where: used[0].at,
      found: `ages ${distinctGroups(used).map(ageText).slice(0, 12).join(', ')}`,
      expected: 'single ages or groups of five from 0 on, the last one open, of men and of women',
    })
  const rows = distinct(used.map(rowOf)).flatMap((row) =>
    SEXES.map((sex) => {
      const [of, code] = row.split('\n')
      const counts = (columns ?? []).map(({ parts }) => {
        const all = parts.map((group) => cells.get(row, sex, ageText(group)))
        const missing = all.indexOf(undefined)
        if (missing >= 0)
          problems.push({
            code: 'ages-incomplete',
            where: used[0].at,
            found: `no ${sex}s of ${ageText(parts[missing])} in ${code} in ${of}`,
            expected: 'every age of men and of women',
          })
        return missing >= 0 ? '' : exactSum(all.map((one) => one!.digits)).replace(/\.0+$/, '')
      })
      return [of, code, 'all', sex, 'person', source, 'data', note, ...counts]
    }),
  )
  return {
    table: {
      file: 'population.csv',
      header: [...FIXED, ...(columns ?? []).map(({ name }) => name)],
      keys: ['year', 'code', 'status', 'sex'],
      rows,
    },
    problems: early.length > 0 ? early : problems,
    doubts: [...year.doubts, ...units.doubts],
    unused: [],
  }
}

/** Men or women of an age, in towns and villages; of a year that is asked for. */
const isCounted = ({ measure, isShare, residence, sex, age, year }: Placed, asked: number | undefined) =>
  measure === 'people' &&
  !isShare &&
  residence === 'all' &&
  sex !== 'all' &&
  age !== 'all' &&
  (asked === undefined || year === asked)

function distinctGroups(observations: readonly Placed[]): AgeGroup[] {
  const groups = new Map(observations.map(({ age }) => [ageText(age as AgeGroup), age as AgeGroup]))
  return [...groups.values()].sort((a, b) => a.from - b.from || (a.to ?? 1000) - (b.to ?? 1000))
}

/** Columns of one width: single ages, or groups of five into which 0 and 1-4 go; undefined for other groups. */
function widened(
  groups: readonly AgeGroup[],
): { readonly name: string; readonly parts: readonly AgeGroup[] }[] | undefined {
  const last = groups.at(-1)!
  const closed = groups.slice(0, -1)
  const name = (from: number) => (from === last.from ? `${from}+` : String(from))
  if (closed.every(({ from, to }) => from === to))
    return groups.map((group) => ({ name: name(group.from), parts: [group] }))
  const fives = Array.from({ length: Math.floor(last.from / 5) + 1 }, (_, k) => 5 * k)
  const columns = fives.map((from) => ({
    name: name(from),
    parts: from === last.from ? [last] : closed.filter((group) => group.from >= from && group.to! < from + 5),
  }))
  const whole = columns.every(({ parts }, k) => parts.length > 0 && parts[0].from === fives[k])
  return whole &&
    last.from % 5 === 0 &&
    columns.reduce((sum, { parts }) => sum + parts.length, 0) === groups.length
    ? columns
    : undefined
}
