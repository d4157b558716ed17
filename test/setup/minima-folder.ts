/** A folder for the minima that several files of tests need, for one run of the tests: no older code can have left any. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    minima: string
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cityward-minima-'))
  project.provide('minima', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
