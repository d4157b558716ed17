/** Whatever is done to a scenario file, the answer is a plan that can be lived or located problems, soon. */
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/dataset/dataset.js'
import { loadDataset } from '../../src/dataset/load.js'
import { compilePlan } from '../../src/plan/compile.js'
import type { Plan } from '../../src/plan/plan.js'
import { faultText } from '../../src/results/fault-words.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { loadScenario } from '../../src/scenario/load.js'
import { formatProblem, type Problem } from '../../src/vocabulary/problems.js'
import { TINY, withCases } from './tiny-scenario.js'

const CHILD = `extends: base.yaml
title: { en: A child, zh: 子情景 }
uncertainties:
  pace:
    distribution: { kind: lognormal, median: 1, sigma: 0.2 }
correlations:
  - { between: [on_time, pace], rank: -0.2 }
policies:
  twice: { title: { en: Twice, zh: 加倍 }, set: { schools: 2 } }
population:
  levels:
    reclassification: { by_year: { 2021: 0.01, 2022: 0 }, between: hold }
    arrivals: { total: 10, share_by: data(school_places) }
    attraction: { by_city: { Alpha: 0.1, others: pace } }
  schedules: { city_to_city: null }
services:
  school_places:
    programmes:
      new_schools: { starts: { 2021: null, 2023: 4 }, share_by: null, by_city: { A: 1, 乙: 2 } }
targets:
  - { id: one-hour, threshold: 2 }
  - { id: places, indicator: places_short, comparator: at_most, threshold: 0, year: 2022 }
`
const TEMPLATE = readFileSync('fixtures/template-scenario.yaml', 'utf8')
const GOOD = [TINY, CHILD, TEMPLATE]

const ODD = [
  ...['', '-1', '0', '1e999', '.nan', '-.inf', '1e308', '0x10', '007', '2020', '2023.5', '1,000', '40%'],
  ...['"', "'", '[', ']', '{', '}', '{}', '[]', ':', '- ', '#', '&a', '*a', '!!set', '|', '>', '?', '<<: *a'],
  ...['null', '~', 'yes', 'true', '__proto__', 'constructor', 'by_year', 'by_city', 'others', 'no_action'],
  ...[
    'people(urban)',
    'data(beds)',
    'pace',
    'schools / 0',
    'at(2021,',
    'log(-1)',
    'sum(1)',
    'A',
    '甲',
    'Beta',
  ],
  ...[
    '\t',
    '\r\n',
    '\u0000',
    '\u00a0',
    '\u2028',
    '\ud800',
    '\ud83d\ude00',
    '２',
    '9'.repeat(400),
    '('.repeat(80),
  ],
]

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)
const KINDS = [
  'write over',
  'cut out',
  'delete',
  'double',
  'swap',
  'indent',
  'value',
  'key',
  'number',
  'word',
]
const mutation = fc.record({
  kind: fc.constantFrom(...KINDS),
  line: fc.nat(),
  other: fc.nat(),
  column: fc.nat(80),
  length: fc.nat(12),
  text,
})
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never

/** One slip: of a hand on the keys, of lines moved about, or of a value of another kind. */
function mutate(lines: string[], { kind, line, other, column, length, text: put }: Mutation): string[] {
  const at = line % lines.length
  const to = other % lines.length
  const own = lines[at]
  const write = (changed: string) => lines.with(at, changed)
  if (kind === 'write over') return write(own.slice(0, column) + put + own.slice(column + length))
  if (kind === 'cut out') return write(own.slice(0, column) + own.slice(column + length))
  if (kind === 'delete') return lines.toSpliced(at, 1 + (length % 3))
  if (kind === 'double') return lines.toSpliced(to, 0, own)
  if (kind === 'swap') return write(lines[to]).with(to, own)
  if (kind === 'indent') return write(' '.repeat(length) + own.trimStart())
  if (kind === 'value') return write(own.replace(/: [^{]*$/, () => `: ${put}`))
  if (kind === 'key') return write(own.replace(/\w+:/, () => `${put}:`))
  if (kind === 'number') return write(nth(own, /\d+(?:\.\d+)?/g, column, put))
  return write(nth(own, /\w+/g, column, put))
}

/** A text with one of the places that match replaced. */
function nth(whole: string, pattern: RegExp, index: number, put: string): string {
  const places = [...whole.matchAll(pattern)]
  if (places.length === 0) return whole
  const { index: start, 0: found } = places[index % places.length]
  return whole.slice(0, start) + put + whole.slice(start + found.length)
}

/** Longest time of the processor that an answer may take, milliseconds. */
const SOON = 2000

/** A scenario compiled as `cityward check` does it; data folders are read once, as their slips have tests of their own. */
function compile(file: string, folders: Map<string, Dataset>): { plan?: Plan; problems: readonly Problem[] } {
  const { scenario, problems, locate } = loadScenario(file)
  if (!scenario) return { problems }
  const dataset = folders.get(scenario.data) ?? loadDataset(scenario.data)
  folders.set(scenario.data, dataset)
  const compiled = compilePlan(scenario, dataset, locate, 'test')
  const all = [...problems, ...compiled.problems]
  return { plan: all.length === 0 ? compiled.plan : undefined, problems: all }
}

/** A plan, or problems that say where they are and are told in whole words. */
function answerOf(file: string, folders: Map<string, Dataset>): Plan | undefined {
  const started = process.cpuUsage()
  const { plan, problems } = compile(file, folders)
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(SOON)
  expect(plan === undefined).toBe(problems.length > 0)
  for (const problem of problems) {
    expect(problem.code).toMatch(/^[a-z]+(-[a-z]+)+$/)
    const hasLine = problem.where.line !== undefined
    expect(hasLine || /^(file-empty|aliases-too-many)$/.test(problem.code), formatProblem(problem)).toBe(true)
    expect(formatProblem(problem)).not.toMatch(/undefined|\[object|NaN:|:0:|:0$/)
  }
  return plan
}

/** One draw of the last policy gives numbers, or a fault that says why it gives none. */
function live(plan: Plan): void {
  const trajectory = createTrajectory(plan, 1)
  const inputs = new Float64Array(plan.uncertainties.length)
  const outcomes = new Float64Array(plan.outcomes.length)
  const policy = plan.policies.length - 1
  const failure = trajectory.run(policy, 0, inputs, outcomes)
  expect(inputs.every(Number.isFinite)).toBe(true)
  if (failure) {
    expect(failure).toMatchObject({ policy, draw: 0 })
    expect(faultText(failure)).toMatch(/\S/)
    return
  }
  // a city's ratio may have nothing to be measured against there
  const known = plan.outcomes.map(
    ({ place }, at) => Number.isFinite(outcomes[at]) || (place > 0 && Number.isNaN(outcomes[at])),
  )
  expect(known.every(Boolean)).toBe(true)
}

describe('after any slips in its file, a scenario', () => {
  it('gives a plan that can be lived, or located problems', () => {
    const folders = new Map<string, Dataset>()
    let plans = 0
    withCases((cases) => {
      symlinkSync(resolve('fixtures/template'), join(cases, 'data'), 'junction')
      writeFileSync(join(cases, 'base.yaml'), TINY)
      const file = join(cases, 'scenario.yaml')
      const slips = fc.tuple(fc.constantFrom(...GOOD), fc.array(mutation, { minLength: 1, maxLength: 3 }))
      fc.assert(
        fc.property(slips, ([good, mutations]) => {
          writeFileSync(file, mutations.reduce(mutate, good.split('\n')).join('\n'))
          const plan = answerOf(file, folders)
          if (!plan) return
          plans++
          live(plan)
        }),
        { numRuns: 1200, seed: 11 },
      )
    })
    // many slips do no harm, in a comment or a title
    expect(plans).toBeGreaterThan(180)
  })

  it('is a plan without any', () => {
    withCases((cases) => {
      symlinkSync(resolve('fixtures/template'), join(cases, 'data'), 'junction')
      writeFileSync(join(cases, 'base.yaml'), TINY)
      for (const good of GOOD) {
        writeFileSync(join(cases, 'scenario.yaml'), good)
        expect(answerOf(join(cases, 'scenario.yaml'), new Map())).toBeDefined()
      }
    })
  })
})
