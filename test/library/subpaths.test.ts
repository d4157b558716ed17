/** The library as a program in a folder of its own imports it: the built package, by its name and its subpaths. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { transformSync } from 'esbuild'
import { expect, it } from 'vitest'
import { temporary } from '../commands/cityward.js'

const folder = temporary()
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> }

/** Uses a function of each subpath; prints what is held against known values below. */
const PROGRAM = `
import { loadDataset, loadPlan, simulate, type Summary } from 'cityward'
import { decadeOf } from 'cityward/calibration'
import { discover } from 'cityward/discovery'
import { createDesign, type SaltelliDesign, sobol, sobolIndices, wholeDraws } from 'cityward/sensitivity'
import { demographicTable, stablePopulation } from 'cityward/demography'
import { moments } from 'cityward/distributions'
import { drawAnalysis } from 'cityward/pictures'
import { openRun, verifyRun } from 'cityward/store'

const { plan, dataset } = loadPlan(${JSON.stringify(resolve('fixtures/cases/tiny.yaml'))})
const { summary } = await simulate(plan, dataset, { folder: 'run', draws: 20, threads: 1 })
const whole: Summary = summary!

const names = ['x', 'y']
const factors = names.map((name) => ({ name, members: [name], dimensions: [name] }))
const design: SaltelliDesign = { kind: 'saltelli', secondOrder: true, scrambles: 4, factors }
const draws = wholeDraws(design, 24_000)
const points = names.map(createDesign({ design, seed: 0, names, draws }))
const outcome = Float64Array.from({ length: draws }, (_, draw) => points[0]!(draw) + points[1]!(draw) ** 2)
const { indices } = sobolIndices(design, outcome)

const inputs = names.map((name, k) => ({ name, values: Float64Array.from({ length: draws }, (_, draw) => points[k]!(draw)) }))
const { boxes } = discover(inputs, Uint8Array.from(inputs[0]!.values, (value) => (value > 0.7 ? 1 : 0)))

const unit = { kind: 'uniform', low: 0, high: 1 } as const
const analysis = sobol(({ x, y }) => x + y, { x: unit, y: unit }, { N: 16 })
const picture = await drawAnalysis(analysis, { title: 'Sum', form: 'svg' })

console.log(JSON.stringify({
  tables: demographicTable(plan, dataset, 'flows').heading.length,
  doubling: stablePopulation([[1, 2], [1, 0]]).ratio,
  mean: moments({ kind: 'poisson', mean: 3 }).mean,
  picture: String(picture).slice(0, 4),
  years: plan.years,
  draws: whole.draws,
  shares: indices.map(({ measures }) => measures['first']!.value),
  limits: boxes[0]!.limits,
  decade: [decadeOf(loadDataset(${JSON.stringify(resolve('fixtures/guangxi'))})).decade!].map(({ from, to }) => [from, to]),
  policies: openRun('run').header.policies.map(({ name }) => name),
  findings: verifyRun('run').findings,
}))
`

/** What tsc is to refuse; each line that it takes is an error of its own. */
const WRONG = `
// @ts-expect-error draws are a number
void (() => simulate(plan, dataset, { folder: 'run', draws: 'many' }))
// @ts-expect-error a method of a subpath is not of the main entry
export { pawn } from 'cityward'
`

/** Programs of the page for those who come from other tools, and what holds them against known values. */
const PAGE = [...readFileSync('docs/coming-from.md', 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(
  ([, text]) => text!,
)
const PAGE_PROGRAM = `
import { ishigami } from './page-0.mjs'
import { screening } from './page-1.mjs'
import { limits } from './page-2.mjs'
import { size, there } from './page-3.mjs'
console.log(JSON.stringify({ ishigami, screening, limits, size, there }))
`

mkdirSync(join(folder, 'node_modules'))
symlinkSync(resolve('node_modules/csv-parse'), join(folder, 'node_modules', 'csv-parse'))
symlinkSync(resolve('.'), join(folder, 'node_modules', 'cityward'))
symlinkSync(resolve('node_modules/@types'), join(folder, 'node_modules', '@types'))
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')

it('has a main entry and seven subpaths, each with types', () => {
  expect(Object.keys(exports)).toEqual([
    '.',
    './sensitivity',
    './discovery',
    './calibration',
    './store',
    './pictures',
    './distributions',
    './demography',
    './package.json',
  ])
})

it('is typed for a strict program that checks the declarations of its packages too', () => {
  writeFileSync(join(folder, 'program.ts'), PROGRAM + WRONG)
  PAGE.forEach((text, at) => {
    writeFileSync(join(folder, `page-${at}.ts`), text)
  })
  const files = ['program.ts', ...PAGE.map((_, at) => `page-${at}.ts`)]
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2023'],
    module: 'nodenext',
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  const tsc = resolve('node_modules/typescript/bin/tsc')
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
})

it('does what it says', () => {
  const { code } = transformSync(PROGRAM, { loader: 'ts', format: 'esm' })
  writeFileSync(join(folder, 'program.mjs'), code)
  const { stdout, stderr } = spawnSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('')
  const found = JSON.parse(stdout)
  expect(found).toMatchObject({
    tables: 6,
    doubling: 2,
    mean: 3,
    picture: '<svg',
    years: [2020, 2021, 2022, 2023],
    draws: 20,
    decade: [[2010, 2020]],
    policies: ['no_action', 'build'],
    findings: [],
  })
  // x + y^2 of two uniform numbers: variances 1/12 and 4/45
  const [x, y] = [1 / 12, 4 / 45]
  expect(found.shares[0]).toBeCloseTo(x / (x + y), 2)
  expect(found.shares[1]).toBeCloseTo(y / (x + y), 2)
  // the box of the draws above 0.7, to within what one peel takes away
  expect(found.limits).toEqual([{ name: 'x', above: expect.closeTo(0.7, 1) }])
})

it('does what the page for those who come from other tools shows', () => {
  expect(PAGE).toHaveLength(4)
  PAGE.forEach((text, at) => {
    const { code } = transformSync(text, { loader: 'ts', format: 'esm' })
    writeFileSync(join(folder, `page-${at}.mjs`), code)
  })
  // what is short hangs on pace alone: above 1.2 it is more than a thousand
  const rows = Array.from({ length: 400 }, (_, row) => {
    const [pace, births] = [0.8 + ((row * 7) % 400) / 800, 0.9 + ((row * 11) % 400) / 2000]
    return `${pace},${births},${pace > 1.2 ? 1500 : 500}`
  })
  writeFileSync(join(folder, 'futures.csv'), ['pace,births,short', ...rows].join('\n'))
  writeFileSync(join(folder, 'page.mjs'), PAGE_PROGRAM)
  const { stdout, stderr } = spawnSync(process.execPath, ['page.mjs'], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('')
  const found = JSON.parse(stdout)
  // Ishigami's closed form: 0.3139 of the variance goes with x1 alone, 0.2437 with x1 and x3 together
  expect(found.ishigami.first).toBeCloseTo(0.3139, 2)
  const pair = found.ishigami.pairs.find(({ names }: { names: string[] }) => names.join() === 'x1,x3')
  expect(pair.low).toBeLessThan(0.2437)
  expect(pair.high).toBeGreaterThan(0.2437)
  // moves of 0.6 and -0.4 of the range of rate: 1.2 / 0.6 and -0.8 / -0.4; of places 0.3 / 0.3 and 0.3 / 0.3
  expect(found.screening.first).toBe('rate')
  expect(found.screening.rate[0]).toBeCloseTo(2, 9)
  expect(found.limits).toEqual([{ name: 'pace', above: expect.closeTo(1.2, 1) }])
  expect(found.size).toBe(1024 * 4)
  // variances 4 x 0.01 and of a triangle (0.8, 1, 1.1) 0.0038889
  expect(found.there.value).toBeCloseTo(0.04 / (0.04 + 0.0038889), 1)
})
