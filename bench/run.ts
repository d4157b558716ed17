/**
 * `npm run bench`: measures cityward beside its peers, prints a table, keeps JSON.
 *
 * Exit codes: 0 done; 1 checksums differ, or --compare found something worse; 2 a mistake in an argument.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Bench } from './bench.js'
import { compare } from './compare.js'
import { describeCommit, describeMachine, describeVersions } from './machine.js'
import { cities } from './parts/cities.js'
import { draws } from './parts/draws.js'
import { overhead } from './parts/overhead.js'
import { run } from './parts/run.js'
import { shares } from './parts/shares.js'
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
  draws,
}

const HELP = `npm run bench -- [options]

  --only <parts>    some parts, by commas: ${Object.keys(PARTS).join(', ')}
  --quick           fewer rounds and no 2,850 cities: about two minutes
  --full            also 100,000 and 1,000,000 draws: needs 20 GB of disk
  --json <file>     where to keep the results (default: bench/results/<date>.json)
  --compare <file>  say what changed against kept results; exit code 1 where something is worse
`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    json: { type: 'string' },
    compare: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

function chosenParts(): string[] {
  const asked = values.only?.split(',') ?? Object.keys(PARTS)
  const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name))
  if (unknown.length === 0) return asked
  process.stderr.write(`Found ${unknown.join(', ')}; expected some of ${Object.keys(PARTS).join(', ')}.\n`)
  process.exit(2)
}

async function measure(parts: readonly string[]): Promise<Results> {
  const { quick, full } = values
  const folder = mkdtempSync(join(tmpdir(), 'cityward-bench-'))
  const bench = new Bench({ quick, full }, folder, (text) => process.stderr.write(`${text}\n`))
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

function keep(results: Results): void {
  const usual = fileURLToPath(new URL(`results/${results.made.slice(0, 10)}.json`, import.meta.url))
  const file = values.json ?? usual
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(results, undefined, 1)}\n`)
  process.stderr.write(`Kept in ${file}\n`)
}

async function main(): Promise<number> {
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const parts = chosenParts()
  const before = values.compare && resultsSchema.parse(JSON.parse(readFileSync(values.compare, 'utf8')))
  const results = await measure(parts)
  process.stdout.write(reportText(results))
  keep(results)
  if (!before) return 0
  const compared = compare(before, results)
  process.stdout.write(`\n${comparisonText(compared)}`)
  return compared.worse ? 1 : 0
}

process.exitCode = await main()
