/** Names, below all else, the ten files that took most processor time, which does not depend on what else a machine does. */
import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

const SHOWN = 10

export default class Slowest implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules
      .map((module) => ({ name: relative('.', module.moduleId), seconds: module.meta().processor ?? 0 }))
      .sort((one, other) => other.seconds - one.seconds)
    if (files.length < 2) return
    const all = files.reduce((sum, { seconds }) => sum + seconds, 0)
    const { user, system } = process.cpuUsage()
    const lines = files.slice(0, SHOWN).map(({ name, seconds }) => `${shown(seconds)}  ${name}`)
    process.stdout.write(
      `\nThe slowest of ${files.length} files, in seconds of processor time:\n${lines.join('\n')}\n` +
        `${shown(all)}  all files, and ${((user + system) / 1e6).toFixed(1)} to prepare them\n`,
    )
  }
}

const shown = (seconds: number) => seconds.toFixed(1).padStart(8)
