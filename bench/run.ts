/**
 * `npm run bench`: measures cityward beside its peers, prints a table, keeps JSON.
 *
 * Exit codes: 0 done; 1 a part failed, such as by checksums that differ, or --compare found something worse; 2 a mistake
 * in an argument.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Bench, type Options } from './bench.js'
import { compare } from './compare.js'
import { describeCommit, describeMachine, describeVersions } from './machine.js'
import { cities } from './parts/cities.js'
import { draws } from './parts/draws.js'
import { explorer } from './parts/explorer.js'
import { indices } from './parts/indices.js'
import { nation } from './parts/nation.js'
import { overhead } from './parts/overhead.js'
import { queue } from './parts/queue.js'
import { reuse } from './parts/reuse.js'
import { run } from './parts/run.js'
import { shares } from './parts/shares.js'
import { since } from './parts/since.js'
import { start } from './parts/start.js'
import { threads } from './parts/threads.js'
import { year } from './parts/year.js'
import { comparisonText, reportText } from './report.js'
import { type Results, resultsSchema } from './results.js'

const PARTS: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  year,
  cities,
  threads,
  start,
  run,
  shares,
  overhead,
  reuse,
  draws,
  explorer,
  indices,
  since,
  nation,
  queue,
}

const HELP = `npm run bench -- [options]

  --only <parts>    some parts, by commas: ${Object.keys(PARTS).join(', ')}
  --quick           fewer rounds and no 2,850 cities: about two minutes
  --full            also the longest runs, up to 1,000,000 draws: an hour, 20 GB of disk
  --since <folder>  an older checkout, built, that the part since compares with
  --json <file>     where to keep the results (default: bench/results/<date>.json)
  --compare <file>  say what changed against kept results; exit code 1 where something is worse
`

/** What is wrong with an argument, in words. */
class Mistake extends Error {}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        quick: { type: 'boolean', default: false },
        full: { type: 'boolean', default: false },
        json: { type: 'string' },
        compare: { type: 'string' },
        since: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    throw new Mistake((error as Error).message)
  }
}

function chosenParts(only: string | undefined): string[] {
  const asked = only?.split(',') ?? Object.keys(PARTS)
  const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name))
  if (unknown.length === 0) return asked
  throw new Mistake(`Found ${unknown.join(', ')}; expected some of ${Object.keys(PARTS).join(', ')}.`)
}

function readResults(file: string): Results {
  try {
    return resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Mistake(`${file} holds no results of the bench: ${(error as Error).message}`)
  }
}

async function measure(parts: readonly string[], { quick, full, since: older }: Options): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'cityward-bench-'))
  const bench = new Bench({ quick, full, since: older }, folder, (text) => process.stderr.write(`${text}\n`))
  const [load] = loadavg()
  try {
    for (const part of parts) await PARTS[part](bench)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    schema: 1,
    made: new Date().toISOString(),
    ...describeCommit(),
    machine: describeMachine(load),
    versions: describeVersions(),
    options: { quick, full, parts: [...parts] },
    checksums: bench.checksums,
    figures: bench.figures,
    skipped: bench.skipped,
  }
}

function keep(results: Results, json: string | undefined): void {
  const usual = fileURLToPath(new URL(`results/${results.made.slice(0, 10)}.json`, import.meta.url))
  const file = json ?? usual
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(results, undefined, 1)}\n`)
  process.stderr.write(`Kept in ${file}\n`)
}

async function main(): Promise<number> {
  const { help, only, json, compare: kept, ...options } = readArguments()
  if (help) {
    process.stdout.write(HELP)
    return 0
  }
  const parts = chosenParts(only)
  const before = kept === undefined ? undefined : readResults(kept)
  const results = await measure(parts, options)
  process.stdout.write(reportText(results))
  keep(results, json)
  if (!before) return 0
  const compared = compare(before, results)
  process.stdout.write(`\n${comparisonText(compared)}`)
  return compared.worse ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = error instanceof Mistake ? 2 : 1
}
