/** What would be enough as CSV. */
import type { ReachFinding } from '../../analysis/reach.js'
import { csvText } from '../../vocabulary/csv.js'

const COLUMNS = [
  'kind', 'target_or_row', 'lever', 'odds_now_or_lacking', 'finding_or_enough', 'from', 'setting', 'odds_or_effort',
] // biome-ignore format: a list of headings reads best as a paragraph

/**
 * Every target and lever, numbers in full; then the settings for all targets together. What each costs more stands in a last
 * column, where programmes have costs.
 */
export function reachCsv({ targets, levers, packages, costs = [] }: ReachFinding): string {
  // each with its currency and price year, as they do not add up
  const priced = (own: readonly number[] = []) =>
    costs.length === 0
      ? []
      : [own.map((cost, at) => `${cost} ${costs[at].currency} (${costs[at].prices})`).join('; ')]
  const single = targets.flatMap(({ id, now, answers }) =>
    answers.map((answer, lever) => {
      const { name, from } = levers[lever]
      const [setting, odds] = answer.kind === 'no effect' ? ['', ''] : [answer.setting, answer.odds]
      const more = answer.kind === 'enough' ? priced(answer.costs) : priced()
      return ['target', id, name, now, answer.kind, from, setting, odds, ...more]
    }),
  )
  const together = packages.flatMap(({ settings, effort, enough, lacking, costs: own }, index) =>
    settings.map((setting, lever) => [
      'together',
      index + 1,
      levers[lever].name,
      lacking,
      enough,
      levers[lever].from,
      setting,
      effort,
      ...priced(own),
    ]),
  )
  return csvText([[...COLUMNS, ...(costs.length > 0 ? ['costs_more'] : [])], ...single, ...together])
}
