import { describe, expect, it } from 'vitest'
import { loadPlan } from '../../src/index.js'
import { withEveryCell } from '../../src/results/every-cell.js'
import { createMedianFuture } from '../../src/run/reference/median-future.js'
import { projectionOf } from '../../src/run/reference/read-projection.js'
import { componentsOf } from '../../src/studies/population-tables.js'

const { plan } = loadPlan('fixtures/cases/tiny.yaml')
const detailed = withEveryCell(plan)
const policy = plan.policies.length - 1
const { memory } = createMedianFuture(detailed)(policy)
const projection = projectionOf(detailed, memory, policy)
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
const [region] = plan.places

// Of 12,000 villagers of each city, at the rates that fixtures/cases/leaving.yaml works out:
//   A  871.54 go far, half of them to B, half outside; 12,000 x 0.960784 x 0.113208 = 1,305.22 to A's own towns
//   B  1,632.97 go far, two thirds to A, a third outside; 12,000 x 0.927711 x 0.048780 = 543.05 to B's own towns
describe('where towns grew from, where only villagers leave', () => {
  const { plan: leaving } = loadPlan('fixtures/cases/leaving.yaml')
  const every = withEveryCell(leaving)
  const { growthInAll } = projectionOf(every, createMedianFuture(every)(0).memory, 0)
  const [whole, a, b] = ['T', 'A', 'B'].map((code) => growthInAll.find((one) => one.code === code)!)

  it('counts villagers of the other city as moves between cities, not as of the same city', () => {
    expect([a.withinCity, b.withinCity].map(Math.round)).toEqual([1305, 543])
    expect([a.beyondCity, b.beyondCity].map(Math.round)).toEqual([1089, 436])
    expect(whole.withinCity).toBeCloseTo(a.withinCity + b.withinCity, 6)
    expect(whole.beyondCity).toBeCloseTo(a.beyondCity + b.beyondCity, 6)
  })

  it('shows that the region loses people to outside while its towns gain from beyond their cities', () => {
    expect(whole.beyondCity).toBeGreaterThan(1500)
    expect([whole.fromOutside, Math.round(whole.toOutside), Math.round(whole.netOutside)]).toEqual([
      0, 980, -980,
    ])
  })
})

describe('the principal projection', () => {
  it('says where urban growth came from, to the last person', () => {
    expect(projection.growth.length).toBe(plan.places.length * (plan.years.length - 1))
    for (const step of [...projection.growth, ...projection.growthInAll]) {
      const { before, natural, withinCity, beyondCity, reclassified, after } = step
      expect(before + natural + withinCity + beyondCity + reclassified).toBeCloseTo(after, 6)
    }
  })

  it('tells those who cross the border of the region apart, so that its residents add up as well', () => {
    const { heading, rows } = componentsOf(detailed, memory, [1, 2, 3])
    const whole = projection.growthInAll.find(({ code }) => code === region.code)!
    const sum = (column: string) =>
      total(
        rows.filter(([, code]) => code === region.code).map((row) => Number(row[heading.indexOf(column)])),
      )
    expect(whole.fromOutside).toBeCloseTo(sum('from_outside'), 6)
    expect(whole.toOutside).toBeCloseTo(sum('to_outside'), 6)
    const of = (year: number) =>
      total(projection.people.find((row) => row.code === region.code && row.year === year)!.byStatus)
    expect(of(2020) + sum('births') - sum('deaths') + whole.netOutside).toBeCloseTo(of(2023), 6)
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
