/**
 * The policy that the others are measured against, by its name: without the plan nothing is done, or the policies of the
 * years before go on, or those are withdrawn too.
 */
export const BASELINES: readonly string[] = ['no_action', 'as_before', 'withdrawn']

/** Its index among policies: the first of the names that there is; -1 for none. */
export function baselineIn(policies: readonly { readonly name: string }[]): number {
  const names = policies.map(({ name }) => name)
  return names.indexOf(BASELINES.find((name) => names.includes(name)) ?? '')
}
