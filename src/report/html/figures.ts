/** The pictures of the page in their groups, each with the one sentence that says what to see. */
import type { PlaceTable, Summary, TargetVerdict } from '../../analysis/summary.js'
import type { Projection, ServiceCourse } from '../../plan/projection.js'
import type { Bilingual, Language } from '../../vocabulary/quality.js'
import { effectChart, programmeChart, tornadoChart } from '../charts/bars.js'
import { chanceChart } from '../charts/chance.js'
import { fanChart } from '../charts/fan.js'
import { growthByCity, growthWaterfall } from '../charts/growth.js'
import { needHeat, needPairs } from '../charts/need.js'
import { pyramidChart } from '../charts/pyramid.js'
import { type RangeFacts, rangeChart } from '../charts/ranges.js'
import { tileChart } from '../charts/tiles.js'
import { asWritten, count, difference, measured, share, unitName } from '../numbers.js'
import { minus, span } from '../signs.js'
import {
  chanceTable,
  growthTable,
  peopleTable,
  placeName,
  placeTablesOf,
  programmeTable,
  pyramidTable,
  serviceTables,
  yearTable,
} from '../tables/course.js'
import { both } from '../tables/data-table.js'
import { headline, mainPolicy, mainProjection, seriesOf } from '../tables/headline.js'
import { cityTables, contributionTable, effectTable } from '../tables/targets.js'
import { QUALITY } from '../words.js'
import type { Figure } from './figure.js'

export interface Group {
  readonly id: string
  readonly title: Bilingual
  readonly figures: readonly Figure[]
}

/** Every group that the run has something for. */
export function figureGroups(summary: Summary): Group[] {
  const target = headline(summary)
  const projection = mainProjection(summary)?.projection
  const group = (id: string, title: Bilingual, figures: readonly (Figure | undefined)[]): Group => ({
    id,
    title,
    figures: figures.filter((figure) => figure !== undefined),
  })
  return [
    group('outlook', both('The headline target', '首要目标'), [
      target && fanFigure(summary, target),
      target && chanceFigure(summary, target),
      target && tornadoFigure(summary, target),
    ]),
    group('places', both('City by city', '分市情况'), [
      target && tileFigure(summary, target),
      projection && heatFigure(summary, projection),
      projection && pairFigure(summary, projection),
      bedFigure(summary),
    ]),
    group('delivery', both('Programmes and policies', '项目与政策'), [
      projection && programmeFigure(summary, projection),
      effectFigure(summary),
    ]),
    group('people', both('People', '人口'), [
      projection && waterfallFigure(summary, projection),
      projection && growthFigure(summary, projection),
      projection && pyramidFigure(summary, projection),
    ]),
  ].filter(({ figures }) => figures.length > 0)
}

const inBoth = (text: (language: Language) => string): Bilingual => ({ en: text('en'), zh: text('zh') })

function fanFigure(summary: Summary, target: TargetVerdict): Figure | undefined {
  const found = seriesOf(summary, target.indicator)
  const table = yearTable(summary, target)
  if (!found || !table) return undefined
  const { unit, year, region, principal, title } = target
  const line = summary.growthDifference?.indicator === target.indicator ? summary.growthDifference : undefined
  const end = line?.years.at(-1)
  return {
    id: 'fan',
    title: both(
      `${title.en}, ${summary.years[0]}–${summary.years.at(-1)}`,
      `${title.zh}，${summary.years[0]}—${summary.years.at(-1)}年`,
    ),
    caption: inBoth((language) => {
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
  const least = comparator === 'at_most' ? both('at most', '至多') : both('at least', '至少')
  return {
    id: 'chance',
    title: both(`Chance of ${least.en} so much, ${year}`, `${year}年${least.zh}达到某一水平的可能性`),
    caption: inBoth((language) => {
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
    title: both('What the futures differ by', '情景差异的来源'),
    caption: both(
      `Of what differs between futures in ${target.year}, ${share(first.share, 'en')} goes with “${first.title.en}”: to know it better would narrow the answer most.`,
      `${target.year}年各情景的差异中，${share(first.share, 'zh')}来自“${first.title.zh}”：弄清它最能缩小不确定性。`,
    ),
    spec: (size) => tornadoChart(target, size),
    tables: [contributionTable(summary)],
  }
}

function tileFigure(summary: Summary, target: TargetVerdict): Figure | undefined {
  if (!tileChart(summary, target, 'wide')) return undefined
  const likely = target.cities.filter(({ odds }) => odds.share >= 0.5).length
  const asked = (language: Language) => asWritten(target.threshold, target.unit, language)
  return {
    id: 'map',
    title: both(`Odds by city, ${target.year}`, `${target.year}年各市达标概率`),
    caption: both(
      `By themselves ${likely} of ${target.cities.length} cities would more likely than not reach the ${asked('en')} asked of the region; no city is asked to. In each tile: odds in ${target.year}, and below them the median.`,
      `${target.cities.length}个市中有${likely}个自身更可能达到对全区要求的${asked('zh')}（并非各市任务）。每格为${target.year}年概率，下方为中位数。`,
    ),
    spec: (size) => tileChart(summary, target, size)!,
    tables: cityTables(summary).filter(({ id }) => !id.includes('beds')),
  }
}

/** Services whose places are counted; beds and the like have a picture of their own. */
const placesOf = ({ services }: Projection) => services.filter(({ unit }) => unit === 'place')

function heatFigure(summary: Summary, projection: Projection): Figure | undefined {
  const services = placesOf(projection)
  const worst = worstOf(summary, services)
  if (!worst) return undefined
  const { service, row } = worst
  return {
    id: 'need',
    title: both('Where places are short, per cent of the need', '学位缺口占需要的比例（%）'),
    caption: both(
      row.lacking > 0
        ? `A stronger orange is a larger lack: in ${row.year} ${placeName(summary, row.code).en} lacks most, ${share(row.lackingShare, 'en')} of its ${service.title.en.toLowerCase()}; a tile without a number has enough.`
        : `No city lacks places in ${row.year}.`,
      row.lacking > 0
        ? `橙色越浓缺口越大：${row.year}年${placeName(summary, row.code).zh}${service.title.zh}缺${share(row.lackingShare, 'zh')}，为最多；无数字者充足。`
        : `${row.year}年各市均不缺。`,
    ),
    spec: (size) => needHeat(summary, services, size),
    tables: serviceTables(summary).filter(({ id }) =>
      services.some(({ service: name }) => id === `service-${name}`),
    ),
  }
}

/** The city that lacks the largest share of its need in the last year. */
function worstOf(summary: Summary, services: readonly ServiceCourse[]) {
  const last = summary.years.at(-1)!
  const cities = services.flatMap((service) =>
    service.rows
      .filter(({ code, year }) => year === last && code !== summary.map[0].code)
      .map((row) => ({ service, row })),
  )
  return [...cities].sort((a, b) => b.row.lackingShare - a.row.lackingShare)[0]
}

function pairFigure(summary: Summary, projection: Projection): Figure | undefined {
  const services = placesOf(projection)
  const last = summary.years.at(-1)!
  const most = services
    .flatMap((service) =>
      service.rows
        .filter(({ code, year }) => year === last && code !== summary.map[0].code)
        .map((row) => ({ service, row })),
    )
    .sort((a, b) => b.row.lacking - a.row.lacking)[0]
  if (!most) return undefined
  const { service, row } = most
  const name = placeName(summary, row.code)
  return {
    id: 'pairs',
    title: both(`Places needed and places there, ${last}, thousand`, `${last}年需要与供给的学位（千个）`),
    caption: both(
      `Orange is needed, blue is there, and where orange lies to the right places are lacking: most in ${name.en}, ${measured(row.lacking, service.unit, 'en')} (${service.title.en.toLowerCase()}, principal projection).`,
      `橙点为需要，蓝点为供给，橙点在右即有缺口：${name.zh}最多，缺${service.title.zh}${measured(row.lacking, service.unit, 'zh')}（主预测）。`,
    ),
    spec: (size) => needPairs(summary, services, size),
    tables: placeTablesOf(summary).filter(({ id }) => id.endsWith('_short')),
  }
}

/** Beds per thousand: targets on them, and indicators without one. */
function bedFigure(summary: Summary): Figure | undefined {
  const { policy } = mainPolicy(summary)
  const counted = (unit: string) => unit.startsWith('bed per')
  const judged = policy.targets.filter(({ unit, cities }) => counted(unit) && cities.length > 1)
  const others = summary.places.filter((table) => table.policy === policy.name && counted(table.unit))
  const [first] = [...judged, ...others]
  if (!first) return undefined
  const facts: RangeFacts[] = [
    ...judged.map(({ title, unit, threshold, cities }) => ({ title, unit, threshold, rows: cities })),
    ...others.map(({ title, unit, rows }: PlaceTable) => ({ title, unit, rows })),
  ]
  const ids = [
    ...judged.map(({ id }) => `cities-${id}`),
    ...others.map(({ indicator }) => `places-${indicator}`),
  ]
  return {
    id: 'beds',
    title: both(
      `Beds per 1,000 residents by city, ${first.year}`,
      `${first.year}年各市每千常住人口床位（张）`,
    ),
    caption: both(
      `The dot is the median of the futures, the bar holds 80 % of them; the numbers rest on ${QUALITY[first.quality].en}.`,
      `圆点为各情景中位数，横条为80%区间；数字依据：${QUALITY[first.quality].zh}。`,
    ),
    spec: (size) => rangeChart(facts, size),
    tables: [...cityTables(summary), ...placeTablesOf(summary)].filter(({ id }) => ids.includes(id)),
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
    title: both(`Programmes: promised, likely and late by ${last}`, `${last}年项目：承诺、可能建成与延误`),
    caption: both(
      `${count(late)} of ${count(due.length)} programmes open less by ${last} than was promised by then; the mark is all that was promised, a bar beyond it is more (principal projection).`,
      `${count(due.length)}个项目中，${count(late)}个到${last}年建成少于承诺；竖线为承诺总数，超出部分为多建成（主预测）。`,
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
    title: both(
      `“${policy.title.en}” against no action: odds of each target`,
      `“${policy.title.zh}”与不采取行动：各目标达标概率`,
    ),
    caption: both(
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
  const people = (value: number, language: Language) => minus(difference(value, 'person', language))
  return {
    id: 'waterfall',
    title: both('Where urban growth comes from, thousand people', '城镇人口增长来源（千人）'),
    caption: both(
      `From ${summary.years[0]} to ${whole.year}: ${people(whole.fromVillages, 'en')} from the region's own villages, ${people(whole.natural, 'en')} by births less deaths, ${people(whole.fromElsewhere, 'en')} from elsewhere, ${people(whole.reclassified, 'en')} in villages that became towns.`,
      `${summary.years[0]}—${whole.year}年：本地农村转移${people(whole.fromVillages, 'zh')}，自然增长${people(whole.natural, 'zh')}，外地净流入${people(whole.fromElsewhere, 'zh')}，村改居${people(whole.reclassified, 'zh')}。`,
    ),
    spec: (size) => growthWaterfall(own, size),
    tables: [table],
  }
}

function growthFigure(summary: Summary, { growthInAll }: Projection): Figure | undefined {
  const cities = growthInAll.filter(({ code }) => code !== summary.map[0].code)
  const table = growthTable(summary, 'growthInAll')
  if (cities.length < 2 || !table) return undefined
  const losing = cities.filter(({ fromElsewhere }) => fromElsewhere < 0).length
  const [first, last] = [summary.years[0], summary.years.at(-1)!]
  return {
    id: 'growth',
    title: both(
      `The same by city, ${first}–${last}, thousand people`,
      `各市城镇人口增长来源，${first}—${last}年（千人）`,
    ),
    caption: both(
      `Left of zero is loss: from the towns of ${losing} of ${cities.length} cities more people leave for elsewhere than come.`,
      `零线左侧为净流出：${cities.length}个市中有${losing}个市的城镇流向外地的人多于流入的人。`,
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
    title: both(
      `People by age and status, ${first} and ${last}, thousand`,
      `${first}年与${last}年分年龄、类别人口（千人）`,
    ),
    caption: both(
      `Each bar is a five-year age group, men left, women right, coloured by where and how people live; a wide age in the first year stands higher in the second.`,
      `每条为五岁一组，左男右女，颜色表示居住地和户籍类别；前一年份较宽的年龄组在后一年份上移。`,
    ),
    spec: (size) => pyramidChart(pyramids, size),
    tables: [table, ...(people ? [people] : [])],
  }
}
