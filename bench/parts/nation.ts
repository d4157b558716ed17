/**
 * What the nation's counties cost: a year of a draw by full and listed pairs and by nests, check, a sweep, a run with its page.
 * The folder has one level for all places (work/nation-folder.ts): sizes and times are those of the nation, numbers are not.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bench } from '../bench.js'
import { CLI } from '../commands.js'
import { spreadOf } from '../statistics.js'
import { Talker } from '../talker.js'
import { type NationFolder, writeNation } from '../work/nation-folder.js'

const PART = 'nation'
const COUNTIES = 'scenarios/guangxi-counties.yaml'
const [PLACES, FEWER] = [2989, 111]
const WITNESSES = ['peak-memory', 'processor-time'].map((name) =>
  fileURLToPath(new URL(`../contestants/${name}.mjs`, import.meta.url)),
)
const DRAW_YEARS = fileURLToPath(new URL('../contestants/draw-years.ts', import.meta.url))

export async function nation(bench: Bench): Promise<void> {
  bench.say('nation: making the folder')
  const folder = writeNation(join(bench.folder, 'nation'))
  await drawYears(bench, folder)
  const draws = bench.options.quick ? 20 : 100
  measure(bench, 'check', ['check', folder.listed])
  measure(bench, `sweep of ${draws} draws`, ['sweep', folder.listed, '--draws', `${draws}`, '--quiet'])
  measure(bench, `sweep of ${draws} draws with nests`, [
    'sweep',
    folder.nested,
    '--draws',
    `${draws}`,
    '--quiet',
  ])
  measure(bench, `run of ${draws} draws with its page`, [
    'run',
    folder.listed,
    '--draws',
    `${draws}`,
    '--quiet',
  ])
}

/** Milliseconds of the processor a draw-year, contestants in turn; full pairs once, since each of their years takes seconds. */
async function drawYears(bench: Bench, { listed, nested }: NationFolder): Promise<void> {
  const work: Readonly<Record<string, readonly [args: readonly string[], draws: number, rounds: number]>> = {
    'listed pairs': [[listed], 4, bench.rounds(5)],
    nests: [[nested], 4, bench.rounds(5)],
    ...(existsSync(COUNTIES) && { [`${FEWER} counties`]: [[COUNTIES], 16, bench.rounds(5)] }),
    ...(!bench.options.quick && { 'full pairs': [[listed, 'full'], 2, 1] }),
  }
  const middles = new Map<string, number>()
  for (const [name, [args, draws, rounds]] of Object.entries(work)) {
    bench.say(`nation: years of draws, ${name}`)
    const talker = new Talker(name, process.execPath, ['--import', 'tsx', DRAW_YEARS, ...args])
    const taken: number[] = []
    try {
      await talker.ask('2')
      for (let round = 0; round < rounds; round++) taken.push(Number(await talker.ask(`${draws}`)))
    } finally {
      talker.end()
    }
    bench.plain(PART, `a year of a draw, ${name}`, 'ms of the processor', 'lower', taken)
    middles.set(name, spreadOf(taken).median)
  }
  const counties = middles.get(`${FEWER} counties`)
  for (const name of ['listed pairs', 'nests']) {
    const own = middles.get(name)!
    if (counties)
      bench.plain(PART, `a place of ${PLACES}, ${name} / of ${FEWER}`, 'ratio', 'lower', [
        own / PLACES / (counties / FEWER),
      ])
  }
}

/** A command into a folder of its own: seconds by the clock and of the processor, largest memory, and its page. */
function measure(bench: Bench, name: string, args: readonly string[]): void {
  bench.say(`nation: ${name}`)
  const out = mkdtempSync(join(bench.folder, 'nation-'))
  const told = { PEAK_MEMORY_FILE: join(out, 'peak'), PROCESSOR_TIME_FILE: join(out, 'seconds') }
  const into = args[0] === 'check' ? [] : ['--out', join(out, 'run')]
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    [...WITNESSES.flatMap((file) => ['--import', file]), CLI, ...args, ...into],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 2 ** 28,
      env: { ...process.env, ...told },
    },
  )
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.trim()}`)
  const read = (file: string) => Number(readFileSync(file, 'utf8'))
  bench.plain(PART, `${name}: end to end`, 's', 'lower', [seconds])
  bench.plain(PART, `${name}: processor`, 's of the processor', 'lower', [read(told.PROCESSOR_TIME_FILE)])
  bench.plain(PART, `${name}: peak memory`, 'MB', 'lower', [read(told.PEAK_MEMORY_FILE) / 1024])
  const page = join(out, 'run', 'report.html')
  if (existsSync(page)) bench.plain(PART, `${name}: page`, 'MB', 'lower', [statSync(page).size / 1e6])
  rmSync(out, { recursive: true, force: true })
}
