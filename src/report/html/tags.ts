/** Words of the page in both languages: each stands there twice, and the page shows one. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { html, type Markup } from '../words/markup.js'

/** Inline words; once where both languages have the same. */
export function say({ en, zh }: Bilingual): Markup {
  return en === zh ? html`${en}` : element('span', { en, zh })
}

/** An element for each language: headings, paragraphs, list items. */
export function element(tag: string, { en, zh }: Bilingual, className?: string): Markup {
  const named = className === undefined ? '' : html` class="${className}"`
  const one = (language: keyof Bilingual, text: string) =>
    html`<${tag} lang="${language}"${named}>${text}</${tag}>`
  return html`${one('en', en)}${one('zh', zh)}`
}

/** Words for a place that cannot be shown in one language only: an attribute, the title of a picture. */
export function inBoth({ en, zh }: Bilingual): string {
  return en === zh ? en : `${en} / ${zh}`
}
