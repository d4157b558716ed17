/** From a design as the scenario states it to a design as it is run, or to the findings against it. */
import { requireOneOf, requireWhole } from '../vocabulary/wrong-argument.js'
import { DESIGN_KINDS, type Design, type Factor, type LevelDesign, type MorrisDesign } from './design.js'
import { type DesignFinding, type DesignRequest, designFindings, optionFindings } from './design-findings.js'
import type { UncertaintyDraws } from './distribution.js'
import { factorsOf, singleFactors } from './factors.js'
import { isPrime } from './halton.js'
import { createMorris, morrisBlock } from './morris.js'
import { distancesOf, spreadChoice } from './spread-trajectories.js'

export type DesignResolution =
  | { readonly ok: true; readonly design: Design }
  | { readonly ok: false; readonly findings: readonly DesignFinding[] }

/** Resolve a design. What the sampler itself would refuse is checked before (findings.ts). */
export function resolveDesign(request: DesignRequest): DesignResolution {
  requireOneOf('resolveDesign', 'kind', request.kind, DESIGN_KINDS)
  requireWhole('resolveDesign', 'seed', request.seed, 0)
  requireWhole('resolveDesign', 'draws', request.draws, 1)
  const options = optionFindings(request)
  if (options.length > 0) return { ok: false, findings: options }
  const design = designOf(request)
  const findings = designFindings(request, design)
  if (findings.length > 0) return { ok: false, findings }
  const { trajectories, candidates } = request.options
  if (typeof design !== 'object' || design.kind !== 'morris' || !trajectories || !candidates)
    return { ok: true, design }
  return {
    ok: true,
    design: { ...design, chosen: chooseTrajectories(design, request.seed, trajectories, candidates) },
  }
}

function designOf({ kind, options, uncertainties, correlations, draws }: DesignRequest): Design {
  const factors = (): Factor[] => factorsOf(uncertainties, correlations, options.groups)
  switch (kind) {
    case 'latin_hypercube':
      if (options.strength !== 2) return kind
      return { kind: 'orthogonal_hypercube', levels: options.levels ?? levelsFor(uncertainties, draws) }
    case 'saltelli': {
      const { second_order: secondOrder = false, scrambles = 4 } = options
      return { kind, secondOrder, scrambles, factors: factors() }
    }
    case 'morris':
      return { kind, levels: options.levels ?? 4, factors: factors() }
    case 'efast':
      return { kind, points: options.points ?? 257, harmonics: options.harmonics ?? 4, factors: factors() }
    case 'factorial':
    case 'fractional_factorial':
    case 'one_at_a_time': {
      const own = singleFactors(uncertainties, options.vary)
      const design: LevelDesign = { kind, at: options.at ?? [0.1, 0.9], factors: own }
      return kind === 'fractional_factorial' ? { ...design, resolution: options.resolution ?? 4 } : design
    }
    case 'table':
      return { kind, rows: tableRows(uncertainties, options.file), dimension: `joint ${options.file}` }
    default:
      return kind
  }
}

/** The smallest prime whose square holds the draws, and that has a column for every uncertainty. */
function levelsFor(uncertainties: readonly UncertaintyDraws[], draws: number): number {
  let levels = Math.max(2, uncertainties.length - 1, Math.ceil(Math.sqrt(draws)))
  while (!isPrime(levels)) levels += 1
  return levels
}

/** Rows of the table whose columns some uncertainties take; 0 where none does. */
function tableRows(uncertainties: readonly UncertaintyDraws[], file: string | undefined): number {
  for (const { distribution } of uncertainties) {
    if (distribution.kind === 'empirical' && file !== undefined && distribution.joint === file)
      return distribution.values.length
  }
  return 0
}

/** Numbers of the trajectories to keep of the first `candidates`. */
function chooseTrajectories(design: MorrisDesign, seed: number, keep: number, candidates: number): number[] {
  const points = design.factors.flatMap(({ dimensions }) => dimensions).map(createMorris(design, seed))
  const block = morrisBlock(design)
  const trajectories = Array.from({ length: candidates }, (_, trajectory) =>
    Array.from({ length: block }, (_, step) => points.map((point) => point(trajectory * block + step))),
  )
  return spreadChoice(distancesOf(trajectories), keep)
}
