/** Where a run's time goes: the kernel, the compiling of rates, formulas, writing; by V8's sampling profiler. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Bench } from '../bench.js'
import { PLAN } from './year.js'

const SCRIPT = fileURLToPath(new URL('../contestants/profile.ts', import.meta.url))

export async function shares(bench: Bench): Promise<void> {
  const draws = bench.options.quick ? 500 : 2000
  bench.say(`shares: ${draws} draws under the profiler`)
  const profiles = [0, 1].map(() => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', SCRIPT, PLAN, `${draws}`],
      { encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`the profile failed: ${stderr.trim()}`)
    return JSON.parse(stdout) as Record<string, number>
  })
  const names = Object.keys(profiles[0]).sort((a, b) => profiles[0][b] - profiles[0][a])
  for (const name of names) {
    const values = profiles.map((profile) => profile[name] ?? 0)
    bench.plain('shares', name, 'share', 'neither', values)
  }
}
