/** What pictures of an analysis are drawn from. */
import type { Sensitivity } from '../../analysis/sensitivity/analyse.js'
import type { Decomposition } from '../../analysis/sensitivity/decomposition.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'

export interface PicturedAnalysis {
  readonly title: Bilingual
  /** Of the outcome. */
  readonly unit: string
  readonly result: Pick<
    Sensitivity,
    'method' | 'main' | 'scale' | 'level' | 'indices' | 'pairs' | 'draws' | 'convergence'
  >
  /** The outcome by the states of the inputs that lead; absent where draws are no sample of the futures. */
  readonly kinds?: Decomposition
  readonly titleOf: (name: string) => Bilingual
}
