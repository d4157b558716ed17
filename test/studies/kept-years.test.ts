/** Which years of cities a run keeps: of what is lacking all, since the last may be the best. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadPlan } from '../../src/studies/load-plan.js'

const folder = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('keeps cities in every year of a shortfall, and else in the base year, every fifth, those of targets and the last', () => {
  const file = join(folder, 'long.yaml')
  const text = readFileSync('fixtures/cases/tiny.yaml', 'utf8')
    .replace('data: ../tiny', `data: ${resolve('fixtures/tiny')}`)
    .replace('to: 2023', 'to: 2032')
  writeFileSync(file, text)
  const { plan } = loadPlan(file)
  const kept = (indicator: string) =>
    plan.outcomes
      .filter((column) => column.indicator === indicator && column.place === 1)
      .map(({ year }) => plan.years[year])
  expect(kept('places_short')).toEqual([
    2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032,
  ])
  expect(kept('urban_share')).toEqual([2020, 2023, 2025, 2030, 2032])
  expect(kept('schools_open')).toEqual([2020, 2025, 2030, 2032])
})
