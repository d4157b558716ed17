/** What would be enough as CSV. */
import type { Reach } from '../../analysis/reach.js'
import { csvText } from '../../vocabulary/csv.js'

const COLUMNS = [
  'kind', 'target_or_row', 'lever', 'odds_now_or_lacking', 'finding_or_enough', 'from', 'setting', 'odds_or_effort',
] // biome-ignore format: a list of headings reads best as a paragraph

/** Every target and lever, numbers in full; then the settings for all targets together. */
export function reachCsv({ targets, levers, packages }: Reach): string {
  const single = targets.flatMap(({ id, now, answers }) =>
    answers.map((answer, lever) => {
      const { name, from } = levers[lever]
      const [setting, odds] = answer.kind === 'no effect' ? ['', ''] : [answer.setting, answer.odds]
      return ['target', id, name, now, answer.kind, from, setting, odds]
    }),
  )
  const together = packages.flatMap(({ settings, effort, enough, lacking }, index) =>
    settings.map((setting, lever) => [
      'together',
      index + 1,
      levers[lever].name,
      lacking,
      enough,
      levers[lever].from,
      setting,
      effort,
    ]),
  )
  return csvText([COLUMNS, ...single, ...together])
}
