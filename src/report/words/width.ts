/** How many columns of a terminal a text takes. */
import stringWidth from 'string-width'
import { visible } from '../../vocabulary/visible.js'

/** Letters of one column each, Chinese characters, full-width marks and emoji of two, as text is shown. */
export function displayWidth(text: string): number {
  if (text.length > SHORT) return stringWidth(visible(text))
  const known = widths.get(text) ?? stringWidth(visible(text))
  widths.set(text, known)
  return known
}

/** Cached are single characters with their marks, by which lines and labels are laid out: one takes about 5 us. */
const SHORT = 3
const widths = new Map<string, number>()

/** The text filled up with blanks to a width, on the right or (for numbers) on the left. */
export function pad(text: string, width: number, side: 'left' | 'right'): string {
  const shown = visible(text)
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(shown)))
  return side === 'left' ? blanks + shown : shown + blanks
}

/**
 * Lines of at most a width. Breaks at blanks and between Chinese characters; what is longer than a line is broken
 * after a hyphen, comma or dot, or else anywhere. `indent` begins the first line, `hang` the others. A line break in
 * the text is a blank like others.
 */
export function wrap(text: string, width: number, indent = '', hang = indent): string[] {
  const lines: string[] = []
  let line = indent
  let start = indent
  // added up piece by piece: to measure a whole line at each of its characters would take most of a page's time
  let used = displayWidth(indent)
  const next = () => {
    lines.push(line.trimEnd())
    line = hang
    start = hang
    used = displayWidth(hang)
  }
  for (const piece of pieces(visible(text.replaceAll(/[\t-\r]/g, ' ')), width - displayWidth(hang))) {
    if (line !== start && used + displayWidth(piece.trimEnd()) > width) next()
    if (line === start && piece.trim() === '') continue
    line += piece
    used += displayWidth(piece)
  }
  if (line !== start) lines.push(line.trimEnd())
  return lines
}

/** Marks that may not begin a line, and brackets that may not end one. */
const CLOSING = '，。；：、）》”〕％\\]'
const OPENING = '（《“〔\\['

/** What may not be broken: words, numbers with their mark, characters with theirs, and the blanks between. */
function pieces(text: string, width: number): string[] {
  const wide = `[${OPENING}]*(?![${OPENING}])[\\u2e80-\\uffdc“”][${CLOSING}]*`
  const narrow = `[${OPENING}]*(?:[<>]= |~ )?[^\\s\\u2e80-\\uffdc“”]+(?: %[^\\s\\u2e80-\\uffdc“”]*)?[${CLOSING}]*`
  const found = text.match(new RegExp(`${wide}|${narrow}|\\s+|.`, 'gu')) ?? []
  return found.flatMap((piece) => (displayWidth(piece) <= width ? piece : parts(piece, width)))
}

/** A word that fits no line, in parts that do. */
function parts(word: string, width: number): string[] {
  const found: string[] = []
  for (const joint of word.split(/(?<=[-/_])|(?<=[,.])(?!\d)/)) {
    if (found.length > 0 && displayWidth(found.at(-1)! + joint) <= width) found[found.length - 1] += joint
    else found.push(...cut(joint, width))
  }
  return found
}

function cut(text: string, width: number): string[] {
  const found: string[] = ['']
  for (const character of text) {
    if (found.at(-1) !== '' && displayWidth(found.at(-1)! + character) > width) found.push('')
    found[found.length - 1] += character
  }
  return found
}
