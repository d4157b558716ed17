/**
 * Uncertainties of which every city has its own: independent from city to city and of one distribution, or a row of a
 * table with a column for each city.
 *
 * A city's draw depends on the seed, the uncertainty's name, the code of the city and the number of the draw; which other
 * cities there are does not matter. A row is that which a draw of the whole region takes from the same table, so that what
 * cities share and how they differ stay together. Saltelli's design moves each uncertainty as one factor, all cities at
 * once. Designs that can do neither hold them at their median, so that what they compare differs in nothing else.
 */
import type { Design } from './design.js'
import { createDesign, isSample } from './designs.js'
import type { CityRows, UncertaintyDraws } from './distribution.js'
import { cityDimensionOf, cityRowsOf } from './factors.js'
import { inverseOf, medianOf } from './quantiles.js'
import type { Sampler } from './sampler.js'
import { createStream } from './stream.js'

export interface CitySamplerRequest {
  readonly uncertainties: readonly UncertaintyDraws[]
  /** Codes of the cities, in their order. */
  readonly codes: readonly string[]
  readonly seed: number
  readonly design: Design
  /** Draws of the whole run. */
  readonly draws: number
  /** The sampler of what cities share. */
  readonly shared: Pick<Sampler, 'pointsIn'>
}

export interface CitySampler {
  /** out: the value of every uncertainty in every city in this draw, written [uncertainty, city]. */
  readonly fill: (draw: number, out: Float64Array) => void
  readonly medians: (out: Float64Array) => void
}

/** Writes the values of one uncertainty, from `from` on. */
type Writer = (draw: number, out: Float64Array, from: number) => void

export function createCitySampler(request: CitySamplerRequest): CitySampler {
  const { uncertainties, codes, design } = request
  const centres = uncertainties.flatMap(({ distribution }) => {
    const rows = cityRowsOf(distribution)
    return codes.map((code) =>
      medianOf(rows ? { kind: 'empirical', values: rows.columns[code] } : distribution),
    )
  })
  const medians = (out: Float64Array) => out.set(centres)
  if (!movesCities(design)) return { fill: (_, out) => medians(out), medians }
  const writers = uncertainties.map((one): Writer => {
    const rows = cityRowsOf(one.distribution)
    return rows ? rowWriter(rows, request) : ownWriter(one, request)
  })
  return {
    fill: (draw, out) => {
      for (let at = 0; at < writers.length; at++) writers[at](draw, out, at * codes.length)
    },
    medians,
  }
}

/** Whether cities differ by chance in this design. */
export function movesCities(design: Design): boolean {
  return isSample(design) && !(typeof design === 'object' && design.kind === 'efast')
}

/** The row that the rest of the table takes; without a rest, one of its own. */
function rowWriter(rows: CityRows, { codes, seed, shared }: CitySamplerRequest): Writer {
  const columns = codes.map((code) => Float64Array.from(rows.columns[code]))
  const dimension = cityDimensionOf(rows)
  const point = shared.pointsIn(dimension) ?? createStream(seed, dimension)
  return (draw, out, from) => {
    const row = Math.floor(point(draw) * columns[0].length)
    for (let city = 0; city < columns.length; city++) out[from + city] = columns[city][row]
  }
}

function ownWriter(
  { name, distribution }: UncertaintyDraws,
  { codes, seed, design, draws }: CitySamplerRequest,
): Writer {
  const inverse = inverseOf(distribution)
  const streams = codes.map((code) => createStream(seed, `${name} ${code}`))
  // one point moves all cities: its digits are the number of their draw
  const moved =
    typeof design === 'object' && design.kind === 'saltelli'
      ? createDesign({ design, seed, draws, names: [name] })(name)
      : undefined
  return (draw, out, from) => {
    const number = moved ? Math.floor(moved(draw) * 2 ** 53) : draw
    for (let city = 0; city < streams.length; city++) {
      const p = streams[city](number)
      out[from + city] = inverse(p, 1 - p)
    }
  }
}
