/** The machine, the versions and the commit that figures hold for. */
import { spawnSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import type { Results } from './results.js'

/** The first line that a command prints; undefined where there is no such command or it fails. */
export function firstLine(command: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n')[0].trim() : undefined
}

export function describeMachine(loadAtStart: number): Results['machine'] {
  const processors = cpus()
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memory: Math.round(totalmem() / 2 ** 20),
    system: `${type()} ${release()}`,
    load: [loadAtStart, loadavg()[0]],
  }
}

export function describeVersions(): Record<string, string> {
  const found = {
    node: process.version,
    v8: process.versions.v8,
    gcc: firstLine('gcc', '--version'),
    python: firstLine('python3', '--version'),
    numpy: pythonWith('numpy')?.version,
    openturns: pythonWith('openturns')?.version,
  }
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => !!entry[1]))
}

export function describeCommit(): { commit: string; clean: boolean } {
  const commit = firstLine('git', 'rev-parse', 'HEAD') ?? 'unknown'
  return { commit, clean: firstLine('git', 'status', '--porcelain') === '' }
}

/** A Python that has a module. One of the user's own often comes first on the path and has nothing of the distribution's. */
export function pythonWith(name: string): { readonly command: string; readonly version: string } | undefined {
  for (const command of ['python3', '/usr/bin/python3']) {
    const version = firstLine(command, '-c', `import ${name}; print(${name}.__version__)`)
    if (version) return { command, version }
  }
  return undefined
}
