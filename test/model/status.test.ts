import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matrixProduct, stateTransition } from '../../src/math/state-transition.js'
import { cohortAt, MIGRANT, RECLASSIFIED, REGISTERED, RURAL } from '../../src/vocabulary/dimensions.js'
import { evenly } from '../setup/evenly.js'
import { createLife, stillSchedules } from './live.js'

const ONE = { statuses: 4, sexes: 2, ages: 101, ageWidth: 1, cities: 1 } as const
const rate = evenly(0, 0.45)

describe('the change of status', () => {
  it('equals the general inverse (I + M/2)^-1 (I - M/2)', () => {
    fc.assert(
      fc.property(
        rate,
        rate,
        rate,
        rate,
        rate,
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 4, maxLength: 4 }),
        (a, c, d, k, e, start) => {
          const schedules = { ...stillSchedules(ONE) }
          schedules.ruralExit.fill(1)
          schedules.returnHome.fill(1)
          const levels = {
            rural_exit: a,
            return_home: d,
            conversion_rural: c,
            conversion_migrant: k,
            conversion_reclassified: e,
          }
          const life = createLife(ONE, schedules, levels)
          const order = [RURAL, MIGRANT, RECLASSIFIED, REGISTERED]
          order.forEach((status, index) => {
            life.people[cohortAt(ONE, status, 0, 30)] = start[index]
          })
          expect(life.step()).toBeUndefined()
          const transition = stateTransition([
            [a + c, -d, 0, 0],
            [-a, d + k, 0, 0],
            [0, 0, e, 0],
            [-c, -k, -e, 0],
          ])
          const expected = matrixProduct(
            transition,
            start.map((persons) => [persons]),
          )
          order.forEach((status, index) => {
            expect(life.people[cohortAt(ONE, status, 0, 31)]).toBeCloseTo(expected[index][0], 8)
          })
        },
      ),
    )
  })

  it('is nearer to the exact exponential than one move after another (method.md, M4)', () => {
    const rates = [
      [0.14, -0.05, 0],
      [-0.12, 0.11, 0],
      [-0.02, -0.06, 0],
    ]
    const step = stateTransition(rates)
    let exact = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]
    let term = exact
    for (let n = 1; n < 30; n++) {
      term = matrixProduct(
        term,
        rates.map((row) => row.map((value) => -value / n)),
      )
      exact = exact.map((row, i) => row.map((value, j) => value + term[i][j]))
    }
    expect(Math.abs(step[1][0] / exact[1][0] - 1)).toBeLessThan(0.005)
    expect(Math.abs(step[2][0] / exact[2][0] - 1)).toBeLessThan(0.005)
  })
})
