/**
 * Uncertainties of which every city has its own: independent from city to city, of one distribution.
 *
 * A city's draw depends on the seed, the uncertainty's name, the code of the city and the number of the draw; which other
 * cities there are does not matter. Designs that are no sample of the futures move what all cities share and hold these
 * at their median, so that what they compare differs in nothing else.
 */
import type { Design } from './design.js'
import { isSample } from './designs.js'
import type { UncertaintyDraws } from './distribution.js'
import { inverseOf, medianOf } from './quantiles.js'
import { createStream } from './stream.js'

export interface CitySamplerRequest {
  readonly uncertainties: readonly UncertaintyDraws[]
  /** Codes of the cities, in their order. */
  readonly codes: readonly string[]
  readonly seed: number
  readonly design: Design
}

export interface CitySampler {
  /** out: the value of every uncertainty in every city in this draw, written [uncertainty, city]. */
  readonly fill: (draw: number, out: Float64Array) => void
  readonly medians: (out: Float64Array) => void
}

export function createCitySampler({ uncertainties, codes, seed, design }: CitySamplerRequest): CitySampler {
  const centres = uncertainties.flatMap(({ distribution }) => codes.map(() => medianOf(distribution)))
  const medians = (out: Float64Array) => out.set(centres)
  if (!isSample(design)) return { fill: (_, out) => medians(out), medians }
  const quantiles = uncertainties.flatMap(({ name, distribution }) => {
    const inverse = inverseOf(distribution)
    return codes.map((code) => {
      const point = createStream(seed, `${name} ${code}`)
      return (draw: number) => {
        const p = point(draw)
        return inverse(p, 1 - p)
      }
    })
  })
  return {
    fill: (draw, out) => {
      for (let at = 0; at < quantiles.length; at++) out[at] = quantiles[at](draw)
    },
    medians,
  }
}
