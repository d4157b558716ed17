/** A scenario that has some changes of a second scenario and is the first one otherwise. */

import { withNamed } from '../named-indicators.js'
import type { Policy, PopulationSettings, Scenario } from '../scenario.js'
import type { Change, Changes } from './changes.js'
import type { PartValues, ScenarioPart, Section } from './parts.js'

/** Levers of the second scenario that a policy of the mixture takes; the rest stand as in the first. */
export interface MixedPolicy {
  readonly name: string
  readonly levers: ReadonlySet<string>
}

/**
 * The mixture with these changes made, under one policy for each choice of levers.
 *
 * Made up only of what the targets of both scenarios need: no cost, no commitment, no other target. With no change
 * it gives the odds of the first scenario, with all the odds of the second.
 */
export function mixtureOf(
  { changes, parts }: Changes,
  made: ReadonlySet<string>,
  policies: readonly MixedPolicy[],
): Scenario {
  const chosen = choose(changes, parts, made)
  const all = <S extends Section>(section: S) =>
    chosen
      .filter((part): part is ScenarioPart<S> => part.section === section)
      .map(({ key, value }) => ({ key, value }))
  const values = <S extends Section>(section: S) => all(section).map(({ value }) => value as PartValues[S])
  const one = <S extends Section>(section: S) => values(section)[0]
  const byKey = (section: 'levels' | 'schedules' | 'lines') =>
    Object.fromEntries(all(section).map(({ key, value }) => [key, value]))
  const targets = values('targets').filter(({ id }) =>
    [parts.before, parts.after].every((side) => side.has(`targets.${id}`)),
  )
  return {
    title: { en: '', zh: '' },
    data: one('data'),
    years: one('years'),
    run: { draws: 1, seed: one('seed'), design: one('design'), designOptions: one('designOptions') },
    uncertainties: inOrder(values('uncertainties'), orderIn(changes, made)),
    correlations: one('correlations'),
    levers: values('levers').map(({ setting, ...lever }) => ({
      ...lever,
      default: setting,
      cost: undefined,
    })),
    policies: policies.map((policy) => policyOf(policy, changes)),
    population: {
      migration: one('migration'),
      nests: one('nests'),
      control: one('control'),
      journeys: one('journeys'),
      levels: byKey('levels') as PopulationSettings['levels'],
      schedules: byKey('schedules') as PopulationSettings['schedules'],
      lines: byKey('lines') as PopulationSettings['lines'],
    },
    schools: values('schools'),
    services: values('services').map((service) => ({
      ...service,
      programmes: [
        ...service.programmes,
        ...values('programmes').filter((one) => one.service === service.name),
      ].map((programme) => ({ ...programme, cost: undefined })),
    })),
    indicators: withNamed(values('indicators'), new Set(targets.map(({ indicator }) => indicator))),
    targets: targets.map((target) => ({ ...target, commitment: undefined })),
    commitments: [],
    files: [],
    leftOut: [],
  }
}

/** Parts of the first scenario with those of the second in their places, and after them what only the second has. */
function choose(
  changes: readonly Change[],
  parts: Changes['parts'],
  made: ReadonlySet<string>,
): ScenarioPart[] {
  const changed = new Map(changes.map((change) => [change.name, change]))
  const names = [...new Set([...parts.before.keys(), ...parts.after.keys()])]
  return names.flatMap((name) => {
    const change = changed.get(name)
    if (!change) return parts.before.get(name) ?? parts.after.get(name)!
    return (made.has(name) ? change.after : change.before) ?? []
  })
}

function orderIn(changes: readonly Change[], made: ReadonlySet<string>): readonly string[] {
  const change = changes.find(({ before }) => before?.section === 'order')
  if (!change) return []
  return (made.has(change.name) ? change.after : change.before)!.value as PartValues['order']
}

function inOrder<Named extends { readonly name: string }>(
  all: readonly Named[],
  order: readonly string[],
): Named[] {
  const placeOf = ({ name }: Named) => (order.includes(name) ? order.indexOf(name) : order.length)
  return [...all].sort((one, other) => placeOf(one) - placeOf(other))
}

function policyOf({ name, levers }: MixedPolicy, changes: readonly Change[]): Policy {
  const set = changes.flatMap(({ name: change, after }) =>
    levers.has(change) && after?.section === 'levers'
      ? [[after.key, (after.value as PartValues['levers']).setting] as const]
      : [],
  )
  return { name, title: { en: name, zh: name }, set: Object.fromEntries(set) }
}
