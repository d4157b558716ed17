/**
 * Which box of a peeling trajectory to choose, and which of its limits are needed.
 *
 * Of the boxes that are dense enough the one with the best harmonic mean of coverage and density; of all boxes, where
 * none is dense enough. A limit is then removed while the probability is above 1 in 20 that draws of the box without it
 * would by chance be as dense as the box is (the quasi-p-value).
 *
 * Source: Bryant & Lempert (2010), Technol. Forecast. Soc. Change 77, 34-49, section 3.3, for quasi-p-values.
 */
import { incompleteBeta } from '../../math/beta-function.js'
import { refuseArgument, requireShare, requireWhole } from '../../vocabulary/wrong-argument.js'
import type { Input } from '../sensitivity/estimate.js'
import { type Box, measureBox } from './box.js'

const CHANCE = 0.05

/** Least density of a box: 0.8, or half way from that of all draws to 1. */
export function densityWanted(all: Box): number {
  return Math.max(0.8, (1 + all.density) / 2)
}

export function chooseBox(way: readonly Box[], density = way[0] && densityWanted(way[0])): Box {
  if (way.length === 0) refuseArgument('chooseBox', 'way', 'no box', 'at least one')
  requireShare('chooseBox', 'density', density)
  const dense = way.filter((box) => box.density >= density)
  const worth = ({ coverage, density: own }: Box) => (2 * coverage * own) / (coverage + own)
  return (dense.length > 0 ? dense : way).reduce((a, b) => (worth(b) > worth(a) ? b : a))
}

/** Probability of a box as dense by chance, if the input's limits had no effect; by input. */
export function quasiP(box: Box, inputs: readonly Input[], group: Uint8Array): Map<string, number> {
  requireWhole('quasiP', 'box.draws', box.draws, 0)
  requireWhole('quasiP', 'box.hits', box.hits, 0, box.draws)
  return new Map(
    box.limits.map((limit) => {
      const others = box.limits.filter((one) => one !== limit)
      const { density } = measureBox(others, inputs, group)
      // at least so many hits of so many draws, each with the odds of the wider box
      return [limit.name, incompleteBeta(box.hits, box.draws - box.hits + 1, density)]
    }),
  )
}

/** The box without limits whose quasi-p-value is above 1 in 20; the largest is removed first. */
export function withNeededLimits(box: Box, inputs: readonly Input[], group: Uint8Array): Box {
  let kept = box
  while (kept.limits.length > 1) {
    const odds = quasiP(kept, inputs, group)
    const [name, worst] = [...odds].reduce((a, b) => (b[1] > a[1] ? b : a))
    if (worst <= CHANCE) break
    kept = measureBox(
      kept.limits.filter((limit) => limit.name !== name),
      inputs,
      group,
    )
  }
  return kept
}
