/** Tables of people in the principal projection: by status and age, and what changed the number of townspeople. */
import type { Summary } from '../../analysis/summary.js'
import { GROWTH_PARTS, type GrowthPart } from '../../results/projection.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import {
  both,
  type Cell,
  column,
  type DataTable,
  number,
  same,
  signedNumber,
  titled,
  words,
  year,
} from './data-table.js'
import { mainProjection, placeName } from './headline.js'

/** Where urban growth came from, by place: step by step, or from the base year to the last. */
export function growthTable(summary: Summary, part: 'growth' | 'growthInAll'): DataTable | undefined {
  const found = mainProjection(summary)
  const growth = found?.projection[part] ?? []
  if (!found || growth.length === 0) return undefined
  const people = (en: string, zh: string) => column(`${en} (people)`, `${zh}（人）`)
  const [first, last] = [summary.years[0], summary.years.at(-1)!]
  const span = {
    growth: both('year by year', '逐年'),
    growthInAll: both(`${first}–${last}`, `${first}—${last}年`),
  }[part]
  return {
    id: part === 'growth' ? 'growth' : 'growth-in-all',
    title: both(
      `Townspeople and what changed them, ${span.en}, principal projection`,
      `城镇人口及其变动来源（${span.zh}，主预测）`,
    ),
    columns: [
      column('Place', '地区', false),
      column('Year', '年份'),
      people('Before', '期初'),
      ...GROWTH_PARTS.map((one) => people(GROWTH_TITLES[one].en, GROWTH_TITLES[one].zh)),
      people('After', '期末'),
      people(
        'All residents, villagers too: came from outside the region',
        '全部常住人口（含农村）：区外流入',
      ),
      people('All residents: left for outside', '全部常住人口：流往区外'),
      people('All residents: net migration with outside', '全部常住人口：区外净迁移'),
    ],
    rows: growth.map((row, index): Cell[] => {
      const from = `projections.${found.at}.${part}.${index}`
      return [
        words(placeName(summary, row.code)),
        year(row.year, `${from}.year`),
        number(row.before, 'person', `${from}.before`),
        ...GROWTH_PARTS.map((one) => signedNumber(row[one], 'person', `${from}.${one}`)),
        number(row.after, 'person', `${from}.after`),
        number(row.fromOutside, 'person', `${from}.fromOutside`),
        number(row.toOutside, 'person', `${from}.toOutside`),
        signedNumber(row.netOutside, 'person', `${from}.netOutside`),
      ]
    }),
  }
}

/** They fit the region, which is its cities added up, as well as a city. */
export const GROWTH_TITLES: Record<GrowthPart, Bilingual> = {
  natural: both('Births less deaths', '自然增长'),
  withinCity: both('From villages of the same city', '同市农村转入'),
  beyondCity: both('Between cities and with outside, net', '市际及区外净迁入'),
  reclassified: both('Villages that became towns', '村改居'),
}

export const STATUS_NAMES = [
  both('Rural', '农村'),
  both('Reclassified', '村改居'),
  both('Registered in town', '城镇户籍'),
  both('Migrant', '流动人口'),
] as const

/** Residents by place, year and status. */
export function peopleTable(summary: Summary): DataTable | undefined {
  const found = mainProjection(summary)
  if (!found) return undefined
  const [first] = found.projection.people
  const statuses = first.byStatus.length > 1 ? STATUS_NAMES : [both('Everyone', '全体')]
  return {
    id: 'people',
    title: both('Residents by status, people, principal projection', '分类别常住人口（人，主预测）'),
    columns: [
      column('Place', '地区', false),
      column('Year', '年份'),
      ...statuses.map((status) => titled(status)),
    ],
    rows: found.projection.people.map(({ code, year: when, byStatus }, index): Cell[] => {
      const from = `projections.${found.at}.people.${index}`
      return [
        words(placeName(summary, code)),
        year(when, `${from}.year`),
        ...byStatus.map((people, status) => number(people, 'person', `${from}.byStatus.${status}`)),
      ]
    }),
  }
}

/** People of the region by status, sex and age, in the base year and the last. */
export function pyramidTable(summary: Summary): DataTable | undefined {
  const found = mainProjection(summary)
  if (!found) return undefined
  const told = found.projection.pyramids[0].people.length > 1
  const statuses = told ? STATUS_NAMES : [both('Everyone', '全体')]
  return {
    id: 'pyramids',
    title: both('People by status, sex and age, principal projection', '分类别、性别、年龄人口（主预测）'),
    columns: [
      column('Year', '年份'),
      column('Ages', '年龄', false),
      ...statuses.flatMap((status) => [
        column(`${status.en}, men`, `${status.zh}（男）`),
        column(`${status.en}, women`, `${status.zh}（女）`),
      ]),
    ],
    rows: found.projection.pyramids.flatMap(({ year: when, ages, people }, pyramid) =>
      ages.map((from, group): Cell[] => {
        const path = `projections.${found.at}.pyramids.${pyramid}`
        return [
          year(when, `${path}.year`),
          words(same(group === ages.length - 1 ? `${from}+` : `${from}–${ages[group + 1] - 1}`)),
          ...people.flatMap((sexes, status) =>
            sexes.map((counted, sex) =>
              number(counted[group], 'person', `${path}.people.${status}.${sex}.${group}`),
            ),
          ),
        ]
      }),
    ),
  }
}
