/** `cityward import`: tables of statistical offices into a data folder, with a mapping that repeats it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline/promises'
import { type Answers, type ImportTable, NO_ANSWERS } from '../../import/answers.js'
import type { ImportDoubt } from '../../import/doubts.js'
import { sheetsOf } from '../../import/formats/formats.js'
import { type ImportAsked, imported } from '../../import/import-file.js'
import { isMappingName, readMapping } from '../../import/mapping.js'
import type { Decimal } from '../../import/understand/numbers.js'
import { unitOf } from '../../import/understand/unit-words.js'
import { importText, understoodText } from '../../report/words/commands/import.js'
import { draftMapping, keepImport } from '../../studies/office-tables/keep-import.js'
import { knownPlacesFor } from '../../studies/office-tables/known-places.js'
import { readFileOfMapping, readOfficeFile } from '../../studies/office-tables/read-office-file.js'
import type { Language } from '../../vocabulary/language.js'
import { CitywardError, fail } from '../../vocabulary/problems.js'
import { problemText, said } from '../screen.js'
import { print, printAside } from '../terminal.js'

export interface ImportOptions {
  readonly into: string
  readonly as?: ImportTable
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
  const terminal =
    process.stdin.isTTY && process.stdout.isTTY
      ? createInterface({ input: process.stdin, output: process.stdout })
      : undefined
  try {
    for (const file of files) if (!(await importOne(file, options, terminal))) return 2
  } finally {
    terminal?.close()
  }
  return 0
}

async function importOne(
  file: string,
  options: ImportOptions,
  terminal: Interface | undefined,
): Promise<boolean> {
  const own = readOfficeFile(file)
  const mapping = isMappingName(file) ? readMapping(file, Buffer.from(own.bytes).toString('utf8')) : undefined
  const source = mapping ? readFileOfMapping(file, mapping) : own
  const known = knownPlacesFor(options.into)
  const read = await sheetsOf(source, mapping?.read)
  const inFolder = existsSync(join(options.into, 'data.yaml'))
  let asked: ImportAsked = {
    source,
    read,
    answers: given(mapping?.answers ?? NO_ANSWERS, options),
    known,
    inFolder,
    said: mapping?.source,
  }
  let answer = imported(asked)
  while (answer.problems.length === 0 && answer.doubts.length > 0 && terminal) {
    const answers = await answered(answer.doubts[0], terminal, options.lang)
    if (answers === undefined) {
      printAside(`${said('Nothing was written.')}\n`)
      return false
    }
    asked = { ...asked, answers }
    answer = imported(asked)
  }
  const wrong = [...answer.problems, ...answer.doubts.map(({ problem }) => problem)]
  if (wrong.length > 0) {
    const draft = mapping ? undefined : draftMapping(answer, asked, options.into)
    if (draft !== undefined) printAside(`${importText.draft(draft, options.into)[options.lang]}\n`)
    throw new CitywardError(wrong)
  }
  print(understoodText(answer, asked, options.lang))
  const kept = keepImport(answer, asked, options.into, mapping ? file : undefined)
  print(`${importText.wrote(kept)[options.lang]}\n`)
  if (kept.lacks.length > 0)
    printAside(`${importText.lacks[options.lang]}\n${kept.lacks.map(problemText).join('\n')}\n`)
  print(`${importText.next(answer.chosen.target, options.into, kept.plain)[options.lang]}\n`)
  return true
}

/** Answers of a mapping, with those of the options in their place. */
function given(answers: Answers, { as, sheet, year, unit, decimal, place = [] }: ImportOptions): Answers {
  const places = new Map(answers.places)
  for (const pair of place) {
    const at = pair.lastIndexOf('=')
    if (at < 1)
      fail({ code: 'argument-wrong', where: { file: '--place' }, found: `"${pair}"`, expected: 'NAME=CODE' })
    places.set(pair.slice(0, at), pair.slice(at + 1))
  }
  const own = unit === undefined ? undefined : unitOf(unit)
  if (unit !== undefined && own === undefined)
    fail({
      code: 'unit-unknown',
      where: { file: '--unit' },
      found: `"${unit}"`,
      expected: 'a unit such as person, 1000 persons or 10000 persons',
    })
  return {
    ...answers,
    ...(as === undefined ? {} : { as }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(year === undefined ? {} : { year }),
    ...(own === undefined ? {} : { unit: own }),
    ...(decimal === undefined ? {} : { decimal }),
    places,
  }
}

/** Ask until an answer says something; undefined where nothing is answered. */
async function answered(
  { problem, choices, typed }: ImportDoubt,
  terminal: Interface,
  lang: Language,
): Promise<Answers | undefined> {
  print(`${problemText(problem)}\n${choices.map(({ text }, at) => `  ${at + 1}  ${said(text)}\n`).join('')}`)
  for (;;) {
    const text = (await terminal.question(importText.choose[lang])).trim()
    if (text === '') return undefined
    const answers = choices[Number(text) - 1]?.answers ?? typed?.(text)
    if (answers) return answers
    print(`${importText.unknown[lang]}\n`)
  }
}
