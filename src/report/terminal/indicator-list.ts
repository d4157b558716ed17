/** What can be asked about in a plan. */
import type { Plan } from '../../plan/plan.js'
import type { Scenario } from '../../scenario/scenario.js'
import type { Language } from '../../vocabulary/language.js'
import { unitName } from '../words/numbers.js'
import { displayWidth, pad } from '../words/width.js'

/** Every indicator with its title and unit, every target with what it is set on, then every uncertainty and lever. */
export function indicatorList(
  plan: Plan,
  { uncertainties, levers }: Pick<Scenario, 'uncertainties' | 'levers'>,
  language: Language,
): string {
  const rows = [
    ...plan.indicators.map(({ name, title, unit }) => [name, title[language], unitName(unit, language)]),
    ...plan.targets.map(({ id, title, indicator }) => [id, title[language], `-> ${indicator}`]),
    ...[...uncertainties, ...levers].map(({ name, title, unit }) => [
      name,
      title[language],
      unitName(unit, language),
    ]),
  ]
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => displayWidth(row[column]))))
  const line = (row: string[]) =>
    [...widths.map((width, column) => pad(row[column], width, 'right')), row[2]].join('  ').trimEnd()
  return `${rows.map(line).join('\n')}\n`
}
