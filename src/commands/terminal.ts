/** What the terminal can show: its width, and colour where it is wanted. */
import { styleText } from 'node:util'
import type { Page, Paint } from '../report/terminal/page.js'
import type { Language } from '../vocabulary/language.js'

/** Columns of a page where nothing says how wide it is; most that can be read across; fewest a table needs. */
const USUAL = 120
const WIDEST = 160
const NARROWEST = 80

/** Columns of the terminal; of COLUMNS where the output is no terminal. */
export function widthOf(stream: NodeJS.WriteStream): number {
  const found = stream.columns || Number(process.env.COLUMNS) || USUAL
  return Math.min(WIDEST, Math.max(NARROWEST, found))
}

/** Colour on a terminal, unless NO_COLOR says otherwise. */
function paintFor(stream: NodeJS.WriteStream): Paint {
  const wanted = stream.isTTY === true && !process.env.NO_COLOR
  return wanted ? (style, text) => styleText(style, text) : (_, text) => text
}

/** A page for the standard output. */
export function pageIn(language: Language): Page {
  return { language, width: widthOf(process.stdout), paint: paintFor(process.stdout) }
}

export function print(text: string): void {
  process.stdout.write(text)
}

/** Print as JSON that a reader can follow. */
export function printJson(value: unknown, indent = 2): void {
  print(`${JSON.stringify(value, undefined, indent)}\n`)
}
