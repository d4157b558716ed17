/** A finished run folder, opened for reading. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetRead } from 'hyparquet'
import type { RunHeader } from '../plan/header.js'
import type { OutcomeReader } from '../plan/outcomes.js'
import { CitywardError, fail } from '../vocabulary/problems.js'
import { LAYOUT, type Manifest, type Part } from './manifest.js'

export interface OpenRun {
  readonly folder: string
  readonly manifest: Manifest
  readonly header: RunHeader
  readonly reader: OutcomeReader
}

/** Open a run folder. Throws CitywardError where it is none, is unfinished, or is damaged. */
export function openRun(folder: string): OpenRun {
  const manifest = readManifest(folder)
  const whole = new Set<string>()
  const reader: OutcomeReader = {
    draws: manifest.draws,
    read: (policy, columns) => readColumns(folder, manifest, whole, policy, columns),
  }
  return { folder, manifest, header: manifest.header, reader }
}

/** What a header cannot be read without. */
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
    return fail({
      code: 'no-run-here',
      where: { file: folder },
      found: 'no manifest.json',
      expected: 'the folder of a finished run',
      hint: 'A run that was cut short is finished by running its scenario again with the same --out.',
    })
  }
  try {
    const manifest = JSON.parse(text) as Manifest
    const { layout, parts, header, draws, partDraws } = manifest
    const lists = [parts, ...LISTS.map((name) => header?.[name])]
    const counts = [draws, partDraws].every((count) => Number.isSafeInteger(count) && count > 0)
    if (layout === LAYOUT && counts && lists.every(Array.isArray)) return manifest
  } catch {
    // Said below: text that is no JSON is as damaged as JSON of another form.
  }
  return fail({
    code: 'manifest-damaged',
    where: { file },
    found: 'a manifest that cannot be read',
    expected: `a manifest of layout ${LAYOUT}`,
  })
}

/** Some columns of one policy over all its parts, in draw order. */
async function readColumns(
  folder: string,
  manifest: Manifest,
  whole: Set<string>,
  policy: number,
  columns: readonly string[],
): Promise<Float64Array[]> {
  // by name, since two targets on one indicator ask for one column twice
  const found = new Map(columns.map((name) => [name, new Float64Array(manifest.draws)]))
  let rows = 0
  for (const part of manifest.parts) {
    const first = part.part * manifest.partDraws
    if (part.policy !== policy || first >= manifest.draws) continue
    rows += Math.min(part.rows, manifest.draws - first)
    await readPart(folder, part, whole, [...found.keys()], (name, values, row) => {
      const to = found.get(name)
      for (let k = 0; to && k < values.length; k++) {
        const draw = first + row + k
        if (draw < manifest.draws) to[draw] = Number(values[k])
      }
    })
  }
  if (rows === manifest.draws) return columns.map((name) => found.get(name)!)
  return fail({
    code: 'parts-missing',
    where: { file: join(folder, 'manifest.json') },
    found: `parts of ${rows} draws of the policy "${manifest.header.policies[policy]?.name}"`,
    expected: `${manifest.draws} draws`,
    hint: 'Run the scenario again with the same --out to make what is missing.',
  })
}

/** Read a part; its bytes are held against the manifest the first time, and its name is added to `whole`. */
async function readPart(
  folder: string,
  part: Part,
  whole: Set<string>,
  columns: readonly string[],
  take: (name: string, values: ArrayLike<unknown>, row: number) => void,
): Promise<void> {
  const path = join(folder, part.file)
  try {
    const bytes = readFileSync(path)
    if (!whole.has(part.file) && createHash('sha256').update(bytes).digest('hex') !== part.sha256) {
      throw new Error('other bytes than were written')
    }
    whole.add(part.file)
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    await parquetRead({
      file,
      columns: [...columns],
      onChunk: ({ columnName, columnData, rowStart }) => take(columnName, columnData, rowStart),
    })
  } catch (error) {
    throw new CitywardError([
      {
        code: 'part-damaged',
        where: { file: path },
        found:
          (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such part' : 'a part that cannot be read',
        expected: `${part.rows} draws`,
        hint: 'Run the scenario again with the same --out to make it anew.',
      },
    ])
  }
}
