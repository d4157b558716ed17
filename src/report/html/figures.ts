/** The pictures of the page in their groups, each with the one sentence that says what to see. */
import type { Summary, TargetVerdict } from '../../analysis/summary.js'
import type { Projection } from '../../results/projection.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { effectChart, programmeChart, tornadoChart } from '../charts/bars.js'
import { chanceChart } from '../charts/chance.js'
import { fanChart } from '../charts/fan.js'
import { growthByCity, growthWaterfall } from '../charts/growth.js'
import { pyramidChart } from '../charts/pyramid.js'
import { chanceTable, yearTable } from '../tables/course.js'
import { contributionTable, effectTable } from '../tables/differences.js'
import { headline, mainPolicy, mainProjection, seriesOf } from '../tables/headline.js'
import { growthTable, peopleTable, pyramidTable } from '../tables/people.js'
import { programmeTable } from '../tables/services.js'
import { inEach, phrase } from '../words/bilingual.js'
import { asWritten, count, measured, share, unitName } from '../words/numbers.js'
import { minus, span } from '../words/typography.js'
import type { Figure } from './figure.js'
import { bedFigure, courseFigure, heatFigure, pairFigure, tileFigure } from './place-figures.js'

export interface FigureGroup {
  readonly id: string
  readonly title: Bilingual
  readonly figures: readonly Figure[]
}

/**
 * Every group that the run has something for. Of draws that are no sample only the principal projection is drawn: their
 * bands and shares would be read as chances.
 */
export function figureGroups(summary: Summary): FigureGroup[] {
  const sampled = summary.noSample === undefined
  const target = sampled ? headline(summary) : undefined
  const projection = mainProjection(summary)?.projection
  const group = (id: string, title: Bilingual, figures: readonly (Figure | undefined)[]): FigureGroup => ({
    id,
    title,
    figures: figures.filter((figure) => figure !== undefined),
  })
  return [
    group('outlook', phrase('The headline target', '首要目标'), [
      target && fanFigure(summary, target),
      target && chanceFigure(summary, target),
      target && tornadoFigure(summary, target),
    ]),
    group('places', phrase('City by city', '分市情况'), [
      target && tileFigure(summary, target),
      projection && heatFigure(summary, projection),
      projection && courseFigure(summary, projection),
      projection && pairFigure(summary, projection),
      sampled ? bedFigure(summary) : undefined,
    ]),
    group('delivery', phrase('Programmes and policies', '项目与政策'), [
      projection && programmeFigure(summary, projection),
      sampled ? effectFigure(summary) : undefined,
    ]),
    group('people', phrase('People', '人口'), [
      projection && waterfallFigure(summary, projection),
      projection && growthFigure(summary, projection),
      projection && pyramidFigure(summary, projection),
    ]),
  ].filter(({ figures }) => figures.length > 0)
}

function fanFigure(summary: Summary, target: TargetVerdict): Figure | undefined {
  const found = seriesOf(summary, target.indicator)
  const table = yearTable(summary, target)
  if (!found || !table) return undefined
  const { unit, year, region, principal, title } = target
  const line = summary.growthDifference?.indicator === target.indicator ? summary.growthDifference : undefined
  const end = line?.years.at(-1)
  return {
    id: 'fan',
    title: phrase(
      `${title.en}, ${summary.years[0]}–${summary.years.at(-1)}`,
      `${title.zh}，${summary.years[0]}—${summary.years.at(-1)}年`,
    ),
    caption: inEach((language) => {
      const [own, band] = [measured(principal, unit, language), span(region.spread.range80, unit)]
      const beside = end ? measured(end.value, unit, language) : undefined
      if (language === 'zh') {
        const other = beside ? `；虚线为按城乡人口增长率差外推，${end!.year}年为${beside}` : ''
        const revised = target.revised ? '；右侧灰条为计入今后普查修正的80%和95%区间' : ''
        return `主预测${year}年为${own}，80%的情景在${band}${unitName(unit, 'zh')}之间${other}${revised}。`
      }
      const other = beside ? `; the dashed growth-difference line comes to ${beside} in ${end!.year}` : ''
      const revised = target.revised ? '; the grey bar at the right adds what a later census may revise' : ''
      return `The principal projection comes to ${own} in ${year}, and 80 % of the futures lie within ${band} ${unitName(unit, 'en')}${other}${revised}.`
    }),
    spec: (size) => fanChart({ target, series: found.series, line }, size),
    tables: [table],
  }
}

function chanceFigure(summary: Summary, target: TargetVerdict): Figure | undefined {
  if (target.futures.length === 0) return undefined
  const { comparator, threshold, tolerance, unit, year, lenient, strict, title } = target
  const bound = comparator === 'about' ? threshold - tolerance : threshold
  const least = comparator === 'at_most' ? phrase('at most', '至多') : phrase('at least', '至少')
  return {
    id: 'chance',
    title: phrase(`Chance of ${least.en} so much, ${year}`, `${year}年${least.zh}达到某一水平的可能性`),
    caption: inEach((language) => {
      const [low, high] = [bound, threshold].map((value) => asWritten(value, unit, language))
      const [some, all] = [lenient, strict].map((odds) => share(odds.share, language))
      if (language === 'zh') {
        const both = comparator === 'about' ? `，达到${high}的为${all}` : ''
        return `${title.zh}${least.zh}${low}的可能性为${some}${both}；每个圆点是前${target.futures.length}个情景之一。`
      }
      const strictly = comparator === 'about' ? `, ${high} in ${all}` : ''
      return `${title.en} is ${least.en} ${low} in ${some} of the futures${strictly}; each dot is one of the first ${target.futures.length} futures.`
    }),
    spec: (size) => chanceChart(target, size),
    tables: [chanceTable(summary, 0)],
  }
}

function tornadoFigure(summary: Summary, target: TargetVerdict): Figure | undefined {
  const [first] = target.contributions
  if (!first) return undefined
  return {
    id: 'drivers',
    title: phrase('What the futures differ by', '情景差异的来源'),
    caption: phrase(
      `Of what differs between futures in ${target.year}, ${share(first.share, 'en')} goes with “${first.title.en}”: to know it better would narrow the answer most.`,
      `${target.year}年各情景的差异中，${share(first.share, 'zh')}来自“${first.title.zh}”：弄清它最能缩小不确定性。`,
    ),
    spec: (size) => tornadoChart(target, size),
    tables: [contributionTable(summary)],
  }
}

function programmeFigure(summary: Summary, { programmes }: Projection): Figure | undefined {
  const table = programmeTable(summary)
  const last = summary.years.at(-1)!
  const due = programmes.filter(({ years }) => years.at(-1)!.openedShare !== null)
  if (!table || due.length === 0) return undefined
  const late = due.filter(({ years }) => years.at(-1)!.openedShare! < 0.995).length
  return {
    id: 'programmes',
    title: phrase(
      `Programmes: due in this scenario, likely and late by ${last}`,
      `${last}年项目：本方案应建成、可能建成与延误`,
    ),
    caption: phrase(
      `${count(late)} of ${count(due.length)} programmes open less by ${last} than is due by then in this scenario, whose numbers need not be the plan document's; the mark is all that is due, a bar beyond it is more (principal projection). Started is what was begun by then, with what opens later.`,
      `${count(due.length)}个项目中，${count(late)}个到${last}年建成少于本方案应建成数（未必是计划文件的数字）；竖线为应建成总数，超出部分为多建成（主预测）。“已开工”含以后建成的项目。`,
    ),
    spec: (size) => programmeChart(programmes, size),
    tables: [table],
  }
}

function effectFigure(summary: Summary): Figure | undefined {
  const { policy } = mainPolicy(summary)
  const table = effectTable(summary)
  if (!table || !effectChart(summary, policy, 'wide')) return undefined
  const still = policy.effects.filter(({ odds }) => odds === 0).length
  return {
    id: 'effects',
    title: phrase(
      `“${policy.title.en}” against no action: odds of each target`,
      `“${policy.title.zh}”与不采取行动：各目标达标概率`,
    ),
    caption: phrase(
      `From left to right, 0 to 100 % of the same futures: the longer the line, the more the policy adds; ${count(still)} further targets it does not move.`,
      `从左到右为同一组情景的0—100%：线越长，政策带来的增量越大；另有${count(still)}项目标不受影响。`,
    ),
    spec: (size) => effectChart(summary, policy, size)!,
    tables: [table],
  }
}

function waterfallFigure(summary: Summary, { growth, growthInAll }: Projection): Figure | undefined {
  const region = summary.map[0].code
  const own = growth.filter(({ code }) => code === region)
  const whole = growthInAll.find(({ code }) => code === region)
  const table = growthTable(summary, 'growth')
  if (!whole || !table) return undefined
  const [natural, within, beyond, reclassified, net] = [
    whole.natural,
    whole.withinCity,
    whole.beyondCity,
    whole.reclassified,
    whole.netOutside,
  ].map((people) => minus(`${people >= 500 ? '+' : ''}${thousands(people)}`))
  const [came, left] = [whole.fromOutside, whole.toOutside].map(thousands)
  const crossed =
    whole.fromOutside + whole.toOutside > 0
      ? phrase(` (${came} came, ${left} left)`, `（流入${came}，流出${left}）`)
      : phrase('', '')
  return {
    id: 'waterfall',
    title: phrase('Where urban growth comes from, thousand people', '城镇人口增长来源（千人）'),
    caption: phrase(
      `From ${summary.years[0]} to ${whole.year}, thousand people: ${within} from villages of the same city, ${natural} by births less deaths, ${beyond} by moves between cities and with outside, net (villagers of another city count here), ${reclassified} in villages that became towns. Of all residents, villagers too, the region's net migration with outside is ${net}${crossed.en}.`,
      `${summary.years[0]}—${whole.year}年（千人）：同市农村转入${within}，自然增长${natural}，市际及区外净迁入${beyond}（含来自其他市农村者），村改居${reclassified}。全部常住人口（含农村）与区外的净迁移为${net}${crossed.zh}。`,
    ),
    spec: (size) => growthWaterfall(own, size),
    tables: [table],
  }
}

/** Adding 0 leaves no sign on what is none. */
const thousands = (people: number) => count(Math.round(people / 1000) + 0)

function growthFigure(summary: Summary, { growthInAll }: Projection): Figure | undefined {
  const cities = growthInAll.filter(({ code }) => code !== summary.map[0].code)
  const table = growthTable(summary, 'growthInAll')
  if (cities.length < 2 || !table) return undefined
  const losing = cities.filter(({ beyondCity }) => beyondCity < 0).length
  const [first, last] = [summary.years[0], summary.years.at(-1)!]
  return {
    id: 'growth',
    title: phrase(
      `The same by city, ${first}–${last}, thousand people`,
      `各市城镇人口增长来源，${first}—${last}年（千人）`,
    ),
    caption: phrase(
      `Left of zero is loss: from the towns of ${losing} of ${cities.length} cities more people leave for other cities and outside than come from there.`,
      `零线左侧为净流出：${cities.length}个市中有${losing}个市的城镇流往其他市和区外的人多于由其流入的人。`,
    ),
    spec: (size) => growthByCity(summary, growthInAll, size),
    tables: [table],
  }
}

function pyramidFigure(summary: Summary, { pyramids }: Projection): Figure | undefined {
  const table = pyramidTable(summary)
  const people = peopleTable(summary)
  if (!table) return undefined
  const [first, last] = [summary.years[0], summary.years.at(-1)!]
  return {
    id: 'pyramids',
    title: phrase(
      `People by age and status, ${first} and ${last}, thousand`,
      `${first}年与${last}年分年龄、类别人口（千人）`,
    ),
    caption: phrase(
      `Each bar is a five-year age group, men left, women right, coloured by where and how people live; a wide age in the first year stands higher in the second.`,
      `每条为五岁一组，左男右女，颜色表示居住地和户籍类别；前一年份较宽的年龄组在后一年份上移。`,
    ),
    spec: (size) => pyramidChart(pyramids, size),
    tables: [table, ...(people ? [people] : [])],
  }
}
