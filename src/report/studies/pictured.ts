/** What pictures of an analysis are drawn from. */
import type { Sensitivity } from '../../analysis/sensitivity/analyse.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'

export interface PicturedAnalysis {
  readonly title: Bilingual
  /** Of the outcome. */
  readonly unit: string
  readonly result: Pick<
    Sensitivity,
    'method' | 'main' | 'scale' | 'level' | 'indices' | 'pairs' | 'draws' | 'convergence'
  >
  readonly titleOf: (name: string) => Bilingual
}
