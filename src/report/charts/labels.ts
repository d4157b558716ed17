/** Labels of charts in both languages: one text while a chart is laid out, two in the picture. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { displayWidth } from '../words/width.js'

/** Stands between the languages; no text of a scenario holds it. */
const BETWEEN = '\uE000'

/** For an expression of Vega that labels an axis: the text of each language, by an expression of its own. */
export const labelsBy = ({ en, zh }: Bilingual): string => `${en} + '${BETWEEN}' + ${zh}`

/** A label that is laid out as wide as the wider of its languages. */
export function label({ en, zh }: Bilingual): string {
  return en === zh ? en : `${en}${BETWEEN}${zh}`
}

/** Ends a line of a label; the theme configures Vega so. */
const LINE_END = '\n'

/** Keeps a line above others open: one without a letter moves nothing down in SVG, and Vega takes blanks off. */
const BLANK = '\u200b'

/** A label of several lines, none wider than so many px in either language; the shorter stands at the top or bottom. */
export function wrappedLabel(
  { en, zh }: Bilingual,
  width: number,
  fontSize: number,
  at: 'top' | 'bottom' = 'top',
): string {
  const [english, chinese] = [en, zh].map((text) => linesOf(text, width, fontSize))
  const most = Math.max(english.length, chinese.length)
  const lineOf = (own: readonly string[], line: number) =>
    own[at === 'top' ? line : line - most + own.length] ?? (at === 'top' ? '' : BLANK)
  const lines = Array.from({ length: most }, (_, line) =>
    label({ en: lineOf(english, line), zh: lineOf(chinese, line) }),
  )
  return lines.join(LINE_END)
}

/** How many lines a label has. */
export function lineCount(text: string): number {
  return text.split(LINE_END).length
}

/** Broken at blanks, between Chinese characters, and within a word that fits no line after one of its syllables. */
function linesOf(text: string, width: number, fontSize: number): string[] {
  const lines = ['']
  for (const piece of text.match(PIECES) ?? []) {
    const [line] = lines.slice(-1)
    if (labelWidth((line + piece).trimEnd(), fontSize) <= width) lines[lines.length - 1] += piece
    else if (labelWidth(piece.trimEnd(), fontSize) <= width) lines.push(piece)
    else {
      const [head, ...rest] = syllables(piece)
      lines.push(...(line === '' ? [] : ['']))
      lines[lines.length - 1] = `${head}-`
      lines.push(rest.join(''))
    }
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

/** What is not broken: a word or a Chinese character, with the brackets that open before it and the marks after it. */
const PIECES = /[（《“]*(?:[\u2e80-\uffdc]|[^\s\u2e80-\uffdc]+)[，。；：、）》”]*\s*|\s+/gu

/** As pinyin and, roughly, English words have them. */
const SYLLABLES = /[^aeiouyü]*[aeiouyü]+(?:ng(?![aeiouyü])|[^aeiouyü](?=[^aeiouyü]))?|[^aeiouyü]+$/gi

/** A word in two parts near its middle. */
function syllables(word: string): string[] {
  const parts = word.match(SYLLABLES) ?? [word]
  let head = ''
  for (const part of parts) {
    if (head !== '' && head.length + part.length / 2 > word.length / 2) break
    head += part
  }
  return [head, word.slice(head.length)]
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
 * to spare. Without a canvas Vega assumes 0.8 em for every letter, and cuts Chinese off.
 */
export function labelWidth(text: string, fontSize: number): number {
  return Math.max(...text.split(BETWEEN).map((part) => emsOf(part))) * fontSize
}

function emsOf(text: string): number {
  let ems = 0
  for (const letter of text) ems += displayWidth(letter) === 2 ? 1 : emOf(letter)
  return ems
}

function emOf(letter: string): number {
  if (/[ilj|.,:;'!tfI()[\]\s-]/.test(letter)) return 0.35
  if (/[mwMW%@]/.test(letter)) return 0.92
  return /[A-Z]/.test(letter) ? 0.72 : 0.58
}
