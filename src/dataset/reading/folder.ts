/** The files of a data folder: which there are, their bytes, their text. No file is read twice. */
import { isUtf8 } from 'node:buffer'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { nearest } from '../../vocabulary/nearest.js'
import type { Findings } from './findings.js'
import { offer } from './findings.js'

const REQUIRED_FILES = [
  'data.yaml',
  'places.csv',
  'sources.csv',
  'population.csv',
  'mortality.csv',
  'fertility.csv',
  'values.csv',
] as const
const OPTIONAL_FILES = [
  'away.csv',
  'schedules.csv',
  'net_migration.csv',
  'destinations.csv',
  'homes.csv',
  'travel_times.csv',
  'lines.csv',
  'groups.csv',
  'census.csv',
  'commitments.csv',
  'sections.csv',
  'backtest.csv',
  'hindcast.csv',
  'past_commitments.csv',
  'delivery.csv',
  'past_odds.csv',
  'readings.csv',
  'other_counts.csv',
  'controls.csv',
  'calibration-draws.csv',
] as const
const FILES: readonly string[] = [...REQUIRED_FILES, ...OPTIONAL_FILES]

/** Whether a file of a data folder belongs to the format, by its name. */
export function isDataFile(name: string): boolean {
  return FILES.includes(name)
}

export interface Folder {
  readonly path: string
  /** Bytes of every file that belongs to the format, by name, in the order of the names. */
  readonly files: ReadonlyMap<string, Buffer>
}

/** Read every file of the format; a missing folder or required file is reported. */
export function openFolder(path: string, findings: Findings): Folder | undefined {
  const names = filesIn(path)
  if (!names) {
    findings.report({
      code: 'folder-missing',
      where: { file: path },
      found: 'no folder that can be read',
      expected: 'a data folder',
    })
    return undefined
  }
  reportUnknown(path, names, findings)
  const files = new Map<string, Buffer>()
  for (const name of [...FILES].sort()) {
    if (!names.includes(name)) continue
    const bytes = bytesOf(join(path, name))
    if (bytes) files.set(name, bytes)
    else {
      findings.report({
        code: 'file-unreadable',
        where: { file: join(path, name) },
        found: 'something that is not a file, or may not be read',
        expected: 'a file',
      })
    }
  }
  for (const name of REQUIRED_FILES.filter((name) => !names.includes(name))) {
    findings.report({
      code: 'file-missing',
      where: { file: join(path, name) },
      found: 'no such file',
      expected: 'one, as every data folder has',
      hint: otherEnding(name, names),
    })
  }
  return { path, files }
}

function filesIn(path: string): string[] | undefined {
  try {
    return readdirSync(path)
  } catch {
    return undefined
  }
}

/** A table under a slightly wrong name would be ignored without notice. */
function reportUnknown(path: string, names: readonly string[], findings: Findings): void {
  for (const name of names) {
    const meant = FILES.includes(name) ? undefined : nearest(name, FILES)
    if (!meant || names.includes(meant) || otherEnding(meant, [name])) continue
    findings.report({
      code: 'file-unknown',
      where: { file: join(path, name) },
      found: 'a file that would not be read',
      expected: 'a name of the data-folder format',
      hint: offer(meant),
    })
  }
}

/** Windows hides how names end, so that values.csv may be values.csv.csv or a workbook. */
function otherEnding(wanted: string, names: readonly string[]): string | undefined {
  const stem = wanted.replace(/\.\w+$/, '')
  const near = names.find(
    (name) => name.startsWith(`${wanted}.`) || new RegExp(`^${stem}\\.(xlsx?|et|txt)$`).test(name),
  )
  if (near === undefined) return undefined
  const how = /\.(xlsx?|et)$/.test(near) ? 'save its sheet as "CSV UTF-8" under this name' : 'rename it'
  return `There is ${near}: ${how}.`
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path) : undefined
  } catch {
    return undefined
  }
}

/** Text of a file in UTF-8, without its byte order mark; undefined where the file is absent or not text. */
export function fileText(folder: Folder, name: string, findings: Findings): string | undefined {
  const bytes = textBytes(folder, name, findings)
  const text = bytes?.toString('utf8')
  if (text === undefined || text.trim() !== '') return text
  const where = { file: join(folder.path, name) }
  findings.report({ code: 'file-empty', where, found: 'an empty file', expected: 'at least one line' })
  return undefined
}

/** The same as bytes, of a file that may be longer than a text can be. */
export function textBytes(folder: Folder, name: string, findings: Findings): Buffer | undefined {
  const bytes = folder.files.get(name)
  if (!bytes) return undefined
  if (isUtf8(bytes) && !bytes.includes(0))
    return bytes.subarray(MARK.equals(bytes.subarray(0, MARK.length)) ? MARK.length : 0)
  findings.report({
    code: 'file-not-text',
    where: { file: join(folder.path, name) },
    found: 'bytes that are not UTF-8 text',
    expected: 'text saved as UTF-8',
    hint: encodingHint(name, bytes),
  })
  return undefined
}

/** Byte order mark. */
const MARK = Buffer.from('\uFEFF')

/** How to save a file whose first bytes, or whose name, say what it is. */
function encodingHint(name: string, bytes: Buffer): string {
  const begins = bytes.subarray(0, 2).toString('latin1')
  if (begins === 'PK')
    return 'This is an Excel workbook under another name: open it and save the sheet as "CSV UTF-8".'
  if (name.endsWith('.yaml')) return 'In the editor choose UTF-8 when saving; Notepad calls the old one ANSI.'
  if (begins === '\xff\xfe')
    return 'This is UTF-16 ("Unicode text"): in Excel choose "CSV UTF-8" when saving.'
  return 'In Excel choose "CSV UTF-8" when saving; plain "CSV" writes GBK on a Chinese system.'
}
