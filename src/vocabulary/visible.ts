/**
 * Text of others as it may be shown: without the characters that a terminal, a page or a reader's eye obeys instead of
 * showing. These are the controls (ESC, C0 and C1), what turns the direction of writing, ends of lines that are none in a
 * file, halves of characters, and what XML forbids; each is shown as a question mark.
 */

const STEERING = '\\p{Cc}\\p{Cs}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufffe\\uffff'
const IN_A_LINE = new RegExp(`[${STEERING}]`, 'gu')
/** All but the line feed and the tab. */
const IN_LINES = new RegExp(`(?![\\n\\t])[${STEERING}]`, 'gu')

/** A text of one line: line breaks and tabs are shown as question marks too. */
export function visible(text: string): string {
  return text.replaceAll(IN_A_LINE, '?')
}

/** A text of several lines, which keeps its line feeds and tabs. */
export function visibleLines(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(IN_LINES, '?')
}

/** JSON that means the same, with every such character as an escape: nothing is lost. */
export function visibleJson(text: string): string {
  return text.replaceAll(
    IN_LINES,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
