/** Copies of fixtures/cases/tiny.yaml with something changed, beside the data folder, among temporary files. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { loadPlan } from '../../src/studies/load-plan.js'
import { CitywardError, formatProblem } from '../../src/vocabulary/problems.js'

export const TINY = readFileSync('fixtures/cases/tiny.yaml', 'utf8')

/** Give `use` a folder `cases` that stands beside the data folder `tiny`, and remove both afterwards. */
export function withCases<T>(use: (folder: string) => T): T {
  const parent = mkdtempSync(join(tmpdir(), 'cityward-'))
  try {
    mkdirSync(join(parent, 'cases'))
    symlinkSync(resolve('fixtures/tiny'), join(parent, 'tiny'), 'junction')
    return use(join(parent, 'cases'))
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
}

/** The first place where a text stands in another, replaced; it must stand there. `*` stands for the whole. */
export function replaced(text: string, from: string, to: string): string {
  if (from === '*') return to
  if (!text.includes(from)) throw new Error(`The text has no ${from}`)
  return text.replace(from, () => to)
}

/** What `cityward check` prints of a file in the folder of cases; paths are those from that folder. */
export function answerTo(folder: string, file: string): string {
  try {
    const { plan } = loadPlan(join(folder, file))
    return `a plan of ${plan.policies.length} policies`
  } catch (error) {
    if (!(error instanceof CitywardError)) throw error
    return error.problems
      .map(formatProblem)
      .join('\n')
      .replaceAll('\\', '/')
      .replaceAll(`${folder.replaceAll('\\', '/')}/`, '')
      .replaceAll(`${resolve(folder, '..').replaceAll('\\', '/')}/`, '../')
  }
}

/** What is said of tiny.yaml after one replacement in it, and of files that stand beside it. */
export function answerToChange(
  from: string,
  to: string,
  beside: Readonly<Record<string, string>> = {},
): string {
  return withCases((folder) => {
    writeFileSync(join(folder, 'tiny.yaml'), replaced(TINY, from, to))
    for (const [name, text] of Object.entries(beside)) writeFileSync(join(folder, name), text)
    return answerTo(folder, 'tiny.yaml')
  })
}
