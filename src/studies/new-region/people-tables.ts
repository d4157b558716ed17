/** Tables of people of a data folder: population.csv, away.csv, census.csv. */
import type { Counted } from '../../census/counted.js'
import { SEXES, STATUSES } from '../../vocabulary/dimensions.js'
import type { RegionCounts } from './region-counts.js'
import { CENSUSES } from './region-places.js'

type Cell = string | number

const censusSource = (census: number) => `S_LEIII_C${CENSUSES[census]}`

/** Rows of population.csv, without the header. */
export function populationRows({ places, estimates }: RegionCounts): Cell[][] {
  return CENSUSES.flatMap((year, census) =>
    places.flatMap(({ code }, place) =>
      STATUSES.flatMap((status, s) =>
        SEXES.map((sex, x) => {
          const note =
            status === 'rural'
              ? 'total by sex and age group and rural total as counted; single ages and urban-rural by age estimated'
              : 'urban total as counted; ages and kind of townspeople estimated'
          const cells = estimates.people[census][place].statuses[s][x]
          return [
            year,
            code,
            status,
            sex,
            'person',
            `${censusSource(census)};D_STATUS`,
            'estimate',
            note,
            ...cells,
          ]
        }),
      ),
    ),
  )
}

const AWAY_BEFORE =
  'registered less resident people of the census and comers on top, scaled to all who were counted outside their province'
const AWAY_AFTER = {
  growth: 'as in 2010, grown as all who were counted outside their province',
  balance:
    'as in 2010, with what the province lost to others between the censuses: people of ten and over less those of 2010 at the nation’s cohort ratios, and the growth of comers on top; growth as in the nation is contradicted by the two censuses',
}

/** Rows of away.csv, without the header. */
export function awayRows({ places, estimates }: RegionCounts): Cell[][] {
  return CENSUSES.flatMap((year, census) =>
    places.flatMap(({ code }, place) =>
      SEXES.map((sex, x) => [
        year, code, sex, 'person', 'S_LEIII_C2010;S_LEIII_C2020;D_STATUS', 'estimate',
        census === 0 ? AWAY_BEFORE : AWAY_AFTER[estimates.awayFrom],
        ...estimates.away[census][place][x],
      ]),
    ),
  ) // biome-ignore format: a row reads best as a line
}

export const CENSUS_COLUMNS = [
  'code', 'parent', 'kind', 'year', 'population', 'urban', 'male', 'female', 'age_0_14', 'age_15_59', 'age_60_plus', 'source',
] // biome-ignore format: a list of headings reads best as a paragraph

/** Rows of census.csv: the region, its places, and the counties of prefectures. */
export function censusRows({ region, places, all }: RegionCounts): Cell[][] {
  return CENSUSES.flatMap((year, census) => {
    const row = (code: string, parent: string, kind: string, counted: Counted) => [
      code, parent, kind, year, counted.population, counted.urban, ...partsOf(counted), censusSource(census),
    ] // biome-ignore format: a row reads best as a line
    return [
      row(region.code, '', 'region', all[census]),
      ...places.map(({ code, counted }) => row(code, region.code, 'city', counted[census])),
      ...places.flatMap(({ code, kind, counties }) =>
        kind === 'county' || kind === 'district'
          ? []
          : counties[census].map((county, k) =>
              row(county.code || `${code}-${k + 1}`, code, 'county', county.counted),
            ),
      ),
    ]
  })
}

/** First groups of ages 15 and 60 among 0, 1-4, 5-9 ... */
const [ADULTS, OLD] = [4, 13]

function partsOf({ groups }: Counted): number[] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const ages = (from: number, to?: number) => sum(groups.map((row) => sum(row.slice(from, to))))
  return [...groups.map(sum), ages(0, ADULTS), ages(ADULTS, OLD), ages(OLD)]
}
