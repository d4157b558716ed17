/**
 * PC-Axis (.px), after the file format of Statistics Sweden (axis version 2013). Read by our own code: px 0.1.2 runs
 * figures of two lines together (findings/px-rows-run-together.sh), and nothing else that is kept reads it.
 */
import { isUtf8 } from 'node:buffer'
import { fail } from '../../vocabulary/problems.js'
import { decoded } from '../decode.js'
import { type Cell, type OfficeFile, problemOf, type SheetsRead, tooManyCells } from '../sheet.js'
import type { Role } from '../understand/heading-words.js'
import { type Dimension, sheetOfCube } from './cube.js'
import { type Keyword, keywordsOf } from './px-keywords.js'

export const isPx = (text: string) =>
  /^\s*(?:CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|CREATION-DATE|SUBJECT-AREA|SUBJECT-CODE|MATRIX|TITLE|DECIMALS)\s*(?:\[\w+\])?=/.test(
    text,
  )

/** A file says in its first lines how it is encoded; where it does not it is ANSI, unless it is UTF-8. */
function encodingOf(source: OfficeFile): string | undefined {
  const head = Buffer.from(source.bytes.subarray(0, 4000)).toString('latin1')
  const named = /CODEPAGE="([\w-]+)"/.exec(head)?.[1]?.toLowerCase()
  return named ?? (isUtf8(source.bytes) ? undefined : 'windows-1252')
}

export function readPx(source: OfficeFile): SheetsRead {
  const { text, encoding } = decoded(source, encodingOf(source))
  const { keywords, data } = keywordsOf(source, text)
  const file = new PxFile(source, keywords)
  if (keywords.some(({ name }) => name === 'KEYS'))
    fail(
      problemOf(source, 'format-beyond', ['a table with KEYS', 'one in which every cell has its figure'], {
        line: keywords.find(({ name }) => name === 'KEYS')!.line,
      }),
    )
  const dimensions = [...file.list('STUB'), ...file.list('HEADING')].map((name) => file.dimension(name))
  if (dimensions.length === 0)
    fail(problemOf(source, 'px-broken', ['neither STUB nor HEADING', 'the names of the dimensions']))
  const cells = dimensions.reduce((product, { items }) => product * items.length, 1)
  const tooMany = tooManyCells(source, cells)
  if (tooMany) fail(tooMany)
  if (data.length !== cells) {
    const sizes = dimensions.map(({ items }) => items.length).join(' x ')
    fail(
      problemOf(source, 'px-broken', [`${data.length} figures in DATA`, `${cells}, which is ${sizes}`], {
        line: data.at(-1)?.line ?? 1,
        field: 'DATA',
      }),
    )
  }
  return {
    as: { format: 'px', encoding },
    sheets: [
      sheetOfCube({
        name: source.file.replace(/^.*[\\/]/, ''),
        dimensions,
        figures: data.map(({ text: figure }): Cell => ({ text: figure })),
        about: [
          ...file.texts('TITLE'),
          ...file.texts('CONTENTS'),
          ...file.texts('UNITS').map((unit) => `Unit: ${unit}`),
        ],
        at: (figure) => ({ file: source.file, line: data[figure].line, field: `DATA, figure ${figure + 1}` }),
      }),
    ],
  }
}

class PxFile {
  constructor(
    private readonly source: OfficeFile,
    private readonly keywords: readonly Keyword[],
  ) {}

  /** Values of a keyword in the main language. */
  private find(name: string, of?: string): Keyword | undefined {
    return this.keywords.find(
      (one) => one.name === name && one.language === '' && (of === undefined || one.of[0] === of),
    )
  }

  list(name: string): readonly string[] {
    return this.find(name)?.values ?? []
  }

  texts(name: string): string[] {
    const text = this.find(name)?.values.join(', ') ?? ''
    return text === '' ? [] : [text]
  }

  dimension(name: string): Dimension {
    const values = this.find('VALUES', name)
    if (!values)
      return fail(
        problemOf(
          this.source,
          'px-broken',
          [`the dimension "${name}" without VALUES`, `VALUES("${name}")=`],
          { line: (this.find('STUB') ?? this.find('HEADING'))!.line },
        ),
      )
    const codes = this.find('CODES', name)
    if (codes && codes.values.length !== values.values.length)
      fail(
        problemOf(
          this.source,
          'px-broken',
          [`${codes.values.length} codes`, `${values.values.length}, one for each value of "${name}"`],
          { line: codes.line },
        ),
      )
    const whole = this.find('ELIMINATION', name)?.values[0]
    return {
      name,
      role: this.roleOf(name),
      // YES says that all of them are added up
      ...(whole !== undefined && values.values.includes(whole) && { whole }),
      items: values.values.map((text, k): Cell => (codes ? { text, code: codes.values[k] } : { text })),
    }
  }

  private roleOf(name: string): Role | undefined {
    if (this.find('TIMEVAL', name)) return 'year'
    if (this.find('MAP', name)) return 'place'
    return this.find('CONTVARIABLE')?.values[0] === name ? 'measure' : undefined
  }
}
