/** Counts the processor time of every test file: of its process with all threads, and of the processes it started. */
import { readFileSync } from 'node:fs'
import { afterAll } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** Seconds of processor time that a file took. */
    processor?: number
  }
}

/** Clock ticks a second in /proc, as Linux has it on every machine. */
const TICKS = 100

/** Seconds by now: of this process, and of those it has waited for where /proc tells. */
function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + ofChildren()
}

function ofChildren(): number {
  try {
    // fields 16 and 17 of proc(5), counted from the state, which follows the name of the program
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')
    return (Number(fields[13]) + Number(fields[14])) / TICKS
  } catch {
    return 0
  }
}

// what runs between two files belongs to the later one: its imports
const kept = globalThis as { citywardSpent?: number }
const before = kept.citywardSpent ?? 0
// biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures are wanted
afterAll(({}, suite) => {
  const now = spent()
  kept.citywardSpent = now
  suite.file.meta.processor = now - before
})
