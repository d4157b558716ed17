/** Whether an answer is as it should be: the fault is named with its code, or the output is as without it. */

import type { Tally, Verdict } from './tally.js'
import type { Told } from './yard.js'

/** Seconds of processor time that an answer to input under the limits may take. */
export const SOON = 5
/** Lines of a stack, and messages of Node that are no words of ours. */
const TRACE =
  /^\s+at .+(:\d+:\d+\)?|<anonymous>\)?|\(native\))$|fault of its own|\b(Type|Range|Reference)Error:/m
/** `[part-damaged]` at the end of a problem. */
const CODE = /\[[a-z]+(-[a-z]+)+\]/
/** Exit codes of a refusal: a mistake in a file or argument, something of a run that is not whole. */
const REFUSALS = [2, 3]

/** What is compared of two answers; times are no part of them. */
export function outputOf({ code, out, err }: Pick<Told, 'code' | 'out' | 'err'>): string {
  return `${code}\n${out}\n${err}`.replace(/\bin [\d.,]+ s\b/g, 'in some time')
}

/** Of a command that has ended with its exit code and said what it found. */
export function isRefusal({ code, out, err }: Told): boolean {
  return REFUSALS.includes(code ?? -1) && CODE.test(`${out}${err}`)
}

/**
 * Count an answer.
 *
 * isSame  whether what it leaves and says is what it would be without the fault; asked for only where it ended with 0
 */
export function judge(tally: Tally, what: string, told: Told, isSame: () => Verdict): Verdict {
  const verdict = verdictOn(told, isSame)
  const detail = verdict === 'SLOW' ? `${told.seconds.toFixed(1)} s ` : ''
  const where = verdict === 'WROTE OUTSIDE' ? told.outside.join(' ') : ''
  tally.note(verdict, what, `${detail}${where}${told.code} ${told.err}${told.out}`)
  return verdict
}

function verdictOn(told: Told, isSame: () => Verdict): Verdict {
  if (told.isEndless || told.seconds > SOON) return 'SLOW'
  if (told.outside.length > 0) return 'WROTE OUTSIDE'
  if (TRACE.test(told.err) || TRACE.test(told.out)) return 'TRACE'
  if (told.code === 0) return isSame()
  if (isRefusal(told)) return 'found'
  // ended by something else than a refusal, or without a word of why
  return verdictOfVerify(told) ?? 'TRACE'
}

/** `verify` prints what it found, without codes. */
function verdictOfVerify({ code, out }: Told): Verdict | undefined {
  return code === 3 &&
    /(damaged|missing|foreign|unreadable|not finished|no longer whole|"whole": false)/.test(out)
    ? 'found'
    : undefined
}
