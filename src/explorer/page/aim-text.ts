/** What a target asks for, in few signs. */
import { asWritten } from '../../report/words/numbers.js'
import { COMPARATOR_SIGNS } from '../../report/words/verdicts.js'
import type { Language } from '../../vocabulary/language.js'
import type { ExplorerTarget } from '../facts.js'
import { inYearOf } from '../words/view-words.js'

/** `≈ 57 %, 2023` */
export function aimText({ comparator, threshold, unit, year }: ExplorerTarget, language: Language): string {
  const value = (tongue: Language) => `${COMPARATOR_SIGNS[comparator]} ${asWritten(threshold, unit, tongue)}`
  return inYearOf(value, year)[language]
}
