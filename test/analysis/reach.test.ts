/** What would be enough: on odds that can be followed by hand. */
import { describe, expect, it } from 'vitest'
import { findReach, type ReachRequest } from '../../src/analysis/reach.js'
import { type LeverRange, smallestChanges } from '../../src/analysis/single-lever.js'
import { createStream } from '../../src/sampling/stream.js'

const lever = (name: string, from: number, low: number, high: number): LeverRange => ({
  name,
  from,
  low,
  high,
})
const clamp = (value: number) => Math.min(1, Math.max(0, value))

describe('the smallest change of a lever', () => {
  const levers = [lever('schools', 1, 0, 3), lever('beds', 1, 0, 4), lever('hukou', 1, 0, 2)]
  /** Three targets: schools/2 alone; half of beds, but never above 0.7; nothing moves the third. */
  const oddsOf = (at: readonly number[]) => [clamp(at[0] / 2), Math.min(0.7, at[1] / 2), 0.1]
  const answer = () =>
    smallestChanges(levers, oddsOf([1, 1, 1]), 0.8, async (trials) =>
      trials.map(({ lever: moved, setting }) => oddsOf(levers.map((_, at) => (at === moved ? setting : 1)))),
    )

  it('is found from above to within 1/256 of the range, where it is enough', async () => {
    const [[schools]] = await answer()
    expect(schools.kind).toBe('enough')
    if (schools.kind !== 'enough') return
    // odds of 0.8 need schools at 1.6
    expect(schools.setting).toBeGreaterThanOrEqual(1.6)
    expect(schools.setting).toBeLessThanOrEqual(1.6 + 3 / 256)
    expect(schools.odds).toBeGreaterThanOrEqual(0.8)
  })

  it('is not within range where the best is less, and the nearest of equally good settings is named', async () => {
    const [, [, beds]] = await answer()
    expect(beds).toEqual({ kind: 'not within range', setting: 1.6, odds: 0.7 })
  })

  it('does nothing where no setting changes the odds', async () => {
    const [schools, , nothing] = await answer()
    expect(schools[2]).toEqual({ kind: 'no effect' })
    expect(nothing.map(({ kind }) => kind)).toEqual(['no effect', 'no effect', 'no effect'])
  })

  it('is not looked for between the ends of a lever that move nothing', async () => {
    const tried: number[][] = levers.map(() => [])
    await smallestChanges(levers, oddsOf([1, 1, 1]), 0.8, async (trials) =>
      trials.map(({ lever: moved, setting }) => {
        tried[moved].push(setting)
        return oddsOf(levers.map((_, at) => (at === moved ? setting : 1)))
      }),
    )
    expect(tried[2]).toEqual([0, 2])
    expect(tried[0].length).toBeGreaterThan(10)
  })

  it('may be downwards', async () => {
    const [[found]] = await smallestChanges([lever('delay', 2, 0, 4)], [0], 0.5, async (trials) =>
      trials.map(({ setting }) => [clamp(1 - setting / 2)]),
    )
    expect(found).toMatchObject({ kind: 'enough' })
    if (found.kind === 'enough') expect(found.setting).toBeCloseTo(1, 1)
  })
})

describe('settings for all targets together', () => {
  const request = (generations: number): ReachRequest => {
    const stream = createStream(3, 'test')
    let drawn = 0
    return {
      levers: [
        { ...lever('schools', 1, 0, 3), title: { en: 'Schools', zh: '学校' }, unit: 'ratio' },
        { ...lever('beds', 1, 0, 3), title: { en: 'Beds', zh: '床位' }, unit: 'ratio' },
      ],
      targets: [
        { id: 'a', title: { en: 'A', zh: '甲' } },
        { id: 'b', title: { en: 'B', zh: '乙' } },
      ],
      wanted: 0.8,
      size: 20,
      generations,
      uniform: () => stream(drawn++),
      tryOut: async (settings) =>
        settings.map(([schools, beds]) => ({
          odds: [clamp(schools / 2), clamp(beds / 2)],
          reachedIn: Array.from(
            { length: 10 },
            (_, draw) => Number(schools > draw / 4) + Number(beds > draw / 4),
          ),
        })),
    }
  }

  it('start from what is planned, cost more the less they lack, and come near the least that lacks nothing', async () => {
    const { packages, effort } = await findReach(request(25))
    expect(effort).toBe('share of range')
    expect(packages[0]).toMatchObject({ settings: [1, 1], effort: 0, enough: 0 })
    for (let k = 1; k < packages.length; k++) {
      expect(packages[k].effort).toBeGreaterThan(packages[k - 1].effort)
      expect(packages[k].lacking).toBeLessThan(packages[k - 1].lacking)
    }
    // nothing is lacking from 1.6 and 1.6 on: an effort of 0.6 / 3 twice
    const last = packages[packages.length - 1]
    expect(last.lacking).toBe(0)
    expect(last.effort).toBeGreaterThanOrEqual(0.4)
    expect(last.effort).toBeLessThan(0.5)
  })

  it('count no effort of a lever without room', async () => {
    const asked = request(2)
    const fixed = { ...lever('fixed', 1, 1, 1), title: { en: 'Fixed', zh: '固定' }, unit: 'ratio' }
    const { packages, targets } = await findReach({ ...asked, levers: [...asked.levers, fixed] })
    for (const { effort, settings } of packages) {
      expect(effort).toBeGreaterThanOrEqual(0)
      expect(settings[2]).toBe(1)
    }
    expect(targets[0].answers[2]).toEqual({ kind: 'no effect' })
  })

  it('are the same each time', async () => {
    expect(await findReach(request(3))).toEqual(await findReach(request(3)))
  })
})
