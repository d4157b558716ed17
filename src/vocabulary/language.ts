/** The languages of everything that readers see. */
import type { Bilingual } from './bilingual.js'

export type Language = keyof Bilingual

export const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[]

/** The language of a system, by the variable that comes first of those that are set: `zh_CN.UTF-8` is Chinese. */
export function languageOfLocale(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en'
}

/** The language that arguments ask for by `--lang zh` or `--lang=zh`; undefined where they do not. */
export function languageAsked(args: readonly string[]): Language | undefined {
  const end = args.indexOf('--')
  const options = end < 0 ? args : args.slice(0, end)
  const values = options.flatMap((word, at) =>
    word === '--lang' ? [options[at + 1]] : word.startsWith('--lang=') ? [word.slice('--lang='.length)] : [],
  )
  return LANGUAGES.find((language) => language === values.at(-1))
}
