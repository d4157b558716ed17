/** What a census may revise in a city by itself: a second band, beside odds and bands that stay as they are. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { simulate } from '../../src/index.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { TINY, withCases } from '../scenario/tiny-scenario.js'

/** The last policy's target on the urban share, with some fields of the indicator added. */
async function shareTarget(fields: string, target = '') {
  const text = TINY.replace('    times: 100\n', () => `    times: 100\n${fields}`)
  const own = `  - { id: share, indicator: urban_share, comparator: at_least, threshold: 44, year: 2023${target} }\n`
  const { plan, dataset } = withCases((folder) => {
    const file = join(folder, 'tiny.yaml')
    writeFileSync(
      file,
      text.replace('targets:\n', () => `targets:\n${own}`),
    )
    return loadPlan(file)
  })
  const folder = mkdtempSync(join(tmpdir(), 'cityward-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { summary } = await simulate(plan, dataset, { folder, draws: 20, threads: 0 })
  return summary!.policies.at(-1)!.targets.find(({ id }) => id === 'share')!
}

it('of cities is their own, and moves neither odds nor the region', async () => {
  const plain = await shareTarget('')
  const { region, revised, cities } = await shareTarget('    census_revision_of_cities: 40\n')
  expect([region, revised]).toEqual([plain.region, plain.revised])
  expect(plain.cities.every((city) => city.revised === undefined)).toBe(true)
  expect(cities.length).toBeGreaterThan(1)
  for (const city of cities) {
    // beside 40 points the spread of the futures is nothing: 1.281552 standard deviations either way
    const [low, high] = city.revised!.range80
    expect((high - low) / 2).toBeGreaterThan(40 * 1.281552 - 0.01)
    expect((high - low) / 2).toBeLessThan(40 * 1.281552 + 1)
    expect((high + low) / 2).toBeCloseTo(city.spread.median, -0.5)
  }
  expect(cities.map(({ odds }) => odds)).toEqual(plain.cities.map(({ odds }) => odds))
})

it('of one city is the second band of a target on that city', async () => {
  const { dataset } = loadPlan('fixtures/cases/tiny.yaml')
  const city = `, city: ${dataset.cities[0].name.en}`
  const { revised } = await shareTarget('    census_revision: 1\n    census_revision_of_cities: 3\n', city)
  expect(revised!.within95).toBeCloseTo(3 * 1.959964, 5)
})
