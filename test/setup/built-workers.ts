/**
 * Stands in for src/run/workers/worker-file.ts: the workers of tests are those of dist/, which are the same source and
 * start in a small part of the time that the loader of TypeScript takes.
 */
import { resolve } from 'node:path'
import type { WorkerStart } from '../../src/run/workers/worker-file.js'

export { type WorkerStart, workerBeside as sourceBeside } from '../../src/run/workers/worker-file.js'

export function workerBeside(_address: string, name: string): WorkerStart {
  return { file: resolve('dist', `${name}.js`) }
}
