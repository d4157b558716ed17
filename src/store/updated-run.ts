/**
 * A run whose draws were taken anew by what has been observed since: update.json in a folder of its own says which run it is
 * of and which of its draws stand in it, some several times. The outcomes stay where they are.
 */
import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { RunUpdate } from '../results/observation.js'
import type { OutcomeReader } from '../results/outcome-reader.js'
import type { RunHeader } from '../results/run-header.js'
import { fail, lacking } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import { LAYOUT, type Manifest, sealed, unsealed } from './manifest.js'
import { textIn } from './read-files.js'
import { isUpdatedRun } from './record-shape.js'
import { type UpdatedRun, updateFingerprint } from './update-identity.js'
import { makeFolder, writeWhole } from './write-file.js'

const NAME = 'update.json'

/** A run folder, opened for reading. */
export interface RunWithOutcomes {
  readonly folder: string
  readonly manifest: Manifest
  readonly header: RunHeader
  readonly reader: OutcomeReader
}

/** Write which draws of a run stand in an updated one. Throws CitywardError where the folder has something else. */
export function writeUpdate(
  folder: string,
  base: RunWithOutcomes,
  update: RunUpdate,
  draws: Uint32Array,
): UpdatedRun {
  const baseFingerprint = base.header.fingerprint
  const content = {
    layout: LAYOUT,
    base: relative(resolve(folder), resolve(base.folder)).split(sep).join('/'),
    baseFingerprint,
    fingerprint: updateFingerprint(baseFingerprint, update, draws),
    update,
    draws: [...draws],
  }
  makeFolder(folder)
  writeWhole(join(folder, NAME), sealed(content))
  return content
}

/** What a folder says of the run it updates; undefined where it is none. Throws NotWholeError where it is damaged. */
export function updateIn(folder: string): UpdatedRun | undefined {
  const text = textIn(folder, NAME)
  if (text === undefined) return undefined
  const content = unsealed<UpdatedRun>(text)
  if (content?.layout === LAYOUT && isUpdatedRun(content)) return content
  return lacking({
    code: 'update-damaged',
    where: { file: join(folder, NAME) },
    found:
      content && content.layout !== LAYOUT
        ? `an update of layout ${content.layout}`
        : 'an update that is not as it was written',
    expected: `what \`cityward update\` of this version has written (layout ${LAYOUT})`,
    hint: 'Remove the folder, and update the run again: its outcomes lie in the folder of the run itself.',
  })
}

/** The folder of the run that an updated one is of. */
export function baseFolder(folder: string, { base }: UpdatedRun): string {
  return join(folder, ...base.split('/'))
}

/** Throws CitywardError where a folder has an updated run, of which the command can make nothing. */
export function refuseUpdated(folder: string, command: string): void {
  const updated = existsSync(join(folder, NAME)) ? updateIn(folder) : undefined
  if (!updated) return
  fail({
    code: 'run-updated',
    where: { file: folder },
    found: 'a run that was updated by observations',
    expected: `the run itself, for \`cityward ${command}\``,
    hint: `Its outcomes lie in ${shellWord(baseFolder(folder, updated))}.`,
  })
}

/** An updated run, read through the run that it is of. Throws CitywardError where that is another by now. */
export function asUpdated(folder: string, base: RunWithOutcomes, record: UpdatedRun): RunWithOutcomes {
  const { fingerprint, update, draws } = record
  if (base.header.fingerprint !== record.baseFingerprint || base.manifest.draws < update.from)
    fail({
      code: 'update-of-another-run',
      where: { file: folder },
      found: `another run in ${shellWord(base.folder)}`,
      expected: 'the run that was updated',
      hint: 'Update the run that is there now.',
    })
  const header = { ...base.header, fingerprint, design: 'random' as const, update }
  // draws that failed have no weight: none of them stands here
  const parts = base.manifest.parts.map((part) => ({ ...part, failed: 0, lost: 0, failures: [] }))
  return {
    folder,
    manifest: { ...base.manifest, header, draws: draws.length, parts },
    header,
    reader: takingReader(base.reader, draws),
  }
}

/** Reads the draws that were taken, in their order. */
function takingReader(reader: OutcomeReader, taken: readonly number[]): OutcomeReader {
  return {
    draws: taken.length,
    read: async (policy, names, { draws = taken.length, into } = {}) => {
      const own = taken.slice(0, draws)
      const most = own.reduce((high, one) => Math.max(high, one), 0) + 1
      const all = await reader.read(policy, names, { draws: most })
      return all.map((values, column) => {
        const out = into?.[column] ?? new Float64Array(own.length)
        for (let k = 0; k < own.length; k++) out[k] = values[own[k]]
        return out
      })
    },
  }
}
