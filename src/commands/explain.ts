/** `cityward explain`: how an indicator or target is computed, with values and sources, in one place and year. */
import { type Explanation, explainSlot } from '../plan/explain.js'
import type { Plan } from '../plan/plan.js'
import { explanationText } from '../report/explanation.js'
import { indicatorValue } from '../run/outcomes.js'
import { createTrajectory } from '../run/trajectory.js'
import { nearest } from '../vocabulary/nearest.js'
import { fail } from '../vocabulary/problems.js'
import type { Language } from '../vocabulary/quality.js'
import { type LoadedPlan, loadPlan } from './load-plan.js'

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
    for (const indicator of plan.indicators) {
      process.stdout.write(
        `${indicator.name.padEnd(36)} ${indicator.title[options.lang]} (${indicator.unit})\n`,
      )
    }
    return 0
  }
  const target = plan.targets.find(({ id }) => id === name)
  const asked = target?.indicator ?? name
  const indicator = plan.indicators.find((candidate) => candidate.name === asked)
  if (!indicator)
    return unknown(file, 'indicator or target', name, [
      ...plan.indicators.map((one) => one.name),
      ...plan.targets.map(({ id }) => id),
    ])
  const place = placeOf(file, plan, options.city)
  const year = options.year === undefined ? plan.years.length - 1 : plan.years.indexOf(options.year)
  if (year < 0) return unknown(file, 'year', String(options.year), plan.years.map(String))
  const policy =
    options.policy === undefined
      ? plan.policies.length - 1
      : plan.policies.findIndex((one) => one.name === options.policy)
  if (policy < 0)
    return unknown(
      file,
      'policy',
      options.policy ?? '',
      plan.policies.map((one) => one.name),
    )

  const memory = liveMedian(loaded, policy)
  const place4 = { ...loaded, memory, city: place - 1, year, policy }
  const parts: Explanation[] = [explainSlot(place4, indicator.of, options.depth)]
  if (indicator.per >= 0) parts.push(explainSlot(place4, indicator.per, options.depth))
  const tree: Explanation = {
    what: `${indicator.name} = ${indicator.per >= 0 ? 'of / per' : 'of'}${indicator.times === 1 ? '' : ` x ${indicator.times}`}`,
    value: indicatorValue(plan, memory, indicator, place, year),
    unit: indicator.unit,
    note: indicator.title[options.lang],
    quality: indicator.quality,
    sources: [],
    parts,
  }
  const where = plan.places[place].name[options.lang]
  const heading = `${where}, ${plan.years[year]}, ${plan.policies[policy].title[options.lang]}`
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ heading, tree }, undefined, 2)}\n`
      : explanationText(heading, tree, loaded.dataset.sources, options.lang),
  )
  return 0
}

/** The memory of the trajectory in which every uncertainty is at its median. */
function liveMedian({ plan }: LoadedPlan, policy: number): Float64Array {
  const trajectory = createTrajectory(plan, 1)
  const inputs = new Float64Array(plan.uncertainties.length)
  trajectory.medians(inputs)
  trajectory.live(policy, inputs, new Float64Array(plan.outcomes.length))
  return trajectory.memory
}

function placeOf(file: string, plan: Plan, city: string | undefined): number {
  if (city === undefined) return 0
  const asked = city.toLowerCase()
  const place = plan.places.findIndex(
    ({ code, name }) =>
      code === city || name.en.toLowerCase() === asked || name.zh === city || name.zh === `${city}市`,
  )
  return place >= 0
    ? place
    : unknown(
        file,
        'city',
        city,
        plan.places.flatMap(({ name }) => [name.en, name.zh]),
      )
}

function unknown(file: string, kind: string, found: string, known: string[]): never {
  const near = nearest(found, known)
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
