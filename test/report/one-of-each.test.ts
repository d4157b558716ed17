/** What is said of one target, one draw, one point or one choice: written out by hand. */
import { describe, expect, it } from 'vitest'
import { measureBox } from '../../src/analysis/discovery/box.js'
import { boxLines } from '../../src/report/terminal/discovery-boxes.js'
import { ranText, remarksOn } from '../../src/report/words/end-of-run.js'
import { verdictCounts } from '../../src/report/words/policy-findings.js'
import { reproducedBy } from '../../src/report/words/reproduced-by.js'
import { countedSettings } from '../../src/report/words/settings.js'
import { howMany } from '../../src/vocabulary/numbers.js'
import { SUMMARY } from './small-summary.js'

describe('one', () => {
  const [, plan] = SUMMARY.policies
  const alone = { ...plan, targets: plan.targets.slice(0, 1) }

  it('takes no s, and all others do', () => {
    expect([0, 1, 2, 1000].map((number) => howMany(number, 'point'))).toEqual([
      '0 points',
      '1 point',
      '2 points',
      '1,000 points',
    ])
  })

  it('draw and trajectory', () => {
    expect(reproducedBy({ ...SUMMARY, draws: 1 }, 'en')).toMatch(/^1 draw a policy/)
    expect(ranText(1, 1, 0.31)).toBe('1 trajectory in 0.3 s')
    expect(ranText(3, 4, 0.31)).toBe('3 trajectories in 0.3 s; 1 was there from an earlier run')
    expect(ranText(0, 1, 0)).toBe('Nothing had to be run: the one trajectory was there from an earlier run')
    expect(remarksOn({ damaged: [], failed: 2, lost: 1 })).toEqual([
      '2 trajectories gave no numbers.',
      '1 trajectory of these was lost by the machine or the program, not by the scenario.',
    ])
  })

  it('target is not "all together"', () => {
    for (const words of [countedSettings(SUMMARY, alone), verdictCounts(alone)]) {
      expect(words.en).toMatch(/[oO]f 1 target: /)
      expect(words.en).not.toContain('together')
      expect(words.zh).not.toContain('同时')
    }
    expect(verdictCounts(plan).en).toMatch(/^Of \d+ targets: .*; all together in /)
    expect(countedSettings(SUMMARY, plan).zh).toContain('同时达到全部目标')
  })
})

describe('limits of a choice', () => {
  // 30 draws of ways 1, 2, 3: a third of them is way 2
  const ways = { name: 'way', values: Float64Array.from({ length: 30 }, (_, draw) => (draw % 3) + 1) }
  const fine = { name: 'x', values: Float64Array.from({ length: 30 }, (_, draw) => draw / 30) }
  const titles = { titleOf: (name: string) => ({ en: name, zh: name }), groups: [] }
  const said = (name: string, limits: { above?: number; below?: number }, language: 'en' | 'zh' = 'en') => {
    const inputs = [ways, fine]
    const box = measureBox([{ name, ...limits }], inputs, new Uint8Array(30).fill(1))
    const answer = { inputs, fails: true } as unknown as Parameters<typeof boxLines>[2]
    const page = { language, width: 200, paint: (_: string, text: string) => text }
    return boxLines(box, 0, answer, titles, page)[0].trim()
  }

  it('name the one that is left, on either side or between', () => {
    expect(said('way', { above: 1.5, below: 2.5 })).toBe('1. way is 2 (33 % of futures).')
    expect(said('way', { above: 2.5 })).toBe('1. way is 3 (33 % of futures).')
    expect(said('way', { below: 1.5 }, 'zh')).toBe('1. way为1（33%的情景）。')
  })

  it('are named where several are left; limits of a number like any other are limits', () => {
    expect(said('way', { below: 2.5 })).toBe('1. way is 1 or 2 (67 % of futures).')
    expect(said('way', { below: 2.5 }, 'zh')).toBe('1. way为1或2（67%的情景）。')
    expect(said('x', { above: 0.95 })).toBe('1. x is above 0.95 (the highest 3 % of futures).')
  })
})
