/** What is due in a scenario, which need not be what the plan promised; and a second band in the year it belongs to. */
import { expect, it } from 'vitest'
import type { Series, TargetVerdict } from '../../src/analysis/summary.js'
import { programmeChart } from '../../src/report/charts/bars.js'
import { fanChart } from '../../src/report/charts/fan.js'
import { programmeTable } from '../../src/report/tables/services.js'
import type { ProgrammeCourse } from '../../src/results/projection.js'
import { SUMMARY } from './small-summary.js'

const say = (en: string, zh: string) => ({ en, zh })
/** Flats of the shipped scenario: 5,000 a year start, which open two years later; 15,000 in three years. */
const flats: ProgrammeCourse = {
  programme: 'flats',
  service: 'rental',
  title: say('Public rental flats', '公租房'),
  unit: 'dwelling',
  lead: 2,
  years: [
    { year: 2020, promisedStarts: 0, promised: 0, started: 0, opened: 0, openedShare: null },
    { year: 2023, promisedStarts: 15_000, promised: 5_000, started: 15_000, opened: 4_000, openedShare: 0.8 },
  ],
}
const beds: ProgrammeCourse = {
  ...flats,
  title: say('Hospital beds', '医院床位'),
  unit: 'bed',
  quality: 'judgement',
}

it('says due in this scenario, marks judgements, and has what was started beside what is due', () => {
  const drawn = JSON.stringify(programmeChart([flats, beds], 'wide'))
  expect(drawn).not.toMatch(/promised|承诺/)
  expect(drawn).toContain('Public rental flats: 4,000 of 5,000 dwellings due (80 %); 15,000 started')
  expect(drawn).toContain('4,000 of 5,000 beds due, a judgement (80 %)')
  expect(drawn).toContain('（主观判断），建成4000')
  const [projection] = [
    {
      policy: SUMMARY.policies.at(-1)!.name,
      people: [],
      growth: [],
      growthInAll: [],
      pyramids: [],
      services: [],
      programmes: [flats, beds],
    },
  ]
  const table = programmeTable({ ...SUMMARY, projections: [projection] })!
  expect(table.columns.map(({ title }) => title.en)).toContain('Openings due in this scenario')
  expect(table.columns.map(({ title }) => title.zh)).toContain('本方案应建成')
  expect(table.rows.map((row) => row.at(-1))).toMatchObject([
    { text: { en: '–' } },
    { text: { en: 'judgement' } },
  ])
})

it('draws the band with census revision at the year of its target', () => {
  const spread = {
    median: 60,
    range50: [59, 61],
    range80: [58, 62],
    range95: [57, 63],
  } as unknown as TargetVerdict['region']['spread']
  const years = Array.from({ length: 16 }, (_, k) => ({ year: 2020 + k, spread, principal: 60 }))
  const [urban] = SUMMARY.policies.at(-1)!.targets
  const series: Series = {
    policy: 'plan',
    indicator: urban.indicator,
    title: urban.title,
    unit: 'percent',
    quality: 'data',
    years,
  }
  const revised = { range80: [55, 65], range95: [54, 66], within95: 2, lenient: 0.5, strict: 0.5 } as const
  const barsOf = (year: number) => {
    const { layer } = fanChart(
      { target: { ...urban, year, revised }, series, line: undefined },
      'wide',
    ) as unknown as {
      layer: { data: { values: { year: number; low?: number }[] } }[]
    }
    return layer
      .flatMap(({ data }) => data.values)
      .filter(({ low }) => low === 54 || low === 55)
      .map((one) => one.year)
  }
  expect(barsOf(2023)).toEqual([2023.2, 2023.2])
  expect(barsOf(2035)).toEqual([2035.2, 2035.2])
})
