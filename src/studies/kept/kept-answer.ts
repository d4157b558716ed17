/** What answers that are kept beside a run have in common: whom they must belong to, and what is said where one is damaged. */
import { recordedRun } from '../../store/read-files.js'
import { lacking } from '../../vocabulary/problems.js'
import { runCommand } from '../run-provenance.js'

/** The run that an answer must belong to. */
export interface AnswerSubject {
  readonly fingerprint: string
  /** The last is the one that the answer is of. */
  readonly policies: readonly { readonly name: string }[]
  /** That the run has; those that were asked for where it is left out. */
  readonly draws?: number
}

/** The run command that writes an answer anew; nothing that is whole is simulated again. */
export function rerunCommand(folder: string, draws: number | undefined): string {
  const run = recordedRun(folder)
  return (run && runCommand(folder, run, draws ?? run.draws)) ?? 'cityward run'
}

/** Throws NotWholeError: what `cityward run` wrote cannot be read. */
export function refuseAnswer(file: string, what: string, cure: string): never {
  return lacking({
    code: 'reach-damaged',
    where: { file },
    found: `${what}, in a form that cannot be read`,
    expected: 'what `cityward run` has written',
    hint: `\`${cure}\` writes it anew; trajectories that are there are not run again.`,
  })
}
