/**
 * What cities of the shipped scenario have of their own: with all of it held at nothing, every outcome is that of the
 * scenario without it, to the last bit; and what they differ by in the pace of leaving moves no villager of the region
 * more, since the region's pace is drawn beside it.
 */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadKernel } from '../../src/kernel/module.js'
import type { Plan } from '../../src/plan/plan.js'
import { createBatchRunner } from '../../src/run/batch.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { temporary } from '../commands/cityward.js'
import { batchOf } from '../run/tiny-plan.js'
import { shippedPlan } from './shipped.js'

const folder = temporary()
const SHIPPED = 'scenarios/guangxi-2023.yaml'
const DRAWS = 16
const loaded = loadKernel()
if (!('module' in loaded)) throw new Error(loaded.missing)
const kernel = loaded.module

const scenario = shippedPlan(SHIPPED)
const own = scenario.plan.uncertaintiesByCity.map(({ name }) => name)
const NOTHING = new Map(own.map((name) => [name, /^(outside|attraction)_/.test(name) ? 0 : 1]))

/** The file without these uncertainties and without what the levels say of them. */
function without(): string {
  const text = readFileSync(SHIPPED, 'utf8')
  const names = own.join('|')
  const from = text.search(new RegExp(`^ {2}(?:${names}):`, 'm'))
  const to = text.indexOf('\n  jobs_effect:\n')
  const levels = new RegExp(`\\s*[*+] (?:${names})(?: \\/ \\(sum\\(.*\\)\\)\\)\\))?`, 'g')
  const stripped = text.slice(0, from) + text.slice(to + 1).replaceAll(levels, '')
  expect(stripped.match(new RegExp(`\\b(?:${names})\\b`))).toBeNull()
  // the rows of a table are drawn by its name as it is written
  symlinkSync(resolve('fixtures'), join(folder, 'fixtures'), 'junction')
  mkdirSync(join(folder, 'scenarios'))
  const file = join(folder, 'scenarios/without.yaml')
  writeFileSync(file, stripped)
  return file
}

function lived(plan: Plan) {
  const batch = batchOf(plan, 0, DRAWS, [0, plan.policies.length - 1])
  expect(createBatchRunner(plan, { draws: DRAWS, kernel })(batch)).toEqual([])
  return batch.parts.map(({ outcomes }) => outcomes)
}

describe('what cities have of their own', () => {
  it('is drawn of how they leave, return, move on and are come to', () => {
    expect(own).toEqual([
      ...['exit_own', 'outside_own', 'attraction_own'],
      ...['exit_pace_own', 'return_pace_own', 'town_pace_own', 'comers_pace_own'],
    ])
    expect(scenario.plan.uncertainties).toHaveLength(80)
  })

  it('leaves every outcome to the last bit where it is held at nothing', () => {
    const bare = loadPlan(without()).plan
    const held = loadPlan(SHIPPED, { held: NOTHING }).plan
    expect(held.outcomes.map(({ name }) => name)).toEqual(bare.outcomes.map(({ name }) => name))
    const expected = lived(bare)
    lived(held).forEach((outcomes, policy) => {
      const at = outcomes.findIndex((value, index) => !Object.is(value, expected[policy][index]))
      expect([at, outcomes[at]]).toEqual([-1, undefined])
    })
  })

  it('moves cities apart and the region hardly', () => {
    const [drawn] = lived(scenario.plan).slice(-1)
    const [held] = lived(loadPlan(SHIPPED, { held: NOTHING }).plan).slice(-1)
    const gap = (code: string) => {
      const column = scenario.plan.outcomes.findIndex(({ name }) => name === `urban_share@${code}@2023`)
      let squares = 0
      for (let at = column * DRAWS; at < (column + 1) * DRAWS; at++) squares += (drawn[at] - held[at]) ** 2
      return Math.sqrt(squares / DRAWS)
    }
    const cities = scenario.plan.places.slice(1).map(({ code }) => gap(code))
    // 0.55 points in 6,000 futures, a fifth of what a city gains in three years; of the region 0.1
    expect(Math.min(...cities)).toBeGreaterThan(0.25)
    expect(cities.reduce((sum, one) => sum + one, 0) / 14).toBeLessThan(0.9)
    expect(gap('45')).toBeLessThan(0.25)
  })
})
