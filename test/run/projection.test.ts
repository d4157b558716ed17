import { describe, expect, it } from 'vitest'
import { loadPlan } from '../../src/index.js'
import { withEveryCell } from '../../src/plan/every-cell.js'
import { createMedian } from '../../src/run/median.js'
import { projectionOf } from '../../src/run/projection.js'

const { plan } = loadPlan('fixtures/cases/tiny.yaml')
const detailed = withEveryCell(plan)
const policy = plan.policies.length - 1
const { memory } = createMedian(detailed)(policy)
const projection = projectionOf(detailed, memory, policy)
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
const [region] = plan.places

describe('the principal projection', () => {
  it('says where urban growth came from, to the last person', () => {
    expect(projection.growth.length).toBe(plan.places.length * (plan.years.length - 1))
    for (const step of [...projection.growth, ...projection.growthInAll]) {
      const { before, natural, fromVillages, fromElsewhere, reclassified, after } = step
      expect(before + natural + fromVillages + fromElsewhere + reclassified).toBeCloseTo(after, 6)
    }
  })

  it('adds the cities up to the region, and the statuses to the pyramid', () => {
    for (const year of plan.years) {
      const of = (code: string) =>
        total(projection.people.find((row) => row.code === code && row.year === year)!.byStatus)
      expect(total(plan.places.slice(1).map(({ code }) => of(code)))).toBeCloseTo(of(region.code), 6)
      const pyramid = projection.pyramids.find((one) => one.year === year)
      if (pyramid) expect(total(pyramid.people.flat(2))).toBeCloseTo(of(region.code), 6)
    }
    expect(projection.pyramids.map(({ year }) => year)).toEqual([plan.years[0], plan.years.at(-1)])
  })

  it('promises what would have opened on time, and lacks what cities lack', () => {
    for (const { years, lead } of projection.programmes) {
      expect(years[0]).toMatchObject({ promised: 0, opened: 0, openedShare: null })
      years.forEach(({ promised }, at) => {
        expect(promised).toBe(at < lead ? 0 : years[at - lead].promisedStarts)
      })
    }
    for (const { rows } of projection.services)
      for (const { need, lacking, lackingShare } of rows) {
        expect(lacking).toBeLessThanOrEqual(need + 1e-9)
        expect(lackingShare * need).toBeCloseTo(lacking, 6)
      }
  })
})
