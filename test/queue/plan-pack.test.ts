import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openPlan, planForWorkers } from '../../src/queue/plan-pack.js'
import { gatherInputFiles } from '../../src/studies/input-files.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { VERSION } from '../../src/vocabulary/version.js'
import { TINY } from '../commands/cityward.js'

const { plan, scenario } = loadPlan(TINY, { seed: 3 })
const pack = gatherInputFiles(scenario)
const sent = planForWorkers(plan, pack, { draws: 2500, design: undefined })

/** The plan with some of what is packed changed, under the hash of its bytes. */
function changed(change: object) {
  const content = JSON.parse(brotliDecompressSync(sent.bytes).toString())
  const bytes = brotliCompressSync(JSON.stringify({ ...content, ...change }))
  return { id: createHash('sha256').update(bytes).digest('hex'), bytes }
}

const refused = (found: string) =>
  `plan of the queue\n  Found ${found}; expected a plan as cityward ${VERSION} sends it.  [queue-plan-refused]`

describe('a plan for workers', () => {
  it('is the same plan once it is opened', () => {
    const { draws, partDraws, plan: opened } = openPlan(sent)
    expect({ draws, partDraws }).toEqual({ draws: 2500, partDraws: 1000 })
    expect(opened).toEqual(plan)
  })

  it('has the same bytes each time, so that it is stored once', () => {
    expect(planForWorkers(plan, pack, { draws: 2500, design: undefined }).id).toBe(sent.id)
  })

  it.each([
    ['a plan with other bytes than were sent', { ...sent, id: 'a'.repeat(64) }],
    ['a plan with another fingerprint than it was sent with', changed({ seed: 4 })],
    ['a plan with another fingerprint than it was sent with', changed({ partDraws: 500 })],
    ['a plan of cityward 0.0.1', changed({ version: '0.0.1' })],
    ['a plan that cannot be read', changed({ more: 1 })],
    ['a plan that cannot be read', changed({ draws: 1e12 })],
    ['a table of draws outside the plan', changed({ design: '/etc/draws.csv' })],
  ])('is refused: %s', (found, wrong) => expect(() => openPlan(wrong)).toThrow(refused(found)))

  it('that would unpack to more than a plan can be is refused unread', () => {
    const bytes = brotliCompressSync(Buffer.alloc(210_000_000), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
    })
    expect(bytes.byteLength).toBeLessThan(100_000)
    const id = createHash('sha256').update(bytes).digest('hex')
    expect(() => openPlan({ id, bytes })).toThrow(refused('a plan that cannot be read'))
  })

  it('is not made of a table of draws on the command line, nor of more than a plan can be', () => {
    expect(() => planForWorkers(plan, pack, { draws: 10, design: 'mine.csv' })).toThrow(
      '--design\n  Found --queue and a table of draws on the command line; expected a table that the scenario names (run.design_options.file).  [options-conflict]',
    )
    const large = { ...pack, files: { ...pack.files, 'large.csv': 'x'.repeat(201_000_000) } }
    expect(() => planForWorkers(plan, large, { draws: 10, design: undefined })).toThrow(
      'Found 201 MB of scenario and data; expected at most 200 MB, and 64 MiB packed.\n  Take shards in place of a queue: `cityward sweep --shard`.  [plan-too-large-to-send]',
    )
  })
})
