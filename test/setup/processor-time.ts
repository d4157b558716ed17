/** Counts the processor time of every test file: of its process with all threads, and of the processes it started. */
import { afterAll } from 'vitest'
import { spent } from './spent.js'

declare module 'vitest' {
  interface TaskMeta {
    /** Seconds of processor time that a file took. */
    processor?: number
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
