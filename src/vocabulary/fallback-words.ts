/** A text that was given in one language only: it stands in the other too, marked as what it is. */
import type { Bilingual } from './bilingual.js'

/** Both languages of a text that has one at least; the language of a single text is told by its characters. */
export function inBothLanguages(
  given: string | { readonly [Language in keyof Bilingual]?: string | undefined },
): Bilingual {
  if (typeof given === 'string')
    return inBothLanguages(/\p{Script=Han}/u.test(given) ? { zh: given } : { en: given })
  const { en, zh } = given
  return { en: en || `${zh} (in Chinese)`, zh: zh || `${en}（英文）` }
}
