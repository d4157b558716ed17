/** Targets on what nothing in a plan moves are not assessed, whatever their indicator and however it compares. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPlan } from '../../src/studies/load-plan.js'
import { temporary } from '../commands/cityward.js'
import { replaced, TINY } from '../scenario/tiny-scenario.js'

const folder = temporary()

/** tiny.yaml with one more indicator and a target on it. */
function planOf(name: string, of: string) {
  const whole = replaced(TINY, 'data: ../tiny', `data: ${resolve('fixtures/tiny')}`)
  const more = `  asked: { title: { en: Asked for, zh: 所问 }, of: "${of}", unit: things, places: region }\n`
  const text = replaced(whole, 'indicators:\n', `indicators:\n${more}`)
  const target = `targets:\n  - { id: asked, indicator: asked, comparator: at_least, threshold: 1e9, year: 2023 }\n`
  const file = join(folder, `${name}.yaml`)
  writeFileSync(file, replaced(text, 'targets:\n', target))
  return loadPlan(file)
}

describe('a target', () => {
  it.each([
    ['a number', '5', true],
    ['the data folder', 'data(bed_norm) * 1000', true],
    ['the year alone', 'year - 2020', true],
    // Alpha-Beta takes 1 hour in place of 2 once the railway is open
    ['hours that a line shortens', 'slowest(both)', false],
    ['hours of one city to itself, which no line shortens', 'slowest(coast)', true],
    ['hours beside others that take longer', 'max(slowest(both), 3)', true],
    ['an uncertainty', 'pace', false],
    ['a lever', 'schools', false],
    ['people', 'sum(people(urban))', false],
    ['a programme', 'sum(opened(school_places, new_schools))', false],
    ['a date on which a line opens', 'opens(alpha_beta)', false],
  ])('on %s', (name, of, unmoved) => {
    const { plan } = planOf(name.replaceAll(/\W/g, '-'), of)
    expect(plan.targets.find(({ id }) => id === 'asked')?.unmoved ?? false).toBe(unmoved)
  })
})
