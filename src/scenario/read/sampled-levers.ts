/**
 * Levers that are drawn beside the uncertainties: each becomes one, even between the ends of its range, and no policy sets it
 * any more. What policies then have in common is simulated once.
 */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { unknownName } from '../../vocabulary/lookup.js'
import { fail } from '../../vocabulary/problems.js'
import type { Lever, Policy, Scenario, Uncertainty } from '../scenario.js'
import { type DesignTable, withTable } from './design-table.js'

/** Names of levers, or all there are. */
export type SampledLevers = 'sampled' | readonly string[]

const WHERE = { file: '--levers' }
const EXPECTED = 'names under `levers:`, or `sampled` for all of them'
/** Name of the one policy that is left where every lever is drawn. */
const ALL_DRAWN = 'levers_drawn'

/** The scenario with these levers drawn. Throws CitywardError for a lever that there is not. */
export function withSampledLevers(scenario: Scenario, wanted: SampledLevers): Scenario {
  const { levers } = scenario
  const known = levers.map(({ name }) => name)
  const names = wanted === 'sampled' ? known : wanted
  for (const name of names)
    if (!known.includes(name)) fail({ ...unknownName('lever', name, known, EXPECTED), where: WHERE })
  if (names.length === 0) return scenario
  const drawn = levers.filter(({ name }) => names.includes(name))
  const left = levers.filter(({ name }) => !names.includes(name))
  return {
    ...scenario,
    uncertainties: [...scenario.uncertainties, ...drawn.map(drawnLever)],
    levers: left,
    policies: policiesOf(scenario.policies, drawn, left),
  }
}

/** A lever as an uncertainty. */
export function drawnLever({ name, title, unit, range: [low, high] }: Lever): Uncertainty {
  const because = {
    en: 'A lever: drawn evenly over its range, as a question and not as an expectation.',
    zh: '杠杆：在其范围内均匀抽取，是提问而非预期。',
  }
  const distribution =
    low < high ? ({ kind: 'uniform', low, high } as const) : ({ kind: 'fixed', value: low } as const)
  return { name, title, unit, distribution, because, source: 'judgement' }
}

/** Policies that still differ, each with its title; of those that do not, the last. */
function policiesOf(policies: readonly Policy[], drawn: readonly Lever[], left: readonly Lever[]): Policy[] {
  if (left.length === 0) {
    const title: Bilingual = { en: 'Levers drawn between their bounds', zh: '杠杆在其范围内抽取' }
    return [{ name: ALL_DRAWN, title, set: {} }]
  }
  const settingsOf = ({ set }: Policy) => left.map((lever) => set[lever.name] ?? lever.default).join()
  const usual = policies.filter(({ on_request }) => !on_request)
  const different = policies.filter(
    (policy) =>
      policy.on_request || usual.findLast((one) => settingsOf(one) === settingsOf(policy)) === policy,
  )
  const names = (language: 'en' | 'zh') => drawn.map(({ title }) => title[language])
  return different.map((policy) => ({
    ...policy,
    title: {
      en: `${policy.title.en}; drawn: ${names('en').join(', ')}`,
      zh: `${policy.title.zh}；抽取：${names('zh').join('、')}`,
    },
    set: Object.fromEntries(
      Object.entries(policy.set).filter(([name]) => left.some((one) => one.name === name)),
    ),
  }))
}

/** The scenario as a table draws it: levers that have a column are drawn too. */
export function withTableOfLevers(scenario: Scenario, table: DesignTable): Scenario {
  const names = scenario.levers.flatMap(({ name }) => (table.columns.has(name) ? name : []))
  const sampled = withSampledLevers(scenario, names)
  return { ...sampled, ...withTable(sampled, table) }
}

/** What a column of a table may be named after. */
export const tableColumns = ({
  uncertainties,
  levers,
}: Pick<Scenario, 'uncertainties' | 'levers'>): Uncertainty[] => [...uncertainties, ...levers.map(drawnLever)]
