/** A decade of a few cities of the Guangxi folder, quick to live: moves among them only, and outside. */
import { type Decade, decadeOf } from '../../src/calibration/decade.js'
import { shippedDataset } from '../plan/shipped.js'

export function guangxi(): Decade {
  return decadeOf(shippedDataset('fixtures/guangxi')).decade!
}

export function smallDecade(cities: readonly number[]): Decade {
  const whole = guangxi()
  const all = whole.dims.cities
  const rows = (table: Float64Array) =>
    Float64Array.from({ length: (table.length / all) * cities.length }, (_, at) => {
      const row = Math.floor(at / cities.length)
      return table[row * all + cities[at % cities.length]]
    })
  const pairs = (table: Float64Array) =>
    Float64Array.from(
      cities.flatMap((from) => {
        const row = [...cities, all].map((to) => table[from * (all + 1) + to])
        const sum = row.reduce((total, share) => total + share, 0)
        return row.map((share) => share / sum)
      }),
    )
  const state = ({ people, away }: Decade['before']) => ({ people: rows(people), away: rows(away) })
  return {
    ...whole,
    dims: { ...whole.dims, cities: cities.length },
    cities: cities.map((city) => whole.cities[city]),
    schedules: whole.schedules.map((one) => ({
      ...one,
      mortality: rows(one.mortality),
      fertility: rows(one.fertility),
      destinations: pairs(one.destinations),
      homes: pairs(one.homes),
    })),
    before: state(whole.before),
    after: state(whole.after),
    given: { ...whole.given, arrivals: rows(whole.given.arrivals) },
    registered: rows(whole.registered),
  }
}
