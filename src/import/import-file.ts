/** From a file that is read to a table of a data folder, with the mapping that repeats it. */
import { createHash } from 'node:crypto'
import type { Problem } from '../vocabulary/problems.js'
import type { Answers } from './answers.js'
import type { ImportDoubt } from './doubts.js'
import type { Mapping, SourceSaid } from './mapping.js'
import { type KnownPlaces, LEFT_OUT } from './place-doubts.js'
import { placeKey } from './places.js'
import type { OfficeFile, SheetsRead } from './sheet.js'
import type { Made } from './targets/made.js'
import { type Chosen, chosenTarget, madeAs } from './targets/targets.js'
import { type Understood, understood } from './understand/understand.js'

export interface ImportAsked {
  readonly source: OfficeFile
  readonly read: SheetsRead
  readonly answers: Answers
  readonly known: KnownPlaces
  /** Whether the folder is the data folder of a plan. */
  readonly inFolder: boolean
  /** Of a mapping that is repeated. */
  readonly said: SourceSaid | undefined
}

export interface Imported {
  readonly understood: Understood
  readonly chosen: Chosen
  readonly made: Made
  readonly source: SourceSaid
  /** All that was understood, so that it can be repeated. */
  readonly answers: Answers
  readonly problems: readonly Problem[]
  readonly doubts: readonly ImportDoubt[]
}

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function imported({ source, read, answers, known, inFolder, said }: ImportAsked): Imported {
  const table = understood(read, known, answers, source.file)
  const own = said ?? sourceOf(source, read, table)
  const chosen = chosenTarget(table.observations, answers, inFolder)
  const note = `imported from ${fileName(source.file)}, sha-256 ${sha256Hex(source.bytes).slice(0, 12)}`
  const input = { observations: table.observations, answers, known, source: own.id, note }
  const made = table.observations.length === 0 ? NOTHING : madeAs(chosen.target, input)
  // what hangs on a cell or an answer is looked at once that is settled
  const isOpen = table.problems.length + table.doubts.length > 0
  return {
    understood: table,
    chosen,
    made,
    source: own,
    answers: settledAnswers(read, table, chosen, answers),
    problems: isOpen || made.doubts.length > 0 ? table.problems : made.problems,
    doubts: isOpen ? table.doubts : made.doubts,
  }
}

const NOTHING: Made = {
  table: { file: '', header: [], keys: [], rows: [] },
  problems: [],
  doubts: [],
  unused: [],
}

const fileName = (file: string) => file.replace(/^.*[\\/]/, '')

function sourceOf(
  { file, bytes }: OfficeFile,
  { sheets }: SheetsRead,
  { sheet, layout }: Understood,
): SourceSaid {
  const stem = fileName(file)
    .replace(/\.\w+$/, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  const part = sheets.length > 1 ? `_${sheets.indexOf(sheet) + 1}` : ''
  const title = layout.titles.find((text) => !/^unit:/i.test(text)) ?? fileName(file)
  return { id: `S_${stem || 'IMPORT'}_${sha256Hex(bytes).slice(0, 6)}${part}`, title, publisher: '', url: '' }
}

/** What was found out and what was asked, as answers: with them nothing is guessed again. */
function settledAnswers(
  { sheets }: SheetsRead,
  table: Understood,
  { target }: Chosen,
  answers: Answers,
): Answers {
  const { sheet, layout, columns, decimal, observations } = table
  const places = new Map(answers.places)
  const seen = new Set<string>()
  for (const one of observations) {
    const key = one.code || one.place
    if (seen.has(placeKey(one)) || one.isWhole || key === '') continue
    seen.add(placeKey(one))
    if (places.get(key) !== LEFT_OUT) places.set(key, one.matched)
  }
  return {
    ...answers,
    ...(sheets.length > 1 ? { sheet: sheet.name } : {}),
    ...(sheet.headed ? {} : { header: layout.header }),
    ...(sheet.numbers !== 'plain' ? { decimal } : {}),
    as: target,
    columns: columns.map(({ column, heading, is, parts, place }) => ({
      column,
      heading,
      is,
      parts,
      ...(place === undefined ? {} : { place }),
    })),
    places,
  }
}

export function mappingOf(
  { answers, source }: Imported,
  { source: { bytes }, read }: ImportAsked,
  file: string,
): Mapping {
  return { file, sha256: sha256Hex(bytes), read: read.as, answers, source }
}

/** Name of the mapping of a file: by sheet where it has several, and by table. */
export function mappingName({
  source,
  read,
  answers,
}: {
  source: OfficeFile
  read: SheetsRead
  answers: Answers
}): string {
  const stem = fileName(source.file).replace(/\.\w+$/, '')
  const sheet = read.sheets.length > 1 ? `-${answers.sheet}` : ''
  return `${stem}${sheet}-${answers.as}`
    .replaceAll(/[\\/:*?"<>|\s]+/g, '-')
    .slice(0, 100)
    .concat('.import.yaml')
}
