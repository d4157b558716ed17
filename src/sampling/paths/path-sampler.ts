/**
 * A sample of the uncertainties that go their own way from year to year, alike in all cities or a way a city.
 *
 * In the base year such an uncertainty stands at its median. What it lies from it a year later is `persistence` times what
 * it lay from it the year before, plus what a draw of the year lies from it: at 0 years are on their own, at 1 it walks. A
 * draw of a year depends on the seed, the name, the year, the city's code and the number of the draw, and on nothing else.
 * From a table, a future takes one row, with a column a year: the row that the rest of the table takes.
 */
import { movesCities } from '../city-sampler.js'
import type { Design } from '../design.js'
import { createDesign } from '../designs.js'
import type { CityRows, UncertaintyDraws } from '../distribution.js'
import { cityDimensionOf, cityRowsOf } from '../factors.js'
import { inverseOf, medianOf } from '../quantiles.js'
import type { Sampler } from '../sampler.js'
import { createStream } from '../stream.js'

export interface PathDraws extends UncertaintyDraws {
  readonly each: 'year' | 'city_and_year'
  /** What is left a year later of what it lies from its median; 0 to 1. */
  readonly persistence: number
}

export interface PathSamplerRequest {
  readonly uncertainties: readonly PathDraws[]
  /** Codes of the cities, in their order. */
  readonly codes: readonly string[]
  /** The base year first. */
  readonly years: readonly number[]
  readonly seed: number
  readonly design: Design
  /** Draws of the whole run. */
  readonly draws: number
  /** The sampler of what is one number a future. */
  readonly shared: Pick<Sampler, 'pointsIn'>
}

export interface PathSampler {
  /** Numbers of a draw. */
  readonly size: number
  /** out: the value of every uncertainty in every year and city of this draw, written [uncertainty, year, city]. */
  readonly fill: (draw: number, out: Float64Array) => void
  readonly medians: (out: Float64Array) => void
}

/** Writes the values of one uncertainty, from `from` on. */
type Writer = (draw: number, out: Float64Array, from: number) => void

export function createPathSampler(request: PathSamplerRequest): PathSampler {
  const { uncertainties, codes, years, design } = request
  const own = codes.length * years.length
  const size = uncertainties.length * own
  const centres = uncertainties.flatMap((one) => years.map((_, year) => centreOf(one, years, year)))
  const medians = (out: Float64Array) => {
    for (let at = 0; at < size; at++) out[at] = centres[Math.floor(at / codes.length)]
  }
  if (!movesCities(design)) return { size, fill: (_, out) => medians(out), medians }
  const writers = uncertainties.map((one) => {
    const rows = cityRowsOf(one.distribution)
    return rows ? rowWriter(rows, request) : pathWriter(one, request)
  })
  return {
    size,
    fill: (draw, out) => {
      for (let at = 0; at < writers.length; at++) writers[at](draw, out, at * own)
    },
    medians,
  }
}

/** The median of one uncertainty in a year of the plan, by its index. */
function centreOf({ distribution }: PathDraws, years: readonly number[], year: number): number {
  const rows = cityRowsOf(distribution)
  return medianOf(rows ? { kind: 'empirical', values: columnOf(rows, years, year) } : distribution)
}

/** The first step's column stands for the base year too. */
const columnOf = ({ columns }: CityRows, years: readonly number[], year: number): readonly number[] =>
  columns[years[Math.max(1, year)]]

/** All years from one row; cities share it. */
function rowWriter(rows: CityRows, { codes, years, seed, shared }: PathSamplerRequest): Writer {
  const columns = years.map((_, year) => Float64Array.from(columnOf(rows, years, year)))
  const dimension = cityDimensionOf(rows)
  const point = shared.pointsIn(dimension) ?? createStream(seed, dimension)
  return (draw, out, from) => {
    const row = Math.floor(point(draw) * columns[0].length)
    for (let year = 0; year < columns.length; year++)
      out.fill(columns[year][row], from + year * codes.length, from + (year + 1) * codes.length)
  }
}

/** A way for all cities, or one for each, of what the years draw one after another. */
function pathWriter(
  { name, distribution, each, persistence }: PathDraws,
  { codes, years, seed, design, draws }: PathSamplerRequest,
): Writer {
  const inverse = inverseOf(distribution)
  const centre = medianOf(distribution)
  const { length } = codes
  const ways = each === 'year' ? 1 : length
  // the base year has none
  const streams = years
    .slice(1)
    .map((year) =>
      Array.from({ length: ways }, (_, way) =>
        createStream(seed, each === 'year' ? `${name} ${year}` : `${name} ${year} ${codes[way]}`),
      ),
    )
  // one point moves all years: its digits are the number of their draw
  const moved =
    typeof design === 'object' && design.kind === 'saltelli'
      ? createDesign({ design, seed, draws, names: [name] })(name)
      : undefined
  // what each way lies from the median
  const away = new Float64Array(ways)
  return (draw, out, from) => {
    const number = moved ? Math.floor(moved(draw) * 2 ** 53) : draw
    away.fill(0)
    out.fill(centre, from, from + length)
    // one step after another, as each year starts from the one before
    for (let step = 0; step < streams.length; step++) {
      const at = from + (step + 1) * length
      for (let way = 0; way < ways; way++) {
        const p = streams[step][way](number)
        away[way] = persistence * away[way] + (inverse(p, 1 - p) - centre)
      }
      for (let city = 0; city < length; city++) out[at + city] = centre + away[ways === 1 ? 0 : city]
    }
  }
}
