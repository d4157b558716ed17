/** The built command line in a process of its own, timed, and how much memory it took at most. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const WITNESS = fileURLToPath(new URL('./contestants/peak-memory.mjs', import.meta.url))

export interface Spawned {
  /** Milliseconds from the start of the process to its end. */
  readonly ms: number
  /** Largest resident memory, MB; NaN where it was not asked for. */
  readonly peak: number
}

/** Run `node` to its end. Throws Error where it fails, with what it said. */
export async function node(args: readonly string[], folder?: string): Promise<Spawned> {
  const file = folder && join(mkdtempSync(join(folder, 'peak-')), 'peak')
  const witness = file ? ['--import', WITNESS] : []
  const start = performance.now()
  const child = spawn(process.execPath, [...witness, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...(file && { PEAK_MEMORY_FILE: file }) },
  })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', resolve)
  })
  const ms = performance.now() - start
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}: ${said.trim()}`)
  return { ms, peak: file ? Number(readFileSync(file, 'utf8')) / 1024 : Number.NaN }
}

/** Run a scenario into a folder that is removed afterwards. */
export async function runScenario(
  folder: string,
  scenario: string,
  options: readonly string[],
  watchMemory = false,
): Promise<Spawned> {
  const out = mkdtempSync(join(folder, 'run-'))
  try {
    const args = [CLI, 'run', scenario, '--quiet', '--out', join(out, 'run'), ...options]
    return await node(args, watchMemory ? folder : undefined)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}
