/** How a text in both languages is made. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'

/** A text with its translation. */
export const phrase = (en: string, zh: string): Bilingual => ({ en, zh })

/** What is written alike in both languages. */
export const same = (text: string): Bilingual => ({ en: text, zh: text })

/** Words that are put together in the same way in both languages. */
export const inEach = (text: (language: Language) => string): Bilingual => ({
  en: text('en'),
  zh: text('zh'),
})

/** For a text that is made in one language only: takes the English or the Chinese of two. */
export const inLanguage =
  (language: Language) =>
  (en: string, zh: string): string =>
    language === 'zh' ? zh : en
