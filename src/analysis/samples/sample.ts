/**
 * A sample matrix: inputs laid out by a design, as columns in the inputs' own units.
 *
 * N counts what the literature counts: base points of `saltelli`, trajectories of `morris`, points of a curve of `efast`,
 * rows of the others. Rows of `saltelli` come base point by base point: A, AB of every input, BA of every input (second
 * order only), B, in the order of the inputs, as SALib has them; those of `morris` trajectory by trajectory; those of `efast` curve
 * by curve, in the order of the inputs.
 */
import type { Design } from '../../sampling/design.js'
import { unevenSize } from '../../sampling/design-size.js'
import { createSampler } from '../../sampling/sampler.js'
import { type Inputs, resolveSample, type SampledDesign, type SampleOptions } from './resolve-sample.js'

/** Rows in their order. `analyse` reads from it which row is which. */
export class Samples<K extends string> {
  constructor(
    readonly design: Design,
    readonly seed: number,
    readonly names: readonly K[],
    /** By input, in its unit: [row]. */
    readonly columns: Readonly<Record<K, Float64Array>>,
    readonly draws: number,
    /** What makes this size a poor one. */
    readonly warning: string | undefined,
  ) {}

  /** A model at every row, in their order: [row]. What is no number is a row without a value. */
  evaluate(model: (point: Readonly<Record<K, number>>) => number): Float64Array {
    return Float64Array.from({ length: this.draws }, (_, row) => {
      const point = this.names.map((name) => [name, this.columns[name][row]])
      return model(Object.fromEntries(point) as Record<K, number>)
    })
  }
}

/** Rows that a sample would have, before it is made. Throws what `sample` throws. */
export function countDraws<K extends string>(
  kind: SampledDesign,
  inputs: Inputs<K>,
  options: SampleOptions,
): number {
  return resolveSample(kind, inputs, options).draws
}

/**
 * Lay inputs out by a design.
 *
 * Throws CitywardError `argument-wrong`, which names the argument, for inputs, sizes and options that cannot be meant.
 */
export function sample<K extends string>(
  kind: SampledDesign,
  inputs: Inputs<K>,
  options: SampleOptions,
): Samples<K> {
  const { design, draws, uncertainties } = resolveSample(kind, inputs, options)
  const { seed = 0, correlations = [] } = options
  const names = uncertainties.map(({ name }) => name as K)
  const { fill } = createSampler({ uncertainties, correlations, seed, design, draws })
  const columns = names.map(() => new Float64Array(draws))
  const row = new Float64Array(names.length)
  for (let draw = 0; draw < draws; draw++) {
    fill(draw, row)
    for (let input = 0; input < row.length; input++) columns[input][draw] = row[input]
  }
  const byName = Object.fromEntries(names.map((name, input) => [name, columns[input]]))
  return new Samples(
    design,
    seed,
    names,
    byName as Record<K, Float64Array>,
    draws,
    unevenSize(design, options.N),
  )
}
