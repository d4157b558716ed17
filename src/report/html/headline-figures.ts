/** The pictures of the headline target: by year, its chance, and what its futures differ by. */
import { isSilent } from '../../analysis/odds.js'
import type { Summary, TargetVerdict } from '../../analysis/summary.js'
import { isShortfall } from '../../plan/outcome-columns.js'
import { howMany } from '../../vocabulary/numbers.js'
import { tornadoChart } from '../charts/bars.js'
import { chanceChart } from '../charts/chance.js'
import { fanChart } from '../charts/fan.js'
import { chanceTable, yearTable } from '../tables/course.js'
import { contributionTable, LEAST_SHOWN } from '../tables/differences.js'
import { mainPolicy, seriesOf } from '../tables/headline.js'
import { inEach, phrase } from '../words/bilingual.js'
import { asWritten, measured, share, unitName } from '../words/numbers.js'
import { span } from '../words/typography.js'
import type { Figure } from './figure.js'

export function fanFigure(summary: Summary, target: TargetVerdict): Figure | undefined {
  const found = seriesOf(summary, target.indicator)
  const table = yearTable(summary, target)
  if (!found || !table) return undefined
  const { unit, year, region, title } = target
  const line = summary.growthDifference?.indicator === target.indicator ? summary.growthDifference : undefined
  const end = line?.years.at(-1)
  return {
    id: 'fan',
    title: phrase(
      `${title.en}, ${summary.years[0]}–${summary.years.at(-1)}`,
      `${title.zh}，${summary.years[0]}—${summary.years.at(-1)}年`,
    ),
    caption: inEach((language) => {
      const [own, band] = [
        measured(region.spread.median, unit, language),
        span(region.spread.range80, unit, language),
      ]
      const beside = end ? measured(end.value, unit, language) : undefined
      if (language === 'zh') {
        const other = beside ? `；虚线为按城乡人口增长率差外推，${end!.year}年为${beside}` : ''
        const revised = target.revised ? '；右侧灰条为计入今后普查修正的80%和95%区间' : ''
        return `${year}年情景中位数为${own}，80%的情景在${band}${unitName(unit, 'zh')}之间${other}${revised}。`
      }
      const other = beside ? `; the dashed growth-difference line comes to ${beside} in ${end!.year}` : ''
      const revised = target.revised ? '; the grey bar at the right adds what a later census may revise' : ''
      return `The median of the futures comes to ${own} in ${year}, and 80 % of the futures lie within ${band} ${unitName(unit, 'en')}${other}${revised}.`
    }),
    spec: (size) => fanChart({ target, series: found.series, line }, size),
    tables: [table],
  }
}

/** Of a run without targets its first share by year, else its first number. */
export function outlookFigure(summary: Summary): Figure | undefined {
  const { name } = mainPolicy(summary).policy
  const own = summary.series.filter(
    ({ policy, indicator, years }) => policy === name && !isShortfall(indicator) && years.length > 1,
  )
  const series = own.find(({ unit }) => unit === 'percent') ?? own[0]
  const table = series && yearTable(summary, series)
  if (!series || !table) return undefined
  const { title, unit, years } = series
  const { year, spread } = years.at(-1)!
  const line = summary.growthDifference?.indicator === series.indicator ? summary.growthDifference : undefined
  return {
    id: 'fan',
    title: phrase(`${title.en}, ${years[0].year}–${year}`, `${title.zh}，${years[0].year}—${year}年`),
    caption: inEach((language) => {
      const own = measured(spread.median, unit, language)
      const band = span(spread.range80, unit, language)
      return language === 'zh'
        ? `${year}年情景中位数为${own}，80%的情景在${band}${unitName(unit, 'zh')}之间。`
        : `The median of the futures comes to ${own} in ${year}, and 80 % of the futures lie within ${band} ${unitName(unit, 'en')}.`
    }),
    spec: (size) => fanChart({ series, line }, size),
    tables: [table],
  }
}

export function chanceFigure(summary: Summary, target: TargetVerdict): Figure | undefined {
  if (target.futures.length === 0 || isSilent(target.word)) return undefined
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
      return `${title.en} is ${least.en} ${low} in ${some} of the futures${strictly}; each dot is one of the first ${howMany(target.futures.length, 'future')}.`
    }),
    spec: (size) => chanceChart(target, size),
    tables: [chanceTable(summary, 0)],
  }
}

export function tornadoFigure(summary: Summary, target: TargetVerdict): Figure | undefined {
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
    tables: [contributionTable(summary, LEAST_SHOWN)],
  }
}
