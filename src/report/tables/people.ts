/** Tables of people in the principal projection: by status and age, and what changed the number of townspeople. */
import type { Summary } from '../../analysis/summary.js'
import { GROWTH_PARTS } from '../../results/projection.js'
import { phrase, same } from '../words/bilingual.js'
import { GROWTH_TITLES, STATUS_NAMES } from '../words/people.js'
import {
  column,
  type DataCell,
  type DataTable,
  numberCell,
  signedCell,
  titled,
  wordsCell,
  yearCell,
} from './data-table.js'
import { mainProjection, placeName } from './headline.js'

/** Where urban growth came from, by place: step by step, or from the base year to the last. */
export function growthTable(summary: Summary, part: 'growth' | 'growthInAll'): DataTable | undefined {
  const found = mainProjection(summary)
  const growth = found?.projection[part] ?? []
  if (!found || growth.length === 0) return undefined
  const people = (en: string, zh: string) => column(`${en} (people)`, `${zh}（人）`)
  const isScaled = growth[0].controlled !== undefined
  const parts = [...GROWTH_PARTS, ...(isScaled ? (['controlled'] as const) : [])]
  const [first, last] = [summary.years[0], summary.years.at(-1)!]
  const span = {
    growth: phrase('year by year', '逐年'),
    growthInAll: phrase(`${first}–${last}`, `${first}—${last}年`),
  }[part]
  return {
    id: part === 'growth' ? 'growth' : 'growth-in-all',
    title: phrase(
      `Townspeople and what changed them, ${span.en}, principal projection`,
      `城镇人口及其变动来源（${span.zh}，主预测）`,
    ),
    columns: [
      column('Place', '地区', false),
      column('Year', '年份'),
      people('Before', '期初'),
      ...parts.map((one) => people(GROWTH_TITLES[one].en, GROWTH_TITLES[one].zh)),
      people('After', '期末'),
      people(
        'All residents, villagers too: came from outside the region',
        '全部常住人口（含农村）：区外流入',
      ),
      people('All residents: left for outside', '全部常住人口：流往区外'),
      people('All residents: net migration with outside', '全部常住人口：区外净迁移'),
    ],
    rows: growth.map((row, index): DataCell[] => {
      const from = `projections.${found.at}.${part}.${index}`
      return [
        wordsCell(placeName(summary, row.code)),
        yearCell(row.year, `${from}.year`),
        numberCell(row.before, 'person', `${from}.before`),
        ...parts.map((one) => signedCell(row[one] ?? 0, 'person', `${from}.${one}`)),
        numberCell(row.after, 'person', `${from}.after`),
        numberCell(row.fromOutside, 'person', `${from}.fromOutside`),
        numberCell(row.toOutside, 'person', `${from}.toOutside`),
        signedCell(row.netOutside, 'person', `${from}.netOutside`),
      ]
    }),
  }
}

/** Residents by place, year and status. */
export function peopleTable(summary: Summary): DataTable | undefined {
  const found = mainProjection(summary)
  if (!found) return undefined
  const [first] = found.projection.people
  const statuses = first.byStatus.length > 1 ? STATUS_NAMES : [phrase('Everyone', '全体')]
  return {
    id: 'people',
    title: phrase('Residents by status, people, principal projection', '分类别常住人口（人，主预测）'),
    columns: [
      column('Place', '地区', false),
      column('Year', '年份'),
      ...statuses.map((status) => titled(status)),
    ],
    rows: found.projection.people.map(({ code, year: when, byStatus }, index): DataCell[] => {
      const from = `projections.${found.at}.people.${index}`
      return [
        wordsCell(placeName(summary, code)),
        yearCell(when, `${from}.year`),
        ...byStatus.map((people, status) => numberCell(people, 'person', `${from}.byStatus.${status}`)),
      ]
    }),
  }
}

/** People of the region by status, sex and age, in the base year and the last. */
export function pyramidTable(summary: Summary): DataTable | undefined {
  const found = mainProjection(summary)
  if (!found) return undefined
  const told = found.projection.pyramids[0].people.length > 1
  const statuses = told ? STATUS_NAMES : [phrase('Everyone', '全体')]
  return {
    id: 'pyramids',
    title: phrase('People by status, sex and age, principal projection', '分类别、性别、年龄人口（主预测）'),
    columns: [
      column('Year', '年份'),
      column('Ages', '年龄', false),
      ...statuses.flatMap((status) => [
        column(`${status.en}, men`, `${status.zh}（男）`),
        column(`${status.en}, women`, `${status.zh}（女）`),
      ]),
    ],
    rows: found.projection.pyramids.flatMap(({ year: when, ages, people }, pyramid) =>
      ages.map((from, group): DataCell[] => {
        const path = `projections.${found.at}.pyramids.${pyramid}`
        return [
          yearCell(when, `${path}.year`),
          wordsCell(same(group === ages.length - 1 ? `${from}+` : `${from}–${ages[group + 1] - 1}`)),
          ...people.flatMap((sexes, status) =>
            sexes.map((counted, sex) =>
              numberCell(counted[group], 'person', `${path}.people.${status}.${sex}.${group}`),
            ),
          ),
        ]
      }),
    ),
  }
}
