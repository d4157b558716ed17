/** A table that is made of an office's file, with its source and its mapping, joined to a folder. */
import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import {
  type ImportAsked,
  type Imported,
  mappingName,
  mappingOf,
  sha256Hex,
} from '../../import/import-file.js'
import { type Joined, joined } from '../../import/join.js'
import { mappingText } from '../../import/mapping.js'
import { makeFolder, writeWhole } from '../../store/write-file.js'
import { CitywardError, fail, type Problem } from '../../vocabulary/problems.js'
import { checkedTotals } from '../from-totals/check-totals.js'
import { readTotalsTable } from '../from-totals/read-totals.js'

export interface KeptImport {
  readonly table: string
  readonly mapping: string
  readonly rows: number
  readonly added: number
  /** What `cityward new --totals` would say of the table: sums that contradict, no townspeople yet. */
  readonly lacks: readonly Problem[]
  /** Present for totals without townspeople of places whose code is not known, without a Chinese name: their pattern has no towns. */
  readonly plain?: true
}

/** Everything is joined before the first file is written. `repeated`: the mapping that was asked for, which stays as it is. */
export function keepImport(
  answer: Imported,
  asked: ImportAsked,
  into: string,
  repeated: string | undefined,
): KeptImport {
  const { made } = answer
  const table = join(into, made.table.file)
  const text = joined(table, textIfThere(table), made.table)
  if (text.problems.length > 0) throw new CitywardError(text.problems)
  const sourced = made.table.header.includes('source') ? withSource(answer, asked, into) : undefined
  const written = mappingIn(answer, asked, into)
  const mapping = repeated ?? written.file
  const own = written.text
  const there = repeated === undefined ? textIfThere(mapping) : undefined
  if (there !== undefined && there !== own) {
    fail({
      code: 'mapping-already-there',
      where: { file: mapping },
      found: 'a mapping that says otherwise',
      expected: 'a name that is free, or the same mapping',
      hint: `Repeat it with cityward import ${mapping} --into ${into}, or take it away.`,
    })
  }
  makeFolder(into)
  writeWhole(table, text.text)
  if (sourced) writeWhole(join(into, 'sources.csv'), sourced.text)
  if (repeated === undefined) writeWhole(mapping, own)
  const kept = { table, mapping, rows: made.table.rows.length, added: text.added }
  if (made.table.file !== 'totals.csv') return { ...kept, lacks: [] }
  const codes = new Set(asked.known.places.map(({ code }) => code))
  return { ...kept, ...lackingIn(table, codes) }
}

function mappingIn(answer: Imported, asked: ImportAsked, into: string) {
  const path = relative(resolve(into), resolve(asked.source.file)).replaceAll('\\', '/')
  return {
    file: join(into, mappingName({ ...asked, answers: answer.answers })),
    text: mappingText(mappingOf(answer, asked, path)),
  }
}

/** What only a mapping can say: the name of a heading that is not known, its unit, which of two figures. */
const SAID_IN_MAPPING = ['heading-unclear', 'figures-differ', 'unit-missing']

/** The mapping of a file that is not imported before it is edited; undefined where an edit does not help. */
export function draftMapping(answer: Imported, asked: ImportAsked, into: string): string | undefined {
  const isSaidThere = answer.problems.some(({ code }) => SAID_IN_MAPPING.includes(code))
  if (!isSaidThere || answer.doubts.length > 0) return undefined
  const { file, text } = mappingIn(answer, asked, into)
  if (existsSync(file)) return file
  makeFolder(into)
  writeWhole(file, text)
  return file
}

/** sources.csv with a row for the file: what it is called, and the hash of its bytes. */
function withSource({ source }: Imported, asked: ImportAsked, into: string): Joined {
  const { file, bytes } = asked.source
  const path = join(into, 'sources.csv')
  const note = `${file.replace(/^.*[\\/]/, '')}, sha-256 ${sha256Hex(bytes)}`
  return joined(path, textIfThere(path), {
    file: 'sources.csv',
    header: ['id', 'title', 'publisher', 'url', 'note'],
    keys: ['id'],
    rows: [[source.id, source.title, source.publisher, source.url, note]],
  })
}

function textIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** codes: of places whose patterns tell townspeople apart. */
function lackingIn(table: string, codes: ReadonlySet<string>): Pick<KeptImport, 'lacks' | 'plain'> {
  let isPlain = false
  try {
    const totals = readTotalsTable(table)
    // codes of other countries are now and then those of a place of China
    const areKnown = totals.rows.every(({ code }) => code !== '' && codes.has(code))
    isPlain = !areKnown && totals.rows.every(({ urban, name }) => !urban && name.zh === '')
    checkedTotals(totals, !isPlain)
    return { lacks: [], ...(isPlain && { plain: true }) }
  } catch (error) {
    if (error instanceof CitywardError) return { lacks: error.problems, ...(isPlain && { plain: true }) }
    throw error
  }
}
