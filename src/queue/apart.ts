/**
 * A part whose workers were lost twice is made in a process of its own, so that a part that takes its process with it is told
 * from a process that was killed for another reason. After two such processes all its trajectories are recorded as lost.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Failure, LossFault } from '../results/failures.js'
import { outcomesOf } from '../run/ranges.js'
import { recordLost } from '../run/workers/lost-worker.js'
import { PartMemory } from '../run/workers/part-memory.js'
import { packPart } from '../store/write-part.js'
import { type MadePart, rangeOf } from './part-maker.js'
import type { PartErrand } from './part-process.js'
import type { UnpackedPlan } from './plan-pack.js'

/** Processes that may be lost over a part. */
const MOST_TRIES = 2

/** Make a part in a process of its own and hand on its files. */
export async function makeApart(errand: PartErrand, use: (made: MadePart) => Promise<void>): Promise<void> {
  let ended = ''
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { files, end } = await inProcess(errand)
    if (files.length === errand.policies.length) {
      for (const file of files) await use(file)
      return
    }
    ended = end
  }
  const fault: LossFault = { code: 'worker-lost', message: `its process ended by itself twice (${ended})` }
  for (const policy of errand.policies) await use(await lostPart(errand.plan, errand.part, policy, fault))
}

async function inProcess(errand: PartErrand): Promise<{ readonly files: MadePart[]; readonly end: string }> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const file = fileURLToPath(new URL(`./part-process.${extension}`, import.meta.url))
  const child = fork(file, { serialization: 'advanced', stdio: 'ignore' })
  const files: MadePart[] = []
  child.on('message', (made: MadePart) => files.push(made))
  const end = await new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
    child.send(errand)
  })
  child.kill('SIGKILL')
  // what it sent before its end may still be on the way
  if (child.connected) await once(child, 'disconnect')
  return { files, end }
}

/** A part all of whose trajectories are lost; the thread that speaks with Redis is not kept from it. */
async function lostPart(
  unpacked: UnpackedPlan,
  number: number,
  policy: number,
  fault: LossFault,
): Promise<MadePart> {
  const { plan, draws } = unpacked
  const range = rangeOf(unpacked, number, [policy])
  const part = new PartMemory(plan, range.draws).take(policy, plan.policies[policy], range.first, range.draws)
  const failures: Failure[] = []
  for (let at = 0; at < range.draws; at++) {
    await setImmediate()
    failures.push(...recordLost(plan, draws, { firstDraw: range.first + at, draws: 1, parts: [part] }, fault))
  }
  return { policy, ...packPart(plan, outcomesOf(part, failures), draws) }
}
