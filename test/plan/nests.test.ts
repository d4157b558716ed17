/** Larger places that leavers choose first: what is said of wrong ones, and how near right ones come to the full table. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { elsewhereShare } from '../../src/plan/checks/nest-fit.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { answerToChange, replaced, TINY, withCases } from '../scenario/tiny-scenario.js'

const from = 'population:\n  levels:'
const withNests = (names: string) => answerToChange(from, `population:\n  nests: ${names}\n  levels:`)

describe('nests', () => {
  it('have to be groups of groups.csv', () => {
    expect(withNests('[bot]')).toMatchInlineSnapshot(`
      "tiny.yaml:31:11  population.nests.0
        Found the group "bot"; expected a group of groups.csv.
        Did you mean both?  [group-unknown]"
    `)
  })

  it('have every place in one of them', () => {
    expect(withNests('[both, coast]')).toMatchInlineSnapshot(`
      "tiny.yaml:31:17  population.nests.1
        Found Beta in both both and coast; expected every place in one nest.  [nests-overlap]"
    `)
    expect(withNests('[coast]')).toMatchInlineSnapshot(`
      "tiny.yaml:31:10  population.nests
        Found Alpha in no nest; expected every place in one nest.  [nests-leave-out]"
    `)
  })

  it('of two places in one nest say what the full table says', () => {
    const lives = [TINY, replaced(TINY, from, 'population:\n  nests: [both]\n  levels:')].map((text) =>
      withCases((folder) => {
        writeFileSync(join(folder, 'tiny.yaml'), text)
        const { plan } = loadPlan(join(folder, 'tiny.yaml'))
        const outcomes = new Float64Array(plan.outcomes.length)
        const inputs = new Float64Array(plan.uncertainties.length)
        expect(createTrajectory(plan, 1).run(1, 0, inputs, outcomes)).toBeUndefined()
        return outcomes
      }),
    )
    lives[0].forEach((value, column) => {
      expect(lives[1][column]).toBeCloseTo(value, 9)
    })
  })
})

describe('the share sent elsewhere', () => {
  it('is half of what differs, of those who leave for another place', () => {
    // three places; the first two are one nest. Of 10 who leave A, 4 stay, 2 go to B, 3 to C, 1 outside, and so on
    const full = Float64Array.from([0.4, 0.2, 0.3, 0.1, 0.1, 0.5, 0.2, 0.2, 0.3, 0.1, 0.4, 0.2])
    // to the nest come 0.3 + 0.1 from C; A gets 0.1 from B and 0.3 from C, B gets 0.2 and 0.1: w = 4/7, 3/7
    const nests = {
      of: Float64Array.from([0, 0, 1]),
      seats: Float64Array.from([0, 2]),
      within: Float64Array.from([4 / 7, 3 / 7, 1]),
      homesWithin: Float64Array.from([4 / 7, 3 / 7, 1]),
    }
    const destinations = Float64Array.from([0.4, 0.2, 0.3, 0.1, 0.5, 0.1, 0.2, 0.2, 0.4, 0.4, 0, 0.2])
    // only C's leavers are sent elsewhere: to A 0.4 x 4/7 = 0.2286 in place of 0.3
    const share = elsewhereShare({ values: full }, { destinations, nests }, Float64Array.from([1, 1, 1]))
    expect(share).toBeCloseTo((0.3 - 1.6 / 7) / (0.5 + 0.3 + 0.4), 12)
  })
})
