/** Targets compared with the commitments of the plan document that they stand for. */
import type { Commitment } from '../../dataset/dataset.js'
import type { Target } from '../../scenario/scenario.js'
import { readLabel } from '../../vocabulary/labels.js'
import { formatNumber } from '../../vocabulary/numbers.js'
import { sameUnit } from '../../vocabulary/units.js'
import type { Draft } from '../draft.js'

/** Comparators by the signs of commitments.csv; a plain `=` may mean any of them. */
const COMPARATORS: Readonly<Record<string, Target['comparator']>> = {
  '>=': 'at_least',
  '<=': 'at_most',
  '~=': 'about',
}

/** Warn where number, sense or year differ from what was promised. A target with a `because` differs on purpose. */
export function checkPromises(draft: Draft): void {
  for (const target of draft.scenario.targets) {
    const promise = draft.dataset.commitments.get(target.commitment ?? target.id)
    if (promise && target.because === undefined) warnOfDifferences(draft, target, promise)
  }
}

function warnOfDifferences(draft: Draft, target: Target, promise: Commitment): void {
  const { id, threshold, comparator, year } = target
  const unit = draft.scenario.indicators.find(({ name }) => name === target.indicator)?.unit ?? ''
  const warn = (field: string, found: string, expected: string) =>
    draft.warn(['targets', id, field], {
      code: 'target-not-as-promised',
      found,
      expected: `${expected}, as commitments.csv has it for ${promise.id}`,
      hint: 'Where the scenario differs on purpose, say why in `because:` of the target.',
    })
  if (promise.threshold !== undefined && !isSameAmount(threshold, unit, promise.threshold, promise.unit))
    warn(
      'threshold',
      `${formatNumber(threshold)} ${unit}`,
      `${formatNumber(promise.threshold)} ${promise.unit}`,
    )
  const meant = COMPARATORS[promise.comparator]
  if (meant && meant !== comparator) warn('comparator', comparator, meant)
  if (promise.deadline !== undefined && promise.deadline !== year)
    warn('year', `the year ${year}`, String(promise.deadline))
}

/** 57 percent and 0.57 as a share are one amount; of units that are not known the numbers alone are compared. */
function isSameAmount(one: number, oneUnit: string, other: number, otherUnit: string): boolean {
  if (one === other) return true
  const [a, b] = [readLabel(oneUnit), readLabel(otherUnit)]
  if (!a || !b || !sameUnit(a.unit, b.unit)) return false
  return Math.abs((one * a.size) / (other * b.size) - 1) < 1e-9
}
