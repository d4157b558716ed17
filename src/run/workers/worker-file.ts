/** Where a worker starts from: bundles have it beside them; TypeScript source is started through a loader. */
import { fileURLToPath } from 'node:url'

export interface WorkerStart {
  readonly file: string
  /** Address of the source that the loader is to run. */
  readonly source?: string
}

/** The worker of this name beside a module, which gives its own address. */
export function workerBeside(address: string, name: string): WorkerStart {
  if (!address.endsWith('.ts')) return { file: fileURLToPath(new URL(`./${name}.js`, address)) }
  const loader = new URL('./worker-dev.mjs', import.meta.url)
  return { file: fileURLToPath(loader), source: new URL(`./${name}.ts`, address).href }
}
