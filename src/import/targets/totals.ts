/** totals.csv of `cityward new --totals`: people, townspeople, sexes and ages of places in one year, as printed. */
import type { CountedUnit } from '../understand/unit-words.js'
import { unitText } from '../understand/unit-words.js'
import { Cells, distinct, exactSum, type Made, type Placed, shifted, type TargetInput } from './made.js'
import { ofOneLevel, ofOneYear, withUnits } from './settled.js'

/** Columns whose number is a count of people, and those of per cent. */
const isCounted = (column: string) => !/^(?:urban_share|share_)/.test(column)

export function totalsTable({ observations, answers, known, note }: TargetInput): Made {
  const year = ofOneYear(observations, answers)
  const units = withUnits(year.observations, answers)
  const level = ofOneLevel(units.observations, answers)
  const region = level.region ?? known.region
  const isRegion = (one: Placed) => one.isWhole || (region !== undefined && one.matched === region)
  // men and women of places leave no room for ages of their region, which are the sums of theirs
  const hasSexes = level.observations.some((one) => !isRegion(one) && one.sex !== 'all' && one.age === 'all')
  const cells = new Cells()
  const columns = new Set<string>()
  const used = new Set<string>()
  const unit = coarsest(level.observations)
  for (const one of level.observations) {
    const column = columnOf(one, isRegion(one))
    if (column === undefined || (hasSexes && isRegion(one) && one.age !== 'all')) continue
    used.add(one.heading)
    columns.add(column)
    const power =
      one.unit === undefined ? 0 : isCounted(column) ? one.unit.power - unit.power : one.unit.power + 2
    cells.put([placeOf(one), column], { ...one, digits: shifted(one.digits, power) })
  }
  const places = distinct(
    level.observations.filter((one) => columnOf(one, isRegion(one)) !== undefined).map(placeOf),
  )
  const withSum = (place: string, column: string) =>
    cells.get(place, column)?.digits ?? sumOfSexes(cells, place, column)
  const shown = [...columns]
    .filter((column) => !['people', 'urban', 'urban_share', 'male', 'female'].includes(column))
    .sort(byAge)
  const counts = ['urban', 'urban_share', 'male', 'female'].filter((column) => columns.has(column))
  const header = ['year', 'code', 'name_en', 'name_zh', 'kind', 'unit', 'people', ...counts, ...shown, 'note']
  const byPlace = new Map(level.observations.map((one) => [placeOf(one), one]))
  const sums = places.some((place) => isRegion(byPlace.get(place)!))
    ? undefined
    : placeOfAll(places, ['people', ...counts, ...shown].filter(isCounted), withSum)
  const rows = places.map((place) => {
    const one = byPlace.get(place)!
    const numbers = ['people', ...counts, ...shown].map((column) => withSum(place, column) ?? '')
    const kind = isRegion(one) || place === sums ? 'region' : ''
    return [
      String(one.year ?? ''),
      one.matched,
      ...namesOf(one, known),
      kind,
      unitText(unit),
      ...numbers,
      note,
    ]
  })
  return {
    table: { file: 'totals.csv', header, keys: ['code', 'name_en', 'name_zh'], oneOf: true, rows },
    problems: [...cells.problems, ...withoutPeople(rows.length, level.observations)],
    doubts: [...year.doubts, ...units.doubts, ...level.doubts],
    unused: distinct(level.observations.map(({ heading }) => heading)).filter(
      (heading) => !used.has(heading),
    ),
  }
}

/** Fewest places of which one may be the sum of the others. */
const FEWEST = 4

/** The place that all others lie in: each of its counts is the sum of theirs. */
function placeOfAll(
  places: readonly string[],
  columns: readonly string[],
  digitsOf: (place: string, column: string) => string | undefined,
): string | undefined {
  if (places.length < FEWEST) return undefined
  const sums = columns.map((column) => {
    const digits = places.map((place) => digitsOf(place, column))
    return digits.every((one) => one !== undefined) ? exactSum(digits) : undefined
  })
  if (sums.includes(undefined)) return undefined
  // with itself it makes up twice as much
  return places.find((place) =>
    columns.every(
      (column, at) =>
        exactSum([digitsOf(place, column)!, digitsOf(place, column)!]) === exactSum([sums[at]!]),
    ),
  )
}

/** Its name in English and in Chinese, as written; a region that is written as the sum has the names that are known. */
function namesOf(
  { place, matched, isWhole }: Placed,
  { places }: TargetInput['known'],
): [en: string, zh: string] {
  const names = matched === '' ? [] : (places.find(({ code }) => code === matched)?.names ?? [])
  const isHan = (name: string) => /\p{Script=Han}/u.test(name)
  if (isWhole && names.length > 0) return [names.find((name) => !isHan(name)) ?? '', names.find(isHan) ?? '']
  const name = place || names[0] || matched
  return isHan(name) ? ['', name] : [name, '']
}

const placeOf = ({ matched, place, isWhole }: Placed) => (isWhole ? 'whole' : matched || place)

/** The column of a figure; undefined where a table of totals has none for it. */
function columnOf({ measure, age, sex, residence, isShare }: Placed, isRegion: boolean): string | undefined {
  if (measure === 'urban_share') return age === 'all' && sex === 'all' ? 'urban_share' : undefined
  if (measure !== 'people' || residence === 'rural') return undefined
  const group = age === 'all' ? undefined : `${age.from}_${age.to ?? 'plus'}`
  if (isShare)
    return group !== undefined && sex === 'all' && residence === 'all' ? `share_${group}` : undefined
  if (residence === 'urban') return group === undefined && sex === 'all' ? 'urban' : undefined
  if (group === undefined) return sex === 'all' ? 'people' : sex
  if (sex === 'all') return `age_${group}`
  return isRegion ? `${sex}_${group}` : undefined
}

/** People of all sexes where only men and women are given. */
function sumOfSexes(cells: Cells, place: string, column: string): string | undefined {
  if (column !== 'people') return undefined
  const both = ['male', 'female'].map((sex) => cells.get(place, sex)?.digits)
  return both.every((digits) => digits !== undefined) ? exactSum(both as string[]) : undefined
}

/** The unit that all counts are written in: with the least decimals lost, the one with most zeros. */
function coarsest(observations: readonly Placed[]): CountedUnit {
  const powers = observations.flatMap(({ measure, unit, isShare }) =>
    measure === 'people' && !isShare && unit ? [unit.power] : [],
  )
  const most = Math.max(0, ...powers)
  return { base: 'person', power: most >= 4 ? 4 : most >= 3 ? 3 : 0 }
}

/** age_0_14 before age_60_plus, ages before shares before men before women. */
function byAge(one: string, other: string): number {
  const parts = (column: string) => /^([a-z]+)_(\d+)/.exec(column)!
  const [a, b] = [parts(one), parts(other)]
  return ORDER.indexOf(a[1]) - ORDER.indexOf(b[1]) || Number(a[2]) - Number(b[2])
}
const ORDER = ['age', 'share', 'male', 'female']

function withoutPeople(rows: number, observations: readonly Placed[]): Made['problems'] {
  if (
    rows > 0 &&
    observations.some(
      ({ measure, isShare, age, residence }) =>
        measure === 'people' && !isShare && age === 'all' && residence === 'all',
    )
  )
    return []
  const [first] = observations
  if (first === undefined) return []
  return [
    {
      code: 'nothing-to-import',
      where: { file: first.at.file },
      found: 'no column of everyone who lives in a place',
      expected: 'people of places, as a table of totals needs them',
    },
  ]
}
