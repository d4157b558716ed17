/** Files that stand in for source files where tests are run: whoever imports the one gets the other. */
import { existsSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import type { Plugin } from 'vitest/config'

export interface StandIn {
  readonly of: string
  readonly by: string
  /** Tests of the source file itself, which get it. */
  readonly tests?: RegExp
}

/** Paths are from the root of the project. */
export function standIn(of: string, by: string, tests?: RegExp): StandIn {
  if (!existsSync(of)) throw new Error(`there is no ${of}`)
  return { of: resolve(of), by: resolve(by), tests }
}

/** The file that a file gets in place of the one it imports; itself it gets what it stands in for. */
export function standInFor(standIns: readonly StandIn[], importer: string, id: string): string | undefined {
  const source = sourceOf(importer, id)
  return standIns.find(({ of, by, tests }) => of === source && by !== importer && !tests?.test(importer))?.by
}

export function standInPlugin(standIns: readonly StandIn[]): Plugin {
  return {
    name: `stand-ins for ${standIns.map(({ of }) => relative('.', of)).join(', ')}`,
    enforce: 'pre',
    resolveId: (id, importer) =>
      importer && id.startsWith('.') ? standInFor(standIns, importer, id) : undefined,
  }
}

/** The source of the JavaScript that a file imports by its place beside it. */
export const sourceOf = (importer: string, id: string) => resolve(dirname(importer), id).replace(/js$/, 'ts')
