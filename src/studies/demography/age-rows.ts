/** Tables by age: births by the mother's, deaths, life tables, net migration. */
import { type PopulationCell, type PopulationTable, sexesShown } from '../population-tables.js'
import { lifeTableFor } from './death-rates.js'
import { ageCells, type DemographySource, placeRows, SEXES_AND_BOTH, sumAtAge, sumIn } from './source.js'

const AT = ['year', 'code', 'place'] as const

/** Ages at which women of any place of the plan have births in some step, with those between. */
function childbearing({ plan, accounts }: DemographySource): number[] {
  const { ages, cities } = plan.dims
  const has = Array.from({ length: ages }, (_, age) =>
    accounts.some(({ birthsByAge }) =>
      birthsByAge.subarray(age * cities, (age + 1) * cities).some((births) => births > 0),
    ),
  )
  const [first, last] = [has.indexOf(true), has.lastIndexOf(true)]
  return first < 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Births of a step by age of the mother; women are person-years. */
export function birthRows(source: DemographySource): PopulationTable {
  const { plan, accounts } = source
  const ages = childbearing(source)
  const rows = accounts.flatMap((account) =>
    placeRows(plan).flatMap(({ code, place, cities }) =>
      ages.map((age): PopulationCell[] => {
        const women = sumAtAge(plan, account.women, age, cities) * plan.dims.ageWidth
        const births = sumAtAge(plan, account.birthsByAge, age, cities)
        return [plan.years[account.year], code, place, ...ageCells(plan, age), women, births, births / women]
      }),
    ),
  )
  return { heading: [...AT, 'age', 'age_to', 'women', 'births', 'rate'], rows }
}

export function deathRows({ plan, accounts, womenOnly }: DemographySource): PopulationTable {
  const rows = accounts.flatMap((account) =>
    placeRows(plan).flatMap(({ code, place, cities }) =>
      sexesShown(womenOnly).flatMap((sex) =>
        Array.from({ length: plan.dims.ages }, (_, age): PopulationCell[] => [
          plan.years[account.year],
          code,
          place,
          sex,
          ...ageCells(plan, age),
          sumIn(plan, account.deaths, sex, [age, age], cities),
        ]),
      ),
    ),
  )
  return { heading: [...AT, 'sex', 'age', 'age_to', 'deaths'], rows }
}

/** Empty where the data folder gives survival in place of death rates. */
export function lifeTableRows({ plan, memory, accounts, womenOnly }: DemographySource): PopulationTable {
  const sexes = womenOnly ? (['female'] as const) : SEXES_AND_BOTH
  const rows = accounts.flatMap((account) =>
    placeRows(plan).flatMap(({ code, place, cities }) =>
      sexes.flatMap((sex) => {
        const table = lifeTableFor(plan, memory, account, cities, sex)
        if (!table) return []
        return Array.from(table.ages, (age, x): PopulationCell[] => [
          plan.years[account.year],
          code,
          place,
          sex,
          age,
          (table.ages[x + 1] ?? Number.NaN) - 1,
          ...LIFE_COLUMNS.map(([, column]) => table[column][x]),
        ])
      }),
    ),
  )
  return { heading: [...AT, 'sex', 'age', 'age_to', ...LIFE_COLUMNS.map(([name]) => name)], rows }
}

/** As they are named in print, but that no two differ by capitals alone, which a database does not tell apart. */
const LIFE_COLUMNS = [
  ['mx', 'mx'],
  ['ax', 'ax'],
  ['qx', 'qx'],
  ['survivors', 'survivors'],
  ['deaths', 'deaths'],
  ['person_years', 'personYears'],
  ['person_years_above', 'personYearsAbove'],
  ['ex', 'ex'],
] as const

/** Net migrants by the age that they have at the end of the step; `people` are there then. */
export function netMigrationRows({ plan, accounts, womenOnly }: DemographySource): PopulationTable {
  const rows = accounts.flatMap((account) =>
    placeRows(plan).flatMap(({ code, place, cities }) =>
      sexesShown(womenOnly).flatMap((sex) =>
        Array.from({ length: plan.dims.ages }, (_, age): PopulationCell[] => {
          const sum = (table: Float64Array) => sumIn(plan, table, sex, [age, age], cities)
          const parts = [account.between, account.outside, account.given].map(sum)
          const net = parts.reduce((all, part) => all + part, 0)
          const at = [plan.years[account.year], code, place, sex, ...ageCells(plan, age)]
          return [...at, ...parts, net, sum(account.after)]
        }),
      ),
    ),
  )
  const parts = ['between_places', 'outside', 'given', 'net', 'people'] as const
  return { heading: [...AT, 'sex', 'age', 'age_to', ...parts], rows }
}
