/** Whether every target has a number in the median future: a ratio with nothing to be measured against has no odds. */
import type { Problem } from '../../vocabulary/problems.js'
import { columnAt } from '../outcome-columns.js'
import type { MedianOutcomes } from './median-magnitudes.js'

/** A warning for each target that has no number in its year, under some policies or all. */
export function denominatorWarnings({ plan, targets, locate, outcomes }: MedianOutcomes): Problem[] {
  return targets.flatMap(({ id, indicator, year }): Problem[] => {
    const column = columnAt(plan, indicator, 0, year)
    if (column < 0) return []
    const without = plan.policies.filter((_, policy) => Number.isNaN(outcomes[policy][column]))
    if (without.length === 0) return []
    const title = plan.indicators.find(({ name }) => name === indicator)!.title.en
    const some = without.length < plan.policies.length
    const under = some ? `, under ${without.map(({ name }) => name).join(' and ')}` : ''
    return [
      {
        code: 'denominator-zero',
        where: locate(['targets', id, 'indicator']),
        found: `nothing to measure "${title}" of ${plan.places[0].name.en} in ${year} against with every uncertainty at its median${under}`,
        expected: 'a number, or the target has no odds',
        hint: `Look at \`per\` of the indicator ${indicator}: it is 0.`,
      },
    ]
  })
}
