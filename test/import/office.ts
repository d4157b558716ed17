/** Imports a file in this process, as the command does, without a terminal. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { splitRecords } from '../../src/dataset/reading/records.js'
import { type Answers, NO_ANSWERS } from '../../src/import/answers.js'
import { sheetsOf } from '../../src/import/formats/formats.js'
import { type ImportAsked, type Imported, imported } from '../../src/import/import-file.js'
import type { Mapping } from '../../src/import/mapping.js'
import type { OfficeFile } from '../../src/import/sheet.js'
import { type KeptImport, keepImport } from '../../src/studies/office-tables/keep-import.js'
import { knownPlacesFor } from '../../src/studies/office-tables/known-places.js'
import { CitywardError, formatProblem, type Problem } from '../../src/vocabulary/problems.js'

export const OFFICES = 'fixtures/offices'

/** A folder of its own, removed at the end of the test file. */
export function folderFor(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cityward-import-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

interface Asked {
  readonly into: string
  readonly answers?: Partial<Answers>
  readonly inFolder?: boolean
  readonly mapping?: Mapping
}

const china = knownPlacesFor('no such folder')

/** What is understood of a file, asked for nothing. */
export async function understand(
  source: OfficeFile,
  { into, answers, inFolder = false, mapping }: Asked,
): Promise<{ asked: ImportAsked; answer: Imported }> {
  const read = await sheetsOf(source, mapping?.read)
  const known = existsSync(join(into, 'places.csv')) ? knownPlacesFor(into) : china
  const asked = {
    source,
    read,
    answers: { ...NO_ANSWERS, ...mapping?.answers, ...answers },
    known,
    inFolder,
    said: mapping?.source,
  }
  return { asked, answer: imported(asked) }
}

/** Import a file into a folder; throws CitywardError with all problems and doubts. */
export async function importInto(
  file: string,
  asked: Asked,
  repeated?: string,
): Promise<KeptImport & { answer: Imported }> {
  const found = await understand({ file, bytes: readFileSync(file) }, asked)
  const wrong = [...found.answer.problems, ...found.answer.doubts.map(({ problem }) => problem)]
  if (wrong.length > 0) throw new CitywardError(wrong)
  return { ...keepImport(found.answer, found.asked, asked.into, repeated), answer: found.answer }
}

/** Problems and doubts of a file as a user reads them, by a short name. */
export async function problemsOf(
  name: string,
  bytes: Uint8Array | string,
  answers: Partial<Answers> = {},
  worded: (problem: Problem) => string = formatProblem,
): Promise<string> {
  const source = { file: name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes }
  try {
    const { answer } = await understand(source, { into: '', answers })
    return [...answer.problems, ...answer.doubts.map(({ problem }) => problem)].map(worded).join('\n')
  } catch (error) {
    if (error instanceof CitywardError) return error.problems.map(worded).join('\n')
    throw error
  }
}

/** Rows of a table that was written, by column. */
export function rowsIn(file: string): Record<string, string>[] {
  const [header, ...rows] = splitRecords(readFileSync(file, 'utf8')).rows.map(({ cells }) => cells)
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at]])))
}

/** A file of the folder with one part of its text another. */
export function changed(
  file: string,
  from: string | RegExp,
  to: string,
  encoding: 'utf8' | 'latin1' | 'utf16le' = 'utf8',
): Buffer {
  const text = readFileSync(join(OFFICES, file)).toString(encoding)
  const other = text.replace(from, to)
  if (other === text) throw new Error(`${file} does not hold ${from}`)
  return Buffer.from(other, encoding)
}

/** A workbook of one sheet, or of several by name. */
export async function workbook(
  rows:
    | readonly (readonly (string | number | null)[])[]
    | Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>,
): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node')
  const cells = (all: readonly (readonly (string | number | null)[])[]) =>
    all.map((row) => row.map((value) => (value === null ? null : { value })))
  const sheets = Array.isArray(rows)
    ? [{ data: cells(rows) }]
    : Object.entries(rows).map(([sheet, all]) => ({ sheet, data: cells(all) }))
  return (write(sheets as never, {}) as unknown as { toBuffer: () => Promise<Buffer> }).toBuffer()
}
