/** The indicator that the growth-difference line is drawn beside. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { growthLine } from '../../src/results/growth-difference-line.js'
import { loadPlan } from '../../src/studies/load-plan.js'

const folder = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Indicator of the line when urban_share counts this. */
function indicatorOf(urban: string): string | undefined {
  const file = join(folder, 'plan.yaml')
  const base = resolve('scenarios/guangxi-2023.yaml')
  writeFileSync(file, `extends: ${base}\nindicators: { urban_share: { of: '${urban}' } }\n`)
  const { plan, dataset } = loadPlan(file)
  return growthLine(plan, dataset)?.indicator
}

it('is urban by all residents', () => {
  expect(indicatorOf('people(urban)')).toBe('urban_share')
})

it.each(['people(urban) - people(migrant)', 'people(urban) * 2', 'previous(people(urban))'])(
  'is not %s by all residents',
  (urban) => {
    expect(indicatorOf(urban)).toBeUndefined()
  },
)
