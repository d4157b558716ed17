/** Published totals that people are scaled to by more than a scenario allows: said once, of the one that is furthest. */
import { controlWords } from '../../plan/controls/control-words.js'
import type { Plan } from '../../plan/plan.js'
import { controlledTotals } from '../../run/reference/controlled-totals.js'
import type { Locate } from '../../scenario/scenario.js'
import { formatNumber, howMany } from '../../vocabulary/numbers.js'
import type { Problem } from '../../vocabulary/problems.js'

/** memory: what a policy comes to in the median future. */
export function controlWarnings(plan: Plan, memory: Float64Array, locate: Locate): Problem[] {
  const { controls, dims, places, years } = plan
  if (!controls) return []
  const far = controlledTotals(plan, memory)
    .map((one) => ({ ...one, share: one.scaled / one.projected - 1 }))
    .filter(({ share }) => Math.abs(share) > controls.warnBeyond)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
  const [most] = far
  if (!most) return []
  const { total, projected, share } = most
  const percent = (100 * share).toFixed(1)
  const [persons, published] = [projected, total.people].map((count) => formatNumber(Math.round(count)))
  const others = far.length - 1
  return [
    {
      code: 'control-far',
      where: locate(['population', 'control']),
      found: `people scaled by ${percent} %, from ${persons} to ${published}, at the end of ${years[total.year]}: ${controlWords(dims, places, total)}`,
      expected: `no total further from the projection than ${100 * controls.warnBeyond} %`,
      hint:
        others > 0
          ? `So ${others === 1 ? 'is' : 'are'} ${howMany(others, 'more total')}; \`cityward population --table controls\` has them all.`
          : 'The totals may count other people than the data folder, or the levels do not fit them.',
    },
  ]
}
