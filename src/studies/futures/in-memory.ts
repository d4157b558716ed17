/** A plan simulated into memory, without a folder: for programs that look at outcomes and keep none. */
import type { Plan, PolicyPlan } from '../../plan/plan.js'
import type { Failure } from '../../results/failures.js'
import type { Engine } from '../../run/engine.js'
import { runPlan } from '../../run/run-plan.js'
import { wholeDraws } from '../../sampling/designs.js'
import { refuseArgument, requireOneOf, requireWhole } from '../../vocabulary/wrong-argument.js'

export interface MemoryRunOptions {
  /** Futures; a design of blocks takes as many more as make the last one whole. */
  readonly draws: number
  /** Names of policies that are simulated; all that need no name if left out. */
  readonly policies?: readonly string[]
  /** Settings by lever in place of the policy's own, of each of them. */
  readonly levers?: Readonly<Record<string, number>>
  readonly engine?: Engine
  /** Worker threads; the thread that asks does it all if left out. */
  readonly threads?: number
}

export interface MemoryRun {
  readonly draws: number
  /** Values of every uncertainty by its name: [draw], the same under every policy. */
  readonly inputs: Readonly<Record<string, Float64Array>>
  /** By name of the policy. */
  readonly policies: Readonly<Record<string, PolicyOutcomes>>
}

export interface PolicyOutcomes {
  /** Of every lever, as it was simulated. */
  readonly settings: Readonly<Record<string, number>>
  /** By name of the column, such as urban_share@45@2023: [draw]; NaN where a trajectory failed or a ratio has no denominator. */
  readonly outcomes: Readonly<Record<string, Float64Array>>
  readonly failures: readonly Failure[]
}

/** Numbers that are kept at most: a gigabyte of them. */
const MOST_NUMBERS = 2 ** 27
const CALLED = 'simulateInMemory'

/** The numbers are those of a run folder of the same plan and draws, to the bit. */
export async function simulateInMemory(plan: Plan, options: MemoryRunOptions): Promise<MemoryRun> {
  requireWhole(CALLED, 'draws', options.draws, 1)
  requireWhole(CALLED, 'threads', options.threads ?? 0, 0)
  if (options.engine !== undefined) requireOneOf(CALLED, 'engine', options.engine, ['kernel', 'reference'])
  const policies = chosenPolicies(plan, options)
  const draws = wholeDraws(plan.design, options.draws)
  const numbers = draws * (plan.uncertainties.length + policies.length * plan.outcomes.length)
  if (numbers > MOST_NUMBERS)
    refuseArgument(
      CALLED,
      'draws',
      `${draws} of ${numbers} numbers`,
      `at most ${MOST_NUMBERS} numbers in all`,
    )
  const rows = (names: readonly { readonly name: string }[]) => names.map(() => new Float64Array(draws))
  const inputs = rows(plan.uncertainties)
  const kept = policies.map(() => ({ columns: rows(plan.outcomes), failures: [] as Failure[] }))
  const { engine, threads = 0 } = options
  await runPlan(
    { ...plan, policies },
    {
      draws,
      threads,
      ...(engine && { engine }),
      sink: (part) => {
        const own = kept[part.policy]
        copyRows(part.inputs, part.draws, part.firstDraw, inputs)
        copyRows(part.outcomes, part.draws, part.firstDraw, own.columns)
        own.failures.push(...part.failures)
      },
    },
  )
  return {
    draws,
    inputs: named(plan.uncertainties, inputs),
    policies: Object.fromEntries(
      policies.map(({ name, settings }, policy) => [
        name,
        {
          settings: named(plan.levers, settings),
          outcomes: named(plan.outcomes, kept[policy].columns),
          failures: kept[policy].failures,
        },
      ]),
    ),
  }
}

function chosenPolicies(plan: Plan, { policies: names, levers = {} }: MemoryRunOptions): PolicyPlan[] {
  const known = plan.policies.map(({ name }) => name)
  for (const name of names ?? []) requireOneOf(CALLED, 'policies', name, known)
  const leverNames = plan.levers.map(({ name }) => name)
  for (const [name, value] of Object.entries(levers)) {
    requireOneOf(CALLED, 'levers', name, leverNames)
    if (!Number.isFinite(value)) refuseArgument(CALLED, `levers.${name}`, String(value), 'an ordinary number')
  }
  const chosen = plan.policies.filter((one) => (names ? names.includes(one.name) : !one.onRequest))
  if (chosen.length === 0) refuseArgument(CALLED, 'policies', 'none', 'a policy or more')
  return chosen.map((policy) => ({
    ...policy,
    settings: policy.settings.map((own, lever) => levers[leverNames[lever]] ?? own),
  }))
}

/** Rows of a part [row, draw in part] into those of all draws. */
function copyRows(from: Float64Array, draws: number, first: number, to: readonly Float64Array[]): void {
  for (const [row, values] of to.entries()) values.set(from.subarray(row * draws, (row + 1) * draws), first)
}

function named<T>(things: readonly { readonly name: string }[], values: readonly T[]): Record<string, T> {
  return Object.fromEntries(things.map(({ name }, at) => [name, values[at]]))
}
