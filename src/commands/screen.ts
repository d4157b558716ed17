/**
 * The language in which a command speaks to whoever asked: by `--lang`, else by the locale, else English. Texts are made
 * in English; what is said in another language goes through its catalogue, which is loaded where it is asked for.
 */
import { type Language, languageAsked, languageOfLocale } from '../vocabulary/language.js'
import {
  formatProblem,
  formatWarning,
  type Problem,
  problemIn,
  type Wording,
  warningIn,
} from '../vocabulary/problems.js'

/** How a language other than English is spoken. */
export interface Speech {
  readonly wording: Wording
  /** Lines of at most a width, and the columns that a text takes. */
  readonly wrap: (text: string, width: number) => string
  readonly width: (text: string) => number
}

let language: Language = 'en'
let asked: Language | undefined
let speech: Speech | undefined

/** To be called before anything is said: takes the language from the arguments or the locale. */
export async function chooseLanguage(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  asked = languageAsked(args)
  language = asked ?? languageOfLocale(environment)
  speech = language === 'zh' ? (await import('../report/chinese/chinese.js')).SPEECH_IN_CHINESE : undefined
}

/** The language of what is printed. */
export function languageOfScreen(): Language {
  return language
}

/** The language that was asked for by name; pages that nobody asked in one open in that of their reader's browser. */
export function languageOfPages(): Language | undefined {
  return asked
}

/** A text that was made in English, in the language of the screen. */
export function said(text: string): string {
  return speech?.wording.said(text) ?? text
}

/** A problem in the language of the screen, with its place and code. */
export function problemText(problem: Problem): string {
  return speech ? problemIn(speech.wording, problem) : formatProblem(problem)
}

/** A warning in the language of the screen, with its place and code. */
export function warningText(warning: Problem): string {
  return speech ? warningIn(speech.wording, warning) : formatWarning(warning)
}

/** How lines are broken and measured where English is not spoken. */
export function layoutOfScreen(): Pick<Speech, 'wrap' | 'width'> | undefined {
  return speech
}
