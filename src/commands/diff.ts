/** `cityward diff`: what differs between two scenarios, and which change moved a target by how much. */
import { diffCsv } from '../report/files/diff-csv.js'
import { diffText } from '../report/terminal/diff-page.js'
import { chooseEngine } from '../run/engine.js'
import { createProgress } from '../run/progress.js'
import { type DiffRequest, diffScenarios } from '../studies/diff-scenarios.js'
import type { Language } from '../vocabulary/language.js'
import { fail } from '../vocabulary/problems.js'
import { paintFor, widthOf } from './terminal.js'

export interface DiffOptions extends Omit<DiffRequest, 'onProgress'> {
  readonly json?: boolean
  readonly csv?: boolean
  readonly quiet?: boolean
  readonly lang: Language
}

/** Prints the differences and the waterfalls. Returns the exit code. */
export async function diff(before: string, after: string, options: DiffOptions): Promise<number> {
  const { json, csv, quiet, lang, ...request } = options
  if (json && csv) {
    const found = 'both --json and --csv'
    fail({ code: 'forms-several', where: { file: before }, found, expected: 'one of them' })
  }
  const { notice } = chooseEngine(request.engine)
  if (notice) process.stderr.write(`${notice}\n`)
  const progress = createProgress(process.stderr)
  try {
    const onProgress = quiet ? undefined : progress.show
    const found = await diffScenarios(before, after, { ...request, onProgress })
    progress.clear()
    const page = { language: lang, width: widthOf(process.stdout), paint: paintFor(process.stdout) }
    const text = json
      ? `${JSON.stringify(found, undefined, 2)}\n`
      : csv
        ? diffCsv(found)
        : diffText(found, page)
    process.stdout.write(text)
    return 0
  } finally {
    progress.clear()
  }
}
