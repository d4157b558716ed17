/** What a folder of an updated run keeps beside its list of draws: its summary, and what the run itself was made from. */
import type { Summary } from '../../analysis/summary.js'
import { keepFile } from '../../store/kept-files.js'
import type { OpenRun } from '../../store/open-run.js'
import { type RunProvenance, writeProvenance } from '../../store/provenance.js'
import { summaryText } from '../simulate.js'

export function keepUpdate({ folder }: OpenRun, summary: Summary, provenance: RunProvenance): void {
  keepFile(folder, 'summary.json', summaryText(summary))
  writeProvenance(folder, provenance)
}
