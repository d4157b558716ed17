/** Runs the built command line as a user does. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const CLI = 'dist/cli.js'
export const TINY = 'fixtures/cases/tiny.yaml'

export interface Answer {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Run to the end; without a terminal, 100 columns wide. */
export function cityward(...args: string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '100', NO_COLOR: '1' },
    maxBuffer: 2 ** 26,
  })
  return { code: status, out: stdout, err: stderr }
}

/** Start, and leave the rest to the test. */
export function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
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
