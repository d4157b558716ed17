/** What the check of a scenario and its data warns of, for readers who have not seen the screen. */
import { basename } from 'node:path'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { howMany } from '../../../vocabulary/numbers.js'
import { formatWarning, type Problem, warningIn } from '../../../vocabulary/problems.js'
import { SPEECH_IN_CHINESE } from '../../chinese/chinese.js'
import { phrase } from '../bilingual.js'

export const WARNINGS = phrase('What the check warns of', '检查警告')

/** How many there are, and that they may be meant; nothing where there are none. */
export function warningsCount({ length }: readonly Problem[]): Bilingual[] {
  if (length === 0) return []
  return [
    phrase(
      `The check of the scenario and its data has ${howMany(length, 'warning')}: what looks like a slip, and may be meant.`,
      `对方案和数据的检查有${length}条警告：看似笔误，也可能有意为之。`,
    ),
  ]
}

/** Each as `cityward check` prints it, with the name of its file alone: a run may be repeated elsewhere. */
export function warningTexts(warnings: readonly Problem[]): Bilingual[] {
  return warnings.map((one) => {
    const warning = { ...one, where: { ...one.where, file: basename(one.where.file) } }
    return { en: formatWarning(warning), zh: warningIn(SPEECH_IN_CHINESE.wording, warning) }
  })
}
