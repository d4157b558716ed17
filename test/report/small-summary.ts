/** A summary made by hand: two cities, two policies, one target of each kind. */
import { oddsOf, wordFor } from '../../src/analysis/odds.js'
import type { PlaceVerdict, Spread, Summary, TargetVerdict } from '../../src/analysis/summary.js'
import { phraseFor } from '../../src/analysis/summary-words.js'
import type { Bilingual } from '../../src/vocabulary/bilingual.js'
import type { Quality } from '../../src/vocabulary/quality.js'

const say = (en: string, zh: string): Bilingual => ({ en, zh })
const REGION = { code: 'R', name: say('Guangxi', '广西') }
const CITIES = [
  { code: 'A', name: say('Nanning', '南宁市') },
  { code: 'B', name: say('Fangchenggang', '防城港市') },
]

/** Quantiles around a median: 1, 2 and 3 steps to each side. */
const around = (median: number, step: number): Spread => ({
  median,
  range50: [median - step, median + step],
  range80: [median - 2 * step, median + 2 * step],
  range95: [median - 3 * step, median + 3 * step],
})

interface Sketch {
  readonly id: string
  readonly title: Bilingual
  readonly unit: string
  readonly comparator: TargetVerdict['comparator']
  readonly threshold: number
  readonly tolerance?: number
  readonly quality: Quality
  readonly base: number
  readonly median: number
  readonly step: number
  readonly hits: number
  readonly strict?: number
  readonly firstYear: number | null
  readonly count?: { readonly marginCount: number; readonly marginUnit: string }
  readonly cities?: readonly [median: number, hits: number][]
  readonly contributions?: readonly [title: Bilingual, share: number][]
}

const DRAWS = 1000

function verdict(sketch: Sketch): TargetVerdict {
  const { base, median, step, hits, threshold, comparator, firstYear } = sketch
  const margin = comparator === 'at_most' ? threshold - median : median - threshold
  const placeVerdict = (own: {
    median: number
    hits: number
    base: number
  }): Omit<PlaceVerdict, 'code' | 'name'> => ({
    base: own.base,
    spread: around(own.median, step),
    odds: oddsOf(own.hits, DRAWS),
    margin,
    firstYear,
  })
  const odds = oddsOf(hits, DRAWS)
  return {
    id: sketch.id,
    title: sketch.title,
    indicator: sketch.id,
    unit: sketch.unit,
    comparator,
    threshold,
    tolerance: sketch.tolerance ?? 0,
    year: 2023,
    quality: sketch.quality,
    basis: say('', ''),
    region: { ...REGION, ...placeVerdict({ median, hits, base }), ...sketch.count },
    cities: (sketch.cities ?? []).map(([own, ownHits], index) => ({
      ...CITIES[index],
      ...placeVerdict({ median: own, hits: ownHits, base }),
    })),
    lenient: odds,
    strict: oddsOf(sketch.strict ?? hits, DRAWS),
    word: wordFor(odds),
    sentence: phraseFor(odds),
    principal: median,
    quantiles: [],
    futures: [],
    contributions: (sketch.contributions ?? []).map(([title, share]) => ({
      uncertainty: title.en,
      title,
      share,
    })),
  }
}

const PACE = say('Pace of leaving the village', '农村人口转移速度')
const ON_TIME = say('School projects that open on time', '学校项目按期建成比例')

const sketches: Sketch[] = [
  {
    id: 'urban',
    title: say('Resident urbanization rate', '常住人口城镇化率'),
    unit: 'percent',
    comparator: 'about',
    threshold: 57,
    tolerance: 0.5,
    quality: 'data',
    base: 54.2,
    median: 56.77,
    step: 0.23,
    hits: 604,
    strict: 238,
    firstYear: 2023,
    count: { marginCount: -116_317, marginUnit: 'person' },
    cities: [
      [71.3, 1000],
      [44.4, 0],
    ],
    contributions: [
      [PACE, 0.523],
      [say('other', '其他'), 0.4],
    ],
  },
  {
    id: 'places',
    title: say('Compulsory school places added', '新增义务教育学位'),
    unit: 'place',
    comparator: 'at_least',
    threshold: 220_000,
    quality: 'estimate',
    base: 0,
    median: 196_168,
    step: 13_000,
    hits: 140,
    firstYear: null,
    contributions: [
      [ON_TIME, 0.512],
      [say('Quotas fulfilled', '任务完成倍数'), 0.444],
      [PACE, 0.04],
    ],
  },
  {
    id: 'beds',
    title: say('Primary-care beds per 1,000 residents', '每千常住人口基层床位'),
    unit: 'bed per 1,000',
    comparator: 'at_least',
    threshold: 1.25,
    quality: 'judgement',
    base: 1.212,
    median: 1.293,
    step: 0.05,
    hits: 1000,
    firstYear: 2022,
    count: { marginCount: 2160.4, marginUnit: 'bed' },
  },
  {
    id: 'hours',
    title: say(
      'Slowest pair of Beihai, Qinzhou and Fangchenggang, door to door',
      '北钦防主城区间最慢通达时间',
    ),
    unit: 'hour',
    comparator: 'at_most',
    threshold: 1,
    quality: 'data',
    base: 1.38,
    median: 1.38,
    step: 0,
    hits: 0,
    firstYear: null,
  },
]

const targets = sketches.map(verdict)
const effect = (target: string, median: number, step: number, odds: number) => ({
  target,
  spread: around(median, step),
  odds,
})

export const SUMMARY: Summary = {
  title: say('Guangxi three-year action plan', '广西三年行动计划'),
  region: REGION.name,
  version: '0.1.0',
  fingerprint: '0123456789abcdef',
  seed: 7,
  draws: DRAWS,
  years: [2020, 2021, 2022, 2023],
  policies: [
    {
      name: 'no_action',
      title: say('No action', '不采取行动'),
      targets: sketches.map((sketch) => verdict({ ...sketch, hits: sketch.id === 'urban' ? 604 : 0 })),
      joint: oddsOf(0, DRAWS),
      effects: [],
      failures: 0,
    },
    {
      name: 'plan',
      title: say('The plan', '行动计划'),
      targets,
      joint: oddsOf(0, DRAWS),
      effects: [
        effect('urban', 0, 0, 0),
        effect('places', 196_168, 13_000, 0.14),
        effect('beds', 0.1184, 0.004, 1),
        effect('hours', 0, 0, 0),
      ],
      failures: 2,
    },
  ],
  series: [
    {
      policy: 'plan',
      indicator: 'urban',
      title: sketches[0].title,
      unit: 'percent',
      quality: 'data',
      years: [],
    },
  ],
  map: [],
  projections: [],
  needs: [],
  places: [
    {
      policy: 'plan',
      indicator: 'places_short',
      title: say('Compulsory school places lacking', '义务教育学位缺口'),
      unit: 'place',
      quality: 'estimate',
      year: 2023,
      rows: [
        { ...CITIES[0], base: 0, spread: around(113_843, 4000) },
        { ...CITIES[1], base: 0, spread: around(0, 0) },
      ],
    },
  ],
  growthDifference: {
    indicator: 'urban',
    years: [],
    basis: '',
    apart: [{ policy: 'plan', year: 2023, ours: 56.77, line: 58.2, wide: true }],
  },
  unassessed: [
    {
      id: 'metro',
      text: say('A metro plan', '地铁规划'),
      assessed: 'qualitative',
      because: say('Nothing to simulate.', '无可模拟。'),
      known: [],
    },
    {
      id: 'circle',
      text: say('A "circle" | 15 minutes', '十五分钟生活圈'),
      assessed: 'cannot',
      because: say('No baseline.', '缺少基线。'),
      known: [],
    },
  ],
  sections: [],
  alike: [],
  findings: [say('Two trajectories gave no number.', '有两条轨迹未得出数值。')],
}
