/** Missing and damaged files of an updated run: of its own folder, and of the run that it is of. */
import { wholeOrNone } from '../vocabulary/problems.js'
import { keptFile, UPDATED_FILES } from './kept-files.js'
import type { UpdatedRun } from './update-identity.js'
import { baseFolder } from './updated-run.js'
import { type Finding, lookAtKept, type Verification, verifyRun } from './verify.js'

export interface UpdateVerification {
  /** In the folder of the updated run. */
  readonly findings: readonly Finding[]
  /** The run that it is of. */
  readonly base: Verification
  /** Whether that is still the run that was updated. */
  readonly isSame: boolean
}

/** `record`: what update.json says, which is held to its seal when it is read. */
export function verifyUpdated(folder: string, record: UpdatedRun): UpdateVerification {
  const { fingerprint, baseFingerprint } = record
  const findings: Finding[] = []
  lookAtKept(folder, fingerprint, UPDATED_FILES, findings)
  const summary = wholeOrNone(() => keptFile(folder, fingerprint, 'summary.json'))
  // an update that was stopped between its first file and its second
  if (findings.length === 0 && summary?.state === 'absent')
    findings.push({ file: 'summary.json', is: 'missing' })
  const base = verifyRun(baseFolder(folder, record))
  return { findings, base, isSame: base.run?.fingerprint === baseFingerprint }
}
