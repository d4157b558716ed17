/** Published totals made of chance that can hold together: sums of a hidden table of people by sex, age and city. */
import type { ControlTotal, Dataset } from '../../src/dataset/dataset.js'
import { ageAt, cohortAt } from '../../src/vocabulary/dimensions.js'
import type { Chance } from './chance.js'
import { FIRST_YEAR } from './random-region.js'

const PROVENANCE = { unit: 'person', source: '', quality: 'data', note: '' } as const
/** Steps that may have totals; those beyond a scenario's last year are for nothing. */
const STEPS = 3

/** Of one to three years each: of the region and of cities, of both sexes and of one, of all ages and of some. */
export function randomControls(chance: Chance, region: Dataset): ControlTotal[] {
  const { dims } = region
  const { odds, whole } = chance
  return Array.from({ length: STEPS }, (_, at) => FIRST_YEAR + (at + 1) * dims.ageWidth)
    .filter((_, at) => at === 0 || odds(0.6))
    .flatMap((year) => {
      const hidden = hiddenPeople(chance, region)
      const cut = whole(0, dims.ages - 2)
      const cities = [undefined, ...Array.from({ length: dims.cities }, (_, city) => city)]
      const ages = [[0, dims.ages - 1], [0, cut], [cut + 1, dims.ages - 1]] as const // biome-ignore format: a list
      const sexes = odds(0.3) ? [-1, 0, 1] : [-1]
      const all = cities.flatMap((city) =>
        ages.flatMap((span) =>
          sexes.map((sex): ControlTotal => {
            const people = sumOf(dims, hidden, { city, sex, ages: span })
            return {
              name: 'made',
              year,
              ...(city !== undefined && { city }),
              sex,
              ages: span,
              people,
              within: 0.5,
              provenance: PROVENANCE,
            }
          }),
        ),
      )
      const some = chance.some(all, chance.pick([0.2, 0.5, 1]))
      return some.length > 0 ? some : [all[0]]
    })
}

/** hidden[sex, age, city], persons: the opening people of all statuses and ten, more or fewer by half. */
function hiddenPeople({ between }: Chance, { dims, population }: Dataset): Float64Array {
  const { values } = population.get(FIRST_YEAR)!
  return Float64Array.from({ length: dims.sexes * dims.ages * dims.cities }, (_, cell) => {
    let people = 10
    for (let status = 0; status < dims.statuses; status++)
      people += values[cohortAt(dims, status, 0, 0) + cell]
    return people * between(0.5, 1.5)
  })
}

function sumOf(
  dims: Dataset['dims'],
  hidden: Float64Array,
  { city, sex, ages: [from, to] }: Pick<ControlTotal, 'city' | 'sex' | 'ages'>,
): number {
  let sum = 0
  for (const one of sex < 0 ? [0, 1] : [sex])
    for (let age = from; age <= to; age++)
      for (let place = 0; place < dims.cities; place++)
        if (city === undefined || city === place) sum += hidden[ageAt(dims, one, age) + place]
  return sum
}
