/**
 * `cityward/store`: run folders. Write one while a plan is run, open, verify, merge and query finished ones.
 *
 * ```ts
 * import { openRun } from 'cityward/store'
 * const { header, reader } = openRun('runs/mine')
 * const [urban] = await reader.read(0, [header.outcomes[0].name])
 * ```
 */
export { mergeRuns } from '../store/merge.js'
export { type OpenRun, openRun } from '../store/open-run.js'
export { queryRun } from '../store/query.js'
export { RunFolder } from '../store/run-folder.js'
export { type Verification, verifyRun } from '../store/verify.js'
