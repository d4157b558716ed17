import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { cityward, TINY, temporary } from './cityward.js'

// As a user imports it: the built library, not the source.
const library: typeof import('../../src/index.js') = await import(pathToFileURL('dist/index.js').href)
const { openRun, RunFolder }: typeof import('../../src/library/store.js') = await import(
  pathToFileURL('dist/store.js').href
)
const folder = temporary()

describe('the library', () => {
  it('gives the numbers of the command line, put together step by step', async () => {
    const { loadScenario, loadDataset, compilePlan, headerOf, growthLine, runPlan, summarise } = library
    const loaded = loadScenario(TINY)
    const dataset = loadDataset('fixtures/tiny')
    const { plan, problems } = compilePlan(loaded.scenario!, dataset, loaded.locate, library.VERSION)
    expect([...loaded.problems, ...problems]).toEqual([])

    const out = join(folder, 'steps')
    const store = new RunFolder(
      out,
      headerOf(plan!, { growthDifference: growthLine(plan!, dataset) }),
      120,
      60,
    )
    const result = await runPlan(plan!, {
      draws: 120,
      partDraws: 60,
      threads: 2,
      sink: (outcomes) => store.accept(outcomes),
    })
    expect(result).toEqual({ draws: 120, interrupted: false })
    store.finish(result.draws)
    const { header, reader } = openRun(out)
    const summary = await summarise(header, reader)

    const line = cityward(
      'run',
      '--no-report',
      TINY,
      '--draws',
      '120',
      '--json',
      '--out',
      join(folder, 'line'),
    )
    expect(JSON.parse(JSON.stringify(summary))).toEqual(JSON.parse(line.out))
  })

  it('says what is wrong in a file as data', () => {
    const { problems, scenario } = library.loadScenario('nowhere.yaml')
    expect(scenario).toBeUndefined()
    expect(problems).toHaveLength(1)
    expect(library.formatProblem(problems[0])).toMatch(/^nowhere\.yaml/)
    expect(() => library.loadPlan('nowhere.yaml')).toThrow(library.CitywardError)
  })

  it('explains a number', () => {
    const { plan, scenario, dataset } = library.loadPlan(TINY)
    const trajectory = library.createTrajectory(plan, 1)
    const inputs = new Float64Array(plan.uncertainties.length)
    trajectory.medians(inputs)
    trajectory.simulate(1, inputs, new Float64Array(plan.outcomes.length))
    const { memory } = trajectory
    const asked = { plan, scenario, dataset, memory, city: -1, year: 3, policy: 1 }
    const all = { kind: 'people', group: 'urban', from: 0, to: 100, sex: 'both' } as const
    const people = library.explainSlot(asked, library.slotOf(plan.keys, all), 1)
    expect(people).toMatchObject({ what: 'people(urban)', unit: 'person' })
    const opening = { sources: ['S_TEST'], quality: 'judgement' }
    expect(people.parts[0]).toMatchObject({ what: 'people(urban) @ 2020', value: 14_000, ...opening })
    expect(people.parts.slice(1, 9).map(({ what }) => what)).toEqual([
      'mortality.csv 2020', 'fertility.csv 2020', 'away.csv 2020', 'schedules.csv rogers_castro', 'schedules.csv flat',
      'schedules.csv arrivals', 'destinations.csv 2020', 'homes.csv 2020',
    ]) // biome-ignore format: a list reads best as a paragraph
    expect(people.parts[4]).toMatchObject({ value: null, sources: ['S_RC1981'] })
    const ratio = people.parts.find(({ what }) => what === 'level sex_ratio_at_birth')
    expect(ratio).toMatchObject({ value: 1, sources: ['S_TEST'], quality: 'judgement' })
    expect(people.parts.map(({ what }) => what)).toContain('level rural_exit')
  })
})
