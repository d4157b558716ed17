/**
 * Lives draws and writes their parts in one thread under V8's sampling profiler, and prints where the time went: a line of
 * JSON, shares of all samples by what the code does.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBatchRunner } from '../../src/run/batch.js'
import { chooseEngine } from '../../src/run/choose-engine.js'
import { headerOf } from '../../src/run/make-header.js'
import { batchesOf, outcomesOf, rangesOf } from '../../src/run/ranges.js'
import { PartMemory } from '../../src/run/workers/part-memory.js'
import { RunFolder } from '../../src/store/run-folder.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { doingOf } from '../doing.js'

const DRAWS = Number(process.argv[3])
const PART = 500
const { plan } = loadPlan(process.argv[2])
const { kernel } = chooseEngine('kernel')
const folder = mkdtempSync(join(tmpdir(), 'cityward-profile-'))
const header = headerOf(plan, {})

/** With a runner of its own, which knows no population that was lived before. */
async function live(name: string): Promise<void> {
  const runBatch = createBatchRunner(plan, { draws: DRAWS, kernel })
  const store = new RunFolder(join(folder, name), header, DRAWS, PART)
  const memory = new PartMemory(plan, PART)
  for (const range of rangesOf(plan, { draws: DRAWS, partDraws: PART })) {
    const parts = range.policies.map((policy) =>
      memory.take(policy, plan.policies[policy], range.first, range.draws),
    )
    const failures = batchesOf(range, 48, parts).flatMap(runBatch)
    for (const part of parts) {
      await store.accept(outcomesOf(part, failures))
      memory.giveBack(part)
    }
  }
  store.finish(DRAWS)
}

try {
  await live('warm')
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 250 })
  await session.post('Profiler.start')
  await live('measured')
  const { profile } = await session.post('Profiler.stop')
  const taken = new Map<string, number>()
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const count = (id: number, caller: string) => {
    const { callFrame, hitCount = 0, children = [] } = nodes.get(id)!
    const doing = doingOf(callFrame, caller)
    taken.set(doing, (taken.get(doing) ?? 0) + hitCount)
    for (const child of children) count(child, doing)
  }
  count(profile.nodes[0].id, 'other')
  const all = [...taken.values()].reduce((sum, hits) => sum + hits, 0)
  const shares = [...taken].map(([doing, hits]) => [doing, hits / all])
  process.stdout.write(`${JSON.stringify(Object.fromEntries(shares))}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
