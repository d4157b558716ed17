import { describe, expect, it } from 'vitest'
import { growthDifference, normalDifference, projectUrbanShare } from '../../src/math/growth-difference.js'

describe('the difference of urban and rural growth', () => {
  it('is urban growth minus rural growth', () => {
    // Towns grow from 40 to 60 by 1.5, villages stay at 60: d = ln 1.5 over ten years.
    expect(growthDifference(40 / 100, 60 / 120, 10)).toBeCloseTo(Math.log(1.5) / 10, 14)
  })

  it('tends to the norm of 0.037623 - 0.02604 of the share', () => {
    expect(normalDifference(0.542)).toBeCloseTo(0.0235, 4)
  })

  it('carries a share on along a logistic, with weights that fall in a line over 25 years', () => {
    const [share, observed] = [0.5, 0.04]
    const normal = normalDifference(share)
    const first = observed + (normal - observed) / 25
    const second = observed + ((normal - observed) * 2) / 25
    const logistic = (odds: number) => 1 / (1 + Math.exp(-odds))
    expect(projectUrbanShare(share, observed, 0)).toBe(0.5)
    expect(projectUrbanShare(share, observed, 1)).toBeCloseTo(logistic(first), 14)
    expect(projectUrbanShare(share, observed, 2)).toBeCloseTo(logistic(first + second), 14)
    const after25 = Math.log(
      projectUrbanShare(share, observed, 26) / (1 - projectUrbanShare(share, observed, 26)),
    )
    const at25 = Math.log(
      projectUrbanShare(share, observed, 25) / (1 - projectUrbanShare(share, observed, 25)),
    )
    expect(after25 - at25).toBeCloseTo(normal, 12)
  })
})
