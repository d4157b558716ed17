/** Words of the page in both languages: each stands there twice, and the page shows one. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { escaped } from './escape.js'

/** Inline words; once where both languages have the same. */
export function say({ en, zh }: Bilingual): string {
  return en === zh ? escaped(en) : element('span', { en, zh })
}

/** An element for each language: headings, paragraphs, list items. */
export function element(tag: string, { en, zh }: Bilingual, attributes = ''): string {
  const one = (language: keyof Bilingual, text: string) =>
    `<${tag} lang="${language}"${attributes}>${escaped(text)}</${tag}>`
  return one('en', en) + one('zh', zh)
}

/** Words for an attribute, which cannot be shown in one language only. */
export function inBoth({ en, zh }: Bilingual): string {
  return escaped(en === zh ? en : `${en} / ${zh}`)
}
