/** Copies of fixtures/tiny with something changed, under the system's folder for temporary files. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDatasetOrProblems } from '../../src/dataset/load.js'
import { formatProblem } from '../../src/vocabulary/problems.js'

export const TINY = 'fixtures/tiny'

/** Give `use` a copy of a data folder, and remove it afterwards. */
export function withCopy<T>(use: (folder: string) => T, original = TINY): T {
  const parent = mkdtempSync(join(tmpdir(), 'cityward-'))
  const folder = join(parent, 'data')
  try {
    cpSync(original, folder, { recursive: true })
    return use(folder)
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
}

/** Replace the first place where a text stands in a file; it must stand there. `*` stands for the whole file. */
export function change(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  if (from !== '*' && !text.includes(from)) throw new Error(`${file} has no ${from}`)
  writeFileSync(path, from === '*' ? to : text.replace(from, () => to))
}

/** What a user reads of a data folder; the folder is called `data`, wherever it is. */
export function answerTo(folder: string): string {
  const { problems } = loadDatasetOrProblems(folder)
  return problems.map(formatProblem).join('\n').replaceAll(folder, 'data').replaceAll('\\', '/')
}
