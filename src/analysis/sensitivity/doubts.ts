/** What enough draws do not mend: indices of lines that the outcome does not follow, and columns that contradict. */
import type { Index } from './estimate.js'
import type { SensitivityMethod } from './method-names.js'
import { CARRIED_BY_LINES } from './variance-shares.js'

export type Doubt =
  /** The method knows lines only, and they carry too little of the variance. */
  | { readonly kind: 'lines' }
  /** Shares that are far from what steps of the same input alone say. */
  | { readonly kind: 'columns'; readonly names: readonly string[] }

/** Methods that have nothing else to say where lines carry little. */
const LINES_ALONE: readonly SensitivityMethod[] = ['shapley', 'regression']
/** What lines that carry nine tenths of the variance may be off by without a contradiction. */
const MARGIN = 1 - CARRIED_BY_LINES

/** carried: R squared of the lines that the method's indices are those of; undefined where they are of none. */
export function doubtOf(
  method: SensitivityMethod,
  indices: readonly Index[],
  carried: number | undefined,
): Doubt | undefined {
  if (LINES_ALONE.includes(method)) return carried! >= CARRIED_BY_LINES ? undefined : { kind: 'lines' }
  const names = indices.filter(contradicts).map(({ name }) => name)
  return names.length > 0 ? { kind: 'columns', names } : undefined
}

/** Whether the intervals of share and steps lie apart by more than the margin. */
function contradicts({ measures }: Index): boolean {
  const { share, steps } = measures
  if (!share || !steps) return false
  return share.low - steps.high > MARGIN || steps.low - share.high > MARGIN
}
