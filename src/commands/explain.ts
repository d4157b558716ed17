/** `cityward explain`: how an indicator or target is computed, with values and sources, in one place and year. */
import { type Explanation, explainSlot } from '../plan/explain.js'
import type { IndicatorPlan, Plan } from '../plan/plan.js'
import { explanationText, type Question } from '../report/explanation.js'
import { unitName } from '../report/numbers.js'
import { displayWidth, pad } from '../report/width.js'
import { indicatorValue } from '../run/outcomes.js'
import { createTrajectory } from '../run/trajectory.js'
import { nearest } from '../vocabulary/nearest.js'
import { fail } from '../vocabulary/problems.js'
import type { Language } from '../vocabulary/quality.js'
import { type LoadedPlan, loadPlan } from './load-plan.js'
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
  const place = placeOf(file, plan, options.city)
  const year = indexOf(
    file,
    'year',
    String(options.year ?? target?.year ?? plan.years.at(-1)),
    plan.years.map(String),
  )
  const policies = plan.policies.map((one) => one.name)
  const policy = indexOf(file, 'policy', options.policy ?? policies.at(-1)!, policies)
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
    depth: options.depth,
  }
  const asked = { place, year, policy, depth: options.depth }
  const tree = explainIndicator(file, loaded, indicator, asked)
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

/** The indicator as a tree: its value, and below it what it adds up or divides. */
function explainIndicator(
  file: string,
  { plan, scenario, dataset }: LoadedPlan,
  indicator: IndicatorPlan,
  { place, year, policy, depth }: { place: number; year: number; policy: number; depth: number },
): Explanation {
  const memory = liveMedian(file, plan, policy)
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

/** The memory of the trajectory in which every uncertainty is at its median. */
function liveMedian(file: string, plan: Plan, policy: number): Float64Array {
  const trajectory = createTrajectory(plan, 1)
  const inputs = new Float64Array(plan.uncertainties.length)
  trajectory.medians(inputs)
  const fault = trajectory.live(policy, inputs, new Float64Array(plan.outcomes.length))
  if (fault) {
    fail({
      code: fault.code,
      where: { file },
      found: `a projection that stops: ${fault.detail}`,
      expected: 'one that can be lived with every uncertainty at its median',
    })
  }
  return trajectory.memory
}

function findIndicator(file: string, plan: Plan, name: string): IndicatorPlan {
  const names = plan.indicators.map((one) => one.name)
  const index = names.indexOf(name)
  if (index >= 0) return plan.indicators[index]
  return unknown(file, 'indicator or target', name, [...names, ...plan.targets.map(({ id }) => id)])
}

function placeOf(file: string, plan: Plan, city: string | undefined): number {
  if (city === undefined) return 0
  const asked = city.toLowerCase()
  const place = plan.places.findIndex(
    ({ code, name }) =>
      code === city || name.en.toLowerCase() === asked || name.zh === city || name.zh === `${city}市`,
  )
  const names = plan.places.flatMap(({ name }) => [name.en, name.zh])
  return place >= 0 ? place : unknown(file, 'city', city, names)
}

function indexOf(file: string, kind: string, asked: string, known: string[]): number {
  const index = known.indexOf(asked)
  return index >= 0 ? index : unknown(file, kind, asked, known)
}

function unknown(file: string, kind: string, found: string, known: string[]): never {
  const near = kind === 'year' ? undefined : nearest(found, known)
  const list =
    known.length > 8
      ? `one of ${known.length}: ${known.slice(0, 6).join(', ')} ...`
      : `one of ${known.join(', ')}`
  return fail({
    code: `unknown-${kind.split(' ')[0]}`,
    where: { file },
    found: `no ${kind} "${found}"`,
    expected: list,
    hint: near ? `Did you mean ${near}?` : undefined,
  })
}
