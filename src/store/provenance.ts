/**
 * The provenance of a run, beside its outcomes as provenance.json: the text of every file that was read, and the settings of
 * the command line. It is enough to repeat the run on another machine, and to trace every number to its source.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompressSync, constants } from 'node:zlib'
import { MOST_DRAWS } from '../results/parts.js'
import { CitywardError, fail, lacking } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import { KEPT_LIST, keepFile, readKept } from './kept-files.js'
import { sealed, unsealed } from './manifest.js'
import { whyUnread } from './read-files.js'

export interface RunProvenance {
  /** Name of the scenario file among `files`. */
  readonly scenario: string
  /** Text by file; paths are relative to the common folder of all files, with slashes. */
  readonly files: Readonly<Record<string, string>>
  /** That common folder, where one of the files names another by its whole path. */
  readonly root?: string
  readonly draws: number
  readonly seed: number
  readonly policies: readonly string[]
  readonly ran: {
    readonly trajectories: number
    readonly seconds: number
    readonly threads: number
    /** Date and time of its end, ISO 8601. */
    readonly ended: string
  }
}

/** Marks the block of a report that holds a provenance, packed with its hash; in reports before 0.3.0 it has none, and no 3. */
export const EMBEDDED = 'cityward-provenance-3'
const MARKED = /id="cityward-provenance(-3)?"[^>]*>([A-Za-z0-9+/=]*)</
const OF_CITYWARD = /cityward-provenance/
/** Bytes when unpacked; no scenario with its data is as large. */
const LARGEST = 200_000_000

export function writeProvenance(folder: string, provenance: RunProvenance): void {
  keepFile(folder, 'provenance.json', { [Symbol.iterator]: () => piecesOf(provenance) })
}

/** Its JSON, file by file: texts of large files are packed until they are asked for, and none is held beside another. */
export function* piecesOf(provenance: RunProvenance): Generator<string> {
  const { files } = provenance
  const names = Object.keys(files)
  // quotation marks within a text stand behind a backslash, so that no text has this in it
  const [before, after] = `${JSON.stringify({ ...provenance, files: {} }, undefined, 1)}\n`.split(
    '"files": {}',
  )
  yield `${before}"files": {`
  for (const [at, name] of names.entries())
    yield `${at === 0 ? '' : ','}\n  ${JSON.stringify(name)}: ${JSON.stringify(files[name])}`
  yield `${names.length === 0 ? '' : '\n '}}${after}`
}

/**
 * The provenance of a run folder; undefined where it has none. Throws NotWholeError where it is not as it was written;
 * `cure` is the command that writes it anew.
 */
export function readProvenance(folder: string, cure: string): RunProvenance | undefined {
  const text = readKept(folder, 'provenance.json', cure)
  return text === undefined ? undefined : parsed(text, join(folder, 'provenance.json'))
}

const compressed = promisify(brotliCompress)

/** As text for a report: with its own hash, by Brotli, then base64; beside the thread that asks. */
export async function packProvenance(provenance: RunProvenance): Promise<string> {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
  return (await compressed(sealed(provenance), options)).toString('base64')
}

/**
 * The provenance in a report, an HTML file. Throws CitywardError where it has none, NotWholeError where it is damaged, or lies in
 * a run folder and is not that run's.
 */
export function provenanceIn(file: string): RunProvenance {
  const text = listedText(file) ?? readText(file)
  const [, hasHash, packed] = MARKED.exec(text) ?? []
  if (packed === undefined)
    return OF_CITYWARD.test(text)
      ? refuse(file, 'a scenario that is damaged')
      : noReport(file, 'no scenario in it')
  let unpacked: string
  try {
    unpacked = brotliDecompressSync(Buffer.from(packed, 'base64'), { maxOutputLength: LARGEST }).toString(
      'utf8',
    )
  } catch {
    return refuse(file, 'a scenario that cannot be unpacked')
  }
  if (!hasHash) return parsed(unpacked, file)
  const content = unsealed<RunProvenance>(unpacked)
  return content ? checked(content, file) : refuse(file, 'a scenario with other bytes than were packed')
}

/** The text of a report in the place that a run folder keeps its own in; undefined for one anywhere else. */
function listedText(file: string): string | undefined {
  const folder = dirname(file)
  if (basename(file) !== 'report.html' || !existsSync(join(folder, KEPT_LIST))) return undefined
  return readKept(folder, 'report.html', `cityward report ${shellWord(folder)}`)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return noReport(file, whyUnread(error) ?? 'no file of this name')
  }
}

function parsed(text: string, file: string): RunProvenance {
  try {
    return checked(JSON.parse(text) as RunProvenance, file)
  } catch (error) {
    if (error instanceof CitywardError) throw error
    return refuse(file, 'a provenance that cannot be read')
  }
}

/** A provenance with names, texts and numbers that a run can have. */
function checked(read: RunProvenance, file: string): RunProvenance {
  const { seed, draws, policies, ran } = read
  const isWhole =
    isMap(ran) &&
    Array.isArray(policies) &&
    policies.every((name) => typeof name === 'string') &&
    [ran.trajectories, ran.seconds, ran.threads].every((value) => Number.isFinite(value) && value >= 0) &&
    typeof ran.ended === 'string'
  if (!isWhole) return refuse(file, 'a provenance that cannot be read')
  refuseWrongFiles(read, file)
  if (!Number.isSafeInteger(seed) || seed < 0)
    return refuse(file, `the seed ${seed}`, `a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`)
  if (!Number.isSafeInteger(draws) || draws < 1 || draws > MOST_DRAWS)
    return refuse(file, `${draws} draws`, `a whole number from 1 to ${MOST_DRAWS}`)
  return read
}

const isMap = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Refuse files that are no texts, lack the scenario, or have names that would leave the folder they are laid out in. */
export function refuseWrongFiles(
  { files, scenario, root }: Pick<RunProvenance, 'files' | 'scenario' | 'root'>,
  file: string,
): void {
  const isWhole =
    isMap(files) &&
    typeof scenario === 'string' &&
    (root === undefined || typeof root === 'string') &&
    Object.values(files).every((text) => typeof text === 'string') &&
    Object.hasOwn(files, scenario)
  if (!isWhole) refuse(file, 'a provenance that cannot be read')
  const bad = wrongName(Object.keys(files))
  if (bad !== undefined) refuse(file, bad)
}

/** Longest name of a file, and longest path, in bytes, that every system takes. */
const [LONGEST_NAME, LONGEST_PATH] = [255, 1000]
/** Longest part of a name that is quoted. */
const QUOTED = 60

/** What is wrong with the name of a file: names are laid out in one folder, and none may leave it. */
function wrongName(names: readonly string[]): string | undefined {
  const all = new Set(names)
  for (const name of names) {
    const quoted = `the file name ${JSON.stringify(name.length > QUOTED ? `${name.slice(0, QUOTED)}...` : name)}`
    const parts = name.split('/')
    if (!isInside(name)) return `${quoted}, which leaves its folder`
    if (/\p{Cc}/u.test(name)) return `${quoted}, with a character that no name has`
    if (
      Buffer.byteLength(name) > LONGEST_PATH ||
      parts.some((part) => Buffer.byteLength(part) > LONGEST_NAME)
    )
      return `${quoted}, which is too long`
    const above = parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('/'))
    if (above.some((folder) => all.has(folder))) return `${quoted}, below what is a file itself`
  }
  return undefined
}

/** Whether a relative path stays within its folder. */
function isInside(name: string): boolean {
  return (
    /^[^/\\:]+(?:\/[^/\\:]+)*$/.test(name) && !name.split('/').some((part) => part === '..' || part === '.')
  )
}

function refuse(file: string, found: string, expected = 'what a run has written'): never {
  const hint = 'Run the scenario again to write it anew.'
  return lacking({ code: 'provenance-damaged', where: { file }, found, expected, hint })
}

function noReport(file: string, found: string): never {
  return fail({ code: 'report-missing', where: { file }, found, expected: 'a report that cityward wrote' })
}
