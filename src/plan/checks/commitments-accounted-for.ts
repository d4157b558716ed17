/** Every commitment of the plan document is accounted for: simulated, or listed with the reason why not. */
import { suggestion, unknownName } from '../../vocabulary/lookup.js'
import type { Draft } from '../draft.js'
import type { Plan, TargetPlan } from '../plan.js'

/**
 * Commitments that a scenario lists without a verdict; one that is neither simulated nor listed is a problem, except
 * in a scenario that gives no verdicts at all.
 */
export function planCommitments(draft: Draft, targets: readonly TargetPlan[]): Plan['unassessed'] {
  const { dataset, scenario } = draft
  const simulated = new Set(
    scenario.targets.map((target) => target.commitment ?? target.id).concat(targets.map(({ id }) => id)),
  )
  const listed = scenario.commitments.flatMap(({ id, assessed, because, shows }) => {
    const commitment = dataset.commitments.get(id)
    reportUnknownShows(draft, id, shows)
    if (commitment) return [{ id, text: commitment.text, assessed, because, shows }]
    draft.report(['commitments', id], unknownCommitment(draft, id), 'key')
    return []
  })
  const known = new Set(listed.map(({ id }) => id))
  const unaccounted = [...dataset.commitments.keys()].filter((id) => !simulated.has(id) && !known.has(id))
  const verdicts = scenario.targets.length > 0 || scenario.commitments.length > 0
  // a target that was left out may be the missing one
  const whole = scenario.leftOut.every(([section]) => section !== 'targets' && section !== 'commitments')
  if (verdicts && whole && unaccounted.length > 0) {
    const section = scenario.commitments.length > 0 ? 'commitments' : 'targets'
    const problem = {
      code: 'commitment-not-accounted-for' as const,
      found: `nothing said of ${unaccounted.length} of ${dataset.commitments.size} commitments: ${unaccounted.slice(0, 4).join(', ')}${unaccounted.length > 4 ? ' ...' : ''}`,
      expected: 'every commitment of the plan as a target, or under `commitments:` with the reason why not',
      hint: misspelt(draft, unaccounted),
    }
    draft.report([section], problem, 'key')
  }
  return listed
}

/** Indicators that are to say what is known of a commitment, and are none. */
function reportUnknownShows(draft: Draft, id: string, shows: readonly string[]): void {
  const names = draft.scenario.indicators.map(({ name }) => name)
  for (const [index, name] of shows.entries()) {
    if (names.includes(name)) continue
    const problem = unknownName('indicator', name, names, 'a name under `indicators:`')
    draft.report(['commitments', id, 'shows', index], problem)
  }
}

/** Sections of the plan document without a commitment, with the reason that the data folder gives. */
export function emptySections({ dataset, scenario }: Draft): Plan['sections'] {
  if (scenario.targets.length === 0 && scenario.commitments.length === 0) return []
  const filled = new Set([...dataset.commitments.values()].map(({ section }) => section))
  return dataset.sections.filter(({ section }) => !filled.has(section))
}

/** The id of a target that is nearly that of a commitment of which nothing is said. */
function misspelt({ dataset, scenario }: Draft, unaccounted: readonly string[]): string | undefined {
  const ids = scenario.targets.filter(({ commitment, id }) => !commitment && !dataset.commitments.has(id))
  return ids.map(({ id }) => suggestion(id, unaccounted)).find(Boolean)
}

export function unknownCommitment({ dataset }: Draft, id: string) {
  const some = dataset.commitments.size > 0
  const expected = some ? 'an id of commitments.csv' : 'none, as the data folder has no commitments.csv'
  return unknownName('commitment', id, dataset.commitments.keys(), expected)
}
