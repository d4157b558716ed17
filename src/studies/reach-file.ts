/** Findings of `cityward reach`, written beside a run as reach.json; the outcomes stay as they are. */
import { join } from 'node:path'
import type { ReachFinding } from '../analysis/reach.js'
import { keepFile, readKept } from '../store/kept-files.js'
import { jsonText } from '../vocabulary/json.js'
import { lacking, wholeOrNone } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import type { AnswerSubject } from './kept/kept-answer.js'

const NAME = 'reach.json'
/** Names the format and its version. */
const FORMAT = 'cityward reach'
const SCHEMA = `${FORMAT} 2`

export function writeReach(folder: string, finding: ReachFinding): void {
  keepFile(folder, NAME, `${jsonText({ schema: SCHEMA, ...finding }, 1)}\n`)
}

/**
 * The findings for this plan under its last policy; undefined where there are none, or those of another plan, policy or
 * version of the format.
 * Throws NotWholeError where the file is not as it was written.
 */
export function readReach(folder: string, subject: AnswerSubject): ReachFinding | undefined {
  const text = readKept(folder, NAME, `cityward reach ${shellWord(folder)}`)
  if (text === undefined) return undefined
  const found = parsed(text) ?? refuse(join(folder, NAME))
  if (found === 'earlier') return undefined
  const same = found.fingerprint === subject.fingerprint && found.policy === subject.policies.at(-1)?.name
  return same ? found : undefined
}

/** The same, where a file that is not as it was written counts as none: for whoever writes it anew. */
export function reusableReach(folder: string, subject: AnswerSubject): ReachFinding | undefined {
  return wholeOrNone(() => readReach(folder, subject))
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
  return lacking({
    code: 'reach-damaged',
    where: { file },
    found: 'findings that cannot be read',
    expected: 'what `cityward reach` has written',
    hint: 'Remove the file, or write it anew with `cityward reach` and the run folder.',
  })
}
