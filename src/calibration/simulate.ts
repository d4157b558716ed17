/** Simulated censuses: a decade projected at levels drawn from the priors, counted with errors as stated. */

import { normalQuantile } from '../math/normal-quantile.js'
import { createStream } from '../sampling/stream.js'
import { requireWhole } from '../vocabulary/wrong-argument.js'
import type { Decade } from './decade.js'
import { type Datum, dataOf } from './error-model.js'
import { createPrediction } from './prediction.js'
import { entriesOf } from './unknowns.js'

export interface SimulatedDecade {
  /** What was true, in prior standard deviations, in the order of a fit's entries. */
  readonly truth: Float64Array
  readonly data: readonly Datum[]
}

/** Draws of the priors that are tried before giving up; few give rates out of their bounds. */
const MOST_TRIES = 20

/** One replicate, a function of seed and number alone. A fit of its data should find its truth. */
export function simulateDecade(decade: Decade, seed: number, replicate: number): SimulatedDecade {
  requireWhole('simulateDecade', 'seed', seed, 0)
  requireWhole('simulateDecade', 'replicate', replicate, 0)
  const data = dataOf(decade)
  const entries = entriesOf(decade.dims.cities)
  const predict = createPrediction(decade, entries, data)
  const counted = new Float64Array(data.length)
  const normal = (name: string, at: number) =>
    normalQuantile(createStream(seed, `simulated ${name}`)(replicate * MOST_TRIES + at))
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const truth = Float64Array.from(entries, ({ unknown, city }) => normal(`${unknown} ${city}`, attempt))
    if (!predict(truth, counted)) continue
    const errors = (datum: Datum, k: number) =>
      datum.sd * normal(`datum ${k}`, attempt) +
      (datum.shared === '' ? 0 : datum.sharedSd * normal(datum.shared, attempt))
    return { truth, data: data.map((datum, k) => ({ ...datum, value: counted[k] + errors(datum, k) })) }
  }
  throw new RangeError('the priors give no levels that can be lived')
}
