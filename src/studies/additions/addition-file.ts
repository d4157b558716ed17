/** What a run's policy adds, lever by lever, written beside the run as added.json; the outcomes stay as they are. */
import { join } from 'node:path'
import type { Addition } from '../../analysis/addition.js'
import { keepFile, readKept } from '../../store/kept-files.js'
import { runIn } from '../../store/read-files.js'
import { jsonText } from '../../vocabulary/json.js'
import { lacking, NotWholeError } from '../../vocabulary/problems.js'
import { runCommand } from '../run-provenance.js'

const NAME = 'added.json'
/** Names the format and its version. */
const SCHEMA = 'cityward added 1'

export function writeAddition(folder: string, addition: Addition): void {
  keepFile(folder, NAME, `${jsonText({ schema: SCHEMA, ...addition }, 1)}\n`)
}

/** The run that it must belong to. */
interface Subject {
  readonly fingerprint: string
  readonly policies: readonly { readonly name: string }[]
  /** That the run has; those that were asked for where it is left out. */
  readonly draws?: number
}

/**
 * The addition of this plan's last policy; undefined where there is none, or that of another plan or policy.
 * Throws NotWholeError where the file is not as it was written.
 */
export function addedIn(folder: string, subject: Subject): Addition | undefined {
  const cure = commandOf(folder, subject.draws)
  const text = readKept(folder, NAME, cure)
  if (text === undefined) return undefined
  const found = parsed(text) ?? refuse(join(folder, NAME), cure)
  const same = found.fingerprint === subject.fingerprint && found.policy === subject.policies.at(-1)?.name
  return same ? found : undefined
}

/** The same, where a file that is not as it was written counts as none: for whoever writes it anew. */
export function readAddition(folder: string, subject: Subject): Addition | undefined {
  try {
    return addedIn(folder, subject)
  } catch (error) {
    if (error instanceof NotWholeError) return undefined
    throw error
  }
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

/** The run command that writes the file anew; nothing that is whole is simulated again. */
function commandOf(folder: string, draws: number | undefined): string {
  const run = runIn(folder)
  return (run && runCommand(folder, run, draws ?? run.draws)) ?? 'cityward run'
}

function refuse(file: string, cure: string): never {
  return lacking({
    code: 'reach-damaged',
    where: { file },
    found: 'what a policy adds, in a form that cannot be read',
    expected: 'what `cityward run` has written',
    hint: `\`${cure}\` writes it anew; trajectories that are there are not run again.`,
  })
}
