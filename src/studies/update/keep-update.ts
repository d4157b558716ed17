/** What a folder of an updated run keeps beside its list of draws: its summary, and what the run itself was made from. */
import { join } from 'node:path'
import type { Summary } from '../../analysis/summary.js'
import type { OpenRun } from '../../store/open-run.js'
import { type RunProvenance, writeProvenance } from '../../store/provenance.js'
import { writeWhole } from '../../store/write-file.js'
import { summaryText } from '../simulate.js'

export function keepUpdate({ folder }: OpenRun, summary: Summary, provenance: RunProvenance): void {
  writeWhole(join(folder, 'summary.json'), summaryText(summary))
  writeProvenance(folder, provenance)
}
