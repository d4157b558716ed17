/** The problems found so far in a data folder; one slip on many rows, or in many cells of a row, is reported once. */
import { didYouMean, suggestion } from '../../vocabulary/lookup.js'
import type { Problem } from '../../vocabulary/problems.js'

interface Occurrences {
  readonly problem: Problem
  /** Lines, columns and cells it was found in, as they were met. */
  readonly lines: Set<number>
  readonly columns: Set<string>
  readonly cells: Set<string>
}

/** What was found, as it is reported. */
class Kept {
  private readonly kept = new Map<string, Occurrences>()

  report(problem: Problem): void {
    const { line, field } = problem.where
    const key = causeOf(problem)
    const known = this.kept.get(key) ?? { problem, lines: new Set(), columns: new Set(), cells: new Set() }
    this.kept.set(key, known)
    if (line === undefined) return
    known.lines.add(line)
    known.cells.add(`${line} ${field}`)
    if (field !== undefined) known.columns.add(field.replace(/^column /, ''))
  }

  /** In the order found; of a slip in many places the first of them and the number of others. */
  list(): Problem[] {
    return [...this.kept.values()].map((kept) => {
      const others = othersOf(kept)
      return others === '' ? kept.problem : { ...kept.problem, found: `${kept.problem.found} (${others})` }
    })
  }
}

/** Problems, and beside them what may be meant and keeps the folder from nothing. */
export class Findings extends Kept {
  readonly warnings = new Kept()
}

/** Problems of numbers: the same slip in another cell has another number. */
const OF_NUMBERS = /^not-a-number$|-out-of-range$|^people-negative$/
const NUMBER = /[-+]?[0-9０-９](?:[0-9０-９.．,，eE+%％]*[0-9０-９%％])?/g
const AGE_COLUMN = /^column \d+\+?$/

/** What makes two problems one: the same slip in the same file, in the same column or in any that holds an age. */
function causeOf({ code, where, found, expected, hint }: Problem): string {
  const { file, field } = where
  if (!OF_NUMBERS.test(code)) return JSON.stringify([code, file, field, found, expected])
  const column = field !== undefined && AGE_COLUMN.test(field) ? 'ages' : field
  const form = (text = '') => text.replaceAll(NUMBER, '#')
  return JSON.stringify([code, file, column, form(found), expected, form(hint)])
}

/** `and on 3 more lines`, `and in 19 more cells of line 2, columns 20 to 39`. */
function othersOf({ lines, columns, cells }: Occurrences): string {
  const more = cells.size - 1
  if (more < 1) return ''
  if (columns.size < 2) return `and on ${more} more ${more === 1 ? 'line' : 'lines'}`
  const inOrder = [...columns].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
  const rows = lines.size === 1 ? `line ${[...lines][0]}` : `${lines.size} lines`
  return `and in ${more} more ${more === 1 ? 'cell' : 'cells'} of ${rows}, columns ${inOrder[0]} to ${inOrder.at(-1)}`
}

/** A text from a file as it is shown in a problem: in quotation marks, cut where it is long. */
export function quoted(text: string): string {
  const cut = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return text === '' ? 'an empty cell' : `"${cut.replaceAll(/\p{Cc}/gu, '?')}"`
}

/** `A, B and C`; of a long list the first few and how many more. */
export function listed(words: readonly string[], most = 6): string {
  if (words.length > most) return `${words.slice(0, most).join(', ')} and ${words.length - most} more`
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** The question that offers a likely word, in quotation marks as words of tables are. */
export function offer(word: string | undefined): string | undefined {
  return didYouMean(word, '"')
}

/** The same for the one that is nearest to a text among those known. */
export function offerNearest(text: string, known: Iterable<string>): string | undefined {
  return suggestion(text, known, '"')
}
