/** The box in which an indicator is high, or low, in words. */
import type { MeanBox } from '../../analysis/discovery/mean-box.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'
import type { FactorTitles } from '../words/factor-titles.js'
import { asWritten, count, share } from '../words/numbers.js'
import { STOP } from '../words/typography.js'
import { wrap } from '../words/width.js'
import type { MeanBoxAnswer } from './answers.js'
import { limitText, named } from './discovery-boxes.js'
import type { Page } from './page.js'
import { type TextColumn, tableLines } from './table.js'

/** Rows of the way that a page shows. */
const WAY_ROWS = 8
/** Least part of the halves that limit an input, for it to be named. */
const OFTEN = 0.25

export function meanBoxText(answer: MeanBoxAnswer, titles: FactorTitles, page: Page): string {
  const { language, width, paint } = page
  const { question, side, found, inputs } = answer
  const { title, place, year, policy } = question
  const heading = {
    en: `When "${title.en}" is ${side}: ${place.name.en}, ${year}, ${policy.title.en}`,
    zh: `“${title.zh}”在什么情形下${side === 'high' ? '较高' : '较低'}：${place.name.zh}，${year}年，${policy.title.zh}`,
  }[language]
  const left = found.failed
  const rest = {
    en: left > 0 ? `; ${howMany(left, 'trajectory', 'trajectories')} without a value left out` : '',
    zh: left > 0 ? `；另有${count(left)}条轨迹没有数值，已剔除` : '',
  }[language]
  const all = written(found.mean, answer, language)
  const counted = {
    en: `Mean of ${howMany(found.draws, 'future')}: ${all}${rest}.`,
    zh: `${count(found.draws)}个情景的均值：${all}${rest}。`,
  }[language]
  const lines = [...wrap(heading, width).map((line) => paint('bold', line)), ...wrap(counted, width), '']
  const { limits } = found.box
  if (limits.length === 0) return `${[...lines, ...wrap(NOTHING[language], width)].join('\n')}\n`
  const both = { en: ', and ', zh: '，且' }[language]
  const words = limits.map((limit) => limitText(limit, inputs, titles, language)).join(both)
  lines.push(
    ...wrap(`${words}${STOP[language]}`, width),
    ...wrap(measureLine(answer, language), width),
    '',
    ...wrap(firmLine(answer, titles, language), width),
    '',
    ...wayLines(answer, page),
  )
  return `${lines.join('\n')}\n`
}

const NOTHING = {
  en: 'No box was found whose mean, in futures that it was not looked for in, lies apart from that of all.',
  zh: '没有找到在未参与寻找的情景中均值仍与全部情景有别的区域。',
}

const written = (value: number, { question }: MeanBoxAnswer, language: Language) =>
  asWritten(Number(value.toPrecision(4)), question.unit, language)

function measureLine(answer: MeanBoxAnswer, language: Language): string {
  const { mass, mean } = answer.found.box
  const [part, own] = [share(mass, language), written(mean, answer, language)]
  return {
    en: `That is ${part} of futures; their mean is ${own}.`,
    zh: `占情景的${part}，其均值为${own}。`,
  }[language]
}

/** The mean among draws that were not looked at, which alone is no flattery. */
function firmLine(answer: MeanBoxAnswer, { titleOf }: FactorTitles, language: Language): string {
  const { halves, inputs, mean } = answer.found.stability
  const often = inputs
    .filter(({ limited }) => limited >= OFTEN)
    .map(({ name, limited }) => {
      const times = Math.round(limited * halves)
      const title = named(titleOf(name), language)
      return { en: `${title} ${times} of ${halves}`, zh: `${title}${halves}次中${times}次` }[language]
    })
  const own = written(mean, answer, language)
  return {
    en: `How firm it is: found anew in ${halves} halves of the draws, boxes of as many futures limit ${often.join('; ')}. In the other halves, which they had not seen, their mean is ${own}.`,
    zh: `稳健性：在${halves}个半样本中重新寻找同样大小的区域，所限定的因素为：${often.join('；')}。在未参与寻找的另一半样本中，其均值为${own}。`,
  }[language]
}

/** Mean against share of futures on the way, a few steps of it. */
function wayLines(answer: MeanBoxAnswer, { language, width, paint }: Page): string[] {
  const { way } = answer.found
  const every = Math.max(1, (way.length - 1) / (WAY_ROWS - 1))
  const steps = [...new Set(Array.from({ length: WAY_ROWS }, (_, k) => Math.round(k * every)))].filter(
    (step) => step < way.length,
  )
  const columns: TextColumn[] = [
    { heading: { en: 'Of all futures', zh: '占情景' }[language], align: 'right' },
    { heading: { en: 'Mean', zh: '均值' }[language], align: 'right' },
    { heading: { en: 'Inputs limited', zh: '限定因素数' }[language], align: 'right' },
  ]
  const rowOf = ({ mass, mean, limits }: MeanBox) => [
    share(mass, language),
    written(mean, answer, language),
    String(limits.length),
  ]
  const heading = {
    en: 'The way from all futures to few: means are those of the draws that were looked in, and flatter',
    zh: '从全部情景逐步收窄的过程：均值取自参与寻找的抽样，偏于乐观',
  }[language]
  const rows = steps.map((step) => rowOf(way[step]))
  return [...wrap(heading, width).map((line) => paint('dim', line)), ...tableLines(columns, rows, width)]
}
