/**
 * Every province as `cityward new` makes it, but for its backtest, and `cityward run`: `npm run provinces [-- CODE...]`. Prints a row a
 * province, which docs/provinces.md keeps: how the fit ended, how near 2020 is met from 2010, futures that give no number, what 2030 may
 * bring, seconds of the processor. `npm run provinces -- county
 * [CODE...]` fits the counties of those that have them, and writes nothing.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { newRegion } from '../src/studies/new-region/new-region.js'

const ROOT = join(import.meta.dirname, '..')
const DRAWS = 200
const CODES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' ')

/** Runs a command; throws where it fails. */
function cityward(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('node', [join(ROOT, 'dist/cli.js'), ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`cityward ${args.join(' ')}: ${status}\n${stderr}`)
}

/** Seconds of this process's processor that something takes. */
function timed<T>(make: () => T): { readonly made: T; readonly seconds: number } {
  const before = process.cpuUsage()
  const made = make()
  const { user, system } = process.cpuUsage(before)
  return { made, seconds: (user + system) / 1e6 }
}

interface Spread {
  readonly median: number
  readonly range80: readonly [number, number]
}

interface RunSummary {
  readonly policies: readonly { readonly failures: number }[]
  readonly series: readonly {
    readonly indicator: string
    readonly years: readonly { readonly year: number; readonly spread: Spread }[]
  }[]
}

function rowOf(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'provinces-'))
  try {
    const file = join(folder, 'scenario.yaml')
    const { made: region, seconds } = timed(() =>
      newRegion({ province: code, level: 'city', holdOut: false }, file),
    )
    mkdirSync(join(folder, 'data'))
    for (const [name, text] of region.data) writeFileSync(join(folder, 'data', name), text)
    writeFileSync(file, region.scenario)
    cityward('run', file, '--draws', String(DRAWS), '--out', join(folder, 'run'))
    const { series, policies } = JSON.parse(
      readFileSync(join(folder, 'run/summary.json'), 'utf8'),
    ) as RunSummary
    const { median, range80 } = series
      .find(({ indicator }) => indicator === 'urban_share')!
      .years.at(-1)!.spread
    const [whole, ...places] = region.hindcast
    const names = new Map(tableOf(region.data.get('places.csv')!).map((row) => [row.code, row.name_en]))
    const farthest = (of: 'people' | 'urbanShare') => {
      const far = places.reduce((worst, one) => (Math.abs(one[of]) > Math.abs(worst[of]) ? one : worst))
      return `${names.get(far.code)} ${signed(far[of], 2)}`
    }
    return [
      `${code} ${region.name.en}`,
      places.length,
      `${region.steps}, ${region.settled ? 'yes' : '**no**'}`,
      `${signed(whole.people, 3)}, ${signed(whole.urbanShare, 2)}`,
      farthest('people'),
      farthest('urbanShare'),
      /^Townspeople not met: (.*)\.$/m.exec(region.data.get('README.md')!)?.[1] ?? '',
      `${policies[0].failures} of ${DRAWS}`,
      `${median.toFixed(1)} (${range80.map((end) => end.toFixed(1)).join('-')})`,
      seconds.toFixed(0),
    ].join(' | ')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const signed = (value: number, digits: number) => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(digits)}`

/** Municipalities, whose places are districts already. */
const WITHOUT_COUNTIES = ['11', '12', '31', '50']

/** Cells of a table by column. */
function tableOf(text: string): Record<string, string>[] {
  const [header, ...rows] = parse(text) as string[][]
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])))
}

/** How far the counties of a province are off: the region, the middle one, nine of ten, and the three farthest; processor seconds. */
function rowOfCounties(code: string): string {
  const before = process.cpuUsage()
  const { data, settled } = newRegion({ province: code, level: 'county' }, 'scenario.yaml')
  const { user, system } = process.cpuUsage(before)
  const table = (name: string) => tableOf(data.get(name)!)
  const names = new Map(table('places.csv').map((row) => [row.code, row]))
  const untold = new Set(
    table('values.csv').flatMap((row) => (row.note.startsWith('not followed') ? [row.code] : [])),
  )
  const hindcast = table('hindcast.csv')
  const cells = (['people', 'urban_share'] as const).map((subject) => {
    const [region, ...places] = hindcast.filter((row) => row.subject === subject)
    const far = places.toSorted((a, b) => Math.abs(Number(a.error)) - Math.abs(Number(b.error)))
    const off = (part: number) => Math.abs(Number(far[Math.floor(part * (far.length - 1))].error)).toFixed(2)
    const worst = far
      .slice(-3)
      .reverse()
      .map(
        (row) =>
          `${names.get(row.code)?.name_zh}${untold.has(row.code) ? '*' : ''} ${signed(Number(row.error), 1)}`,
      )
    return {
      region: signed(Number(region.error), 2),
      middle: off(0.5),
      nine: off(0.9),
      worst: worst.join(', '),
    }
  })
  const [people, share] = cells
  return [
    `${code} ${names.get(code)?.name_en}`,
    `${names.size - 1} (${untold.size})`,
    `${people.region}, ${share.region}`,
    `${people.middle}, ${share.middle}`,
    `${people.nine}, ${share.nine}`,
    people.worst,
    share.worst,
    settled ? 'yes' : 'no',
    ((user + system) / 1e6).toFixed(0),
  ].join(' | ')
}

const [first, ...rest] = process.argv.slice(2)
const isCounties = first === 'county'
const asked = isCounties ? rest : process.argv.slice(2)
const all = isCounties ? CODES.filter((code) => !WITHOUT_COUNTIES.includes(code)) : CODES
for (const code of asked.length > 0 ? asked : all) {
  try {
    process.stdout.write(`| ${isCounties ? rowOfCounties(code) : rowOf(code)} |\n`)
  } catch (error) {
    process.stdout.write(`| ${code} | failed: ${(error as Error).message} |\n`)
    process.exitCode = 1
  }
}
