/** Files of a run folder that no answer may be written over. */
import { relative, resolve, sep } from 'node:path'
import { fail } from '../vocabulary/problems.js'
import { KEPT_FILES, KEPT_LIST } from './kept-files.js'

/** Names in the folder; `report.html` is left to `report`, and `explorer.html` to `explore`, which list them. */
const OWN: readonly string[] = [
  'run.json', 'manifest.json', 'summary.json', 'parts.jsonl', 'lock', 'checked.json', KEPT_LIST, ...KEPT_FILES,
] // biome-ignore format: a list reads best as a paragraph

/** Throws CitywardError where an answer would be written over a file of the run that it is from. */
export function refuseOwnFile(folder: string, out: string | undefined, but?: string): void {
  if (out === undefined) return
  const [first, ...rest] = relative(resolve(folder), resolve(out)).split(sep)
  const isOwn = first === 'outcomes' || (rest.length === 0 && OWN.includes(first) && first !== but)
  if (!isOwn) return
  fail({
    code: 'file-already-there',
    where: { file: out },
    found: 'a file of the run itself',
    expected: 'another --out',
  })
}
