/** Tables of the course of things: by year, by single future, and of the principal projection by place. */
import type { Summary, TargetVerdict } from '../../analysis/summary.js'
import { GROWTH_PARTS, type GrowthPart } from '../../plan/projection.js'
import type { Bilingual } from '../../vocabulary/quality.js'
import {
  both,
  type Cell,
  column,
  type DataTable,
  number,
  SPREAD_COLUMNS,
  same,
  shareCell,
  signedNumber,
  spreadCells,
  titled,
  words,
  year,
} from './data-table.js'
import { mainPolicy, mainProjection, seriesOf } from './headline.js'
import { named, unitWords } from './targets.js'

/** Name of a place of the map by its code. */
export function placeName({ map, region }: Summary, code: string): Bilingual {
  return map.find((place) => place.code === code)?.name ?? region
}

/** An indicator of the region by year; the headline's with the growth-difference line beside it. */
export function yearTable(
  summary: Summary,
  { indicator, title, unit }: TargetVerdict,
): DataTable | undefined {
  const found = seriesOf(summary, indicator)
  if (!found) return undefined
  const line = summary.growthDifference?.indicator === indicator ? summary.growthDifference : undefined
  return {
    id: `years-${indicator}`,
    title: both(`${title.en} by year`, `${title.zh}（按年）`),
    subject: named(title, unit),
    columns: [
      column('Year', '年份'),
      titled(named(both('Principal projection', '主预测'), unit)),
      ...SPREAD_COLUMNS,
      ...(line ? [column('Growth-difference line (%)', '城乡增长率差外推（%）')] : []),
    ],
    rows: found.series.years.map(({ year: when, principal, spread }, index): Cell[] => {
      const from = `series.${found.at}.years.${index}`
      const at = line?.years.findIndex((one) => one.year === when) ?? -1
      return [
        year(when, `${from}.year`),
        number(principal, unit, `${from}.principal`),
        ...spreadCells(spread, unit, `${from}.spread`),
        ...(line
          ? [
              at < 0
                ? number(null, '', '')
                : number(line.years[at].value, unit, `growthDifference.years.${at}.value`),
            ]
          : []),
      ]
    }),
  }
}

/** Chance that at least (at most) a value is reached, from the quantiles of the futures. */
export function chanceTable(summary: Summary, index: number): DataTable {
  const { policy, at } = mainPolicy(summary)
  const { title, unit, quantiles, year: when } = policy.targets[index]
  return {
    id: 'chance',
    title: both(`Quantiles of ${title.en.toLowerCase()}, ${when}`, `${when}年${title.zh}的分位数`),
    columns: [
      column('Share of futures at or below', '不高于该值的情景比例'),
      titled(named(both('Value', '数值'), unit)),
    ],
    rows: quantiles.map(({ share, value }, place) => {
      const from = `policies.${at}.targets.${index}.quantiles.${place}`
      return [shareCell(share, `${from}.share`), number(value, unit, `${from}.value`)]
    }),
  }
}

/** Need, capacity and what is lacking of every service, by place and year. */
export function serviceTables(summary: Summary): DataTable[] {
  const found = mainProjection(summary)
  if (!found) return []
  return found.projection.services.map(({ service, title, unit, rows }, index) => ({
    id: `service-${service}`,
    title: both(`${title.en}: needed and there, principal projection`, `${title.zh}：需要与供给（主预测）`),
    subject: named(title, unit),
    columns: [
      column('Place', '地区', false),
      column('Year', '年份'),
      titled(named(both('Needed', '需要'), unit)),
      titled(named(both('There', '供给'), unit)),
      titled(named(both('Lacking', '缺口'), unit)),
      column('Lacking, share of the need', '缺口占需要的比例'),
    ],
    rows: rows.map(({ code, year: when, need, capacity, lacking, lackingShare }, place) => {
      const from = `projections.${found.at}.services.${index}.rows.${place}`
      return [
        words(placeName(summary, code)),
        year(when, `${from}.year`),
        number(need, unit, `${from}.need`),
        number(capacity, unit, `${from}.capacity`),
        number(lacking, unit, `${from}.lacking`),
        shareCell(lackingShare, `${from}.lackingShare`),
      ]
    }),
  }))
}

/** Places of every kind in the region as a whole, year by year. */
export function servicesInAll(summary: Summary): DataTable {
  const { projection, at } = mainProjection(summary)!
  const region = summary.map[0].code
  const counted = (en: string, zh: string) => column(`${en} (places)`, `${zh}（个）`)
  return {
    id: 'services-in-all',
    title: both(
      `${summary.region.en}: places needed and there by year, principal projection`,
      `${summary.region.zh}：逐年需要与供给的学位（主预测）`,
    ),
    columns: [
      column('Places', '学位', false),
      column('Year', '年份'),
      counted('Needed', '需要'),
      counted('There', '供给'),
      counted('Lacking', '缺口'),
    ],
    rows: projection.services.flatMap(({ title, unit, rows }, index) =>
      rows.flatMap(({ code, year: when, need, capacity, lacking }, place): Cell[][] => {
        if (unit !== 'place' || code !== region) return []
        const from = `projections.${at}.services.${index}.rows.${place}`
        return [
          [
            words(title),
            year(when, `${from}.year`),
            number(need, unit, `${from}.need`),
            number(capacity, unit, `${from}.capacity`),
            number(lacking, unit, `${from}.lacking`),
          ],
        ]
      }),
    ),
  }
}

/** Programmes in the region by year: promised, started and opened since the base year. */
export function programmeTable(summary: Summary): DataTable | undefined {
  const found = mainProjection(summary)
  if (!found || found.projection.programmes.length === 0) return undefined
  return {
    id: 'programmes',
    title: both('Programmes since the base year, principal projection', '基期以来的项目（主预测）'),
    columns: [
      column('Programme', '项目', false),
      column('Counted in', '计量单位', false),
      column('Year', '年份'),
      column('Starts promised', '承诺开工'),
      column('Started', '开工'),
      column('Openings promised', '承诺建成'),
      column('Opened', '建成'),
    ],
    rows: found.projection.programmes.flatMap(({ title, unit, years }, index) =>
      years.slice(1).map((one, place): Cell[] => {
        const from = `projections.${found.at}.programmes.${index}.years.${place + 1}`
        const projects = (key: 'promisedStarts' | 'started' | 'promised' | 'opened') =>
          number(one[key], unit, `${from}.${key}`)
        return [
          words(title),
          words(unitWords(unit)),
          year(one.year, `${from}.year`),
          projects('promisedStarts'),
          projects('started'),
          projects('promised'),
          projects('opened'),
        ]
      }),
    ),
  }
}

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

/** Indicators by city without a verdict: shortfalls, counts, and ratios without a target. */
export function placeTablesOf(summary: Summary): DataTable[] {
  const { name } = mainPolicy(summary).policy
  return summary.places.flatMap((table, at) => {
    if (table.policy !== name) return []
    const { indicator, title, unit, year: when, rows } = table
    return [
      {
        id: `places-${indicator}`,
        title: both(`${title.en} by city, ${when}`, `${when}年各市${title.zh}`),
        subject: named(title, unit),
        columns: [
          column('City', '城市', false),
          titled(named(both(`Base, ${summary.years[0]}`, `基期（${summary.years[0]}年）`), unit)),
          ...SPREAD_COLUMNS,
        ],
        rows: rows.map((row, place) => [
          words(row.name),
          number(row.base, unit, `places.${at}.rows.${place}.base`),
          ...spreadCells(row.spread, unit, `places.${at}.rows.${place}.spread`),
        ]),
      },
    ]
  })
}
