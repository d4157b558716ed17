/** What would be enough: on odds that can be followed by hand. */
import { describe, expect, it } from 'vitest'
import { findReach, type ReachRequest, type ReachTarget } from '../../src/analysis/reach.js'
import { type LeverRange, smallestChanges, type Trial } from '../../src/analysis/single-lever.js'
import { createStream } from '../../src/sampling/stream.js'

const lever = (name: string, from: number, low: number, high: number): LeverRange => ({
  name,
  from,
  low,
  high,
})
const aimAt = (id: string): ReachTarget => ({
  id,
  title: { en: id, zh: id },
  unit: 'ratio',
  comparator: 'at_least',
  threshold: 0.9,
  tolerance: 0,
})
const clamp = (value: number) => Math.min(1, Math.max(0, value))

describe('the smallest change of a lever', () => {
  const levers = [lever('schools', 1, 0, 3), lever('beds', 1, 0, 4), lever('hukou', 1, 0, 2)]
  /** Three targets: schools/2 alone; half of beds, but never above 0.7; nothing moves the third. */
  const oddsOf = (at: readonly number[]) => [clamp(at[0] / 2), Math.min(0.7, at[1] / 2), 0.1]
  /** Medians that go with the odds, of which 80 are asked for. */
  const lived = (odds: readonly number[]) => ({ odds, medians: odds.map((one) => 100 * one) })
  const searched = (wanted: number, oddsAt: (trial: Trial) => readonly number[]) => ({
    wanted,
    tryOut: async (trials: readonly Trial[]) => trials.map((trial) => lived(oddsAt(trial))),
    shortOf: (_: number, median: number) => 80 - median,
  })
  const at = ({ lever: moved, setting }: Trial) => oddsOf(levers.map((_, at) => (at === moved ? setting : 1)))
  const answer = () => smallestChanges(levers, lived(oddsOf([1, 1, 1])), searched(0.8, at))

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
    expect(beds).toEqual({ kind: 'not within range', setting: 1.6, odds: 0.7, short: 10 })
  })

  it('does nothing where no setting changes the odds', async () => {
    const [schools, , nothing] = await answer()
    expect(schools[2]).toEqual({ kind: 'no effect' })
    expect(nothing.map(({ kind }) => kind)).toEqual(['no effect', 'no effect', 'no effect'])
  })

  it('is looked for halfway, and no further, where the ends of a lever move nothing', async () => {
    const tried: number[][] = levers.map(() => [])
    const noted = (trial: Trial) => {
      tried[trial.lever].push(trial.setting)
      return at(trial)
    }
    await smallestChanges(levers, lived(oddsOf([1, 1, 1])), searched(0.8, noted))
    expect(tried[2]).toEqual([0, 0.5, 2, 1.5])
    expect(tried[0].length).toBeGreaterThan(10)
  })

  it('is bisected at once where odds and median move on to the end, and the grid is left out', async () => {
    const tried: number[] = []
    // by hand: odds of 0.8 at 3.2, and less below where the lever stands, at 1
    const straight = ({ setting }: Trial) => {
      tried.push(setting)
      return [setting / 4]
    }
    const [[found]] = await smallestChanges([lever('roads', 1, 0, 4)], lived([0.25]), searched(0.8, straight))
    expect(found).toMatchObject({ kind: 'enough' })
    if (found.kind === 'enough') expect(found.setting - 3.2).toBeLessThan(4 / 256)
    // the ends, the middle to each, and 1.5 halved until it is below 4/256
    expect(tried.slice(0, 4)).toEqual([0, 0.5, 4, 2.5])
    expect(tried).toHaveLength(4 + 7)
  })

  it('is looked for on the grid where odds rise and fall again on the way', async () => {
    const up = ({ setting }: Trial) => [setting === 1.6 ? 0.9 : setting / 4]
    const [[found]] = await smallestChanges(
      [lever('roads', 1, 0, 4)],
      { odds: [0.25], medians: [25] },
      {
        ...searched(0.8, up),
        tryOut: async (trials) => trials.map((trial) => ({ odds: up(trial), medians: [25] })),
      },
    )
    // 1 + 3/5, where alone the odds are enough before 3.2
    expect(found).toMatchObject({ kind: 'enough', odds: 0.9 })
    if (found.kind === 'enough') expect(found.setting).toBeCloseTo(1.6, 9)
  })

  it('is found where only the middle of a range moves the odds', async () => {
    // by hand: 0.9 from 0.4 to 0.6, 0.1 elsewhere, the ends among it
    const hump = ({ setting }: Trial) => [setting >= 0.4 && setting <= 0.6 ? 0.9 : 0.1]
    const [[found]] = await smallestChanges([lever('delay', 0, 0, 1)], lived([0.1]), searched(0.8, hump))
    expect(found).toMatchObject({ kind: 'enough', odds: 0.9 })
    if (found.kind === 'enough') expect(found.setting).toBeCloseTo(0.4, 2)
  })

  it('is not within range, and no lack of effect, where the median comes nearer and the odds stay none', async () => {
    // the reported case: 60 % asked for, 56.6 % as planned and 57.1 % at the end of the range
    const [[up, other]] = await smallestChanges(
      [lever('hukou', 1, 0, 2), lever('beds', 1, 0, 2)],
      { odds: [0], medians: [56.6] },
      {
        wanted: 0.8,
        tryOut: async (trials) =>
          trials.map(({ lever: moved, setting }) => ({
            odds: [0],
            medians: [moved === 0 ? 56.6 + 0.5 * (setting - 1) : 56.6 * (1 + 1e-15)],
          })),
        shortOf: (_, median) => 60 - median,
      },
    )
    expect(up).toMatchObject({ kind: 'not within range', setting: 2, odds: 0 })
    if (up.kind === 'not within range') expect(up.short).toBeCloseTo(2.9, 9)
    expect(other).toEqual({ kind: 'no effect' })
  })

  it('may be downwards', async () => {
    const down = ({ setting }: Trial) => [clamp(1 - setting / 2)]
    const [[found]] = await smallestChanges([lever('delay', 2, 0, 4)], lived([0]), searched(0.5, down))
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
      targets: [aimAt('a'), aimAt('b')],
      wanted: 0.8,
      size: 20,
      generations,
      uniform: () => stream(drawn++),
      tryOut: async (settings) =>
        settings.map(([schools, beds]) => ({
          odds: [clamp(schools / 2), clamp(beds / 2)],
          medians: [schools, beds],
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

  it('are never worse than what one lever by itself was found to do', async () => {
    // x + a is to be 0.9 or more, x even from 0 to 1: odds of 0.8 need a = 0.7, and b does nothing
    const asked = request(1)
    const named = (name: string) => ({
      ...lever(name, 0, 0, 1),
      title: { en: name, zh: name },
      unit: 'ratio',
    })
    const { packages, targets } = await findReach({
      ...asked,
      levers: [named('a'), named('b')],
      targets: [aimAt('t')],
      tryOut: async (settings) =>
        settings.map(([a]) => ({ odds: [clamp(0.1 + a)], medians: [0.5 + a], reachedIn: [1] })),
    })
    const [single] = targets[0].answers
    if (single.kind !== 'enough') throw new Error('one lever is enough')
    expect(single.setting).toBeGreaterThanOrEqual(0.7)
    expect(single.setting).toBeLessThan(0.7 + 1 / 256)
    const cheapest = packages.find(({ enough }) => enough === 1)!
    expect(cheapest.effort).toBeLessThanOrEqual(single.setting)
    expect(packages.filter(({ lacking, effort }) => lacking > 0 && effort > single.setting)).toEqual([])
  })
})
