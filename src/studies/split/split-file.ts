/** How a run's most wanting quota could be split, written beside the run as split.json; the outcomes stay as they are. */
import { join } from 'node:path'
import { keepFile, readKept } from '../../store/kept-files.js'
import { runIn } from '../../store/read-files.js'
import { jsonText } from '../../vocabulary/json.js'
import { lacking, NotWholeError } from '../../vocabulary/problems.js'
import { runCommand } from '../run-provenance.js'
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

/** The run that it must belong to. */
interface Subject {
  readonly fingerprint: string
  readonly policies: readonly { readonly name: string }[]
  /** That the run has; those that were asked for where it is left out. */
  readonly draws?: number
}

export function writeSplit(folder: string, found: KeptSplit): void {
  keepFile(folder, NAME, `${jsonText({ schema: SCHEMA, ...found }, 1)}\n`)
}

/**
 * What was found for this plan's last policy; undefined where there is nothing, or that of another plan or policy.
 * Throws NotWholeError where the file is not as it was written.
 */
export function splitIn(folder: string, subject: Subject): KeptSplit | undefined {
  const run = runIn(folder)
  const cure = (run && runCommand(folder, run, subject.draws ?? run.draws)) ?? 'cityward run'
  const text = readKept(folder, NAME, cure)
  if (text === undefined) return undefined
  const found = parsed(text) ?? refuse(join(folder, NAME), cure)
  const isOwn = found.split.policy.name === subject.policies.at(-1)?.name
  return isOwn && found.fingerprint === subject.fingerprint ? found : undefined
}

/** The same, where a file that is not as it was written counts as none: for whoever writes it anew. */
export function reusableSplit(folder: string, subject: Subject): KeptSplit | undefined {
  try {
    return splitIn(folder, subject)
  } catch (error) {
    if (error instanceof NotWholeError) return undefined
    throw error
  }
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

function refuse(file: string, cure: string): never {
  return lacking({
    code: 'reach-damaged',
    where: { file },
    found: 'how a quota could be split, in a form that cannot be read',
    expected: 'what `cityward run` has written',
    hint: `\`${cure}\` writes it anew; trajectories that are there are not run again.`,
  })
}
