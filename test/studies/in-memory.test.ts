/** A run in memory is the run that a folder keeps, to the bit; and conditions on its futures are counted by hand. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRun } from '../../src/store/open-run.js'
import { runGiven } from '../../src/studies/futures/conditions.js'
import { simulateInMemory } from '../../src/studies/futures/in-memory.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { simulate } from '../../src/studies/simulate.js'
import { CitywardError } from '../../src/vocabulary/problems.js'
import { TINY, temporary } from '../commands/cityward.js'

const folder = join(temporary(), 'run')
const { plan, dataset } = loadPlan(TINY)
const DRAWS = 60
await simulate(plan, dataset, { folder, draws: DRAWS, threads: 0 })
const run = openRun(folder)

describe('simulateInMemory', () => {
  it('gives the numbers of a run folder, by either engine', async () => {
    const found = await simulateInMemory(plan, { draws: DRAWS })
    expect(await simulateInMemory(plan, { draws: DRAWS, engine: 'reference' })).toEqual(found)
    expect(Object.keys(found.policies)).toEqual(['no_action', 'build'])
    for (const [policy, { name }] of plan.policies.entries()) {
      const names = plan.outcomes.map((one) => one.name)
      const kept = await run.reader.read(policy, names)
      expect(names.map((column) => found.policies[name].outcomes[column])).toEqual(kept)
      expect(found.policies[name].failures).toEqual([])
    }
    expect(found.inputs['pace']).toEqual((await run.reader.read(0, ['input@pace']))[0])
  })

  it('takes settings of levers, and is then what a policy of these settings is', async () => {
    const [idle, build] = plan.policies
    const found = await simulateInMemory(plan, { draws: 20, policies: [build.name], levers: { schools: 0 } })
    const without = await simulateInMemory(plan, { draws: 20, policies: [idle.name] })
    expect(found.policies[build.name].outcomes).toEqual(without.policies[idle.name].outcomes)
    expect(found.policies[build.name].settings).toEqual({ schools: 0 })
    const twice = await simulateInMemory(plan, { draws: 20, policies: [build.name], levers: { schools: 2 } })
    const column = 'places_added@TL@2023'
    const known = plan.outcomes.find(({ name }) => name.startsWith('places_added'))!.name
    const [some, more] = [without, twice].map(({ policies }) => Object.values(policies)[0].outcomes[known])
    expect(
      more.every((value, draw) => value >= some[draw]),
      column,
    ).toBe(true)
  })

  it('rounds a design up to whole blocks', async () => {
    const saltelli = loadPlan(TINY, { design: { kind: 'saltelli', options: { scrambles: 2 } } })
    const { draws, inputs } = await simulateInMemory(saltelli.plan, { draws: 7 })
    // one factor: A, AB and B, in two scrambles
    expect([draws, inputs['pace'].length]).toEqual([12, 12])
  })

  it.each([
    ['no draws', { draws: 0 }],
    ['half a draw', { draws: 1.5 }],
    ['more than memory holds', { draws: 100_000_000 }],
    ['a policy that there is not', { draws: 2, policies: ['bild'] }],
    ['no policy', { draws: 2, policies: [] }],
    ['a lever that there is not', { draws: 2, levers: { school: 1 } }],
    ['no setting', { draws: 2, levers: { schools: Number.NaN } }],
    ['an engine that there is not', { draws: 2, engine: 'fast' as 'kernel' }],
    ['half a thread', { draws: 2, threads: 0.5 }],
  ])('refuses %s', async (_, options) => {
    await expect(simulateInMemory(plan, options)).rejects.toThrow(CitywardError)
  })
})

describe('conditions on futures', () => {
  const column = plan.outcomes.find(({ place, year }) => place === 0 && plan.years[year] === 2022)!
  const values = async (name: string) => (await run.reader.read(1, [name]))[0]

  it('keep the draws in which they hold, of every column alike', async () => {
    const [pace, outcome] = [await values('input@pace'), await values(column.name)]
    const middle = outcome.toSorted()[DRAWS / 2]
    const given = await runGiven(run, 1, ['pace=0.8..1.1', `${column.indicator}@2022=${middle}..`])
    const holds = pace.map((value, draw) => Number(value >= 0.8 && value <= 1.1 && outcome[draw] >= middle))
    const [kept] = await given.reader.read(1, ['input@pace'])
    expect(given.reader.draws).toBe(holds.reduce((sum, one) => sum + one, 0))
    expect(kept).toEqual(pace.filter((_, draw) => holds[draw] === 1))
    expect(kept.length).toBeGreaterThan(0)
    expect(await runGiven(run, 1, [])).toBe(run)
  })

  it('are of a city by its name or code, in the last year where none is said', async () => {
    const named = await runGiven(run, 1, ['urban_share@Alpha@2023=50..'])
    const last = await runGiven(run, 1, ['urban_share@Alpha = 50 ..'])
    expect(named.reader.draws).toBe(last.reader.draws)
  })

  it.each([
    [
      'pace',
      'Found "pace"; expected a name and a rising range, such as urban_share@2021=54..55 or rural_pace=..1.',
    ],
    ['pace=2..1', 'Found "pace=2..1"; expected a name and a rising range'],
    ['pace=..', 'Found "pace=.."; expected a name and a rising range'],
    ['pace=a..b', 'Found "pace=a..b"; expected a name and a rising range'],
    ['pase=1..2', 'Did you mean pace?'],
    ['urban_share@Gamma=1..2', 'Found no city "Gamma"'],
    [
      'urban_share@2030=1..2',
      'Found no values of urban_share@2030=1..2; expected a place and year that the run has kept.',
    ],
  ])('refuse %s', async (text, answer) => {
    await expect(runGiven(run, 1, [text])).rejects.toThrow(answer)
  })
})
