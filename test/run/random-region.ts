/** Little data folders made of chance: one to five cities, some age groups, every optional table there or not. */
import type {
  AgeTable,
  Dataset,
  NamedValue,
  Place,
  TravelLeg,
  TravelLine,
} from '../../src/dataset/dataset.js'
import { ownAges } from '../../src/math/death-ages.js'
import { MOVE_SCHEDULES } from '../../src/scenario/scenario.js'
import { type Dimensions, peopleSize } from '../../src/vocabulary/dimensions.js'
import { PURE } from '../../src/vocabulary/units.js'
import type { Chance } from './chance.js'

const PROVENANCE = { unit: '', source: '', quality: 'judgement', note: '' } as const
export const FIRST_YEAR = 2020

/** like: a data folder that was read, whose title, region and sources it takes. */
export function randomRegion(chance: Chance, like: Dataset): Dataset {
  const { uniform, odds, whole, between } = chance
  const dims: Dimensions = {
    statuses: odds(0.85) ? 4 : 1,
    sexes: 2,
    ages: whole(3, 9),
    ageWidth: odds(0.25) ? 5 : 1,
    cities: whole(1, 5),
  }
  const { cities, ages } = dims
  const cells = 2 * ages * cities
  const table = (year: number, length: number, value: (cell: number) => number): AgeTable => ({
    year,
    values: Float64Array.from({ length }, (_, cell) => value(cell)),
    provenance: [],
  })
  const byYear = (length: number, value: (cell: number) => number) =>
    new Map((odds(0.5) ? [2020] : [2020, 2022]).map((year) => [year, table(year, length, value)]))
  const measure = odds(0.8) ? 'mx' : 'survival'
  const rate = odds(0.5)
  return {
    ...like,
    cities: Array.from({ length: cities }, (_, city) => place(city)),
    dims,
    population: new Map([
      [2020, table(2020, peopleSize(dims), () => (odds(0.1) ? 0 : Math.round(uniform() * 1000)))],
    ]),
    away:
      dims.statuses === 1 || odds(0.2)
        ? new Map()
        : new Map([[2020, table(2020, cells, () => uniform() * 200)]]),
    mortality: {
      measure,
      ages: ownAges(dims.ageWidth, ages),
      byYear: byYear(cells, () => (measure === 'mx' ? 0.001 + uniform() * 0.1 : 1 - uniform() * 0.1)),
    },
    fertility: byYear(ages * cities, (cell) =>
      Math.abs(Math.floor(cell / cities) - 2) < 2 ? uniform() * 0.1 : 0,
    ),
    sexRatioAtBirth: new Map([[2020, { boysPerGirl: between(0.9, 1.1), provenance: PROVENANCE }]]),
    schedules: new Map(
      chance.some(MOVE_SCHEDULES, 0.85).map((name) => {
        const made = schedule(chance, name, ages, table)
        return [name, ages % 3 === 1 && name !== 'more_net_migrants' ? byPlace(made, ages, cities) : made]
      }),
    ),
    netMigration: odds(0.4)
      ? {
          measure: rate ? 'rate' : 'count',
          byYear: byYear(cells, () => (uniform() - 0.5) * (rate ? 0.2 : 40)),
        }
      : undefined,
    destinations: odds(0.8) ? shares(chance, cities) : undefined,
    homes: odds(0.8) ? shares(chance, cities) : undefined,
    travel: travelOf(chance, cities),
    groups: groupsOf(cities),
    values: valuesOf(chance, cities),
    commitments: new Map(),
    backtest: [],
    pastCommitments: [],
    delivery: new Map(),
  }
}

function place(city: number): Place {
  return { code: `C${city}`, name: { en: `City ${city}`, zh: `城${city}` }, kind: 'city' }
}

/** All places, and two halves of them that leave none out. */
function groupsOf(cities: number): Map<string, readonly number[]> {
  const all = Array.from({ length: cities }, (_, city) => city)
  const half = Math.ceil(cities / 2)
  return new Map([['all', all], ['west', all.slice(0, half)], ['east', all.slice(half)]]) // biome-ignore format: a list
}

function schedule(
  { uniform, odds }: Chance,
  name: string,
  ages: number,
  table: (year: number, length: number, value: (cell: number) => number) => AgeTable,
): AgeTable {
  const made = table(2020, 2 * ages, () => (odds(0.1) ? 0 : uniform()))
  if (name === 'conversion') return made
  const parts = name === 'arrivals' || name === 'more_net_migrants' ? 1 : 2
  const length = (2 * ages) / parts
  for (let part = 0; part < parts; part++) {
    const own = made.values.subarray(part * length, (part + 1) * length)
    own[0] += 0.1
    const sum = own.reduce((all, one) => all + one, 0)
    own.forEach((value, age) => {
      own[age] = value / sum
    })
  }
  return made
}

/** A schedule of each place: that of all, a year of age later from each place to the next. */
function byPlace(made: AgeTable, ages: number, cities: number): AgeTable {
  const values = Float64Array.from({ length: 2 * ages * cities }, (_, at) => {
    const [shape, city] = [Math.floor(at / cities), at % cities]
    return made.values[shape - (shape % ages) + (((shape % ages) + city) % ages)]
  })
  return { ...made, values }
}

/** Rows that add up to one, the last column outside. */
function shares({ uniform, odds }: Chance, cities: number): AgeTable {
  const width = cities + 1
  const values = Float64Array.from({ length: cities * width }, () => (odds(0.15) ? 0 : uniform()))
  for (let from = 0; from < cities; from++) {
    const row = values.subarray(from * width, (from + 1) * width)
    row[from] += 0.05
    const sum = row.reduce((all, one) => all + one, 0)
    row.forEach((value, to) => {
      row[to] = value / sum
    })
  }
  return { year: 2020, values, provenance: [] }
}

function travelOf(chance: Chance, cities: number): Dataset['travel'] {
  const legs: TravelLeg[] = []
  const lines: TravelLine[] = Array.from({ length: chance.whole(0, 2) }, (_, line) => ({
    name: `line_${line}`,
    title: { en: 'A line', zh: '线' },
    opens: FIRST_YEAR + chance.between(0.5, 4),
    provenance: PROVENANCE,
  }))
  for (let from = 0; from < cities; from++) {
    for (let to = 0; to < cities; to++) {
      if (from === to) continue
      const hours = chance.between(1, 4)
      legs.push({ from, to, hours, line: '', provenance: PROVENANCE })
      for (const { name } of chance.some(lines))
        legs.push({ from, to, hours: hours * chance.between(0.3, 1.1), line: name, provenance: PROVENANCE })
    }
  }
  return { legs, lines }
}

/** Three by city, of which one has noughts, and one of the region. */
function valuesOf({ uniform, odds, between }: Chance, cities: number): Dataset['values'] {
  const byCity = (name: string, value: () => number) =>
    [
      name,
      {
        name,
        year: 2020,
        unit: PURE,
        unitText: 'ratio',
        cities: Float64Array.from({ length: cities }, value),
        provenance: [],
      },
    ] as const
  const norm = {
    name: 'norm',
    year: 2020,
    unit: PURE,
    unitText: 'ratio',
    region: between(0.2, 2),
    provenance: [],
  }
  return new Map<string, NamedValue>([
    byCity('size', () => between(1, 9)),
    byCity('stock', () => Math.round(uniform() * 500)),
    byCity('odd', () => (odds(0.4) ? 0 : uniform() - 0.5)),
    ['norm', norm],
  ])
}
