/** Grade progression ratios: a worked example of another program, by the library and in the engine; and by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gradeProgression } from '../../src/library/demography.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { loadPlan } from '../../src/studies/load-plan.js'

const folder = join(import.meta.dirname, '../../fixtures/published')
const rows = readFileSync(join(folder, 'grade-progression.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').slice(0, 4).map(Number))
const history = rows.slice(0, 3).map(([, ...pupils]) => pupils)

describe('grade progression ratios', () => {
  it('are those of the worked example', () => {
    const { promotion } = gradeProgression(history)
    // printed as 0.9250000 and 0.9678363
    expect(promotion[0]).toBeCloseTo(0.925, 7)
    expect(promotion[1]).toBeCloseTo(0.9678363, 7)
  })

  it('carry pupils on as printed there', () => {
    const { plan } = loadPlan(join(folder, 'grade-progression.yaml'))
    const outcomes = new Float64Array(plan.outcomes.length)
    createTrajectory(plan, 1).run(0, 0, new Float64Array(0), outcomes)
    rows.slice(3).forEach(([, ...pupils], at) => {
      ;['kindergarten', 'grade_1', 'grade_2'].forEach((grade, index) => {
        const column = plan.outcomes.findIndex(({ name }) => name === `${grade}@A@${2021 + at}`)
        // five decimals are printed
        expect(Math.abs(outcomes[column] - pupils[index])).toBeLessThanOrEqual(5.1e-6)
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
