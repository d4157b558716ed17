/** Whatever is done to a scenario file, the answer is a plan that can be lived or located problems, soon. */
import { symlinkSync, writeFileSync } from 'node:fs'
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
import { GOOD, mutate, slips } from '../torture/scenario-slips.js'
import { TINY, withCases } from './tiny-scenario.js'

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
      fc.assert(
        fc.property(slips, ([good, mutations]) => {
          writeFileSync(file, mutations.reduce(mutate, good.split('\n')).join('\n'))
          const plan = answerOf(file, folders)
          if (!plan) return
          plans++
          live(plan)
        }),
        { numRuns: 600, seed: 11 },
      )
    })
    // many slips do no harm, in a comment or a title
    expect(plans).toBeGreaterThan(90)
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
