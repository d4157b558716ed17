/**
 * By how much lines open late, learned from past statements of opening dates: the odds of on time, and months late or
 * early. The same regressions as for ratios, with the stage of the works as the group that is shrunk.
 */
import type { PastCommitment } from '../../dataset/dataset.js'
import { exp } from '../../math/exponential.js'
import { lomaxBeyond, type Observed, shapeOf } from '../../math/lomax.js'
import { fitMixedModel, logistic, type MixedFit, type MixedRow, predictorOf } from '../../math/mixed-model.js'
import { equallyLikely, mean } from './forecast.js'
import { LINE_BY_LINE, rowWeights } from './weights.js'

/** Stated while works were going on, or before and as they began. */
export type WorksStage = 'under way' | 'before works'

export interface SlipForecast {
  /** Odds of an opening by the date. */
  readonly odds: number
  /** P(months late <= x); negative is early. */
  readonly cumulative: (months: number) => number
}

const STAGES: readonly WorksStage[] = ['under way', 'before works']
export const stageOf = ({ stage }: PastCommitment): WorksStage =>
  stage === 'under construction' || stage === 'last months' ? 'under way' : 'before works'

export const openingRows = (commitments: readonly PastCommitment[]) =>
  commitments.filter(({ slipMonths }) => slipMonths !== undefined)

export function slipForecast(commitments: readonly PastCommitment[], stage: WorksStage): SlipForecast {
  // a line that is not open yet is late by a lower bound
  const weighted = rowWeights(openingRows(commitments), LINE_BY_LINE)
  const late = weighted.filter(({ row }) => row.slipMonths! > 0)
  const early = weighted.filter(({ row }) => row.slipMonths! <= 0)
  const rowOf = (row: PastCommitment, response: number, ended: boolean, weight: number): MixedRow => ({
    effects: [0, 1 + STAGES.indexOf(stageOf(row))],
    response,
    ended,
    weight,
  })
  const blocks = [undefined, 0, 0]
  const onTime = fitMixedModel({
    likelihood: 'logistic',
    rows: weighted.map(({ row, weight }) => rowOf(row, Number(row.slipMonths! <= 0), true, weight)),
    blocks,
    blockCount: 1,
  })
  const months = (some: typeof weighted) =>
    lengths(
      some.map(({ row, weight }) => rowOf(row, Math.abs(row.slipMonths!), row.status !== 'censored', weight)),
      blocks,
      1 + STAGES.indexOf(stage),
    )
  const [isLate, isEarly] = [months(late), months(early)]
  const odds = mean(equallyLikely(predictorOf(onTime, [0, 1 + STAGES.indexOf(stage)], [])).map(logistic))
  return {
    odds,
    cumulative: (x) => (x < 0 ? odds * isEarly(-x) : 1 - (1 - odds) * isLate(x)),
  }
}

/** P(length > x) for lengths with shrunk means. */
function lengths(
  rows: readonly MixedRow[],
  blocks: readonly (number | undefined)[],
  effect: number,
): (x: number) => number {
  const fit: MixedFit = fitMixedModel({ likelihood: 'exponential', rows, blocks, blockCount: 1 })
  const observed = rows.map((row): Observed => {
    const eta = row.effects.reduce((sum, one) => sum + fit.effects[one], 0)
    return { value: row.response / exp(eta), ended: row.ended, weight: row.weight }
  })
  const shape = shapeOf(observed)
  const sizes = equallyLikely(predictorOf(fit, [0, effect], [])).map((eta) => exp(eta))
  return (x) => mean(sizes.map((size) => lomaxBeyond(shape, x / size)))
}
