/** What a run's policy adds, lever by lever, written beside the run as added.json; the outcomes stay as they are. */
import { join } from 'node:path'
import type { Addition } from '../../analysis/addition.js'
import { keepFile, readKept } from '../../store/kept-files.js'
import { jsonText } from '../../vocabulary/json.js'
import { wholeOrNone } from '../../vocabulary/problems.js'
import { type AnswerSubject, refuseAnswer, rerunCommand } from '../kept/kept-answer.js'

const NAME = 'added.json'
/** Names the format and its version. */
const SCHEMA = 'cityward added 1'

export function writeAddition(folder: string, addition: Addition): void {
  keepFile(folder, NAME, `${jsonText({ schema: SCHEMA, ...addition }, 1)}\n`)
}

/**
 * The addition of this plan's last policy; undefined where there is none, or that of another plan or policy.
 * Throws NotWholeError where the file is not as it was written.
 */
export function addedIn(folder: string, subject: AnswerSubject): Addition | undefined {
  const cure = rerunCommand(folder, subject.draws)
  const text = readKept(folder, NAME, cure)
  if (text === undefined) return undefined
  const found = parsed(text) ?? refuseAnswer(join(folder, NAME), 'what a policy adds', cure)
  const same = found.fingerprint === subject.fingerprint && found.policy === subject.policies.at(-1)?.name
  return same ? found : undefined
}

/** The same, where a file that is not as it was written counts as none: for whoever writes it anew. */
export function readAddition(folder: string, subject: AnswerSubject): Addition | undefined {
  return wholeOrNone(() => addedIn(folder, subject))
}

function parsed(text: string): Addition | undefined {
  try {
    const { schema, ...found } = JSON.parse(text) as Addition & { schema: string }
    const whole = schema === SCHEMA && Array.isArray(found.parts) && Number.isFinite(found.total?.mean)
    return whole ? found : undefined
  } catch {
    return undefined
  }
}
