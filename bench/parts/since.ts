/**
 * This build beside an older one, at the older one's plan: a sweep, a run of one draw, a check, what is asked
 * of a finished run, and analyses. In processor
 * time, so that somebody else at work costs cache and not time.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bench } from '../bench.js'
import { inTurn } from '../rounds.js'
import type { Twins } from '../statistics.js'

const HERE = fileURLToPath(new URL('../..', import.meta.url))
const ANALYSE = fileURLToPath(new URL('../contestants/analyse.mjs', import.meta.url))
const WITNESS = fileURLToPath(new URL('../contestants/processor-time.mjs', import.meta.url))
const SUMMARISE = fileURLToPath(new URL('../contestants/summarise.mjs', import.meta.url))
const QUERY = 'select policy, median("urban_share@45@2023") as median from outcomes group by policy'
const PLAN = 'scenarios/guangxi-2023.yaml'

export async function since(bench: Bench): Promise<void> {
  const { since: older, quick } = bench.options
  if (older === undefined) {
    bench.skip('since', 'an older build', 'asked for by --since FOLDER only')
    return
  }
  const builds: Readonly<Record<string, string>> = { now: HERE, older }
  const plan = join(older, PLAN)
  const draws = `${quick ? 2000 : 20_000}`
  const work: Readonly<Record<string, readonly string[]>> = {
    [`sweep of ${draws} draws, one thread`]: ['sweep', plan, '--draws', draws, '--threads', '1'],
    'run, 1 draw': ['run', plan, '--draws', '1'],
    check: ['check', plan],
  }
  for (const [name, args] of Object.entries(work)) {
    bench.say(`since: ${name}`)
    const rounds = bench.rounds(args[0] === 'sweep' ? 4 : 8)
    const measure = (build: string) => secondsOf(bench.folder, builds[build], args)
    compared(bench, name, 's of the processor', await inTurn(Object.keys(builds), { rounds, measure }))
  }
  await finished(bench, builds, plan)
  await analyses(bench, builds)
}

/** What is asked of a finished run: its summary, and a query. Each build is asked of what it has written itself. */
async function finished(bench: Bench, builds: Readonly<Record<string, string>>, plan: string): Promise<void> {
  const draws = `${bench.options.quick ? 4000 : 100_000}`
  const runs: Record<string, string> = {}
  for (const [build, folder] of Object.entries(builds)) {
    bench.say(`since: a run of ${draws} draws, ${build}`)
    runs[build] = join(bench.folder, `finished-${build}`)
    ended([join(folder, 'dist', 'cli.js'), 'sweep', plan, '--draws', draws, '--quiet', '--out', runs[build]])
  }
  const work: Readonly<Record<string, (build: string) => number>> = {
    [`summary of ${draws} draws`]: (build) => Number(ended([SUMMARISE, builds[build], runs[build]])) / 1000,
    [`query of ${draws} draws`]: (build) =>
      secondsOf(bench.folder, builds[build], ['query', runs[build], QUERY, '--json']),
  }
  for (const [name, measure] of Object.entries(work)) {
    bench.say(`since: ${name}`)
    compared(
      bench,
      name,
      's of the processor',
      await inTurn(Object.keys(builds), { rounds: bench.rounds(4), measure }),
    )
  }
}

function compared(bench: Bench, name: string, unit: string, taken: ReadonlyMap<string, Twins>): void {
  const [now, other] = [taken.get('now')!, taken.get('older')!]
  bench.ratio('since', `${name}: now / older`, 'lower', [now, other])
  bench.twins('since', `${name}, now`, unit, 'lower', now)
  bench.twins('since', `${name}, older`, unit, 'lower', other)
}

/** Every analysis is in one answer of a process, so that each build is asked once a round and twin. */
async function analyses(bench: Bench, builds: Readonly<Record<string, string>>): Promise<void> {
  bench.say('since: analyses')
  const answers = new Map<string, Record<string, number>[]>()
  const measure = (build: string) => {
    const answer = JSON.parse(ended([ANALYSE, builds[build]])) as Record<string, number>
    answers.set(build, [...(answers.get(build) ?? []), answer])
    return 0
  }
  await inTurn(Object.keys(builds), { rounds: bench.rounds(8), measure })
  for (const name of Object.keys(answers.get('now')![0])) {
    const twins = [...answers].map(([build, all]): [string, Twins] => {
      const values = all.map((one) => one[name])
      const half = (twin: number) => values.filter((_, k) => k % 2 === twin)
      return [build, { first: half(0), second: half(1) }]
    })
    compared(bench, name, 'ms of the processor', new Map(twins))
  }
}

/** Seconds of the processor that a command of a build takes, into a folder of its own. */
function secondsOf(folder: string, build: string, args: readonly string[]): number {
  const out = mkdtempSync(join(folder, 'since-'))
  const told = join(out, 'seconds')
  const into = ['check', 'query'].includes(args[0]) ? [] : ['--quiet', '--out', join(out, 'run')]
  try {
    ended(['--import', WITNESS, join(build, 'dist', 'cli.js'), ...args, ...into], {
      PROCESSOR_TIME_FILE: told,
    })
    return Number(readFileSync(told, 'utf8'))
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** What a process of Node wrote. Throws Error where it failed. */
function ended(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr.trim()}`)
  return stdout
}
