/** Whole scenarios made of chance: draws lived side by side against one after another, to the last bit. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import { CODES } from '../../src/formula/operations.js'
import { loadKernel } from '../../src/kernel/module.js'
import { compilePlan } from '../../src/plan/compile.js'
import { neededPart } from '../../src/plan/needed/needed-part.js'
import { hasFeedback, type Plan } from '../../src/plan/plan.js'
import type { Failure } from '../../src/results/failures.js'
import { createBatchRunner } from '../../src/run/batch.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { programsOf } from '../../src/run/year/memory.js'
import { loadScenario } from '../../src/scenario/load.js'
import { type Chance, createChance } from './chance.js'
import { type Asked, batchOf, DRAWS, randomBatches } from './random-batches.js'
import { JOINT_DRAWS } from './random-chances.js'
import { randomRegion } from './random-region.js'
import { randomScenario } from './random-scenario.js'

const loaded = loadKernel()
if (!('module' in loaded)) throw new Error(loaded.missing)
const kernel = loaded.module

/** How many scenarios, from which number on; a long run asks for more of them. */
const COUNT = Number(process.env['RANDOM_SCENARIOS'] ?? 70)
const FIRST = Number(process.env['RANDOM_FROM'] ?? 0)

const folder = resolve('fixtures/tiny')
const tiny = loadDataset(folder)
const scratch = mkdtempSync(join(tmpdir(), 'cityward-random-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** The plan of a number, through loader and compiler; they have to find it good. */
function planOf(seed: number): Plan {
  const chance = createChance(seed)
  const region = randomRegion(chance, tiny)
  const file = join(scratch, 'scenario.yaml')
  writeFileSync(file, randomScenario(chance, region, folder))
  const { scenario, problems, locate } = loadScenario(file, JOINT_DRAWS)
  expect(problems, `scenario ${seed}`).toEqual([])
  const compiled = compilePlan(scenario!, region, locate, 'test')
  expect(compiled.problems, `scenario ${seed}`).toEqual([])
  return compiled.plan!
}

/** What batches come to: the bits of inputs and outcomes of each of their parts, and the failures. */
interface Lived {
  readonly inputs: readonly Float64Array[]
  readonly outcomes: readonly Float64Array[]
  readonly failures: readonly Failure[]
}

function liveAll(plan: Plan, asked: readonly Asked[], options: { reuse?: boolean; fast: boolean }): Lived[] {
  const { fast, reuse } = options
  const live = createBatchRunner(plan, { draws: DRAWS, ...(fast ? { kernel, reuse } : {}) })
  return asked.map((one) => {
    const batch = batchOf(plan, one)
    const failures = live(batch)
    const { parts } = batch
    return {
      inputs: parts.map(({ inputs }) => inputs),
      outcomes: parts.map(({ outcomes }) => outcomes),
      failures,
    }
  })
}

/** The first number that differs in a bit, by column and place in it; none where all are the same. */
function firstDifference(found: Float64Array, expected: Float64Array, names: readonly string[]): string {
  const bytes = ({ buffer, byteOffset, byteLength }: Float64Array) =>
    Buffer.from(buffer, byteOffset, byteLength)
  if (bytes(found).equals(bytes(expected))) return ''
  const at = expected.findIndex((value, index) => !Object.is(value, found[index]))
  const draws = expected.length / names.length
  return `${names[Math.floor(at / draws)]} of draw ${at % draws} is ${found[at]} and not ${expected[at]}`
}

function expectSame(plan: Plan, found: readonly Lived[], expected: readonly Lived[], where: string): void {
  const columns = plan.outcomes.map(({ name }) => name)
  const names = plan.uncertainties.map(({ name }) => name)
  expected.forEach(({ inputs, outcomes, failures }, batch) => {
    expect(found[batch].failures, `${where}, batch ${batch}`).toEqual(failures)
    outcomes.forEach((own, part) => {
      const at = `${where}, batch ${batch}, part ${part}`
      expect(firstDifference(found[batch].inputs[part], inputs[part], names), at).toBe('')
      expect(firstDifference(found[batch].outcomes[part], own, columns), at).toBe('')
    })
  })
}

/** Every trajectory alone, with nothing kept from any other. */
function liveAlone(plan: Plan, asked: readonly Asked[]): Lived[] {
  return asked.map((one) => {
    const { parts, firstDraw, draws } = batchOf(plan, one)
    const inputs = new Float64Array(plan.uncertainties.length)
    const outcomes = new Float64Array(plan.outcomes.length)
    const put = (values: Float64Array, columns: Float64Array, of: number, at: number) =>
      values.forEach((value, column) => {
        columns[column * of + at] = value
      })
    const failures = parts.flatMap((part) =>
      Array.from({ length: draws }, (_, draw) => {
        const alone = createTrajectory(plan, DRAWS)
        const failure = alone.run(part.policy, firstDraw + draw, inputs, outcomes, part.settings)
        put(inputs, part.inputs, part.draws, firstDraw + draw - part.firstDraw)
        put(outcomes, part.outcomes, part.draws, firstDraw + draw - part.firstDraw)
        return failure ?? []
      }).flat(),
    )
    return { inputs: parts.map((p) => p.inputs), outcomes: parts.map((p) => p.outcomes), failures }
  })
}

/** Columns of a part of a plan, more or less. */
const FEW = 3

/** The part of a plan that some columns need has their bits in every trajectory that the whole plan can compute. */
function expectPart(plan: Plan, asked: readonly Asked[], expected: readonly Lived[], { some }: Chance): void {
  // few of them, so that much is left out
  const columns = some(
    plan.outcomes.map((_, column) => column),
    FEW / plan.outcomes.length,
  )
  const part = neededPart(plan, new Set(columns))
  expect(part.outcomes).toEqual(columns.map((column) => plan.outcomes[column]))
  const found = liveAll(part, asked, { fast: true })
  expected.forEach(({ outcomes, failures }, batch) => {
    const failed = (index: number, draw: number) =>
      failures.some((one) => one.policy === asked[batch].parts[index].policy && one.draw === draw)
    outcomes.forEach((own, index) => {
      const { firstDraw, draws, before } = asked[batch]
      const all = own.length / plan.outcomes.length
      columns.forEach((column, at) => {
        for (let draw = 0; draw < draws; draw++) {
          if (failed(index, firstDraw + draw)) continue
          const [is, was] = [at, column].map((of, side) => {
            const values = side === 0 ? found[batch].outcomes[index] : own
            return values[of * all + before + draw]
          })
          if (!Object.is(is, was)) expect(is, `${plan.outcomes[column].name} of draw ${draw}`).toBe(was)
        }
      })
    })
  })
}

describe('whole scenarios made of chance', () => {
  it('come to the same side by side as one after another, whatever they say', () => {
    const said = new Set<string>()
    const seen = { trajectories: 0, failed: 0, mixed: 0, readPast: 0, shared: 0 }
    for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
      const plan = planOf(seed)
      const asked = randomBatches(createChance(seed + 1e6), plan)
      const expected = liveAll(plan, asked, { fast: false })
      expectSame(plan, liveAll(plan, asked, { fast: true }), expected, `scenario ${seed}`)
      expectSame(
        plan,
        liveAll(plan, asked, { fast: true, reuse: false }),
        expected,
        `scenario ${seed} without reuse`,
      )
      if (seed % 10 === 0) expectSame(plan, liveAlone(plan, asked), expected, `scenario ${seed} alone`)
      if (seed % 2 === 0) expectPart(plan, asked, expected, createChance(seed + 2e6))
      for (const { code } of programsOf(plan))
        for (let at = 0; at < code.length; at += 4) said.add(CODES[code[at]])
      if (hasFeedback(plan)) seen.readPast++
      if (plan.steps.some(({ moment }) => moment === 'share')) seen.shared++
      const trajectories = asked.reduce((sum, { draws, parts }) => sum + draws * parts.length, 0)
      const failed = expected.reduce((sum, { failures }) => sum + failures.length, 0)
      seen.trajectories += trajectories
      seen.failed += failed
      if (failed > 0 && failed < trajectories) seen.mixed++
    }
    // else this would be no test of all that formulas can say, and of draws that fail beside others that do not
    expect(CODES.filter((operation) => !said.has(operation))).toEqual([])
    expect(seen.mixed).toBeGreaterThan(COUNT / 20)
    expect(seen.readPast).toBeGreaterThan(COUNT / 10)
    expect(seen.shared).toBeGreaterThan(COUNT / 10)
    expect(seen.failed).toBeLessThan(seen.trajectories / 2)
  })
})
