/** The pictures of people: where urban growth comes from, and ages. */
import type { Summary } from '../../analysis/summary.js'
import type { Projection } from '../../results/projection.js'
import { howMany } from '../../vocabulary/numbers.js'
import { growthByCity, growthWaterfall } from '../charts/growth.js'
import { pyramidChart } from '../charts/pyramid.js'
import { controlTable } from '../tables/controls.js'
import { growthTable, peopleTable, pyramidTable } from '../tables/people.js'
import { phrase } from '../words/bilingual.js'
import { count } from '../words/numbers.js'
import { minus } from '../words/typography.js'
import type { Figure } from './figure.js'

export function waterfallFigure(summary: Summary, { growth, growthInAll }: Projection): Figure | undefined {
  const region = summary.map[0].code
  const own = growth.filter(({ code }) => code === region)
  const whole = growthInAll.find(({ code }) => code === region)
  const table = growthTable(summary, 'growth')
  if (!whole || !table) return undefined
  const { natural, withinCity, beyondCity, reclassified, netOutside, fromOutside, toOutside } = whole
  const changes = [natural, withinCity, beyondCity, reclassified, netOutside]
  const [en, zh] = [thousands, tenThousands].map((shown) =>
    changes.map((people) => minus(signed(shown, people))),
  )
  const crossed =
    fromOutside + toOutside > 0
      ? phrase(
          ` (${thousands(fromOutside)} came, ${thousands(toOutside)} left)`,
          `（流入${tenThousands(fromOutside)}，流出${tenThousands(toOutside)}）`,
        )
      : phrase('', '')
  const { controlled } = whole
  const scaled =
    controlled === undefined
      ? phrase('', '')
      : phrase(
          `, ${minus(signed(thousands, controlled))} by scaling to published totals`,
          `，按公布总数校准${minus(signed(tenThousands, controlled))}`,
        )
  return {
    id: 'waterfall',
    title: phrase('Where urban growth comes from, thousand people', '城镇人口增长来源（万人）'),
    caption: phrase(
      `From ${summary.years[0]} to ${whole.year}, thousand people: ${en[1]} from villages of the same area, ${en[0]} by births less deaths, ${en[2]} by moves between areas and with outside, net (villagers of another area count here), ${en[3]} in villages that became towns${scaled.en}. Of all residents, villagers too, the region's net migration with outside is ${en[4]}${crossed.en}.`,
      `${summary.years[0]}—${whole.year}年（万人）：本地农村转入${zh[1]}，自然增长${zh[0]}，地区间及区外净迁入${zh[2]}（含来自其他地区农村者），村改居${zh[3]}${scaled.zh}。全部常住人口（含农村）与区外的净迁移为${zh[4]}${crossed.zh}。`,
    ),
    spec: (size) => growthWaterfall(own, size),
    tables: [table],
  }
}

/** With its sign where it is half a thousand or more. */
const signed = (shown: (people: number) => string, people: number): string =>
  `${people >= 500 ? '+' : ''}${shown(people)}`

/** Adding 0 leaves no sign on what is none. */
export const thousands = (people: number) => count(Math.round(people / 1000) + 0)
/** In which Chinese counts, with a decimal. */
const tenThousands = (people: number) => count(Math.round(people / 1000) / 10 + 0)

export function growthFigure(summary: Summary, { growthInAll }: Projection): Figure | undefined {
  const cities = growthInAll.filter(({ code }) => code !== summary.map[0].code)
  const table = growthTable(summary, 'growthInAll')
  if (cities.length < 2 || !table) return undefined
  const losing = cities.filter(({ beyondCity }) => beyondCity < 0).length
  const [first, last] = [summary.years[0], summary.years.at(-1)!]
  return {
    id: 'growth',
    title: phrase(
      `The same by area, ${first}–${last}, thousand people`,
      `各地城镇人口增长来源，${first}—${last}年（万人）`,
    ),
    caption: phrase(
      `Left of zero is loss: from the towns of ${losing} of ${howMany(cities.length, 'area', 'areas')} more people leave for other areas and outside than come from there.`,
      `零线左侧为净流出：${cities.length}个地区中有${losing}个地区的城镇流往其他地区和区外的人多于由其流入的人。`,
    ),
    spec: (size) => growthByCity(summary, growthInAll, size),
    tables: [table],
  }
}

export function pyramidFigure(summary: Summary, { pyramids }: Projection): Figure | undefined {
  const table = pyramidTable(summary)
  const people = peopleTable(summary)
  const scaled = controlTable(summary)
  if (!table) return undefined
  const [first, last] = [summary.years[0], summary.years.at(-1)!]
  const alike = pyramids[0]?.people.length === 1
  const [kinds, kindsZh] = alike ? ['', ''] : [' and status', '、类别']
  const [coloured, colouredZh] = alike
    ? ['', '']
    : [', coloured by where and how people live', '，颜色表示居住地和户籍类别']
  return {
    id: 'pyramids',
    title: phrase(
      `People by age${kinds}, ${first} and ${last}, thousand`,
      `${first}年与${last}年分年龄${kindsZh}人口（万人）`,
    ),
    caption: phrase(
      `Each bar is a five-year age group, men left, women right${coloured}; a wide age in the first year stands higher in the second.`,
      `每条为五岁一组，左男右女${colouredZh}；前一年份较宽的年龄组在后一年份上移。`,
    ),
    spec: (size) => pyramidChart(pyramids, size),
    tables: [table, ...(people ? [people] : []), ...(scaled ? [scaled] : [])],
  }
}
