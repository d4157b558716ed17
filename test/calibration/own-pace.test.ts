/** A pace of villages becoming towns for each place: started from a fit without one, and handed on by place. */
import { describe, expect, it } from 'vitest'
import { columnNames, drawsOf } from '../../src/calibration/draws.js'
import { fitDecade } from '../../src/calibration/fit.js'
import { fittedValues } from '../../src/calibration/fitted-values.js'
import { levelResults } from '../../src/calibration/results.js'
import { UNKNOWNS } from '../../src/calibration/unknowns.js'
import { smallDecade } from './small-decade.js'

const decade = smallDecade([4, 5])
const usual = fitDecade(decade, { rounds: 3 })
const priors = UNKNOWNS.map((unknown) =>
  unknown.name === 'reclassification' ? { ...unknown, city: 1 } : unknown,
)
const own = fitDecade(decade, { rounds: 1, priors, from: usual })

describe('a fit with a pace of its own for each place', () => {
  it('has one level more a place, and starts where the other fit stands: no step of it is further off', () => {
    expect(own.entries.length).toBe(usual.entries.length + 2)
    const misfit = ({ minimum: { residuals, z } }: typeof own) =>
      [...residuals, ...z].reduce((sum, one) => sum + one * one, 0)
    expect(misfit(own)).toBeLessThanOrEqual(misfit(usual))
  })

  it('hands on a value for each place, where the other has one for the region', () => {
    const paces = (fit: typeof own) =>
      fittedValues(fit, levelResults(fit)).filter(({ variable }) => variable === 'reclassification_share')
    expect(paces(usual).map(({ city }) => city)).toEqual([-1])
    expect(paces(own).map(({ city }) => city)).toEqual([0, 1])
    const levels = own.levels('reclassification')
    paces(own).forEach(({ value }, city) => {
      expect(value).toBeCloseTo(levels[city], 12)
    })
    expect(levels[0]).not.toBe(levels[1])
  })

  it('draws what the places share of it about the fitted levels', () => {
    const at = columnNames(own).indexOf('reclassification_level')
    const drawn = drawsOf(own, 0, 200).map((row) => Math.log(row[at]))
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length
    const sd = Math.sqrt(drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length)
    // four standard errors of a mean of 200
    expect(Math.abs(mean)).toBeLessThan((4 * sd) / Math.sqrt(200))
  })
})
