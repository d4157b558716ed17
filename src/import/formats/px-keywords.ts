/** The keywords of a PC-Axis file with their values and lines, cut at their semicolons. */
import { fail } from '../../vocabulary/problems.js'
import { type OfficeFile, problemOf } from '../sheet.js'

export interface Keyword {
  readonly name: string
  /** Of `VALUES[en]("Region")`: en; empty for the main language. */
  readonly language: string
  readonly of: readonly string[]
  readonly values: readonly string[]
  readonly line: number
}

/** A value of DATA with the line that it stands on. */
export interface PxFigure {
  readonly text: string
  readonly line: number
}

const HEAD = /([A-Z][A-Z0-9-]*)(?:\[([\w-]+)\])?(?:\(\s*("(?:[^"]*)"(?:\s*,\s*"[^"]*")*)\s*\))?\s*=/y
/** A text in quotation marks, which goes on after a line end; or a word such as YES, 3 or TLIST(A1. */
const VALUE = /"([^"]*)"(?:\s*"([^"]*)")*|[^\s",;()]+/y

/** Every keyword but DATA, whose figures are apart. */
export function keywordsOf(
  source: OfficeFile,
  text: string,
): { readonly keywords: readonly Keyword[]; readonly data: readonly PxFigure[] } {
  const keywords: Keyword[] = []
  const lineAt = lineCounter(text)
  let at = skipBlanks(text, 0)
  while (at < text.length) {
    HEAD.lastIndex = at
    const head = HEAD.exec(text)
    if (!head)
      return fail(
        problemOf(
          source,
          'px-broken',
          [`"${text.slice(at, at + 30).split('\n')[0]}"`, 'a keyword such as VALUES("Region")='],
          { line: lineAt(at) },
        ),
      )
    const [whole, name, language = '', subjects = ''] = head
    const line = lineAt(at)
    if (name === 'DATA') return { keywords, data: figuresOf(source, text, at + whole.length, lineAt) }
    const { values, end } = valuesOf(source, text, at + whole.length, { name, line })
    keywords.push({
      name,
      language,
      of: [...subjects.matchAll(/"([^"]*)"/g)].map((found) => found[1]),
      values,
      line,
    })
    at = skipBlanks(text, end + 1)
  }
  return fail(
    problemOf(source, 'px-broken', ['no DATA', 'figures behind DATA= at the end'], {
      line: lineAt(text.length),
    }),
  )
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at])) at++
  return at
}

/** Lines of offsets that are asked for in their order. */
function lineCounter(text: string): (offset: number) => number {
  let [at, line] = [0, 1]
  return (offset) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      line++
      at = next + 1
    }
    return line
  }
}

/** Values up to the semicolon; what stands in brackets of TLIST(A1),"2019" are values as well. */
function valuesOf(
  source: OfficeFile,
  text: string,
  from: number,
  { name, line }: Pick<Keyword, 'name' | 'line'>,
): { readonly values: string[]; readonly end: number } {
  const values: string[] = []
  let at = from
  for (;;) {
    while (at < text.length && /[\s,()]/.test(text[at])) at++
    if (text[at] === ';') return { values, end: at }
    VALUE.lastIndex = at
    const value = at < text.length ? VALUE.exec(text) : null
    // a text may hold anything; a word with = is the next keyword
    if (!value || (!value[0].startsWith('"') && value[0].includes('=')))
      return fail(
        problemOf(source, 'px-broken', [`${name} without an end`, 'a semicolon behind its last value'], {
          line,
        }),
      )
    values.push(
      value[0].startsWith('"')
        ? [...value[0].matchAll(/"([^"]*)"/g)].map((part) => part[1]).join('')
        : value[0],
    )
    at += value[0].length
  }
}

/**
 * Figures of DATA: by blanks, line ends, commas or tabs; in quotation marks what stands for none. Files of Spain's statistical
 * institute have a semicolon behind every line: the last one ends them.
 */
function figuresOf(
  source: OfficeFile,
  text: string,
  from: number,
  lineAt: (offset: number) => number,
): PxFigure[] {
  const end = text.lastIndexOf(';')
  if (end < from)
    return fail(
      problemOf(source, 'px-broken', ['DATA without an end', 'a semicolon behind its last value'], {
        line: lineAt(from),
      }),
    )
  const figures: PxFigure[] = []
  for (const found of text.slice(from, end).matchAll(/"([^"]*)"|[^\s,;]+/g))
    figures.push({ text: found[1] ?? found[0], line: lineAt(from + found.index) })
  return figures
}
