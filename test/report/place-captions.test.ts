/**
 * What the pictures city by city say in words: the year in which most is lacking, and not the last year alone.
 *
 * By hand: B lacks 30 of 100 places in 2021 and 5 of 100 in the last year, A 8 of 200.
 */
import { expect, it } from 'vitest'
import { shownGroups } from '../../src/report/html/figures.js'
import { heatFigure, pairFigure } from '../../src/report/html/place-figures.js'
import type { Projection, ServiceCourse } from '../../src/results/projection.js'
import { SUMMARY } from './small-summary.js'

const place = (code: string, en: string, zh: string) => ({ code, name: { en, zh }, tile: null })
const [region, a, b] = [place('R', 'Region', '全区'), place('A', 'Alpha', '甲市'), place('B', 'Beta', '乙市')]
const summary = { ...SUMMARY, map: [region, a, b] }
const last = SUMMARY.years.at(-1)!
const row = (code: string, year: number, need: number, lacking: number) => ({
  code,
  year,
  need,
  capacity: need - lacking,
  lacking,
  lackingShare: lacking / need,
})

const projectionOf = (rows: ServiceCourse['rows']): Projection => ({
  policy: 'plan',
  people: [],
  growth: [],
  growthInAll: [],
  pyramids: [],
  programmes: [],
  services: [
    {
      service: 'schools',
      title: { en: 'School places', zh: '学位' },
      unit: 'place',
      rows,
    },
  ],
})
const captionsOf = (rows: ServiceCourse['rows']) =>
  [heatFigure, pairFigure].map((figure) => figure(summary, projectionOf(rows))!.caption)

const base = [a, b].map(({ code }) => row(code, SUMMARY.years[0], 100, 60))
const end = [row(region.code, last, 300, 13), row(a.code, last, 200, 8), row(b.code, last, 100, 5)]

it('names the year with most, and the last beside it', () => {
  const [heat, pairs] = captionsOf([...base, row(b.code, 2021, 100, 30), ...end])
  expect(heat.en).toBe(
    `A stronger orange is a larger lack: in 2021 ${b.name.en} lacks most, 30 % of its school places; in ${last} ${b.name.en} lacks most, 5 % of its school places. A tile without a number has enough; “worst” is the year in which the area lacks most.`,
  )
  expect(heat.zh).toContain(`2021年${b.name.zh}学位缺30%，为最多；${last}年${b.name.zh}学位缺5%，为最多`)
  expect(pairs.en).toContain(
    `most in ${a.name.en}, 8 places (school places, principal projection). Of all years most in ${b.name.en}, 30 places (school places, 2021).`,
  )
  expect(pairs.zh).toContain(`各年中以2021年${b.name.zh}最多，缺学位30个。`)
})

it('says once what the last year has most of', () => {
  const [heat, pairs] = captionsOf([...base, ...end])
  expect(heat.en).toContain(`in ${last} ${b.name.en} lacks most, 5 % of its school places. A tile`)
  expect(pairs.en).not.toContain('Of all years')
})

it('says where nothing is lacking, then or ever', () => {
  const whole = end.map(({ code, need }) => row(code, last, need, 0))
  expect(captionsOf([row(b.code, 2021, 100, 30), ...whole])[0].en).toContain(
    `; in ${last} no area lacks any.`,
  )
  expect(captionsOf([...base, ...whole])[0]).toEqual({
    en: `No area lacks places in any year after ${SUMMARY.years[0]}.`,
    zh: `${SUMMARY.years[0]}年之后各地均不缺。`,
  })
})

it('shows of very many places those that matter, and says how many there are', () => {
  // place k of 400 has k x 1,000 people throughout; all lack one place and lose as many
  const codes = Array.from({ length: 400 }, (_, k) => `P${k + 1}`)
  const years = [SUMMARY.years[0], last]
  const none = {
    before: 0,
    natural: 0,
    withinCity: 0,
    reclassified: 0,
    after: 0,
    fromOutside: 0,
    toOutside: 0,
  }
  const rows = ['R', ...codes].flatMap((code) => years.map((year) => row(code, year, 100, 1)))
  const projection: Projection = {
    ...projectionOf(rows),
    policy: SUMMARY.policies.at(-1)!.name,
    people: codes.flatMap((code, k) =>
      years.map((year) => ({ code, year, byStatus: [1000 * (k + 1), 0, 0, 0] })),
    ),
    growthInAll: codes.map((code) => ({ code, year: last, ...none, beyondCity: -1, netOutside: 0 })),
    pyramids: years.map((year) => ({ year, ages: [0], people: [[[1], [1]]] })),
  }
  const map = [region, ...codes.map((code) => place(code, code, code))]
  const past = { pastOdds: [], backtest: [], cities: [] }
  const groups = shownGroups({ ...SUMMARY, map, projections: [projection] }, past)
  const growth = groups.flatMap(({ figures }) => figures).find(({ id }) => id === 'growth')!
  expect(growth.caption.en).toContain('of 400 of 400 areas')
  const shown = new Set(JSON.stringify([growth.spec('wide'), growth.tables]).match(/P\d+/g))
  // forty with most people; of those that grow, shrink and lack alike the first twenty
  expect([...shown].sort()).toEqual([...codes.slice(-40), ...codes.slice(0, 20)].sort())
})
