/** The small files of a run folder. What cannot be read counts as absent. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunIdentity } from './identity.js'
import { isPart, LAYOUT, type Manifest, type PartRecord, unsealed } from './manifest.js'

/** What run.json holds. */
export interface RunRecord {
  readonly layout: number
  readonly run: RunIdentity
}

export function textIn(folder: string, name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return undefined
  }
}

/** The manifest, where it is undamaged. */
export function manifestIn(folder: string): Manifest | undefined {
  const manifest = unsealed<Manifest>(textIn(folder, 'manifest.json') ?? '')
  return manifest?.layout === LAYOUT ? manifest : undefined
}

/** The identity of the run: from run.json, or where that is damaged from the manifest, which repeats it. */
export function runIn(folder: string): RunRecord | undefined {
  const kept = unsealed<RunRecord>(textIn(folder, 'run.json') ?? '')
  return kept?.layout === LAYOUT ? kept : manifestIn(folder)
}

/** Parts of an unfinished run; a line that was cut is ignored. */
export function journalIn(folder: string): PartRecord[] {
  return (textIn(folder, 'parts.jsonl') ?? '').split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line)].filter(isPart)
    } catch {
      return []
    }
  })
}
