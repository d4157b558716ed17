/** An indicator with what it adds up or divides, or an input by itself, in the median future, in one place and year. */
import { explainSlot } from '../explain/explain.js'
import type { Explanation } from '../explain/explanation.js'
import { explainInput } from '../explain/inputs.js'
import type { IndicatorPlan } from '../plan/plan.js'
import { slotOf } from '../plan/slot-keys.js'
import { indicatorValue } from '../run/year/outcomes.js'
import type { LoadedPlan } from './load-plan.js'
import { medianMemory } from './median-check.js'

/** Place, year and policy as indices into the plan; `depth` is how many formulas deep. */
export interface ExplainedAt {
  readonly place: number
  readonly year: number
  readonly policy: number
  readonly depth: number
}

/** The indicator as a tree: its value, and below it what it adds up or divides. Throws CitywardError as medianMemory. */
export function explainIndicator(
  { plan, scenario, dataset }: LoadedPlan,
  file: string,
  indicator: IndicatorPlan,
  { place, year, policy, depth }: ExplainedAt,
): Explanation {
  const memory = medianMemory(plan, policy, file)
  const asked = { plan, scenario, dataset, memory, city: place - 1, year, policy }
  const { name, of, per, times, unit, quality } = indicator
  const parts = [of, ...(per >= 0 ? [per] : [])].map((slot) => explainSlot(asked, slot, depth - 1))
  const [above, below] = parts.map(({ what }) => what)
  const factor = times === 1 ? '' : `${times} * `
  const half = above.endsWith('.of') && below === undefined && times === 1 ? parts[0] : undefined
  return {
    what: name,
    value: indicatorValue(plan, memory, indicator, place, year),
    unit,
    formula: half?.formula ?? `${factor}${below === undefined ? above : `${above} / ${below}`}`,
    note: { en: '', zh: '' },
    quality,
    sources: [],
    parts: half?.parts ?? parts,
    folded: half?.folded ?? 0,
  }
}

/** An uncertainty or a lever by its name: distribution or range, reason, source, and its value under the policy. */
export function explainNamedInput(
  { plan, scenario, dataset }: LoadedPlan,
  file: string,
  input: { readonly kind: 'uncertainty' | 'lever'; readonly name: string },
  { year, policy }: Pick<ExplainedAt, 'year' | 'policy'>,
): Explanation {
  const memory = medianMemory(plan, policy, file)
  const asked = { plan, scenario, dataset, memory, city: -1, year, policy }
  return explainInput(asked, slotOf(plan.keys, input), 1)!
}
