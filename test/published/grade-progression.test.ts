/** Grade progression ratios: a worked example of another program and a national projection, by the library and in the engine; and by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gradeProgression } from '../../src/library/demography.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { loadPlan } from '../../src/studies/load-plan.js'

const folder = join(import.meta.dirname, '../../fixtures/published')
const rowsOf = (name: string, columns: number) =>
  readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, columns).map(Number))
const rows = rowsOf('grade-progression.csv', 4)
const history = rows.slice(0, 3).map(([, ...pupils]) => pupils)

/** Pupils of a scenario's years by grade, in one of two cities that have the same schools. */
function pupilsOf(name: string, grades: readonly string[], years: readonly number[]): number[][] {
  const { plan } = loadPlan(join(folder, name))
  const outcomes = new Float64Array(plan.outcomes.length)
  createTrajectory(plan, 1).run(0, 0, new Float64Array(0), outcomes)
  return years.map((year) =>
    grades.map((grade) => outcomes[plan.outcomes.findIndex(({ name }) => name === `${grade}@T@${year}`)] / 2),
  )
}

describe('grade progression ratios', () => {
  it('are those of the worked example', () => {
    const { promotion } = gradeProgression(history)
    // printed as 0.9250000 and 0.9678363
    expect(promotion[0]).toBeCloseTo(0.925, 7)
    expect(promotion[1]).toBeCloseTo(0.9678363, 7)
  })

  it('carry pupils on as printed there', () => {
    const found = pupilsOf(
      'grade-progression.yaml',
      ['kindergarten', 'grade_1', 'grade_2'],
      [2021, 2022, 2023],
    )
    rows.slice(3).forEach(([, ...pupils], at) => {
      pupils.forEach((printed, grade) => {
        // five decimals are printed
        expect(Math.abs(found[at][grade] - printed)).toBeLessThanOrEqual(5.1e-6)
      })
    })
  })

  it('carry the pupils of the United States from 1999 to 2005 as its statistical office printed them', () => {
    const printed = rowsOf('school-projection.csv', 13)
    const carried = printed.map(([, ...pupils]) => pupils)
    const { promotion } = gradeProgression(carried, { over: 'sums' })
    const [school] = loadPlan(join(folder, 'school-projection.yaml')).scenario.schools
    // rounded to five decimals there
    expect(school.promotion).toMatchObject(
      [...promotion, 1].map((rate) => ({ formula: { number: Number(rate.toFixed(5)) } })),
    )
    const grades = promotion.map((_, grade) => `grade_${grade + 2}`)
    const found = pupilsOf('school-projection.yaml', grades, [2021, 2022, 2023, 2024, 2025, 2026])
    carried.slice(1).forEach(([, ...pupils], at) => {
      pupils.forEach((thousands, grade) => {
        // whole thousands are printed, of the pupils and of those whom the rates are taken from
        expect(Math.abs(found[at][grade] - thousands)).toBeLessThan(1)
      })
    })
  })

  it('are told apart into those who move up, repeat and leave, where repeaters are known', () => {
    // 1,000 and 800 pupils; a year later 1,050 and 850, of whom 100 and 40 repeat: 810 of the thousand have moved up
    const enrolment = [
      [1000, 800],
      [1050, 850],
    ]
    const repeaters = [
      [0, 0],
      [100, 40],
    ]
    const { promotion, repetition, dropout } = gradeProgression(enrolment, { repeaters })
    expect(promotion).toEqual([0.81])
    expect(repetition).toEqual([0.1, 0.05])
    expect(dropout[0]).toBeCloseTo(0.09, 14)
  })

  it('may be of the sums of several years, and of the last of them', () => {
    // 95 + 99 of 100 + 110; and 99 of 110 alone
    expect(gradeProgression(history, { over: 'sums' }).promotion[0]).toBeCloseTo(194 / 210, 14)
    expect(gradeProgression(history, { pairs: 1 }).promotion[0]).toBe(0.9)
  })
})
