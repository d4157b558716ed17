/** Labels of charts in both languages: one text while a chart is laid out, two in the picture. */
import type { Bilingual, Language } from '../../vocabulary/quality.js'
import { isWide } from '../width.js'

/** Stands between the languages; no text of a scenario holds it. */
const BETWEEN = '\uE000'

/** A label that is laid out as wide as the wider of its languages. */
export function label({ en, zh }: Bilingual): string {
  return en === zh ? en : `${en}${BETWEEN}${zh}`
}

/** A label as one language has it. */
export function labelIn(text: string, language: Language): string {
  const [en, zh = en] = text.split(BETWEEN)
  return language === 'en' ? en : zh
}

export function hasTwo(text: string): boolean {
  return text.includes(BETWEEN)
}

/**
 * Width of a label, px: of the wider language, by widths of letters that hold for the fonts of the theme with a little
 * to spare. Without a canvas Vega takes every letter for 0.8 em, and cuts Chinese off.
 */
export function labelWidth(text: string, fontSize: number): number {
  return Math.max(...text.split(BETWEEN).map((part) => emsOf(part))) * fontSize
}

function emsOf(text: string): number {
  let ems = 0
  for (const letter of text) ems += isWide(letter.codePointAt(0)!) ? 1 : emOf(letter)
  return ems
}

function emOf(letter: string): number {
  if (/[ilj|.,:;'!tfI()[\]\s-]/.test(letter)) return 0.35
  if (/[mwMW%@]/.test(letter)) return 0.92
  return /[A-Z]/.test(letter) ? 0.72 : 0.58
}
