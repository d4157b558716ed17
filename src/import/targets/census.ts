/** census.csv: published totals of places, which a data folder holds its people against. */
import type { AgeGroup } from '../understand/age-words.js'
import { tiling } from './ages.js'
import { Cells, distinct, exactSum, type Made, type Placed, shifted, type TargetInput } from './made.js'
import { withUnits, withYear } from './settled.js'
import { withoutCodes } from './without-codes.js'

const GROUPS: Readonly<Record<string, readonly [number, number | undefined]>> = {
  age_0_14: [0, 14],
  age_15_59: [15, 59],
  age_60_plus: [60, undefined],
}
const HEADER = [
  'code',
  'parent',
  'kind',
  'year',
  'population',
  'urban',
  'male',
  'female',
  ...Object.keys(GROUPS),
  'source',
]

export function censusTable({ observations, answers, known, source }: TargetInput): Made {
  const year = withYear(observations, answers)
  const units = withUnits(year.observations, answers)
  const counted = units.observations.filter(
    ({ measure, isShare, residence }) => measure === 'people' && !isShare && residence !== 'rural',
  )
  const cells = new Cells()
  const groups = new Map<string, AgeGroup[]>()
  const keyOf = ({ matched, year: of }: Placed) => `${matched}\n${of}`
  for (const one of counted) {
    const { age, sex, residence } = one
    const persons = { ...one, digits: shifted(one.digits, one.unit!.power).replace(/\.0+$/, '') }
    cells.put([keyOf(one), sex, residence, age === 'all' ? 'all' : `${age.from}-${age.to}`], persons)
    if (age !== 'all' && sex === 'all' && residence === 'all')
      groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), age])
  }
  const digits = (key: string, sex: string, residence: string, age: string) =>
    cells.get(key, sex, residence, age)?.digits
  const rows = distinct(counted.map(keyOf)).map((key) => {
    const [code, of] = key.split('\n')
    const ages = Object.values(GROUPS).map(([from, to]) => {
      const parts = tiling(groups.get(key) ?? [], from, to)?.map(
        (group) => digits(key, 'all', 'all', `${group.from}-${group.to}`)!,
      )
      return parts === undefined ? '' : exactSum(parts)
    })
    const [male, female] = ['male', 'female'].map((sex) => digits(key, sex, 'all', 'all') ?? '')
    const all =
      digits(key, 'all', 'all', 'all') ?? (male !== '' && female !== '' ? exactSum([male, female]) : '')
    return [
      code,
      ...within(code, known),
      of,
      all,
      digits(key, 'all', 'urban', 'all') ?? '',
      male,
      female,
      ...ages,
      source,
    ]
  })
  return {
    table: { file: 'census.csv', header: HEADER, keys: ['code', 'year'], rows },
    problems: [...cells.problems, ...withoutCodes(counted)],
    doubts: [...year.doubts, ...units.doubts],
    unused: distinct(
      observations.filter((one) => !(one.measure === 'people' && !one.isShare)).map(({ heading }) => heading),
    ),
  }
}

/** What a place lies in, and its kind. */
function within(code: string, { places, region }: TargetInput['known']): [parent: string, kind: string] {
  if (code === region) return ['', 'region']
  const parent = places.find((one) => one.code !== code && one.code !== region && code.startsWith(one.code))
  if (parent && !places.some((one) => one.code === code && parent.code.length <= 2))
    return [parent.code, 'county']
  return [region ?? '', 'city']
}
