/** From data simulated with known values the fit finds them, and its bands cover as stated. */
import { describe, expect, it } from 'vitest'
import { fitDecade, normalOf } from '../../src/calibration/fit.js'
import { simulateDecade } from '../../src/calibration/simulate.js'
import { entriesOf, levelsOf, UNKNOWNS } from '../../src/calibration/unknowns.js'
import { log } from '../../src/math/exponential.js'
import { smallDecade } from './small-decade.js'

/** Normal quantile of 0.9: half of an 80 % band in standard deviations. */
const HALF_BAND = 1.2815515655446004
const REPLICATES = 16

describe('a decade simulated with known levels', () => {
  const decade = smallDecade([4, 6, 9])
  const entries = entriesOf(3)
  const asked = UNKNOWNS.flatMap(({ name, city }) =>
    city > 0 ? [0, 1, 2].map((at) => ({ name, city: at })) : [{ name, city: -1 }],
  )
  const replicates = Array.from({ length: REPLICATES }, (_, replicate) => {
    const { truth, data } = simulateDecade(decade, 11, replicate)
    // its valley is flat: further rounds move no band that is counted below
    const fit = fitDecade(decade, { data, rounds: 5 })
    const levels = levelsOf(entries, truth, 3)
    return asked.map(({ name, city }) => {
      const { scale } = UNKNOWNS.find((one) => one.name === name)!
      const level = levels(name)[Math.max(0, city)]
      const { mean, sd } = normalOf(fit, name, city)
      return { name, error: (mean - (scale === 'log' ? log(level) : level)) / sd, sd }
    })
  })
  const all = replicates.flat()
  const covered = (some: typeof all) =>
    some.filter(({ error }) => Math.abs(error) < HALF_BAND).length / some.length

  it('is covered by 70 to 90 % of the 80 % bands, over all levels', () => {
    expect(covered(all)).toBeGreaterThan(0.7)
    expect(covered(all)).toBeLessThan(0.9)
  })

  it('is covered by more than half of them for every level by itself: 16 decades tell no more', () => {
    for (const name of new Set(all.map((one) => one.name)))
      expect(covered(all.filter((one) => one.name === name)), name).toBeGreaterThan(0.5)
  })

  it('is found without a lean to either side', () => {
    const lean = all.reduce((sum, { error }) => sum + error, 0) / all.length
    expect(Math.abs(lean)).toBeLessThan(0.2)
  })
})
