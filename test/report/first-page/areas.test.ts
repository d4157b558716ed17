/** Of a run without targets: what the picture of its areas says and draws. */
import { describe, expect, it } from 'vitest'
import type { Summary } from '../../../src/analysis/summary.js'
import { shownGroups } from '../../../src/report/html/figures.js'
import { firstScreenText } from '../../../src/report/terminal/first-screen/first-screen.js'
import { areaExtremes } from '../../../src/report/words/first-page/areas.js'
import { SUMMARY } from '../small-summary.js'

const NO_PAST = { pastOdds: [], backtest: [], cities: [] }
const name = (text: string) => ({ en: text, zh: text })
const spread = (median: number) => ({
  median,
  range50: [median - 1, median + 1] as const,
  range80: [median - 2, median + 2] as const,
  range95: [median - 3, median + 3] as const,
})

/** Area k of so many, P1 first, stands at k of an index that was 100; places lacking are of no interest here. */
function projectionOf(areas: number): Summary {
  const rows = Array.from({ length: areas }, (_, k) => ({
    code: `P${k + 1}`,
    name: name(`P${k + 1}`),
    base: 100,
    spread: spread(k + 1),
  }))
  const policy = SUMMARY.policies.at(-1)!
  const own = { policy: policy.name, quality: 'data' as const, year: 2023, rows }
  return {
    ...SUMMARY,
    policies: SUMMARY.policies.map((one) => ({ ...one, targets: [], effects: [] })),
    map: [
      { code: 'R', name: name('R'), tile: null },
      ...rows.map(({ code }) => ({ code, name: name(code), tile: null })),
    ],
    places: [
      { ...own, indicator: 'places_short', title: name('Places short'), unit: 'place' },
      { ...own, indicator: 'residents_index', title: name('Residents'), unit: '2020 = 100' },
      { ...own, indicator: 'share_65', title: name('Share of 65 and over'), unit: 'percent' },
      { ...own, indicator: 'share_14', title: name('Share of 0-14'), unit: 'percent' },
    ],
  }
}
const areasOf = (summary: Summary) =>
  shownGroups(summary, NO_PAST)
    .flatMap(({ figures }) => figures)
    .find(({ id }) => id === 'areas')
const drawn = (summary: Summary) => new Set(JSON.stringify(areasOf(summary)!.spec('wide')).match(/P\d+/g))

describe('the picture of areas', () => {
  it('says which has most and least of the first indicator, beside the base year', () => {
    const figure = areasOf(projectionOf(19))!
    expect(figure.caption.en).toContain(
      'the short line is 2020. Residents (2020 = 100): highest in P19 (19), lowest in P1 (1).',
    )
    expect(figure.caption.zh).toContain('最高为P19（19），最低为P1（1）。')
    expect(JSON.stringify(figure.spec('narrow'))).toContain('"base":100')
    expect(figure.tables.map(({ id }) => id)).toEqual([
      'places-residents_index',
      'places-share_65',
      'places-share_14',
    ])
    expect(drawn(projectionOf(19)).size).toBe(19)
  })

  it.each([61, 400])('draws of %i areas thirty at either end, and says so', (areas) => {
    const summary = projectionOf(areas)
    expect(areasOf(summary)!.caption.en).toContain(`; of ${areas} areas the 60 at both ends are drawn.`)
    const ends = Array.from({ length: 30 }, (_, k) => [`P${k + 1}`, `P${areas - k}`]).flat()
    expect([...drawn(summary)].sort()).toEqual(ends.sort())
    // two indicators, one below the other on a phone
    expect(areasOf(summary)!.spec('narrow')).toMatchObject({ columns: 1, concat: [{}, {}] })
  })

  it('draws each indicator with its own ends', () => {
    const summary = projectionOf(100)
    const turned = summary.places.map((table) =>
      table.indicator === 'share_65'
        ? { ...table, rows: table.rows.map((row, k) => ({ ...row, spread: spread((k + 50) % 100) })) }
        : table,
    )
    const [, second] = (areasOf({ ...summary, places: turned })!.spec('wide') as { concat: unknown[] }).concat
    // the highest of the second is in the middle of the first
    expect(JSON.stringify(second)).toContain('"P50"')
  })

  it('leaves out areas without a number, of this run and as summary.json has them', () => {
    for (const none of [Number.NaN, null as unknown as number]) {
      const summary = projectionOf(70)
      const nothing = { median: none, range50: [none, none], range80: [none, none], range95: [none, none] }
      const places = summary.places.map((table) => ({
        ...table,
        rows: table.rows.map((row, k) => (k < 5 ? row : { ...row, base: none, spread: nothing as never })),
      }))
      const figure = areasOf({ ...summary, places })!
      expect(figure.caption.en).toContain(
        'highest in P5 (5), lowest in P1 (1); areas without a number are left out.',
      )
      expect(drawn({ ...summary, places })).toEqual(new Set(['P1', 'P2', 'P3', 'P4', 'P5']))
      expect(JSON.stringify(figure.spec('wide'))).not.toMatch(/(base|median|domain)":\[?null/)
    }
  })

  it('counts areas together whose numbers are written alike', () => {
    const summary = projectionOf(4)
    const at = (medians: readonly number[]) => {
      const [{ rows, ...table }] = summary.places.slice(2)
      return areaExtremes({ ...table, rows: rows.map((row, k) => ({ ...row, spread: spread(medians[k]) })) })
    }
    expect(at([100, 99.99, 0, 50])).toEqual({
      en: 'Share of 65 and over (%): highest in P1 and 1 other (100.0), lowest in P3 (0.0)',
      zh: 'Share of 65 and over（%）：最高为P1等2地（100.0），最低为P3（0.0）',
    })
    expect(at([7, 7, 7, 7]).en).toBe('Share of 65 and over (%): 7.0 in all areas')
    expect(at([7, 7, 7, 7]).zh).toBe('Share of 65 and over（%）：各地均为7.0')
  })

  it('has its ends on the first screen too, in the width of the terminal', () => {
    const screen = firstScreenText(projectionOf(19), { language: 'en', width: 100, paint: (_, text) => text })
    expect(screen).toContain('Share of 65 and over (%): highest in P19 (19.0), lowest in P1 (1.0)\n')
  })

  it('is none where a target is judged, or there is one area', () => {
    expect(areasOf({ ...projectionOf(19), policies: SUMMARY.policies })).toBeUndefined()
    expect(areasOf(projectionOf(1))).toBeUndefined()
  })
})
