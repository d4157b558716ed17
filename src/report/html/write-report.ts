/** The page of a finished run, written to its file. */
import { join, resolve } from 'node:path'
import type { Addition } from '../../analysis/addition.js'
import { compareSummaries } from '../../analysis/compare.js'
import type { ReachFinding } from '../../analysis/reach.js'
import type { Summary } from '../../analysis/summary.js'
import { keepFile, keptFile } from '../../store/kept-files.js'
import { openRun } from '../../store/open-run.js'
import { EMBEDDED, packProvenance, type RunProvenance } from '../../store/provenance.js'
import { writeWhole } from '../../store/write-file.js'
import { addedIn } from '../../studies/additions/addition-file.js'
import { loadProvenance } from '../../studies/input-files.js'
import type { LoadedPlan } from '../../studies/load-plan.js'
import { judgeByMedian } from '../../studies/median-check.js'
import { readReach } from '../../studies/reach-file.js'
import { provenanceOf } from '../../studies/run-provenance.js'
import { summaryOf } from '../../studies/simulate.js'
import { splitIn } from '../../studies/split/split-file.js'
import type { QuotaSplit } from '../../studies/split/split-quota.js'
import type { Language } from '../../vocabulary/language.js'
import type { Problem } from '../../vocabulary/problems.js'
import { reportHtml } from './page.js'

/** The page of the same run in which levers can be dragged. */
const EXPLORER = 'explorer.html'

export interface ReportFile {
  /** The file; report.html in the run folder where it is left out. */
  readonly out?: string
  /** The language that is shown first; undefined for that of the reader's browser. */
  readonly lang?: Language | undefined
}

/** Letters of files that a page can hold: packed they are a tenth of it. */
const MOST_PACKED = 32 * 2 ** 20

/** Texts are asked for until they are too long: those of large files are unpacked for it. */
function isPackable({ files }: RunProvenance): boolean {
  let letters = 0
  return Object.keys(files).every((name) => {
    letters += files[name].length
    return letters <= MOST_PACKED
  })
}

/** Write the report of a run folder, with what would be enough where that was found; the path of the report. */
export async function reportOf(
  folder: string,
  { out, lang: language }: ReportFile,
  compared: readonly Summary[] = [],
): Promise<string> {
  const run = openRun(folder)
  const provenance = provenanceOf(run)
  const summary = await summaryOf(run)
  const file = out ?? join(folder, 'report.html')
  const loaded = loadProvenance(provenance, { seed: provenance.seed })
  const reach = readReach(folder, summary)
  const addition = addedIn(folder, summary)
  const split = splitIn(folder, summary)?.split
  const { warnings } = judgeByMedian(loaded, provenance.scenario)
  const found = { reach, addition, split, warnings }
  await writeReport({ folder, file, summary, compared, provenance, loaded, ...found, language })
  return file
}

export interface ReportInputs {
  /** Of the run. */
  readonly folder: string
  readonly file: string
  readonly summary: Summary
  readonly compared: readonly Summary[]
  readonly provenance: RunProvenance
  readonly loaded: Pick<LoadedPlan, 'scenario' | 'dataset'>
  readonly reach: ReachFinding | undefined
  readonly addition: Addition | undefined
  readonly split: QuotaSplit | undefined
  /** What the check of the scenario and its data warns of. */
  readonly warnings: readonly Problem[]
  readonly language: Language | undefined
}

export async function writeReport(inputs: ReportInputs): Promise<void> {
  const { folder, file, summary, compared, provenance, loaded, reach, addition, split, warnings, language } =
    inputs
  const isInFolder = resolve(file) === resolve(folder, 'report.html')
  const hasExplorer = isInFolder && keptFile(folder, summary.fingerprint, EXPLORER).state === 'whole'
  const html = await reportHtml({
    summary,
    language,
    reach,
    addition,
    split,
    ...(hasExplorer && { explorer: EXPLORER }),
    warnings,
    compared: compared.map((other) => compareSummaries(summary, other)),
    origins: {
      ...loaded,
      file: provenance.scenario,
      text: provenance.files[provenance.scenario],
      packed: isPackable(provenance) ? packProvenance(provenance) : undefined,
      packedId: EMBEDDED,
      ran: provenance.ran,
    },
  })
  if (isInFolder) keepFile(folder, 'report.html', html)
  else writeWhole(file, html)
}
