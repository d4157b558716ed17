/** `cityward reach` on the two tiny cities, as a user calls it. */
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/report/width.js'
import { cityward, TINY } from './cityward.js'

describe('cityward reach', () => {
  const asked = ['reach', TINY, '--draws', '60', '--budget', '2400', '--threads', '1']

  it('names what would be enough, in both languages, within the width of the screen', () => {
    const en = cityward(...asked)
    expect(en).toMatchObject({ code: 0, err: '' })
    expect(en.out).toMatch(/Starting from "Build", one lever moved at a time, in the same 60 futures/)
    expect(en.out).toMatch(
      /School programme at [\d.]+ in place of 1 \(\d+ %\)|Nothing within range|no lever moves it/,
    )
    const zh = cityward(...asked, '--lang', 'zh')
    expect(zh.out).toContain('以“建设”为基准')
    for (const line of [...en.out.split('\n'), ...zh.out.split('\n')])
      expect(displayWidth(line)).toBeLessThanOrEqual(100)
  })

  it('says the same as JSON, with every setting that nothing beats, and the same each time', () => {
    const first = cityward(...asked, '--json')
    const found = JSON.parse(first.out)
    expect(found).toMatchObject({ wanted: 0.8, effort: 'share of range', draws: 60 })
    expect(found.packages[0]).toMatchObject({ settings: [1], effort: 0 })
    expect(cityward(...asked, '--json', '--threads', '2').out).toBe(first.out)
  })

  it('gives a line a target and lever as CSV', () => {
    const [heading, ...rows] = cityward(...asked, '--csv')
      .out.trim()
      .split('\n')
    expect(heading).toBe(
      'kind,target_or_row,lever,odds_now_or_lacking,finding_or_enough,from,setting,odds_or_effort',
    )
    for (const row of rows) expect(row).toMatch(/^(target|together),[^,]+,schools,/)
  })

  it('says what it cannot do: odds that are none, a policy that is not there', () => {
    expect(cityward('reach', TINY, '--odds', '120%').err).toContain('expected a share in per cent')
    const unknown = cityward('reach', TINY, '--policy', 'biuld')
    expect(unknown).toMatchObject({ code: 2, out: '' })
    expect(unknown.err).toContain('Did you mean build?')
  })
})
