/**
 * The process killed before each of its calls that change files, and within writes; then gone on with. What it leaves in the
 * end must be to the byte what an undisturbed one leaves, and no part that was whole may be made again.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DRAWS, filesIn, keptOf, lastingBytes, type Specimens } from '../specimens.js'
import { Tally } from '../tally.js'
import type { Yard } from '../yard.js'

const CLI = resolve('dist/cli.js')
const PRELOAD = resolve('test/torture/kill-at-call.mjs')
/** Most milliseconds by the clock of one process on a busy machine. */
const NO_END = 120_000

/** A command that is killed, what is done before, and how it is gone on with. */
interface Victim {
  readonly name: string
  readonly prepare: () => void
  readonly args: readonly string[]
  readonly goOn: readonly (readonly string[])[]
  /** Folder that it writes. */
  readonly folder: string
  /** Whole folder that its outcome must equal. */
  readonly whole: string
  /** It copies parts and simulates none, so that none is lost where one is copied again. */
  readonly copies: boolean
}

export function attackByKills(yard: Yard, specimens: Specimens, kills: number): Tally {
  const tally = new Tally('kills', 'kills')
  // no more victims than kills: of few, those that come last leave most
  const victims = victimsOf(yard, specimens).slice(-kills)
  const each = Math.ceil(kills / victims.length)
  for (const victim of victims) {
    const calls = countCalls(yard, victim)
    // before a call, and half through it where it writes
    const moments = Array.from({ length: calls }, (_, at) => [`${at + 1}`, `${at + 1}+`]).flat()
    const step = Math.max(1, moments.length / each)
    for (let at = 0; at < moments.length; at += step) killAt(yard, tally, victim, moments[Math.floor(at)])
  }
  rmSync(yard.work('killed'), { recursive: true, force: true })
  return tally
}

function victimsOf(yard: Yard, { scenario, run, shards }: Specimens): Victim[] {
  const folder = yard.work('killed')
  const made = ['--draws', DRAWS, '--threads', '1', '--quiet', '--out', folder]
  const resumed = ['resume', folder, '--threads', '1', '--quiet']
  const merged = ['merge', folder, ...shards.map((name) => yard.work(name))]
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const whole = keptOf(yard, run)
  const victim = (name: string, args: readonly string[], goOn: Victim['goOn'], prepare = remove): Victim => ({
    name,
    args,
    goOn,
    prepare,
    folder,
    whole,
    copies: args[0] === 'merge',
  })
  return [
    victim('sweep', ['sweep', scenario, ...made], [resumed]),
    victim('run', ['run', scenario, ...made], [['run', scenario, ...made]]),
    victim('run, then resume', ['run', scenario, ...made], [resumed]),
    victim('resume', resumed, [resumed], () => {
      yard.copy(whole, folder)
      rmSync(join(folder, 'manifest.json'))
      rmSync(join(folder, 'outcomes', readdirSync(join(folder, 'outcomes'))[0]))
    }),
    victim('merge', merged, [merged]),
    victim('merge, then resume', merged, [resumed, merged]),
  ]
}

function countCalls(yard: Yard, victim: Victim): number {
  const count = join(yard.root, 'temporary', 'count')
  victim.prepare()
  start(yard, victim.args, { TORTURE_COUNT: count })
  return Number(readFileSync(count, 'utf8'))
}

function killAt(
  yard: Yard,
  tally: Tally,
  { name, prepare, args, goOn, folder, whole, copies }: Victim,
  moment: string,
): void {
  const what = `${name} killed at call ${moment}`
  prepare()
  if (start(yard, args, { TORTURE_KILL: moment }).signal !== 'SIGKILL') return
  tally.try()
  const finished = finishedParts(folder)
  const answers = goOn.map((words) => yard.ask(words))
  // where nothing was written yet there is nothing to resume, and the command itself begins anew
  if (!existsSync(join(folder, 'manifest.json'))) answers.push(yard.ask(args))
  const verified = yard.ask(['verify', folder])
  // a command that was all but done is refused, since its run is whole
  if (!existsSync(join(folder, 'manifest.json'))) {
    tally.note('TRACE', what, answers.map(({ err }) => err).join('\n'))
    return
  }
  const isWhole = lastingBytes(folder) === lastingBytes(whole)
  const redone = copies ? [] : finished.filter(([file, state]) => stateOf(join(folder, file)) !== state)
  const left = filesIn(folder).filter((file) => LEFT.test(file))
  if (!isWhole) tally.note('DIFFERENT', what, 'other bytes than those of an undisturbed run')
  else if (redone.length > 0)
    tally.note('DIFFERENT', what, `made again: ${redone.map(([file]) => file).join(' ')}`)
  else if (left.length > 0) tally.note('DIFFERENT', what, `left behind: ${left.join(' ')}`)
  else if (verified.code !== 0 && !/provenance|report|reach|files/.test(verified.out))
    tally.note('DIFFERENT', what, verified.out)
  else tally.note('same output', what)
}

/** Half-written files; a lock of a process that is gone is harmless, and taken away by the next one that writes. */
const LEFT = /\.writing$|^parts\.jsonl$/

/** Parts that were in place under their own names at the moment of the kill. */
function finishedParts(folder: string): [file: string, state: string][] {
  if (!existsSync(join(folder, 'outcomes'))) return []
  const files = filesIn(folder).filter((file) => file.endsWith('.parquet'))
  return files.map((file) => [file, stateOf(join(folder, file))])
}

function stateOf(path: string): string {
  const status = statSync(path, { throwIfNoEntry: false })
  return status ? `${status.ino} ${status.mtimeMs}` : 'gone'
}

/** In a process of its own, whose calls are counted. */
function start(yard: Yard, args: readonly string[], environment: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, ['--import', PRELOAD, CLI, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...environment, TMPDIR: join(yard.root, 'temporary'), NO_COLOR: '1' },
    timeout: NO_END,
    killSignal: 'SIGTERM',
  })
}
