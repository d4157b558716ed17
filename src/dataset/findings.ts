/** The problems found so far in a data folder; the same slip on many rows is told once. */
import type { Problem } from '../vocabulary/problems.js'

export class Findings {
  private readonly kept = new Map<string, { problem: Problem; lines: Set<number> }>()

  report(problem: Problem): void {
    const { file, line, field } = problem.where
    const key = JSON.stringify([problem.code, file, field, problem.found, problem.expected])
    const known = this.kept.get(key)
    if (!known) this.kept.set(key, { problem, lines: new Set(line === undefined ? [] : [line]) })
    else if (line !== undefined) known.lines.add(line)
  }

  /** In the order found; of a slip on many rows the first row and the number of others. */
  list(): Problem[] {
    return [...this.kept.values()].map(({ problem, lines }) => {
      const others = lines.size - 1
      if (others < 1) return problem
      return {
        ...problem,
        found: `${problem.found} (and on ${others} more ${others === 1 ? 'line' : 'lines'})`,
      }
    })
  }
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

/** The sentence that offers a likely word; undefined where none is likely. */
export function didYouMean(word: string | undefined): string | undefined {
  return word === undefined ? undefined : `Did you mean "${word}"?`
}
