/**
 * The designs there are: what a scenario states, and what a run is laid out by.
 *
 * A design as it is run holds everything its points depend on besides seed, name and draw, sizes and groups
 * included. So whoever has it knows which draw is which: no analysis has to be told an order of rows.
 */
export const DESIGN_KINDS = [
  'random',
  'latin_hypercube',
  'halton',
  'sobol',
  'plain_halton',
  'plain_sobol',
  'saltelli',
  'morris',
  'efast',
  'factorial',
  'fractional_factorial',
  'one_at_a_time',
  'table',
] as const
export type DesignKind = (typeof DESIGN_KINDS)[number]

/** What may be stated of a design beyond its name; each option belongs to the designs that OPTIONS_OF lists it for. */
export interface DesignOptions {
  /** Of a Latin hypercube: 1, or 2 for one whose pairs of dimensions are filled evenly as well. */
  readonly strength?: number
  /** Cells of a dimension: of a Latin hypercube of strength 2 (a prime), of Morris' grid (even). */
  readonly levels?: number
  readonly second_order?: boolean
  /** Independent scrambles, from whose spread intervals are read. */
  readonly scrambles?: number
  /** Uncertainties that are moved together, by the name of the group. */
  readonly groups?: Readonly<Record<string, readonly string[]>>
  /** Morris: trajectories to keep of so many candidates, as far apart as can be. */
  readonly trajectories?: number
  readonly candidates?: number
  /** eFAST: points of a search curve, and harmonics that count as an uncertainty's own. */
  readonly points?: number
  readonly harmonics?: number
  /** Where in its distribution an uncertainty is set: shares from 0 to 1, such as [0.1, 0.9]. */
  readonly at?: readonly number[]
  /** Fractional factorial: 3, 4 or 5. */
  readonly resolution?: number
  /** Uncertainties that are varied; the others stay at their medians. */
  readonly vary?: readonly string[]
  readonly file?: string
}

export const OPTIONS_OF: Readonly<Record<DesignKind, readonly (keyof DesignOptions)[]>> = {
  random: [],
  latin_hypercube: ['strength', 'levels'],
  halton: [],
  sobol: [],
  plain_halton: [],
  plain_sobol: [],
  saltelli: ['second_order', 'scrambles', 'groups'],
  morris: ['levels', 'groups', 'trajectories', 'candidates'],
  efast: ['points', 'harmonics', 'groups'],
  factorial: ['at', 'vary'],
  fractional_factorial: ['at', 'vary', 'resolution'],
  one_at_a_time: ['at', 'vary'],
  table: ['file'],
}

/** What a design moves as one: an uncertainty, or a group of them. */
export interface Factor {
  readonly name: string
  /** Names of its uncertainties. */
  readonly members: readonly string[]
  /** Names of their dimensions: uncertainties observed together have one between them. */
  readonly dimensions: readonly string[]
}

export interface SaltelliDesign {
  readonly kind: 'saltelli'
  readonly secondOrder: boolean
  readonly scrambles: number
  readonly factors: readonly Factor[]
}

export interface MorrisDesign {
  readonly kind: 'morris'
  readonly levels: number
  readonly factors: readonly Factor[]
  /** Numbers of the candidates that were kept; absent where every trajectory is taken as it comes. */
  readonly chosen?: readonly number[]
}

export interface EfastDesign {
  readonly kind: 'efast'
  readonly points: number
  readonly harmonics: number
  readonly factors: readonly Factor[]
}

/** Designs that set every uncertainty somewhere in its own distribution, whatever it goes together with. */
export interface LevelDesign {
  readonly kind: 'factorial' | 'fractional_factorial' | 'one_at_a_time'
  readonly at: readonly number[]
  readonly factors: readonly Factor[]
  /** Of a fractional factorial. */
  readonly resolution?: number
}

export type Design =
  | 'random'
  | 'latin_hypercube'
  | 'halton'
  | 'sobol'
  /** Without scrambling: the same points for every seed. */
  | 'plain_halton'
  | 'plain_sobol'
  | { readonly kind: 'orthogonal_hypercube'; readonly levels: number }
  | SaltelliDesign
  | MorrisDesign
  | EfastDesign
  | LevelDesign
  /** Draw d is row d of a table of so many rows; what has another dimension stays at its median. */
  | { readonly kind: 'table'; readonly rows: number; readonly dimension: string }

/** Whether a design sets uncertainties one by one, so that correlations and joint rows do not hold. */
export function setsLevels(design: Design): design is LevelDesign {
  return typeof design === 'object' && 'at' in design
}

/** Whether dimensions are handed out in the order in which they come. */
export function isSequence(design: Design): design is 'halton' | 'sobol' | 'plain_halton' | 'plain_sobol' {
  return typeof design === 'string' && /halton|sobol/.test(design)
}

export function kindOf(design: Design): string {
  return typeof design === 'string' ? design : design.kind
}
