/**
 * The provenance of a run, beside its outcomes as provenance.json: the text of every file that was read, and the settings of
 * the command line. It is enough to repeat the run on another machine, and to trace every number to its source.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { fail, lacking } from '../vocabulary/problems.js'
import { writeWhole } from './write-file.js'

export interface RunProvenance {
  /** Name of the scenario file among `files`. */
  readonly scenario: string
  /** Text by file; paths are relative to the common folder of all files, with slashes. */
  readonly files: Readonly<Record<string, string>>
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

const NAME = 'provenance.json'
/** Marks the block of a report that holds a provenance, packed. */
export const EMBEDDED = 'cityward-provenance'
/** Bytes when unpacked; no scenario with its data is as large. */
const LARGEST = 200_000_000

export function writeProvenance(folder: string, provenance: RunProvenance): void {
  writeWhole(join(folder, NAME), `${JSON.stringify(provenance, undefined, 1)}\n`)
}

/** The provenance of a run folder; undefined where it has none. Throws NotWholeError where it cannot be read. */
export function readProvenance(folder: string): RunProvenance | undefined {
  const file = join(folder, NAME)
  return existsSync(file) ? parsed(readFileSync(file, 'utf8'), file) : undefined
}

/** As text for a report: Brotli, then base64. */
export function packProvenance(provenance: RunProvenance): string {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return brotliCompressSync(JSON.stringify(provenance), options).toString('base64')
}

/** The provenance in a report, an HTML file. Throws CitywardError where it has none, NotWholeError where it is damaged. */
export function provenanceIn(file: string): RunProvenance {
  const [, packed] = readText(file).match(new RegExp(`id="${EMBEDDED}"[^>]*>([A-Za-z0-9+/=]*)<`)) ?? []
  if (packed === undefined) return noReport(file, 'no scenario in it')
  let text: string
  try {
    text = brotliDecompressSync(Buffer.from(packed, 'base64'), { maxOutputLength: LARGEST }).toString('utf8')
  } catch {
    return refuse(file, 'a scenario that cannot be unpacked')
  }
  return parsed(text, file)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return noReport(file, 'no file that can be read')
  }
}

function parsed(text: string, file: string): RunProvenance {
  try {
    const read = JSON.parse(text) as RunProvenance
    const texts = Object.entries(read.files)
    const numbers = [read.draws, read.seed, read.ran.trajectories, read.ran.seconds, read.ran.threads]
    const inside = texts.every(([name, content]) => isInside(name) && typeof content === 'string')
    const whole = inside && typeof read.files[read.scenario] === 'string' && Array.isArray(read.policies)
    if (whole && numbers.every(Number.isFinite) && typeof read.ran.ended === 'string') return read
  } catch {
    // reported below: text that is no JSON is as damaged as JSON of another form
  }
  return refuse(file, 'a provenance that cannot be read')
}

/** Whether a relative path stays within its folder. */
function isInside(name: string): boolean {
  return (
    /^[^/\\:]+(?:\/[^/\\:]+)*$/.test(name) && !name.split('/').some((part) => part === '..' || part === '.')
  )
}

function refuse(file: string, found: string): never {
  const hint = 'Run the scenario again to write it anew.'
  return lacking({
    code: 'provenance-damaged',
    where: { file },
    found,
    expected: 'what a run has written',
    hint,
  })
}

function noReport(file: string, found: string): never {
  return fail({ code: 'report-missing', where: { file }, found, expected: 'a report that cityward wrote' })
}
