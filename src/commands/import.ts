/** `cityward import`: tables of statistical offices into a data folder, with a mapping that repeats it. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { createInterface, type Interface } from 'node:readline/promises'
import { type Answers, NO_ANSWERS, type Target } from '../import/answers.js'
import type { Doubt } from '../import/doubts.js'
import { sheetsOf } from '../import/formats/formats.js'
import {
  type ImportAsked,
  type Imported,
  imported,
  mappingName,
  mappingOf,
  sha256Of,
} from '../import/import-file.js'
import { joined } from '../import/join.js'
import { isMappingName, type Mapping, mappingText, readMapping } from '../import/mapping.js'
import { MOST_BYTES, type Source } from '../import/sheet.js'
import type { Decimal } from '../import/understand/numbers.js'
import { unitOf } from '../import/understand/unit-words.js'
import { importText, understoodText } from '../report/words/commands/import.js'
import { makeFolder, writeWhole } from '../store/write-file.js'
import { checkedTotals } from '../studies/from-totals/check-totals.js'
import { readTotalsTable } from '../studies/from-totals/read-totals.js'
import { knownPlacesFor } from '../studies/known-places.js'
import type { Language } from '../vocabulary/language.js'
import { CitywardError, fail } from '../vocabulary/problems.js'
import { problemText } from './screen.js'
import { print, printAside } from './terminal.js'

export interface ImportOptions {
  readonly into: string
  readonly as?: Target
  readonly sheet?: string
  readonly year?: number
  readonly unit?: string
  readonly decimal?: Decimal
  /** `name=code` */
  readonly place?: readonly string[]
  readonly lang: Language
}

/** Imports every file in turn. Returns the exit code. Throws CitywardError where a file is in doubt and nobody can be asked. */
export async function importFiles(files: readonly string[], options: ImportOptions): Promise<number> {
  const terminal = process.stdin.isTTY && process.stdout.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined
  try {
    for (const file of files) if (!(await importOne(file, options, terminal))) return 2
  } finally {
    terminal?.close()
  }
  return 0
} // biome-ignore format: one condition

async function importOne(file: string, options: ImportOptions, terminal: Interface | undefined): Promise<boolean> {
  const mapping = isMappingName(file) ? readMapping(file, textOf(file)) : undefined
  const source = mapping ? sourceOfMapping(file, mapping) : sourceOf(file)
  const known = knownPlacesFor(options.into)
  const read = await sheetsOf(source, mapping?.read)
  const inFolder = existsSync(join(options.into, 'data.yaml'))
  let asked: ImportAsked = { source, read, answers: given(mapping?.answers ?? NO_ANSWERS, options), known, inFolder, said: mapping?.source }
  let answer = imported(asked)
  while (answer.problems.length === 0 && answer.doubts.length > 0 && terminal) {
    const answers = await answered(answer.doubts[0], terminal, options.lang)
    if (answers === undefined) return false
    asked = { ...asked, answers }
    answer = imported(asked)
  }
  const wrong = [...answer.problems, ...answer.doubts.map(({ problem }) => problem)]
  if (wrong.length > 0) throw new CitywardError(wrong)
  print(understoodText(answer, asked, options.lang))
  write(answer, asked, options, mapping ? file : undefined)
  return true
} // biome-ignore format: a list

/** Answers of a mapping, with those of the options in their place. */
function given(answers: Answers, { as, sheet, year, unit, decimal, place = [] }: ImportOptions): Answers {
  const places = new Map(answers.places)
  for (const pair of place) {
    const at = pair.lastIndexOf('=')
    if (at < 1) fail({ code: 'argument-wrong', where: { file: '--place' }, found: `"${pair}"`, expected: 'NAME=CODE' })
    places.set(pair.slice(0, at), pair.slice(at + 1))
  }
  const own = unit === undefined ? undefined : unitOf(unit)
  if (unit !== undefined && own === undefined)
    fail({ code: 'unit-unknown', where: { file: '--unit' }, found: `"${unit}"`, expected: 'a unit such as person, 1000 persons or 10000 persons' })
  return {
    ...answers,
    ...(as === undefined ? {} : { as }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(year === undefined ? {} : { year }),
    ...(own === undefined ? {} : { unit: own }),
    ...(decimal === undefined ? {} : { decimal }),
    places,
  }
} // biome-ignore format: one sentence

/** Ask until an answer says something; undefined where nothing is answered. */
async function answered({ problem, choices, typed }: Doubt, terminal: Interface, lang: Language): Promise<Answers | undefined> {
  print(`${problemText(problem)}\n${choices.map(({ text }, at) => `  ${at + 1}  ${text}\n`).join('')}`)
  for (;;) {
    const text = (await terminal.question(importText.choose[lang])).trim()
    if (text === '') return undefined
    const answers = choices[Number(text) - 1]?.answers ?? typed?.(text)
    if (answers) return answers
    print(`${importText.unknown[lang]}\n`)
  }
} // biome-ignore format: one sentence

const textOf = (file: string) => Buffer.from(sourceOf(file).bytes).toString('utf8')

function sourceOf(file: string): Source {
  try {
    const about = statSync(file)
    if (about.isDirectory()) fail({ code: 'file-is-folder', where: { file }, found: 'a folder', expected: 'a file' })
    if (!about.isFile()) fail({ code: 'file-is-device', where: { file }, found: 'a pipe or a device', expected: 'a file' })
    if (about.size > MOST_BYTES)
      fail({ code: 'file-too-large', where: { file }, found: `a file of ${about.size} bytes (at most ${MOST_BYTES} are read)`, expected: 'a smaller one' })
    if (about.size === 0) fail({ code: 'file-empty', where: { file }, found: 'an empty file', expected: 'a table' })
    return { file, bytes: readFileSync(file) }
  } catch (error) {
    if (error instanceof CitywardError) throw error
    const { code } = error as NodeJS.ErrnoException
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR'
    return fail({ code: isMissing ? 'file-missing' : 'file-unreadable', where: { file }, found: isMissing ? 'no file of this name' : `a file that cannot be read (${code ?? 'unknown reason'})`, expected: 'a table of a statistical office, or a mapping' })
  }
} // biome-ignore format: one sentence a line

/** The file of a mapping, which has to be the one that it was made of. */
function sourceOfMapping(file: string, { file: path, sha256 }: Mapping): Source {
  const source = sourceOf(join(dirname(file), path))
  const found = sha256Of(source.bytes)
  if (found !== sha256)
    fail({ code: 'source-changed', where: { file: source.file }, found: `sha-256 ${found.slice(0, 12)}…`, expected: `${sha256.slice(0, 12)}…, as in ${file}`, hint: 'Import the file anew, or write its hash into the mapping if it is meant.' })
  return source
} // biome-ignore format: one sentence

/** Everything is joined before the first file is written. */
function write(answer: Imported, asked: ImportAsked, { into, lang }: ImportOptions, repeated: string | undefined): void {
  const { made, source, answers, chosen } = answer
  const table = join(into, made.table.file)
  const text = joined(table, textIfThere(table), made.table)
  const sources = join(into, 'sources.csv')
  const row = [source.id, source.title, source.publisher, source.url, `${asked.source.file.replace(/^.*[\\/]/, '')}, sha-256 ${sha256Of(asked.source.bytes)}`]
  const sourced = made.table.header.includes('source')
    ? joined(sources, textIfThere(sources), { file: 'sources.csv', header: ['id', 'title', 'publisher', 'url', 'note'], keys: ['id'], rows: [row] })
    : undefined
  if (text.problems.length > 0) throw new CitywardError(text.problems)
  const mapping = repeated ?? join(into, mappingName({ ...asked, answers }))
  const own = mappingText(mappingOf(answer, asked, relative(resolve(into), resolve(asked.source.file)).replaceAll('\\', '/')))
  const there = repeated === undefined ? textIfThere(mapping) : undefined
  if (there !== undefined && there !== own)
    fail({ code: 'mapping-already-there', where: { file: mapping }, found: 'a mapping that says otherwise', expected: 'a name that is free, or the same mapping', hint: `Repeat it with cityward import ${mapping} --into ${into}, or take it away.` })
  makeFolder(into)
  writeWhole(table, text.text)
  if (sourced) writeWhole(sources, sourced.text)
  if (repeated === undefined) writeWhole(mapping, own)
  print(`${importText.wrote(table, made.table.rows.length, text.added, mapping)[lang]}\n`)
  if (chosen.target === 'totals') sayWhatLacks(table, lang)
  print(`${importText.next(chosen.target, into)[lang]}\n`)
} // biome-ignore format: one sentence a line

function textIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** What `cityward new --totals` would say of the table: sums that contradict, no townspeople yet. */
function sayWhatLacks(table: string, lang: Language): void {
  try {
    checkedTotals(readTotalsTable(table))
  } catch (error) {
    if (!(error instanceof CitywardError)) throw error
    printAside(`${importText.lacks[lang]}\n${error.problems.map(problemText).join('\n')}\n`)
  }
}
