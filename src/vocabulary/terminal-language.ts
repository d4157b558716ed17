/** The language of a terminal, as its environment has it. */
import type { Language } from './language.js'

/** Chinese where the first of the variables that are set begins with zh; else English. */
export function ofTerminal(environment: Readonly<Record<string, string | undefined>>): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en'
}
