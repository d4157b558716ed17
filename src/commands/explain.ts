/** `cityward explain`: how an indicator or target is computed, with values and sources, in one place and year. */
import { type Explanation, explainSlot } from '../explain/explain.js'
import type { IndicatorPlan, Plan } from '../plan/plan.js'
import { type ExplanationQuestion, explanationText } from '../report/terminal/explanation-page.js'
import { unitName } from '../report/words/numbers.js'
import { displayWidth, pad } from '../report/words/width.js'
import { indicatorValue } from '../run/year/outcomes.js'
import { type LoadedPlan, loadPlan } from '../studies/load-plan.js'
import { medianMemory } from '../studies/median-check.js'
import type { Language } from '../vocabulary/language.js'
import { indexIn, placeIn, unknownName } from '../vocabulary/lookup.js'
import { widthOf } from './terminal.js'

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
  if (name === undefined) {
    process.stdout.write(listText(plan, options.lang))
    return 0
  }
  const target = plan.targets.find(({ id }) => id === name)
  const indicator = findIndicator(file, plan, target?.indicator ?? name)
  const place = placeIn(file, plan.places, options.city)
  const year = indexIn(
    file,
    'year',
    String(options.year ?? target?.year ?? plan.years.at(-1)),
    plan.years.map(String),
  )
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
    depth: options.depth,
  }
  const tree = explainIndicator(loaded, indicator, { file, place, year, policy, depth: options.depth })
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ question, tree }, undefined, 2)}\n`
      : explanationText(question, tree, loaded.dataset.sources, {
          language: options.lang,
          width: widthOf(process.stdout),
        }),
  )
  return 0
}

/** Every indicator with its title and unit, and every target with what it is set on. */
function listText(plan: Plan, language: Language): string {
  const rows = [
    ...plan.indicators.map(({ name, title, unit }) => [name, title[language], unitName(unit, language)]),
    ...plan.targets.map(({ id, title, indicator }) => [id, title[language], `-> ${indicator}`]),
  ]
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => displayWidth(row[column]))))
  const line = (row: string[]) =>
    [...widths.map((width, column) => pad(row[column], width, 'right')), row[2]].join('  ').trimEnd()
  return `${rows.map(line).join('\n')}\n`
}

/** Place, year and policy as indices into the plan. */
interface Where {
  readonly file: string
  readonly place: number
  readonly year: number
  readonly policy: number
  readonly depth: number
}

/** The indicator as a tree: its value, and below it what it adds up or divides. */
function explainIndicator(
  { plan, scenario, dataset }: LoadedPlan,
  indicator: IndicatorPlan,
  { file, place, year, policy, depth }: Where,
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

function findIndicator(file: string, plan: Plan, name: string): IndicatorPlan {
  const names = plan.indicators.map((one) => one.name)
  const index = names.indexOf(name)
  if (index >= 0) return plan.indicators[index]
  return unknownName(file, 'indicator or target', name, [...names, ...plan.targets.map(({ id }) => id)])
}
