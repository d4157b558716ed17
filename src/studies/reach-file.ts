/** Findings of `cityward reach`, written beside a run as reach.json; the run's own files stay as they are. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReachFinding } from '../analysis/reach.js'
import { writeWhole } from '../store/write-file.js'
import { jsonText } from '../vocabulary/json.js'
import { fail } from '../vocabulary/problems.js'

const NAME = 'reach.json'
/** Names the format and its version. */
const FORMAT = 'cityward reach'
const SCHEMA = `${FORMAT} 2`

export function writeReach(folder: string, finding: ReachFinding): void {
  writeWhole(join(folder, NAME), `${jsonText({ schema: SCHEMA, ...finding }, 1)}\n`)
}

/** The run that findings must belong to. */
interface Subject {
  readonly fingerprint: string
  /** The last is the one that findings are of. */
  readonly policies: readonly { readonly name: string }[]
}

/**
 * The findings for this plan under its last policy; undefined where there are none, or those of another plan, policy or
 * version of the format.
 * Throws CitywardError `reach-damaged` where the file cannot be read.
 */
export function readReach(folder: string, subject: Subject): ReachFinding | undefined {
  const file = join(folder, NAME)
  if (!existsSync(file)) return undefined
  const found = parsed(readFileSync(file, 'utf8')) ?? refuse(file)
  if (found === 'earlier') return undefined
  const same = found.fingerprint === subject.fingerprint && found.policy === subject.policies.at(-1)?.name
  return same ? found : undefined
}

function parsed(text: string): ReachFinding | 'earlier' | undefined {
  try {
    const { schema, ...found } = JSON.parse(text) as ReachFinding & { schema: string }
    if (schema === `${FORMAT} 1`) return 'earlier'
    const lists = [found.levers, found.targets, found.packages]
    const whole = lists.every(Array.isArray) && found.targets.every(({ answers }) => Array.isArray(answers))
    const counted = [found.draws, found.wanted, found.lived].every(Number.isFinite)
    return schema === SCHEMA && whole && counted ? found : undefined
  } catch {
    return undefined
  }
}

function refuse(file: string): never {
  return fail({
    code: 'reach-damaged',
    where: { file },
    found: 'findings that cannot be read',
    expected: 'what `cityward reach` has written',
    hint: 'Remove the file, or write it anew with `cityward reach` and the run folder.',
  })
}
