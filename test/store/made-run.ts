/** Small runs made on this thread, of the tiny scenario or of a made-up plan that is not its. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PartOutcomes } from '../../src/results/parts.js'
import type { RunHeader } from '../../src/results/run-header.js'
import { headerOf } from '../../src/run/make-header.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import type { Origin } from '../../src/store/identity.js'
import { RunFolder } from '../../src/store/run-folder.js'
import { CitywardError, type Problem } from '../../src/vocabulary/problems.js'
import { tinyPlan } from '../run/tiny-plan.js'

const plan = tinyPlan()
export const header = headerOf(plan, undefined)
/** The same words by other code: its parts have the same names and other contents. */
export const otherHeader: RunHeader = { ...header, fingerprint: 'f'.repeat(64) }
export const [DRAWS, PART] = [50, 20]
export const SUMMARY = '{"what":"the run says"}\n'

/** Make what a folder lacks, on this thread; returns the parts that had to be made. */
export async function make(folder: string, of = header, origin: Origin = {}): Promise<string[]> {
  const store = new RunFolder(folder, of, DRAWS, PART, origin)
  try {
    const made = await makeParts(store)
    store.finish(DRAWS, origin.shard ? undefined : SUMMARY)
    return made
  } finally {
    await store.close()
  }
}

/** Make the parts that a run lacks, which goes on; returns them. */
export async function makeParts(store: RunFolder): Promise<string[]> {
  const made: string[] = []
  const trajectory = createTrajectory(plan, DRAWS)
  for (let part = 0; part * PART < DRAWS; part++) {
    for (const policy of plan.policies.keys()) {
      if (store.has(policy, part)) continue
      made.push(`${policy}/${part}`)
      await store.accept(batchOf(trajectory, policy, part * PART, Math.min(PART, DRAWS - part * PART)))
    }
  }
  return made
}

function batchOf(
  trajectory: ReturnType<typeof createTrajectory>,
  policy: number,
  firstDraw: number,
  draws: number,
): PartOutcomes {
  const [inputs, outcomes] = [plan.uncertainties, plan.outcomes].map(({ length }) => new Float64Array(length))
  const result = {
    policy,
    settings: plan.policies[policy].settings,
    firstDraw,
    draws,
    inputs: new Float64Array(inputs.length * draws),
    outcomes: new Float64Array(outcomes.length * draws),
    failures: [],
  }
  for (let at = 0; at < draws; at++) {
    trajectory.run(policy, firstDraw + at, inputs, outcomes)
    inputs.forEach((value, name) => {
      result.inputs[name * draws + at] = value
    })
    outcomes.forEach((value, column) => {
      result.outcomes[column * draws + at] = value
    })
  }
  return result
}

/** Files of a run that are the same whenever it is made, by name. */
export function filesOf(folder: string): Record<string, string> {
  const parts = readdirSync(join(folder, 'outcomes')).map((name) => `outcomes/${name}`)
  const names = [...parts, 'run.json', 'manifest.json', 'summary.json']
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]))
}

/** The problem that an act ends with. */
export async function problemOf(act: () => unknown): Promise<Problem> {
  try {
    await act()
  } catch (error) {
    if (error instanceof CitywardError) return error.problems[0]
    throw error
  }
  throw new Error('no problem was found')
}
