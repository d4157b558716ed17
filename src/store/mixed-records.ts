/** A folder whose run.json is of one run and whose manifest is of another: which of them its parts are of. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { lacking, type Problem } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import { differencesText } from './differences.js'
import type { RunIdentity } from './identity.js'
import { describedPart, isOf } from './part-identity.js'

/** Parts that are asked, at most: one that is whole is enough. */
const ASKED = 20

/** Refuse a folder with two records of different runs; names the one that does not belong. */
export function refuseMixed(folder: string, record: RunIdentity, manifest: RunIdentity): never {
  return lacking(mixedProblem(folder, record, manifest))
}

function mixedProblem(folder: string, record: RunIdentity, manifest: RunIdentity): Problem {
  const stray = strayRecord(folder, record, manifest)
  const own = stray === 'run.json' ? 'manifest.json' : 'run.json'
  const [there, here] = stray === 'run.json' ? [manifest, record] : [record, manifest]
  const file = join(folder, stray)
  return {
    code: 'run-mixed',
    where: { file },
    found: `the record of another run (${differencesText(there, here)})`,
    expected: `the run that ${own} and the parts are of`,
    hint: `Take it away: \`rm ${shellWord(file)}\`; then \`cityward resume ${shellWord(folder)}\` writes it anew and keeps every part.`,
  }
}

/** Of two records of different runs the one that the first whole part is not of; run.json where no part can be asked. */
export function strayRecord(
  folder: string,
  record: RunIdentity,
  manifest: RunIdentity,
): 'run.json' | 'manifest.json' {
  for (const name of partNames(folder).slice(0, ASKED)) {
    const described = describedPart(join(folder, 'outcomes', name))
    if (described && isOf(described.identity, manifest)) return 'run.json'
    if (described && isOf(described.identity, record)) return 'manifest.json'
  }
  return 'run.json'
}

/** Names in the folder of parts; none where it cannot be read. */
export function partNames(folder: string): string[] {
  try {
    return readdirSync(join(folder, 'outcomes'))
      .filter((name) => name.endsWith('.parquet'))
      .sort()
  } catch {
    return []
  }
}
