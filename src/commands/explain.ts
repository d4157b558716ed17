/** `cityward explain`: how an indicator or target is computed, with values and sources, in one place and year. */
import type { IndicatorPlan, Plan } from '../plan/plan.js'
import { explanationText, type Question } from '../report/terminal/explanation-page.js'
import { indicatorList } from '../report/terminal/indicator-list.js'
import { explainIndicator } from '../studies/explain-indicator.js'
import { loadPlan } from '../studies/load-plan.js'
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
    print(indicatorList(plan, lang))
    return 0
  }
  const target = plan.targets.find(({ id }) => id === name)
  const indicator = findIndicator(file, plan, target?.indicator ?? name)
  const place = placeIn(file, plan.places, options.city)
  const years = plan.years.map(String)
  const year = indexIn(file, 'year', String(options.year ?? target?.year ?? plan.years.at(-1)), years)
  const policies = plan.policies.map((one) => one.name)
  const policy = indexIn(file, 'policy', options.policy ?? policies.at(-1)!, policies)
  const hasCities = plan.outcomes.some((column) => column.indicator === indicator.name && column.place > 0)
  const question: Question = {
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

function findIndicator(file: string, plan: Plan, name: string): IndicatorPlan {
  const names = plan.indicators.map((one) => one.name)
  const index = names.indexOf(name)
  if (index >= 0) return plan.indicators[index]
  const known = [...names, ...plan.targets.map(({ id }) => id)]
  return refuseName(file, 'indicator', name, known, { what: 'indicator or target' })
}
