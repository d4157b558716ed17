/**
 * Texts that ask a terminal, a page or a spreadsheet to do something, each harmless where it is obeyed: colours, moves of the
 * cursor, the title of a window, sums of one and one.
 */
import { LONGEST_TITLE } from '../../src/vocabulary/bilingual.js'

const ESC = '\u001b'

/** By what they try. */
export const HOSTILE: Readonly<Record<string, string>> = {
  colour: `${ESC}[31mred${ESC}[0m`,
  'move of the cursor': `${ESC}[1A${ESC}[2Kover`,
  'title of the window': `${ESC}]0;other\u0007`,
  'code of one byte': '\u009b31mred',
  'backspaces and a return': 'abc\b\b\bdef\rghi',
  'end of a text': 'a\u0000b',
  'direction of writing': '\u202eabc\u202c \u2066def\u2069 \u200f\u061c',
  'lines of another kind': 'a\u2028b\u2029c\u0085d\u000be',
  'half a character': 'a\ud800b',
  'no character of XML': 'a\ufffeb\uffffc\u007f',
  formula: '=1+1',
  'formula of a name': '@SUM(1,1)',
  'formula behind a sign': '-1+1',
  'formula behind a blank': '\t=1+1',
  'wide formula': '＝1+1',
  'quotation marks': `'="a","b"`,
  markup: '</script></style><b id="torture">&amp;<![CDATA[',
  'line breaks': 'a\nb\r\nc',
  'as long as may be': 'x'.repeat(LONGEST_TITLE - 20),
  'as long in Chinese': '国'.repeat(LONGEST_TITLE - 20),
  'without end': 'x'.repeat(20_000),
}

/** Characters that a terminal or a reader's eye obeys; line feeds and tabs are its own. */
const OBEYED = /(?![\n\t])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u
/** The same without the carriage return, which ends a line within the cell of a file. */
const IN_FILE = /(?![\n\t\r])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u

/** What of a text on a terminal would be obeyed; undefined where nothing is. */
export function obeyedIn(text: string): string | undefined {
  return around(text, OBEYED)
}

export function obeyedInFile(text: string): string | undefined {
  return around(text, IN_FILE)
}

function around(text: string, pattern: RegExp): string | undefined {
  const found = pattern.exec(text)
  return found ? text.slice(Math.max(0, found.index - 60), found.index + 60) : undefined
}

const FORMULA = /^[=+\-@\t\r＝＋－＠]/
const NUMBER = /^[-+]?[\d.,]+(e[-+]?\d+)?%?$|^[-+]$/i

/** The first cell of a table that a spreadsheet would compute. */
export function formulaIn(rows: readonly (readonly string[])[]): string | undefined {
  return rows.flat().find((cell) => FORMULA.test(cell) && !NUMBER.test(cell))
}
