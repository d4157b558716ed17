/** Shrunk regressions against answers in closed form. */
import { describe, expect, it } from 'vitest'
import { fitMixedModel, logistic, type MixedRow, predictorOf } from '../../src/math/mixed-model.js'

const row = (effects: number[], response: number, weight = 1, ended = true): MixedRow => ({
  effects,
  response,
  weight,
  ended,
})

describe('fitMixedModel', () => {
  it('finds the share of yes where only the intercept is there: 30 of 40, with its wide prior', () => {
    const { effects } = fitMixedModel({
      likelihood: 'logistic',
      rows: [row([0], 1, 30), row([0], 0, 10)],
      blocks: [undefined],
      blockCount: 0,
    })
    // the mode solves 30 - 40 p = b / 2.5^2
    expect(30 - 40 * logistic(effects[0])).toBeCloseTo(effects[0] / 6.25, 8)
    expect(logistic(effects[0])).toBeCloseTo(0.746, 2)
  })

  it('takes lower bounds as such: the exponential mean is all that was lived over what ended', () => {
    const { effects, factor } = fitMixedModel({
      likelihood: 'exponential',
      rows: [row([0], 3, 100), row([0], 5, 100), row([0], 4, 100, false)],
      blocks: [undefined],
      blockCount: 0,
    })
    // (300 + 500 + 400) / 200 ended = 6; the prior moves ln 6 by 1.79 / 6.25 / 200
    expect(Math.exp(effects[0])).toBeCloseTo(6, 1)
    expect(factor[0] ** 2).toBeCloseTo(200 + 1 / 6.25, 0)
  })

  it('shrinks a small group more than a large one, and a new group is as wide as the groups differ', () => {
    const fit = fitMixedModel({
      likelihood: 'logistic',
      rows: [
        row([0, 1], 1, 40),
        row([0, 1], 0, 10),
        row([0, 2], 0, 2),
        row([0, 3], 1, 10),
        row([0, 3], 0, 40),
      ],
      blocks: [undefined, 0, 0, 0],
      blockCount: 1,
    })
    const at = (effect: number) => logistic(fit.effects[0] + fit.effects[effect])
    expect(at(1)).toBeGreaterThan(0.72)
    expect(at(1)).toBeLessThan(0.8)
    expect(at(2)).toBeGreaterThan(0.05)
    expect(at(2)).toBeLessThan(0.5)
    expect(fit.deviations[0]).toBeGreaterThan(0.5)
    const known = predictorOf(fit, [0, 1], [])
    const fresh = predictorOf(fit, [0], [0])
    expect(fresh.variance).toBeGreaterThan(known.variance + 0.9 * fit.deviations[0] ** 2 - 0.2)
  })
})
