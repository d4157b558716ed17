/** The facts of a page, from a plan and the scenario that it was made of. */
import { basename } from 'node:path'
import { isShortfall } from '../../plan/outcome-columns.js'
import type { Plan } from '../../plan/plan.js'
import { warningsCount, warningTexts } from '../../report/words/first-page/warnings.js'
import { metByAll } from '../../results/scaled-words.js'
import type { Scenario } from '../../scenario/scenario.js'
import type { Language } from '../../vocabulary/language.js'
import type { Problem } from '../../vocabulary/problems.js'
import { VERSION } from '../../vocabulary/version.js'
import { visibleLines } from '../../vocabulary/visible.js'
import { columnsOf, type ExplorerFacts } from '../facts.js'
import { splitsOf } from './make-splits.js'
import { uncertaintiesOf } from './make-uncertainties.js'

export interface FactsRequest {
  /** The scenario file. */
  readonly file: string
  readonly draws: number
  readonly language?: Language
  /** What the check of the scenario and its data warns of. */
  readonly warnings: readonly Problem[]
}

export function factsOf(
  plan: Plan,
  scenario: Scenario,
  { file, draws, language, warnings }: FactsRequest,
): ExplorerFacts {
  const { title, fingerprint, seed, years, places, policies, indicators } = plan
  const shortfalls = indicators.filter(({ name }) => isShortfall(name))
  const costs = plan.costs ?? []
  const asked = new Set([
    ...plan.targets.map(({ indicator }) => indicator),
    ...shortfalls.map(({ name }) => name),
    ...costs.flatMap(({ inYear, soFar }) => [inYear, soFar]),
  ])
  const [scaled] = metByAll(plan.controls?.totals.map(({ year }) => years[year]))
  // that numbers are invented has a notice of its own
  const others = warnings.filter(({ code }) => code !== 'numbers-invented')
  const [warned] = warningsCount(others)
  const facts: ExplorerFacts = {
    title,
    file: basename(file),
    version: VERSION,
    fingerprint,
    seed,
    ...(plan.invented && { invented: plan.invented }),
    ...(scaled && { scaled }),
    ...(warned && { warned: { title: warned, texts: warningTexts(others) } }),
    draws,
    ...(language && { language }),
    years,
    places,
    levers: plan.levers.map(({ name }) => leverOf(scenario, name)),
    policies: policies.map(({ name, title, settings }) => ({ name, title, settings })),
    uncertainties: uncertaintiesOf(plan, scenario),
    targets: plan.targets.map(({ basis: _, ...target }) => {
      const indicator = indicators.find(({ name }) => name === target.indicator)!
      return { ...target, unit: indicator.unit, isForCities: indicator.per >= 0 }
    }),
    shortfalls: shortfalls.map(({ name, title, unit }) => ({ indicator: name, title, unit })),
    ...splitsOf(plan, scenario),
    costs: costs.map(({ currency, prices, programmes, inYear, soFar }) => ({
      ...{ currency, prices, inYear, soFar },
      programmes: programmes.map(({ title }) => ({ title })),
    })),
    columns: Object.fromEntries([...asked].map((indicator) => [indicator, columnsOf(plan, indicator)])),
  }
  return cleaned(facts)
}

function leverOf({ levers }: Scenario, name: string): ExplorerFacts['levers'][number] {
  const { title, unit, range, default: usual, mechanism } = levers.find((one) => one.name === name)!
  return { name, title, unit, range, default: usual, ...(mechanism && { mechanism }) }
}

/** Without characters that show nothing or turn text around; all else a page shows as the text that it is. */
function cleaned(facts: ExplorerFacts): ExplorerFacts {
  return JSON.parse(JSON.stringify(facts), (_, value: unknown) =>
    typeof value === 'string' ? visibleLines(value) : value,
  )
}
