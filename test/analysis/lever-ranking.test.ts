/** Levers by what a target gains for the effort: two that help, one that helps by less than asked, one that moves nothing. */
import { describe, expect, it } from 'vitest'
import { rankLevers } from '../../src/analysis/levers/lever-ranking.js'
import type { ReachFinding, ReachLever } from '../../src/analysis/reach.js'

const both = (text: string) => ({ en: text, zh: text })
const lever = (name: string, high: number, cost?: number): ReachLever => ({
  ...{ name, title: both(name), unit: 'ratio', from: 1, low: 0, high },
  ...(cost !== undefined && { cost }),
})

const findingOf = (effort: ReachFinding['effort'], costs: readonly (number | undefined)[]): ReachFinding => ({
  ...{ fingerprint: 'f', version: '0', title: both('t'), policy: 'plan', policyTitle: both('plan') },
  ...{ draws: 200, lived: 0, wanted: 0.8, effort, packages: [] },
  levers: ['wide', 'narrow', 'weak', 'still'].map((name, at) => lever(name, at === 0 ? 4 : 2, costs[at])),
  targets: [
    {
      ...{ id: 'a', title: both('a'), unit: 'percent', comparator: 'at_least', threshold: 57, tolerance: 0 },
      now: 0.6,
      answers: [
        { kind: 'enough', setting: 3, odds: 0.8 },
        { kind: 'not within range', setting: 2, odds: 0.75, short: 1 },
        { kind: 'not within range', setting: 2, odds: 0.605, short: 1 },
        { kind: 'no effect' },
      ],
    },
  ],
})

describe('levers', () => {
  it('stand in the order of what they gain for the part of their range that they are moved by', () => {
    // wide: 0.20 for 2 of 4, 0.40 a range; narrow: 0.15 for 1 of 2, 0.30 a range
    const { helpful, others } = rankLevers(findingOf('share of range', []), 0, 0.01)
    expect(helpful.map((one) => one.lever.name)).toEqual(['wide', 'narrow'])
    expect(helpful[0]).toMatchObject({ at: 0, setting: 3, isEnough: true, effort: 0.5 })
    expect(helpful[0].gain).toBeCloseTo(0.2, 12)
    expect(helpful[1]).toMatchObject({ effort: 0.5, isEnough: false })
    expect(others.map(({ name }) => name)).toEqual(['weak', 'still'])
  })

  it('stand by what they gain for the money where every lever has a cost', () => {
    // wide: 0.20 for 2 x 100; narrow: 0.15 for 1 x 20
    const { helpful } = rankLevers(findingOf('yuan', [100, 20, 1, 1]), 0, 0.01)
    expect(helpful.map(({ lever: { name }, effort }) => [name, effort])).toEqual([
      ['narrow', 20],
      ['wide', 200],
    ])
  })
})
