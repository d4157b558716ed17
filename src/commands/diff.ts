/** `cityward diff`: what differs between two scenarios, and which change moved a target by how much. */
import { diffCsv } from '../report/files/diff-csv.js'
import { diffText } from '../report/terminal/diff-page.js'
import { createProgress } from '../run/progress.js'
import { type DiffRequest, diffScenarios } from '../studies/diff-scenarios.js'
import type { Language } from '../vocabulary/language.js'
import { noticeEngine } from './progress-and-cancel.js'
import { said } from './screen.js'
import { pageIn, print, printJson } from './terminal.js'

export interface DiffOptions extends Pick<DiffRequest, 'policy' | 'target' | 'draws' | 'threads' | 'engine'> {
  readonly json?: boolean
  readonly csv?: boolean
  readonly quiet?: boolean
  readonly lang: Language
}

/** Prints the differences and the waterfalls. Returns the exit code. */
export async function diff(before: string, after: string, options: DiffOptions): Promise<number> {
  const { json, csv, quiet, lang, ...request } = options
  noticeEngine(request.engine)
  const progress = createProgress(process.stderr, said)
  try {
    const onProgress = quiet ? undefined : progress.show
    const found = await diffScenarios(before, after, { ...request, onProgress })
    progress.clear()
    if (json) printJson(found)
    else print(csv ? diffCsv(found) : diffText(found, pageIn(lang)))
    return 0
  } finally {
    progress.clear()
  }
}
