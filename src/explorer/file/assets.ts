/** What the build has made for a page: its script, that of its workers, its style and the kernel. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fail } from '../../vocabulary/problems.js'

export interface PageAssets {
  readonly page: string
  readonly worker: string
  readonly kernel: Uint8Array
}

/** The build puts them beside the bundles; from source they are those that were built last. */
function builtFile(name: string): string {
  const folder = import.meta.url.endsWith('.ts') ? '../../../dist/' : './'
  return fileURLToPath(new URL(folder + name, import.meta.url))
}

/** Throws CitywardError where the build has not made them. */
export function readAssets(): PageAssets {
  const read = (name: string) => {
    const file = builtFile(name)
    try {
      return readFileSync(file)
    } catch {
      return fail({
        code: 'explorer-not-built',
        where: { file },
        found: 'no such file',
        expected: 'what `npm run build` makes',
      })
    }
  }
  return {
    page: read('explorer-page.js').toString('utf8'),
    worker: read('explorer-worker.js').toString('utf8'),
    kernel: read('kernel.wasm'),
  }
}
