/**
 * A plan on its way to workers: the texts of the files that it was made of, packed. Each worker checks and compiles them as
 * it would a report of others, and has the same plan by its fingerprint. Nothing in it is executed, and nothing outside it read.
 */
import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import * as z from 'zod'
import type { Plan } from '../plan/plan.js'
import { MOST_DRAWS } from '../results/parts.js'
import { parseDesign } from '../scenario/read/design-text.js'
import { refuseWrongFiles } from '../store/provenance.js'
import { loadProvenance, type ScenarioPack } from '../studies/input-files.js'
import { choosePolicies, partDrawsOf } from '../studies/simulate.js'
import { fail } from '../vocabulary/problems.js'
import { VERSION } from '../vocabulary/version.js'
import { MOST_PACKED, MOST_UNPACKED } from './names.js'

const PACK = z.strictObject({
  version: z.string(),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  seed: z.int().min(0),
  draws: z.int().min(1).max(MOST_DRAWS),
  /** As on the command line. */
  design: z.string().max(10_000).optional(),
  policies: z.array(z.string()).min(1).max(1000),
  partDraws: z.int().min(1),
  scenario: z.string(),
  files: z.record(z.string(), z.string()),
  root: z.string().optional(),
})

export interface SentPlan {
  /** SHA-256 of the bytes. */
  readonly id: string
  readonly bytes: Buffer
}

/** A plan with what a worker needs to make parts of it. */
export interface UnpackedPlan {
  readonly plan: Plan
  /** Of the whole run. */
  readonly draws: number
  readonly partDraws: number
}

/** Workers wait for it: 8 ms a megabyte of text and not the 46 of quality 5, for a sixth more bytes. */
const QUALITY = 1

/** Throws CitywardError for a design in a file of its own, and for a plan that is too large to be sent. */
export function planForWorkers(
  plan: Plan,
  { scenario, files, root }: ScenarioPack,
  { draws, design }: { readonly draws: number; readonly design: string | undefined },
): SentPlan {
  if (design !== undefined && parseDesign(design).kind === 'table')
    fail({
      code: 'options-conflict',
      where: { file: '--design' },
      found: '--queue and a table of draws on the command line',
      expected: 'a table that the scenario names (run.design_options.file)',
    })
  const { fingerprint, seed } = plan
  const policies = plan.policies.map(({ name }) => name)
  const partDraws = partDrawsOf(plan)
  const content = {
    version: VERSION,
    ...{ fingerprint, seed, draws, design, policies, partDraws, scenario, files, root },
  }
  const size = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  if (size > MOST_UNPACKED) tooLarge(scenario, size)
  const text = JSON.stringify(content)
  const bytes = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
  if (Buffer.byteLength(text) > MOST_UNPACKED || bytes.byteLength > MOST_PACKED) tooLarge(scenario, size)
  return { id: createHash('sha256').update(bytes).digest('hex'), bytes }
}

function tooLarge(file: string, size: number): never {
  return fail({
    code: 'plan-too-large-to-send',
    where: { file },
    found: `${Math.round(size / 1e6)} MB of scenario and data`,
    expected: `at most ${MOST_UNPACKED / 1e6} MB, and ${MOST_PACKED / 2 ** 20} MiB packed`,
    hint: 'Take shards in place of a queue: `cityward sweep --shard`.',
  })
}

/** The plan that was packed. Throws CitywardError where it is none, or another one than it says. */
export function openPlan({ id, bytes }: { readonly id: string; readonly bytes: Uint8Array }): UnpackedPlan {
  const pack = readPack(id, bytes)
  refuseWrongFiles(pack, NAMED)
  const { seed, draws, design, policies, partDraws } = pack
  const setting = design === undefined ? undefined : parseDesign(design)
  if (setting?.kind === 'table') return refuse('a table of draws outside the plan')
  const { plan: all } = loadProvenance(pack, { seed, draws, design: setting })
  const plan = choosePolicies(all, policies, NAMED)
  const names = plan.policies.map(({ name }) => name)
  if (
    plan.fingerprint !== pack.fingerprint ||
    names.join() !== policies.join() ||
    partDrawsOf(plan) !== partDraws
  )
    return refuse('a plan with another fingerprint than it was sent with')
  return { plan, draws, partDraws }
}

const NAMED = 'plan of the queue'

function readPack(id: string, bytes: Uint8Array): z.infer<typeof PACK> {
  if (createHash('sha256').update(bytes).digest('hex') !== id)
    return refuse('a plan with other bytes than were sent')
  let pack: z.infer<typeof PACK> | undefined
  try {
    const text = brotliDecompressSync(bytes, { maxOutputLength: MOST_UNPACKED }).toString('utf8')
    pack = PACK.safeParse(JSON.parse(text)).data
  } catch {
    // said below
  }
  if (!pack) return refuse('a plan that cannot be read')
  return pack.version === VERSION ? pack : refuse(`a plan of cityward ${pack.version}`)
}

function refuse(found: string): never {
  return fail({
    code: 'queue-plan-refused',
    where: { file: NAMED },
    found,
    expected: `a plan as cityward ${VERSION} sends it`,
  })
}
