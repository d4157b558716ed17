/** From inputs, sizes and options to a design as it is laid out; what cannot be meant is refused here. */
import type { Design, DesignKind, DesignOptions } from '../../sampling/design.js'
import { drawsOfSize } from '../../sampling/design-size.js'
import { wholeDraws } from '../../sampling/designs.js'
import type { Distribution, RankCorrelation, UncertaintyDraws } from '../../sampling/distribution.js'
import { efastBlock } from '../../sampling/efast.js'
import { resolveDesign } from '../../sampling/resolve-design.js'
import { refuseArgument, requireOneOf, requireWhole } from '../../vocabulary/wrong-argument.js'

/** Distributions by the name of the input. */
export type Inputs<K extends string> = Readonly<Record<K, Distribution>>

/** Sizes, and those options of a scenario's design that mean the same here. */
export interface SampleOptions
  extends Pick<
    DesignOptions,
    'scrambles' | 'levels' | 'candidates' | 'harmonics' | 'strength' | 'at' | 'resolution' | 'vary'
  > {
  /** A multiple of the scrambles of `saltelli`; with `candidates` of `morris` so many trajectories are kept of them. */
  readonly N: number
  readonly seed?: number
  /** Of `saltelli`: rows for the shares of pairs as well. */
  readonly secondOrder?: boolean
  /** Of `efast`: rounds of curves, from whose spread intervals are read; 4 if left out. */
  readonly rounds?: number
  /** Of designs that are a sample of all inputs together: not of `saltelli`, `morris` and `efast`, which move them one by one. */
  readonly correlations?: readonly RankCorrelation[]
}

export type SampledDesign = Exclude<DesignKind, 'table'>

/** Numbers that a sample may hold: a gigabyte of them. */
const MOST_NUMBERS = 2 ** 27
const CALLED = 'sample'

export interface ResolvedSample {
  readonly design: Design
  readonly draws: number
  readonly uncertainties: readonly UncertaintyDraws[]
}

export function resolveSample(
  kind: SampledDesign,
  inputs: Readonly<Record<string, Distribution>>,
  options: SampleOptions,
): ResolvedSample {
  requireOneOf(CALLED, 'kind', kind, KINDS)
  const { N, seed = 0, correlations = [] } = options
  requireWhole(CALLED, 'N', N, 1)
  requireWhole(CALLED, 'seed', seed, 0)
  requireWhole(CALLED, 'rounds', options.rounds ?? 1, 1)
  const uncertainties = Object.entries(inputs).map(([name, distribution]) => ({ name, distribution }))
  if (uncertainties.length === 0)
    refuseArgument(CALLED, 'inputs', 'none', 'a distribution by the name of each input')
  if (correlations.length > 0 && ONE_BY_ONE.includes(kind))
    refuseArgument(
      CALLED,
      'correlations',
      `correlations with ${kind}`,
      'none: it moves one input and leaves the others',
    )
  const found = resolveDesign({
    ...{ kind, options: designOptions(kind, options), uncertainties, correlations, seed, draws: N },
  })
  if (!found.ok) {
    const [{ option, found: what, expected }] = found.findings
    refuseArgument(CALLED, option ?? 'inputs', what, expected)
  }
  const draws = drawsOf(found.design, options)
  if (draws * uncertainties.length > MOST_NUMBERS)
    refuseArgument(
      CALLED,
      'N',
      `${draws} rows of ${uncertainties.length} inputs`,
      `at most ${MOST_NUMBERS} numbers in all`,
    )
  return { design: found.design, draws, uncertainties }
}

const KINDS: readonly SampledDesign[] = [
  'random', 'latin_hypercube', 'halton', 'sobol', 'plain_halton', 'plain_sobol', 'saltelli', 'morris', 'efast', 'factorial', 'fractional_factorial',
  'one_at_a_time',
] // biome-ignore format: a list reads best as a paragraph
const ONE_BY_ONE: readonly SampledDesign[] = [
  'saltelli',
  'morris',
  'efast',
  'factorial',
  'fractional_factorial',
  'one_at_a_time',
]

/** Options as a scenario would state them: an option of another design is refused with the others. */
function designOptions(kind: SampledDesign, options: SampleOptions): DesignOptions {
  const { N, seed: _, correlations: __, rounds: ___, secondOrder, ...stated } = options
  return {
    ...stated,
    ...(secondOrder !== undefined && { second_order: secondOrder }),
    ...(kind === 'efast' && { points: N }),
    ...(options.candidates !== undefined && { trajectories: N }),
  }
}

const USUAL_ROUNDS = 4

function drawsOf(design: Design, { N, rounds = USUAL_ROUNDS }: SampleOptions): number {
  if (typeof design === 'object' && design.kind === 'efast') return rounds * efastBlock(design)
  const draws = drawsOfSize(design, N)
  if (typeof draws === 'number') return draws
  if (typeof design === 'object' && design.kind === 'saltelli')
    return refuseArgument(CALLED, 'N', String(N), draws.expected)
  return wholeDraws(design, N)
}
