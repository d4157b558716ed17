/** Answers that demography knows without a computer: Rogers-Castro curves and Lotka's stable populations. */
import { describe, expect, it } from 'vitest'
import { ownAges } from '../../src/math/death-ages.js'
import { lifeTableOf } from '../../src/math/life-table.js'
import { type RogersCastro, rogersCastro, scheduleOf } from '../../src/math/rogers-castro.js'
import { cohortAt, type Dimensions } from '../../src/vocabulary/dimensions.js'
import { createLife, stillSchedules, sum } from '../model/live.js'

/** Rogers and Castro (1981), and United Nations (1992), as tabulated: a1, alpha1, a2, alpha2, mu2, lambda2, c. */
const PUBLISHED: readonly [string, readonly number[], number][] = [
  ['fundamental', [0.02, 0.1, 0.06, 0.1, 20, 0.4, 0.003], 1],
  ['western, men', [0.0215, 0.105, 0.0694, 0.112, 20.04, 0.391, 0.0028], 1],
  ['western, women', [0.0233, 0.107, 0.0766, 0.1436, 20.632, 0.4003, 0.0036], 1],
  ['low dependency, men', [0.0128, 0.105, 0.0804, 0.112, 20.04, 0.391, 0.0028], 1],
  ['young entry, men', [0.0215, 0.105, 0.0691, 0.112, 16.09, 0.391, 0.0028], 1],
  ['family inflow, men', [0.00796, 0.166, 0.0433, 0.087, 19.73, 0.198, 0.0001], 0.5],
]
const shapeOf = ([a1, alpha1, a2, alpha2, mu2, lambda2, c]: readonly number[]): RogersCastro => ({
  a1,
  alpha1,
  a2,
  alpha2,
  mu2,
  lambda2,
  c,
})

describe('Rogers-Castro schedules', () => {
  it.each(PUBLISHED)('add up to the published moves of a lifetime to age 85: %s', (_, values, moves) => {
    let total = 0
    for (let age = 0; age < 85; age++) total += rogersCastro(age + 0.5, shapeOf(values))
    expect(Math.abs(total - moves)).toBeLessThan(0.006)
  })

  it('peak where the labour component says: mu + ln(lambda/alpha)/lambda', () => {
    const shape = { ...shapeOf(PUBLISHED[0][1]), a1: 0, c: 0 }
    const peak = 20 + Math.log(0.4 / 0.1) / 0.4
    for (const apart of [-0.1, 0.1])
      expect(rogersCastro(peak, shape)).toBeGreaterThan(rogersCastro(peak + apart, shape))
    // At the peak exp(-lambda (x - mu)) is alpha/lambda, so the height has a closed form.
    expect(rogersCastro(peak, shape)).toBeCloseTo(0.06 * Math.exp(-0.1 * (peak - 20) - 0.25), 15)
  })

  it('has retirement and old-age components that stand alone', () => {
    const none = { a1: 0, alpha1: 0, a2: 0, alpha2: 0, mu2: 0, lambda2: 0 }
    const retired = { ...none, a3: 0.02, alpha3: 0.25, mu3: 67, lambda3: 0.6 }
    expect(rogersCastro(67, retired)).toBeCloseTo(0.02 * Math.exp(-1), 15)
    expect(rogersCastro(80, { ...none, a4: 0.01, lambda4: 0.01 })).toBeCloseTo(0.01 * Math.exp(0.8), 15)
  })

  it('is scaled to one move in a lifetime', () => {
    expect(sum(scheduleOf(shapeOf(PUBLISHED[0][1]), 101))).toBeCloseTo(1, 14)
  })
})

/** Girls are born to women of 20 to 39 and die at one rate; boys are there and change nothing. */
const WOMEN: Dimensions = { statuses: 1, sexes: 2, ages: 101, ageWidth: 1, cities: 1 }
const BIRTHS = 0.13
const DEATHS = 0.01
const MOTHERS = Array.from({ length: 20 }, (_, k) => 20 + k)

/** Women by age in two years, one after the other, when many have passed. */
function stablePopulation() {
  const still = stillSchedules(WOMEN)
  const schedules = {
    ...still,
    mortality: still.mortality.map(() => DEATHS),
    fertility: still.fertility.map((_, age) => (MOTHERS.includes(age) ? BIRTHS : 0)),
  }
  const life = createLife(WOMEN, schedules, {}, { step: 1, migration: 'off' })
  for (let age = 0; age < 60; age++) life.people[cohortAt(WOMEN, 0, 1, age)] = 1000
  for (let year = 0; year < 5000; year++) life.step()
  const women = () => life.people.slice(cohortAt(WOMEN, 0, 1, 0), cohortAt(WOMEN, 0, 1, 101))
  const before = women()
  life.step()
  return { before, after: women() }
}

describe("Lotka's stable population", () => {
  const { before, after } = stablePopulation()
  const growth = sum(after) / sum(before)
  const survival = new Float64Array(101)
  lifeTableOf(new Float64Array(101).fill(DEATHS), ownAges(1, 101), 1, false, survival)

  it('grows by the root of the characteristic equation', () => {
    // Girls of a year = half the births to mean women; those of age a were girls a years ago and have survived.
    const girls = (ratio: number) => {
      let alive = 1
      let total = 0
      for (let age = 1; age < 40; age++) {
        alive *= survival[age]
        if (MOTHERS.includes(age)) total += BIRTHS * alive * ratio ** -age
      }
      return (total * (1 + ratio) * survival[0]) / 4
    }
    let [low, high] = [0.9, 1.1]
    for (let step = 0; step < 100; step++) {
      const middle = (low + high) / 2
      if (girls(middle) > middle) low = middle
      else high = middle
    }
    expect(growth).toBeCloseTo(low, 12)
  })

  it('has ages in proportion to survival divided by growth', () => {
    for (let age = 0; age < 99; age++) {
      expect(after[age + 1] / after[age]).toBeCloseTo(survival[age + 1] / growth, 12)
    }
  })
})
