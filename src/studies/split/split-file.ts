/** How a run's most wanting quota could be split, written beside the run as split.json; the outcomes stay as they are. */
import { join } from 'node:path'
import { keepFile, readKept } from '../../store/kept-files.js'
import { jsonText } from '../../vocabulary/json.js'
import { wholeOrNone } from '../../vocabulary/problems.js'
import { type AnswerSubject, refuseAnswer, rerunCommand } from '../kept/kept-answer.js'
import type { QuotaSplit } from './split-quota.js'

const NAME = 'split.json'
/** Names the format and its version. */
const SCHEMA = 'cityward split 1'

/** Proposals of a run, with the plan that they are of. */
export interface KeptSplit {
  readonly fingerprint: string
  readonly version: string
  readonly split: QuotaSplit
}

export function writeSplit(folder: string, found: KeptSplit): void {
  keepFile(folder, NAME, `${jsonText({ schema: SCHEMA, ...found }, 1)}\n`)
}

/**
 * What was found for this plan's last policy; undefined where there is nothing, or that of another plan or policy.
 * Throws NotWholeError where the file is not as it was written.
 */
export function splitIn(folder: string, subject: AnswerSubject): KeptSplit | undefined {
  const cure = rerunCommand(folder, subject.draws)
  const text = readKept(folder, NAME, cure)
  if (text === undefined) return undefined
  const found = parsed(text) ?? refuseAnswer(join(folder, NAME), 'how a quota could be split', cure)
  const isOwn = found.split.policy.name === subject.policies.at(-1)?.name
  return isOwn && found.fingerprint === subject.fingerprint ? found : undefined
}

/** The same, where a file that is not as it was written counts as none: for whoever writes it anew. */
export function reusableSplit(folder: string, subject: AnswerSubject): KeptSplit | undefined {
  return wholeOrNone(() => splitIn(folder, subject))
}

function parsed(text: string): KeptSplit | undefined {
  try {
    const { schema, ...found } = JSON.parse(text) as KeptSplit & { schema: string }
    const { split } = found
    const isWhole = [split.cities, split.programmes, split.present.lacking].every(Array.isArray)
    return schema === SCHEMA && isWhole ? found : undefined
  } catch {
    return undefined
  }
}
