/**
 * The one door to the terminal: its width, colour where it is wanted, and all that commands print. Whatever is printed
 * may hold texts of others, and goes out without characters that a terminal obeys; our own colours carry a number that
 * no file can know.
 */
import { randomInt } from 'node:crypto'
import { inspect } from 'node:util'
import type { Page, Paint, Style } from '../report/terminal/page.js'
import { jsonText } from '../vocabulary/json.js'
import type { Language } from '../vocabulary/language.js'
import { visibleLines } from '../vocabulary/visible.js'
import { problemText } from './screen.js'

/** Columns of a page where nothing says how wide it is; most that can be read across; fewest a table needs. */
const USUAL = 120
const WIDEST = 160
const NARROWEST = 80

/** Columns of the terminal; of COLUMNS where the output is no terminal. */
export function widthOf(stream: NodeJS.WriteStream): number {
  const found = stream.columns || Number(process.env.COLUMNS) || USUAL
  return Math.min(WIDEST, Math.max(NARROWEST, found))
}

/** Stands in the codes of our colours until they are printed; of the form that takes no columns. */
const OURS = `;${Array.from({ length: 4 }, () => randomInt(1000, 10_000)).join(';')}`
const OUR_CODES = new RegExp(`\\u001b\\[(\\d+)${OURS}m`, 'g')

/** Colour on a terminal, unless NO_COLOR says otherwise. */
function paintFor(stream: NodeJS.WriteStream): Paint {
  const wanted = stream.isTTY === true && !process.env.NO_COLOR
  return wanted ? painted : (_, text) => text
}

function painted(style: Style, text: string): string {
  const [begin, end] = inspect.colors[style]!
  return `\u001b[${begin}${OURS}m${text}\u001b[${end}${OURS}m`
}

/** A page for the standard output. */
export function pageIn(language: Language): Page {
  return { language, width: widthOf(process.stdout), paint: paintFor(process.stdout) }
}

/** What a terminal may be given of a text that holds texts of others. */
export function forTerminal(text: string): string {
  const parts = text.split(OUR_CODES)
  // every second part is the number of a colour
  return parts.map((part, at) => (at % 2 === 0 ? visibleLines(part) : `\u001b[${part}m`)).join('')
}

/** Exit code where whoever read the output ended before it was whole, as for other programs in a pipe. */
const READER_GONE = 141
const REFUSED = 2

/** Exit code once the standard output takes nothing any more; undefined before. */
let lost: number | undefined

/** Thrown where printing goes on page by page and nobody takes them. */
export class OutputLost extends Error {}

export function print(text: string): void {
  if (lost === undefined) process.stdout.write(forTerminal(text))
}

/** Print, and wait where the reader is slower, so that a large answer is never held whole. Throws OutputLost. */
export async function printInTurn(text: string): Promise<void> {
  if (lost !== undefined) throw new OutputLost()
  const { stdout } = process
  if (stdout.write(forTerminal(text))) return
  await new Promise<void>((resolve, reject) => {
    const drained = () => {
      stdout.off('error', failed)
      resolve()
    }
    const failed = () => {
      stdout.off('drain', drained)
      reject(new OutputLost())
    }
    stdout.once('drain', drained).once('error', failed)
  })
}

/** Print for whoever asked, beside the answer: warnings, problems, where a run is kept. */
export function printAside(text: string): void {
  process.stderr.write(forTerminal(text))
}

/** Print as JSON that a reader can follow. */
export function printJson(value: unknown, indent = 2): void {
  print(`${jsonText(value, indent)}\n`)
}

/** From now on nothing can be printed: what is kept in files goes on to its end. Says why, unless a reader has had enough. */
export function loseOutput({ code }: NodeJS.ErrnoException): void {
  if (lost !== undefined) return
  lost = code === 'EPIPE' ? READER_GONE : REFUSED
  if (lost === READER_GONE) return
  const where = { file: 'standard output' }
  const found = code === 'ENOSPC' ? 'a full disk' : `the error ${code}`
  const expected = 'a place that can be written to'
  printAside(`${problemText({ code: 'disk-refused', where, found, expected })}\n`)
}

/** The exit code of a command that ended with `code`: another one where its answer did not get through. */
export function exitCodeAfter(code: typeof process.exitCode): number | string | undefined {
  return Number(code ?? 0) === 0 ? (lost ?? code ?? undefined) : (code ?? undefined)
}
