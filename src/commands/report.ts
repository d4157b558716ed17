/** `cityward report`: a finished run as one HTML file. */
import type { Summary } from '../analysis/summary.js'
import { reportOf } from '../report/html/write-report.js'
import { openRun } from '../store/open-run.js'
import { refuseOwnFile } from '../store/own-files.js'
import { summaryOf } from '../studies/simulate.js'
import type { Language } from '../vocabulary/language.js'
import { languageOfPages } from './screen.js'
import { print } from './terminal.js'

export interface ReportOptions {
  readonly out?: string
  readonly lang?: Language
}

/** Writes the report of the first run, with the others held against it; prints its path. Returns the exit code. */
export async function report(runs: readonly string[], options: ReportOptions): Promise<number> {
  const [folder, ...others] = runs
  refuseOwnFile(folder, options.out, 'report.html')
  const compared: Summary[] = []
  for (const other of others) compared.push(await summaryOf(openRun(other)))
  print(`${await reportOf(folder, { ...options, lang: languageOfPages() }, compared)}\n`)
  return 0
}
