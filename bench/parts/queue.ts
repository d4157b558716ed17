/**
 * Two workers of one thread at a queue, with their coordinator and Redis, beside one machine of two threads: the pace of the
 * one over that of the other at one work, all on this machine. In processor time, so that somebody else at work costs cache
 * and not time, and by the clock, which counts only where nobody else is.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Bench } from '../bench.js'
import { QueueMachines, witnessed } from '../queue-machines.js'
import { inTurn } from '../rounds.js'
import type { Twins } from '../statistics.js'
import { PLAN } from './year.js'

const ALONE = 'one machine of two threads'
const BY_FOLDER = 'two workers, parts by a shared folder'
const BY_REDIS = 'two workers, parts by Redis'
const SHORT = 20_000
const LONG = 100_000

export async function queue(bench: Bench): Promise<void> {
  const absent = ['redis-server', 'redis-cli'].filter((tool) => spawnSync(tool, ['--version']).status !== 0)
  if (absent.length > 0) {
    bench.skip('queue', 'two workers of a queue', `there is no ${absent.join(', ')} here`)
    return
  }
  const { quick, full } = bench.options
  if (availableParallelism() < 2) bench.skip('queue', 'times of the clock', 'this machine has one core')
  await sidesAt(bench, quick ? SHORT / 5 : SHORT, bench.rounds(4))
  if (full) await sidesAt(bench, LONG, 2)
  else bench.skip('queue', `${LONG.toLocaleString('en')} draws`, 'asked for by --full only')
}

/** All sides in turn; the folders that they write have to be the same. */
async function sidesAt(bench: Bench, draws: number, rounds: number): Promise<void> {
  const of = `${draws.toLocaleString('en')} draws`
  bench.say(`queue: ${of}`)
  const clock = new Map<string, number[]>()
  const written = new Set<string>()
  const measure = async (side: string) => {
    const { processor, wall, manifest } = await once(bench.folder, side, draws)
    clock.set(side, [...(clock.get(side) ?? []), wall])
    written.add(manifest)
    if (written.size > 1) throw new Error('a queue has written another run folder than one machine')
    return processor
  }
  const taken = await inTurn([ALONE, BY_FOLDER, BY_REDIS], { rounds, measure })
  const walls = new Map([...clock].map(([side, values]) => [side, twinsOf(values)]))
  for (const [how, unit, all] of [
    ['of the processor', 's of the processor', taken],
    ['by the clock', 's', walls],
  ] as const) {
    for (const side of [BY_FOLDER, BY_REDIS])
      bench.ratio('queue', `pace ${how}: ${side} / ${ALONE}, ${of}`, 'higher', [
        all.get(ALONE)!,
        all.get(side)!,
      ])
    for (const [side, twins] of all) bench.twins('queue', `${side} ${how}, ${of}`, unit, 'lower', twins)
  }
}

function twinsOf(values: readonly number[]): Twins {
  const half = (twin: number) => values.filter((_, k) => k % 2 === twin)
  return { first: half(0), second: half(1) }
}

interface Taken {
  /** Seconds of the processor of all processes. */
  readonly processor: number
  /** Seconds of the clock from the start of the sweep to its end, workers being there. */
  readonly wall: number
  /** Hash of the manifest, which holds those of all parts. */
  readonly manifest: string
}

async function once(within: string, side: string, draws: number): Promise<Taken> {
  const folder = mkdtempSync(join(within, 'queue-'))
  try {
    const out = join(folder, 'run')
    const sweep = ['sweep', PLAN, '--draws', `${draws}`, '--quiet', '--out', out]
    if (side === ALONE)
      return { ...(await timed(folder, [...sweep, '--threads', '2'])), manifest: manifestOf(out) }
    const store = side === BY_FOLDER ? join(folder, 'parts') : undefined
    const machines = await QueueMachines.start(folder, store)
    const by = ['--queue', machines.address, ...(store === undefined ? [] : ['--store', store])]
    try {
      const { processor, wall } = await timed(folder, [...sweep, ...by])
      return { processor: processor + (await machines.end()), wall, manifest: manifestOf(out) }
    } catch (error) {
      await machines.end()
      throw error
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed(folder: string, args: readonly string[]): Promise<Omit<Taken, 'manifest'>> {
  const start = performance.now()
  const processor = await witnessed(folder, args).seconds
  return { processor, wall: (performance.now() - start) / 1000 }
}

function manifestOf(run: string): string {
  return createHash('sha256')
    .update(readFileSync(join(run, 'manifest.json')))
    .digest('hex')
}
