/** Runs the built command line as a user does: most often in a thread, in a process of its own where that matters. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type Answer, CommandThread } from './command-thread.js'

const CLI = 'dist/cli.js'
export const TINY = 'fixtures/cases/tiny.yaml'
/** For a run of which the numbers alone are wanted. */
export const NUMBERS_ONLY = ['--no-report', '--no-reach']

/** Without a terminal, 100 columns wide, in English whatever the language of the machine. */
const ENVIRONMENT = { COLUMNS: '100', NO_COLOR: '1', LC_ALL: 'C' }
/** Seconds after which a command is taken to have no end. */
const NO_END = 900

/** Run to the end in the thread: what it answers is what `alone` answers, which thread.test.ts holds it to. */
export function cityward(...args: string[]): Answer {
  return citywardIn({}, ...args)
}

/** The same with more variables in its environment. */
export function citywardIn(environment: Readonly<Record<string, string>>, ...args: string[]): Answer {
  thread ??= new CommandThread()
  return thread.ask({ ...ENVIRONMENT, ...environment }, args, { processor: NO_END, clock: NO_END })
}

let thread: CommandThread | undefined

/** Run to the end in a process of its own. */
export function alone(...args: string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...ENVIRONMENT },
    maxBuffer: 2 ** 26,
  })
  return { code: status, out: stdout, err: stderr }
}

/** Start, and leave the rest to the test. */
export function start(...args: string[]): ChildProcess {
  return startIn({}, ...args)
}

/** The same with more variables in its environment. */
export function startIn(environment: Readonly<Record<string, string>>, ...args: string[]): ChildProcess {
  const env = { ...process.env, LC_ALL: 'C', ...environment }
  return spawn(process.execPath, [CLI, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Wait until something is so that a process brings about; it must not end before. */
export async function until(isSo: () => boolean, child: ChildProcess): Promise<void> {
  while (!isSo()) {
    if (child.exitCode !== null) throw new Error(`a process ended with ${child.exitCode} too early`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** End a process whatever it is at, and wait until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** A folder for the files of one test file, removed at its end. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cityward-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Every file of a finished run but the summary's, by name. */
export function bytesOf(folder: string): Record<string, string> {
  const parts = readdirSync(join(folder, 'outcomes')).map((name) => join('outcomes', name))
  return Object.fromEntries(
    [...parts, 'manifest.json', 'summary.json'].map((name) => [
      name,
      readFileSync(join(folder, name)).toString('base64'),
    ]),
  )
}
