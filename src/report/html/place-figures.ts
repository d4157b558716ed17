/** The pictures city by city: odds, places needed and there, beds. */
import { isSilent, wordFor } from '../../analysis/odds.js'
import type { PlaceTable, Summary, TargetVerdict } from '../../analysis/summary.js'
import type { Projection, ServiceCourse } from '../../results/projection.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'
import { needCourses } from '../charts/need-courses.js'
import { needHeat } from '../charts/need-heat.js'
import { needPairs } from '../charts/need-pairs.js'
import { type RangeFacts, rangeChart } from '../charts/ranges.js'
import { tileChart } from '../charts/tiles.js'
import { placeTablesOf } from '../tables/course.js'
import { mainPolicy, placeName } from '../tables/headline.js'
import { servicesInAll, serviceTables } from '../tables/services.js'
import { cityTables } from '../tables/targets.js'
import { phrase } from '../words/bilingual.js'
import { asWritten, measured, share } from '../words/numbers.js'
import { QUALITY } from '../words/verdicts.js'
import type { Figure } from './figure.js'

export function tileFigure(summary: Summary, target: TargetVerdict): Figure | undefined {
  if (!tileChart(summary, target, 'wide')) return undefined
  const known = target.cities.filter(({ odds }) => !isSilent(wordFor(odds)))
  if (known.length === 0) return undefined
  const likely = known.filter(({ odds }) => odds.share >= 0.5).length
  const asked = (language: Language) => asWritten(target.threshold, target.unit, language)
  return {
    id: 'map',
    title: phrase(`Odds by area, ${target.year}`, `${target.year}年各地达标概率`),
    caption: phrase(
      `By themselves ${likely} of ${howMany(known.length, 'area', 'areas')} would more likely than not reach the ${asked('en')} asked of the region; no area is asked to. In each tile: odds in ${target.year}, and below them the median.`,
      `${known.length}个地区中有${likely}个自身更可能达到对全区要求的${asked('zh')}（并非各地任务）。每格为${target.year}年概率，下方为中位数。`,
    ),
    spec: (size) => tileChart(summary, target, size)!,
    tables: cityTables(summary).filter(({ id }) => !id.includes('beds')),
  }
}

/** Services whose places are counted; beds and the like have a picture of their own. */
const placesOf = ({ services }: Projection) =>
  services.filter(({ unit, alike }) => unit === 'place' && !alike)

export function heatFigure(summary: Summary, projection: Projection): Figure | undefined {
  const services = placesOf(projection)
  const byShare = ({ lackingShare }: ServiceRow) => lackingShare
  const worst = worstOf(summary, services, byShare)
  if (!worst) return undefined
  return {
    id: 'need',
    title: phrase('Where places are short, per cent of the need', '学位缺口占需要的比例（%）'),
    caption: heatCaption(summary, worst, worstOf(summary, services, byShare, summary.years.at(-1)!)!),
    spec: (size) => needHeat(summary, services, size),
    tables: serviceTables(summary).filter(({ id }) =>
      services.some(({ service: name }) => id === `service-${name}`),
    ),
  }
}

/** Who lacks most and when; and in the last year, where that is another one. */
function heatCaption(summary: Summary, worst: LackingCity, last: LackingCity): Bilingual {
  const { year } = last.row
  if (worst.row.lacking <= 0)
    return phrase(
      `No area lacks places in any year after ${summary.years[0]}.`,
      `${summary.years[0]}年之后各地均不缺。`,
    )
  const of = ({ service, row }: LackingCity) => ({
    en: `${placeName(summary, row.code).en} lacks most, ${share(row.lackingShare, 'en')} of its ${service.title.en.toLowerCase()}`,
    zh: `${placeName(summary, row.code).zh}${service.title.zh}缺${share(row.lackingShare, 'zh')}，为最多`,
  })
  const [most, then] = [of(worst), of(last)]
  const same = worst.row.year === year
  const none = last.row.lacking <= 0
  const laterEn = none ? `in ${year} no area lacks any` : `in ${year} ${then.en}`
  const laterZh = none ? `${year}年各地均不缺` : `${year}年${then.zh}`
  return phrase(
    `A stronger orange is a larger lack: in ${worst.row.year} ${most.en}${same ? '' : `; ${laterEn}`}. A tile without a number has enough; “worst” is the year in which the area lacks most.`,
    `橙色越浓缺口越大：${worst.row.year}年${most.zh}${same ? '' : `；${laterZh}`}。无数字者充足；“最缺”列为该地缺口最大的年份。`,
  )
}

type ServiceRow = ServiceCourse['rows'][number]
interface LackingCity {
  readonly service: ServiceCourse
  readonly row: ServiceRow
}

/** The city that lacks most by a measure, of all years after the base or of one; the earliest of equals. */
function worstOf(
  summary: Summary,
  services: readonly ServiceCourse[],
  by: (row: ServiceRow) => number,
  only?: number,
): LackingCity | undefined {
  const [region, base] = [summary.map[0].code, summary.years[0]]
  const cities = services.flatMap((service) =>
    service.rows
      .filter(({ code, year }) => code !== region && (only === undefined ? year > base : year === only))
      .map((row) => ({ service, row })),
  )
  return cities.sort((a, b) => by(b.row) - by(a.row) || a.row.year - b.row.year)[0]
}

export function courseFigure(summary: Summary, projection: Projection): Figure | undefined {
  const services = placesOf(projection)
  const region = summary.map[0].code
  if (services.length === 0 || summary.years.length < 2) return undefined
  const [first, last] = [summary.years[0], summary.years.at(-1)!]
  const peaks = services.flatMap((service) =>
    service.rows.filter(({ code }) => code === region).map((row) => ({ service, row })),
  )
  const [most] = peaks.sort((a, b) => b.row.lacking - a.row.lacking)
  const { title, unit } = most.service
  const lacking = (language: Language) => measured(most.row.lacking, unit, language)
  return {
    id: 'courses',
    title: phrase(
      `Places needed and places there year by year, ${first}–${last}`,
      `${first}—${last}年逐年需要与供给的学位`,
    ),
    caption: phrase(
      `In each small picture ${first} stands left and ${last} right; orange is the need, blue what is there, both against the need of ${first}. Where orange runs above blue places are lacking; the number at the end is how many thousand in ${last}. All together most are lacking of ${title.en.toLowerCase()}: ${lacking('en')} in ${most.row.year} (principal projection).`,
      `每个小图左为${first}年、右为${last}年；橙线为需要，蓝线为供给，均以${first}年需要为基准。橙线高于蓝线即有缺口，右端数字为${last}年缺口（万个）。合计以${most.row.year}年的${title.zh}缺口最大：${lacking('zh')}（主预测）。`,
    ),
    spec: (size) => needCourses(summary, services, size),
    tables: [servicesInAll(summary)],
  }
}

export function pairFigure(summary: Summary, projection: Projection): Figure | undefined {
  const services = placesOf(projection)
  const last = summary.years.at(-1)!
  const byNumber = ({ lacking }: ServiceRow) => lacking
  const [most, peak] = [worstOf(summary, services, byNumber, last), worstOf(summary, services, byNumber)]
  if (!most || !peak) return undefined
  const said = ({ service, row }: LackingCity, language: Language) => {
    const name = placeName(summary, row.code)
    const lack = measured(row.lacking, service.unit, language)
    return language === 'zh'
      ? `${name.zh}最多，缺${service.title.zh}${lack}`
      : `most in ${name.en}, ${lack} (${service.title.en.toLowerCase()}`
  }
  const earlier = peak.row.year !== last && peak.row.lacking > most.row.lacking
  return {
    id: 'pairs',
    title: phrase(`Places needed and places there, ${last}, thousand`, `${last}年需要与供给的学位（万个）`),
    caption: phrase(
      `Orange is needed, blue is there, and where orange lies to the right places are lacking: ${said(most, 'en')}, principal projection).${earlier ? ` Of all years ${said(peak, 'en')}, ${peak.row.year}).` : ''}`,
      `橙点为需要，蓝点为供给，橙点在右即有缺口：${said(most, 'zh')}（主预测）。${earlier ? `各年中以${peak.row.year}年${said(peak, 'zh')}。` : ''}`,
    ),
    spec: (size) => needPairs(summary, services, size),
    tables: placeTablesOf(summary).filter(({ id }) => id.endsWith('_short')),
  }
}

/** Beds per thousand: targets on them, and indicators without one. */
export function bedFigure(summary: Summary): Figure | undefined {
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
    title: phrase(
      `Beds per 1,000 residents by area, ${first.year}`,
      `${first.year}年各地每千常住人口床位（张）`,
    ),
    caption: phrase(
      `The dot is the median of the futures, the bar holds 80 % of them; the numbers rest on ${QUALITY[first.quality].en}.`,
      `圆点为各情景中位数，横条为80%区间；数字依据：${QUALITY[first.quality].zh}。`,
    ),
    spec: (size) => rangeChart(facts, size),
    tables: [...cityTables(summary), ...placeTablesOf(summary)].filter(({ id }) => ids.includes(id)),
  }
}
