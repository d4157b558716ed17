/** Compile a mixture of two scenarios to a plan. */
import type { Standing } from '../analysis/waterfall.js'
import type { Dataset } from '../dataset/dataset.js'
import { compilePlan } from '../plan/compile.js'
import { columnAt } from '../plan/outcome-columns.js'
import type { Plan } from '../plan/plan.js'
import { findingsOf, SAMPLING_FINDINGS } from '../sampling/findings.js'
import type { Changes } from '../scenario/compare/changes.js'
import { mixtureOf } from '../scenario/compare/mixture.js'
import type { Locate } from '../scenario/scenario.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Problem } from '../vocabulary/problems.js'
import { VERSION } from '../vocabulary/version.js'

export type Side = 'before' | 'after'

/** A target that both scenarios have, as each of them sets it. */
export interface SharedTarget {
  readonly id: string
  readonly title: Bilingual
  readonly unit: string
  readonly before: Standing['aim']
  readonly after: Standing['aim']
}

export interface MixtureSource {
  readonly changes: Changes
  readonly datasets: Readonly<Record<Side, Dataset>>
  readonly targets: readonly SharedTarget[]
  readonly locate: Locate
}

/**
 * Compile the mixture in which these changes are made, with one policy for each choice of levers.
 *
 * Gives the first problem where the changes do not go together: a formula without a name that it needs, a correlation
 * of what is not there, a target that is not measured.
 */
export function planMixture(
  { changes, datasets, locate }: MixtureSource,
  made: ReadonlySet<string>,
  choices: readonly ReadonlySet<string>[],
): { readonly plan: Plan } | { readonly problem: Problem } {
  const policies = choices.map((levers, index) => ({ name: `mixture_${index}`, levers }))
  const scenario = mixtureOf(changes, made, policies)
  const { uncertainties, correlations } = scenario
  const [finding] = findingsOf(uncertainties, correlations)
  if (finding) {
    const found = `draws in which ${SAMPLING_FINDINGS[finding.code]} (${finding.names.join(', ')})`
    const expected = 'uncertainties and correlations that go together'
    return { problem: { code: finding.code, where: locate(['correlations']), found, expected } }
  }
  const dataset = { ...datasets[made.has('data') ? 'after' : 'before'], commitments: new Map(), sections: [] }
  const { plan, problems } = compilePlan(scenario, dataset, locate, VERSION)
  if (!plan) return { problem: problems[0] }
  const unread = plan.targets.find((target) => columnAt(plan, target.indicator, 0, target.year) < 0)
  if (!unread) return { plan }
  const found = `the target ${unread.id} without ${unread.indicator} of ${unread.year}`
  const expected = 'an indicator that is measured in that year'
  return { problem: { code: 'target-not-measured', where: locate(['targets']), found, expected } }
}
