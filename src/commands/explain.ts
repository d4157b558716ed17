/** `cityward explain`: how an indicator or target is computed, or what an uncertainty or lever is and where it enters. */
import type { IndicatorPlan, Plan } from '../plan/plan.js'
import { type ExplanationQuestion, explanationText } from '../report/terminal/explanation-page.js'
import { indicatorList } from '../report/terminal/indicator-list.js'
import { fieldsNaming } from '../scenario/compare/lever-fields.js'
import type { Scenario } from '../scenario/scenario.js'
import { explainIndicator, explainNamedInput } from '../studies/explain-indicator.js'
import { type LoadedPlan, loadPlan } from '../studies/load-plan.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Language } from '../vocabulary/language.js'
import { indexIn, placeIn, refuseName } from '../vocabulary/lookup.js'
import { pageIn, print, printJson } from './terminal.js'

export interface ExplainOptions {
  readonly city?: string
  readonly year?: number
  readonly policy?: string
  readonly depth: number
  readonly json?: boolean
  readonly lang: Language
}

/** Prints the tree for one indicator, or the list of all where no name is given. Returns the exit code. */
export function explain(file: string, name: string | undefined, options: ExplainOptions): number {
  const loaded = loadPlan(file)
  const { plan } = loaded
  const { depth, lang } = options
  if (name === undefined) {
    print(indicatorList(plan, loaded.scenario, lang))
    return 0
  }
  const input = findInput(plan, loaded.scenario, name)
  if (input) return explainInputNamed(file, loaded, input, options)
  const target = plan.targets.find(({ id }) => id === name)
  const indicator = findIndicator(file, loaded, target?.indicator ?? name)
  const place = placeIn(file, plan.places, options.city)
  const years = plan.years.map(String)
  const year = indexIn(file, 'year', String(options.year ?? target?.year ?? plan.years.at(-1)), years)
  const policies = plan.policies.map((one) => one.name)
  const policy = indexIn(file, 'policy', options.policy ?? policies.at(-1)!, policies)
  const hasCities = plan.outcomes.some((column) => column.indicator === indicator.name && column.place > 0)
  const question: ExplanationQuestion = {
    name,
    title: target?.title ?? indicator.title,
    place: plan.places[place].name,
    year: plan.years[year],
    policy: plan.policies[policy].title,
    target,
    wholeRegion: place > 0,
    regionOnly: place > 0 && !hasCities,
    depth,
  }
  const tree = explainIndicator(loaded, file, indicator, { place, year, policy, depth })
  if (options.json) printJson({ question, tree })
  else print(explanationText(question, tree, loaded.dataset.sources, pageIn(lang)))
  return 0
}

function findIndicator(file: string, { plan, scenario }: LoadedPlan, name: string): IndicatorPlan {
  const names = plan.indicators.map((one) => one.name)
  const index = names.indexOf(name)
  if (index >= 0) return plan.indicators[index]
  const inputs = [...scenario.uncertainties, ...scenario.levers].map((one) => one.name)
  const known = [...names, ...plan.targets.map(({ id }) => id), ...inputs]
  return refuseName(file, 'indicator', name, known, { what: 'indicator, target, uncertainty or lever' })
}

interface AskedInput {
  readonly kind: 'uncertainty' | 'lever'
  readonly name: string
  readonly title: Bilingual
  readonly mechanism?: Bilingual
}

/** The uncertainty or lever of that name, where it is no indicator and no target. */
function findInput(plan: Plan, { uncertainties, levers }: Scenario, name: string): AskedInput | undefined {
  const computed = [...plan.indicators.map((one) => one.name), ...plan.targets.map(({ id }) => id)]
  if (computed.includes(name)) return undefined
  const uncertainty = uncertainties.find((one) => one.name === name)
  if (uncertainty) return { kind: 'uncertainty', name, title: uncertainty.title }
  const lever = levers.find((one) => one.name === name)
  return (
    lever && {
      kind: 'lever',
      name,
      title: lever.title,
      ...(lever.mechanism && { mechanism: lever.mechanism }),
    }
  )
}

function explainInputNamed(
  file: string,
  loaded: LoadedPlan,
  input: AskedInput,
  options: ExplainOptions,
): number {
  const { plan, scenario, dataset } = loaded
  const names = plan.policies.map((one) => one.name)
  const policy = indexIn(file, 'policy', options.policy ?? names.at(-1)!, names)
  const year = plan.years.length - 1
  const question: ExplanationQuestion = {
    name: input.name,
    title: input.title,
    place: plan.places[0].name,
    year: plan.years[year],
    policy: plan.policies[policy].title,
    wholeRegion: false,
    regionOnly: false,
    depth: options.depth,
    enters: fieldsNaming(input.name, scenario),
    ...(input.mechanism && { mechanism: input.mechanism }),
  }
  const tree = explainNamedInput(loaded, file, input, { year, policy })
  if (options.json) printJson({ question, tree })
  else print(explanationText(question, tree, dataset.sources, pageIn(options.lang)))
  return 0
}
