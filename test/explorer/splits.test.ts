import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSimulation } from '../../src/explorer/engine/simulation.js'
import type { ExplorerFacts, UnsplitService } from '../../src/explorer/facts.js'
import { factsOf } from '../../src/explorer/file/make-facts.js'
import { type Setting, settingOf, simulatedSetting } from '../../src/explorer/state/setting.js'
import { variantYaml } from '../../src/explorer/state/variant.js'
import { loadPlan, type Plan } from '../../src/index.js'
import { proposedParts, splitQuota } from '../../src/studies/split/split-quota.js'
import { temporary } from '../commands/cityward.js'
import { shippedPlan } from '../plan/shipped.js'

const folder = temporary()
const kernel = new WebAssembly.Module(readFileSync('dist/kernel.wasm'))
const DRAWS = 20

interface Explored {
  readonly plan: Plan
  readonly facts: ExplorerFacts
}

const kept = new Map<string, Explored>()

/** A plan and what a page of it is told; made once, since splits are searched for. */
function explored(file: string): Explored {
  const { plan, scenario } = shippedPlan(file)
  const found = kept.get(file) ?? {
    plan,
    facts: factsOf(plan, scenario, { file, draws: DRAWS, warnings: [] }),
  }
  kept.set(file, found)
  return found
}

/** Every outcome of a setting, in the page's engine. */
function outcomesOf(plan: Plan, setting: ReturnType<typeof simulatedSetting>): Float64Array {
  const columns = plan.outcomes.map((_, column) => column)
  const simulate = createSimulation(plan, { kernel, draws: DRAWS, keptPopulations: DRAWS })
  return simulate({ ...setting, first: 0, count: DRAWS, columns }).values
}

const half = (cities: number) => Array.from({ length: cities }, (_, city) => (city === 1 ? 40 : 10 * city))

describe('a split of the page', () => {
  it.each([
    ['scenarios/guangxi-2023.yaml', 'compulsory_places'],
    ['fixtures/cases/schools-by-need.yaml', 'school_places'],
    ['fixtures/cases/needs/two-cities.yaml', 'school_places'],
  ])('has the outcomes of the scenario that is saved of it, to the last bit: %s', (file, service) => {
    const name = basename(file)
    const { plan, facts } = explored(file)
    // what is saved names the file of the page as one beside it
    writeFileSync(join(folder, name), `extends: ${resolve(file)}\n`)
    const asItIs = outcomesOf(plan, simulatedSetting(facts, settingOf(facts)))
    for (const split of ['need', half(facts.places.length - 1)] as const) {
      const setting: Setting = { ...settingOf(facts), splits: { [service]: split } }
      const saved = join(folder, `${String(split).length}-${name}`)
      writeFileSync(saved, variantYaml(facts, setting))
      const variant = loadPlan(saved).plan
      expect(variant.outcomes).toEqual(plan.outcomes)
      const found = outcomesOf(plan, simulatedSetting(facts, setting))
      expect(found).not.toEqual(asItIs)
      const levers = variant.policies.find((one) => one.name === 'explored')!.settings
      expect(found).toEqual(outcomesOf(variant, { levers, held: [], splits: [] }))
    }
  })
})

describe('splits that are offered', () => {
  it('are what `split` proposes, from the same futures', () => {
    const { plan, scenario } = shippedPlan('fixtures/cases/needs/two-cities.yaml')
    const request = { service: 'school_places', policy: 0, year: plan.years.length - 1, draws: 50 }
    const { proposed } = splitQuota(plan, scenario, request)
    const own = proposedParts(plan, request)
    expect(own).toEqual({ total: proposed.total.parts, worst: proposed.worst.parts })
    const { splits } = factsOf(plan, scenario, { file: 'two-cities.yaml', draws: DRAWS, warnings: [] })
    // as the scenario has it all go to Alpha; 2,000 and 1,000 places are needed in the base year
    const [asPlanned, byNeed] = [
      [1000, 0],
      [667, 333],
    ]
    expect(splits).toMatchObject([{ service: 'school_places', asPlanned, byNeed, best: own }])
  })

  it('are none of services that are alike, given by city, under way, or of which nothing is needed', () => {
    const { facts } = explored('scenarios/guangxi-2023.yaml')
    expect(facts.splits.map(({ service }) => service)).toEqual([
      'compulsory_places',
      'kindergarten_places',
      'senior_places',
    ])
    const because = (reason: UnsplitService['because']) =>
      facts.unsplit.filter((one) => one.because === reason).map(({ title }) => title.en)
    expect(because('equal per head')).toEqual([
      'Primary-care beds',
      'Beds of all kinds',
      'Childcare places for children under 3',
    ])
    expect(because('no need')).toHaveLength(7)
    // no city lacks kindergarten places in the median future; of the others the median future says where
    expect(facts.splits.map(({ noBest }) => noBest)).toEqual([undefined, 'nothing lacks', undefined])
    for (const { asPlanned, byNeed } of facts.splits)
      for (const parts of [asPlanned, byNeed!]) expect(parts.reduce((sum, part) => sum + part, 0)).toBe(1000)
    // nobody is of school age in the base year of the tiny folder
    expect(explored('fixtures/cases/tiny.yaml').facts.splits.map(({ byNeed }) => byNeed)).toEqual([undefined])
    const { unsplit } = explored('fixtures/cases/programmes/under-way.yaml').facts
    expect(unsplit.map((one) => one.because)).toContain('under way')
    expect(
      explored('fixtures/cases/planner/new-programme.yaml').facts.unsplit.map((one) => one.because),
    ).toContain('given by city')
  })
})
