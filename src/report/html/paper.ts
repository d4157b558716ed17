/** What stands on every page of paper beside the text: the running title and the number of the page, in the language that is shown. */

import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { visibleLines } from '../../vocabulary/visible.js'
import { FONTS, PALETTE } from '../charts/theme.js'

/** Longer ones would run into the margin's other end. */
const LONGEST = { en: 90, zh: 46 } as const

/** Rules for A4 in either language, chosen by which of the two the reader has switched to. */
export function paperStyle(running: Bilingual): string {
  return (['en', 'zh'] as const).map((language) => rules(running, language)).join('')
}

function rules(running: Bilingual, language: Language): string {
  const look = `font:8pt ${FONTS};color:${PALETTE.quiet.light};white-space:nowrap`
  const number = {
    en: '"Page " counter(page) " of " counter(pages)',
    zh: '"第" counter(page) "页，共" counter(pages) "页"',
  }[language]
  const title = cssText(shortened(running[language], LONGEST[language]))
  return (
    `@media print{body:has(#lang-${language}:checked){page:${language}}}` +
    `@page ${language}{size:A4;margin:16mm 13mm 15mm;@top-left{content:${title};${look}}@top-right{content:"cityward";${look}}@bottom-right{content:${number};${look}}}`
  )
}

function shortened(text: string, most: number): string {
  const letters = [...visibleLines(text).replaceAll(/\s+/g, ' ')]
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`
}

/** A string of CSS; every character that could end it, or the style that holds it, by its number. */
function cssText(text: string): string {
  const safe = [...text].map((letter) =>
    /[\p{L}\p{N} ,.–—-]/u.test(letter) ? letter : `\\${letter.codePointAt(0)!.toString(16)} `,
  )
  return `"${safe.join('')}"`
}
