/** What policies set: known levers, in their range; and always a policy that the others are measured against. */
import { BASELINES } from '../../vocabulary/baseline.js'
import { unknownName } from '../../vocabulary/lookup.js'
import { nearest } from '../../vocabulary/nearest.js'
import type { FieldProblem } from '../read/field-problem.js'
import type { ScenarioFile } from '../schema/schema.js'

type Levers = NonNullable<ScenarioFile['levers']>

/** Settings of unknown levers or outside their range, and a missing baseline. */
export function policyProblems({ policies, levers = {} }: ScenarioFile): FieldProblem[] {
  const settings = Object.entries(policies).flatMap(([policy, { set }]) =>
    Object.entries(set).flatMap(([lever, setting]) => settingProblems(policy, lever, setting, levers)),
  )
  const ranges = Object.entries(levers).flatMap(([name, lever]) => rangeProblems(name, lever))
  if (BASELINES.some((name) => Object.hasOwn(policies, name))) return [...settings, ...ranges]
  const names = Object.keys(policies)
  const [usual] = BASELINES
  const near = nearest(usual, names)
  return [
    {
      code: 'no-action-missing',
      path: ['policies'],
      onKey: true,
      found: names.length > 0 ? `the policies ${names.join(', ')}` : 'no policy',
      expected:
        'a policy no_action among them (or as_before, withdrawn), against which the others are measured',
      hint: near ? `Write ${usual} for ${near}.` : undefined,
    },
    ...settings,
    ...ranges,
  ]
}

function settingProblems(policy: string, name: string, setting: number, levers: Levers): FieldProblem[] {
  const path = ['policies', policy, 'set', name]
  if (!Object.hasOwn(levers, name)) {
    const problem = unknownName('lever', name, Object.keys(levers), 'a name under `levers:`')
    return [{ ...problem, path, onKey: true }]
  }
  const [low, high] = levers[name].range
  if (low > high || (setting >= low && setting <= high)) return []
  const expected = `a setting from ${low} to ${high}, the range of ${name}`
  return [{ code: 'setting-outside-range', path, found: `${setting}`, expected }]
}

function rangeProblems(
  name: string,
  { default: setting, range: [low, high] }: Levers[string],
): FieldProblem[] {
  const found = `${low} to ${high}`
  if (low > high) {
    const path = ['levers', name, 'range']
    return [{ code: 'range-backwards', path, found, expected: 'the smaller end first' }]
  }
  if (setting >= low && setting <= high) return []
  const path = ['levers', name, 'default']
  return [{ code: 'setting-outside-range', path, found: `${setting}`, expected: `a setting from ${found}` }]
}
