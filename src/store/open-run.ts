/** A finished run folder, opened for reading. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OutcomeReader } from '../results/outcome-reader.js'
import type { RunHeader } from '../results/run-header.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail, lacking, NotWholeError } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import { refuseArgument, requireWhole } from '../vocabulary/wrong-argument.js'
import { LAYOUT, type Manifest, type PartRecord } from './manifest.js'
import { runIn } from './read-files.js'
import { hashFile, indexOf, type PartIndex, readColumn, withFileAsync } from './read-part.js'

export interface OpenRun {
  readonly folder: string
  readonly manifest: Manifest
  readonly header: RunHeader
  readonly reader: OutcomeReader
}

/** Open a run folder. Throws CitywardError where it is none, or a shard; NotWholeError where it is unfinished or damaged. */
export function openRun(folder: string): OpenRun {
  const manifest = readManifest(folder)
  const { shard } = manifest.run ?? {}
  if (shard) {
    fail({
      code: 'run-only-a-shard',
      where: { file: folder },
      found: `shard ${shard.index} of ${shard.count} of a run`,
      expected: 'a whole run',
      hint: 'Put the shards together with `cityward merge`.',
    })
  }
  return { folder, manifest, header: manifest.header, reader: createReader(folder, manifest) }
}

/** Lists that a header must have. */
const LISTS = [
  'places', 'years', 'indicators', 'targets', 'unassessed', 'outcomes', 'policies', 'uncertainties', 'principal',
  'denominators', 'projections',
] as const // biome-ignore format: a list reads best as a paragraph

function readManifest(folder: string): Manifest {
  const file = join(folder, 'manifest.json')
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    if (runIn(folder)) return refuseUnfinished(folder)
    return fail({
      code: 'run-missing',
      where: { file: folder },
      found: 'no run.json and no manifest.json',
      expected: 'the folder of a finished run',
    })
  }
  try {
    const manifest = JSON.parse(text) as Manifest
    const { layout, parts, header, draws, partDraws } = manifest
    const lists = [parts, ...LISTS.map((name) => header?.[name])]
    const counts = [draws, partDraws].every((count) => Number.isSafeInteger(count) && count > 0)
    if (layout === LAYOUT && counts && lists.every(Array.isArray)) return manifest
  } catch {
    // reported below: text that is no JSON is as damaged as JSON of another form
  }
  return lacking({
    code: 'manifest-damaged',
    where: { file },
    found: 'a manifest that cannot be read',
    expected: `a manifest of layout ${LAYOUT}`,
  })
}

/** The folder has an identity and no manifest. */
export function refuseUnfinished(folder: string): never {
  return lacking({
    code: 'run-unfinished',
    where: { file: folder },
    found: 'a run that is not finished',
    expected: 'a finished run',
    hint: `\`cityward resume ${shellWord(folder)}\` finishes it.`,
  })
}

/**
 * A reader over the parts of a manifest. The hash of a part is checked before its first column is read, unless the caller
 * has `checked` all of them.
 */
export function createReader(folder: string, manifest: Manifest, { checked = false } = {}): OutcomeReader {
  const { header, partDraws } = manifest
  const columns = ['policy', 'draw', 'failed']
  columns.push(...header.uncertainties.map(({ name }) => `input@${name}`))
  columns.push(...header.outcomes.map(({ name }) => name))
  const placeOf = new Map(columns.map((name, at) => [name, at]))
  const indices = new Map<PartRecord, PartIndex>()
  return {
    draws: manifest.draws,
    read: async (policy, names, { draws = manifest.draws, into } = {}) => {
      requireWhole('read', 'policy', policy, 0, header.policies.length - 1)
      requireWhole('read', 'draws', draws, 1, manifest.draws)
      for (const name of names) requireNumbers(name, placeOf)
      for (const { length } of into ?? [])
        if (length < draws)
          refuseArgument('read', 'into', `room for ${howMany(length, 'draw')}`, `for ${draws}`)
      const columns = names.map((_, at) => into?.[at] ?? new Float64Array(draws))
      let rows = 0
      for (const part of manifest.parts) {
        const first = part.part * partDraws
        if (part.policy !== policy || first >= draws) continue
        const wanted = Math.min(part.rows, draws - first)
        rows += wanted
        await readPart(folder, part, checked, indices, async (handle, index) => {
          for (const [at, name] of names.entries()) {
            const to = columns[at].subarray(first, first + wanted)
            await readColumn(handle, { index, at: placeOf.get(name) ?? -1, name }, to)
          }
        })
      }
      return rows === draws ? columns : missing(folder, manifest, policy, rows, draws)
    },
  }
}

/** Texts between the numbers of a part: read as numbers they would be zeros. */
const TEXTS = ['policy', 'failed']

function requireNumbers(name: string, placeOf: ReadonlyMap<string, number>): void {
  if (placeOf.has(name) && !TEXTS.includes(name)) return
  const all = [...placeOf.keys()].filter((known) => !TEXTS.includes(known))
  refuseArgument('read', 'names', `"${name}"`, `a column of numbers, such as ${all.slice(0, 3).join(', ')}`)
}

async function readPart(
  folder: string,
  part: PartRecord,
  checked: boolean,
  indices: Map<PartRecord, PartIndex>,
  use: (handle: number, index: PartIndex) => Promise<void>,
): Promise<void> {
  const path = join(folder, part.file)
  try {
    if (!checked && !indices.has(part) && hashFile(path) !== part.sha256) {
      throw new Error('other bytes than were written')
    }
    await withFileAsync(path, async (handle) => {
      const index = indices.get(part) ?? indexOf(handle)
      indices.set(part, index)
      await use(handle, index)
    })
  } catch (error) {
    throw new NotWholeError([
      {
        code: 'part-damaged',
        where: { file: path },
        found:
          (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such part' : 'a part that cannot be read',
        expected: `${part.rows} draws`,
        hint: '`cityward resume` makes it anew.',
      },
    ])
  }
}

function missing(folder: string, { header }: Manifest, policy: number, rows: number, draws: number): never {
  return lacking({
    code: 'parts-missing',
    where: { file: join(folder, 'manifest.json') },
    found: `parts of ${rows} draws of the policy "${header.policies[policy]?.name}"`,
    expected: `${draws} draws`,
    hint: '`cityward resume` makes what is missing.',
  })
}
