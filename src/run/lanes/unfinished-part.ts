/** A part that is being filled. */
import type { Failure } from '../../results/failures.js'
import type { PartOutcomes } from '../../results/parts.js'

export interface UnfinishedPart extends PartOutcomes {
  readonly failures: Failure[]
}
