/** Boxes of scenario discovery in words, with how well they separate futures and how stable they are. */

import type { Box } from '../../analysis/discovery/box.js'
import { LEAST_HITS } from '../../analysis/discovery/box.js'
import type { Stability } from '../../analysis/discovery/discover.js'
import { LEAST_DRAWS } from '../../analysis/odds.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'
import type { FactorTitles } from '../words/factor-titles.js'
import { asWritten, count, inPercent, share } from '../words/numbers.js'
import { wrap } from '../words/width.js'
import type { DiscoveryAnswer } from './answers.js'
import { boxLines, named, plainNumber, VERBS } from './discovery-boxes.js'
import type { Page } from './page.js'
import { type TextColumn, tableLines } from './table.js'

/** Rows of the trade-off that a page shows. */
const WAY_ROWS = 8

export function discoveryText(answer: DiscoveryAnswer, titles: FactorTitles, page: Page): string {
  const { language, width } = page
  const { found, leaves, draws, hits } = answer
  const lines = headingLines(answer, page)
  const boxes = found?.boxes ?? leaves?.filter(({ density }) => density > hits / draws) ?? []
  if (boxes.length === 0) return `${[...lines, ...wrap(noneText(answer, language), width)].join('\n')}\n`
  const words = VERBS[answer.fails ? 'fails' : 'holds']
  lines.push(...wrap(words.mainly[language], width))
  boxes.forEach((box, index) => {
    lines.push(...boxLines(box, index, answer, titles, page))
  })
  if (found && boxes.length > 1) {
    const [covered, dense] = [share(found.coverage, language), share(found.density, language)]
    lines.push(
      ...wrap(
        {
          en: `Together the boxes hold ${covered} of ${words.all.en}; ${dense} of their futures are such.`,
          zh: `各区域合计覆盖${words.all.zh}的${covered}；区域内${dense}的情景属于此类。`,
        }[language],
        width,
      ),
    )
  }
  if (found?.stability) lines.push('', ...firmLines(found.stability, titles, page))
  if (found) lines.push('', ...wayLines(found.way, page))
  return `${lines.join('\n')}\n`
}

/** Why there is no box: nothing to look in, too few to look for, or none of the least size. */
function noneText({ inputs, hits, draws, mass }: DiscoveryAnswer, language: Language): string {
  if (inputs.length === 0 && draws > 1) {
    return {
      en: 'No uncertainty varies: there is nothing to look for.',
      zh: '没有任何变动的不确定因素：无从寻找。',
    }[language]
  }
  if (Math.min(hits, draws - hits) < LEAST_HITS) {
    return {
      en: `No box was looked for: there are fewer than ${LEAST_HITS} futures of one kind.`,
      zh: `未作寻找：其中一类情景不足${LEAST_HITS}个。`,
    }[language]
  }
  const [part, least] = [percent(mass, language), count(Math.ceil(mass * draws - 1e-9))]
  return {
    en: `No box of at least ${part} of the futures (${least}) was found in which such futures are denser than elsewhere; --mass sets another least share.`,
    zh: `在不少于${part}情景（${least}个）的区域中，没有找到这类情景明显集中的区域；可用--mass另设下限。`,
  }[language]
}

/** Two digits, below one per cent as well. */
function percent(part: number, language: Language): string {
  return inPercent(Number((100 * part).toPrecision(2)), language)
}

function headingLines({ question, fails, draws, hits, left }: DiscoveryAnswer, page: Page): string[] {
  const { language, width, paint } = page
  const { title, place, year, policy, target, unit } = question
  const asked = askedText(target, unit, language)
  const heading = {
    en: `When "${title.en}" ${asked} is ${fails ? 'missed' : 'reached'}: ${place.name.en}, ${year}, ${policy.title.en}`,
    zh: `“${title.zh}”${asked}在什么情形下${fails ? '未达标' : '达标'}：${place.name.zh}，${year}年，${policy.title.zh}`,
  }[language]
  const [some, all] = [count(hits), count(draws)]
  const { en: many, one, zh } = VERBS[fails ? 'fails' : 'holds'].count
  const en = draws === 1 ? one : many
  // a share of so few would be read as odds
  const part =
    draws < LEAST_DRAWS ? ['', ''] : [` (${share(hits / draws, 'en')})`, `（${share(hits / draws, 'zh')}）`]
  const rest = {
    en:
      left > 0
        ? `; ${howMany(left, 'trajectory', 'trajectories')} without a value ${left === 1 ? 'is' : 'are'} left out`
        : '',
    zh: left > 0 ? `；另有${count(left)}条轨迹没有数值，已剔除` : '',
  }[language]
  const counted = {
    en: `${some} of ${howMany(draws, 'future')} ${en}${part[0]}${rest}.`,
    zh: `${all}个情景中有${some}个${zh}${part[1]}${rest}。`,
  }[language]
  return [...wrap(heading, width).map((line) => paint('bold', line)), ...wrap(counted, width), '']
}

/** `of at least 220,000`, `of about 57 % (56.5 % or more)`: about a number is read as its lower end or more. */
function askedText(
  { comparator, threshold, tolerance }: DiscoveryAnswer['question']['target'],
  unit: string,
  language: Language,
): string {
  const text = `${ASKED[comparator][language]}${asWritten(threshold, unit, language)}`
  if (comparator !== 'about') return text
  const end = asWritten(threshold - tolerance, unit, language)
  return { en: `${text} (${end} or more)`, zh: `${text}（即${end}及以上）` }[language]
}

const ASKED = {
  at_least: { en: 'of at least ', zh: '不低于' },
  at_most: { en: 'of at most ', zh: '不高于' },
  about: { en: 'of about ', zh: '约' },
} as const

function firmLines(stability: Stability, titles: FactorTitles, { language, width }: Page): string[] {
  const { halves, inputs, density, coverage } = stability
  const often = inputs
    .filter(({ limited }) => limited >= 0.25)
    .map(({ name, limited, above, below, kept }) => {
      const title = named(titles.titleOf(name), language)
      const ranges = [above, below].flatMap((range) =>
        range ? `${plainNumber(range[0])}-${plainNumber(range[1])}` : [],
      )
      const times = {
        en: `${Math.round(limited * halves)} of ${halves}`,
        zh: `${halves}次中${Math.round(limited * halves)}次`,
      }[language]
      if (kept && kept.length > 0) {
        const values = kept.map(plainNumber)
        return {
          en: `${title} ${times} (to ${values.join(' or ')})`,
          zh: `${title}${times}（取${values.join('或')}）`,
        }[language]
      }
      const where = ranges.join(language === 'zh' ? '、' : ' and ')
      if (where === '') return `${title} ${times}`
      return { en: `${title} ${times} (at ${where})`, zh: `${title}${times}（界限${where}）` }[language]
    })
  const [dense, covered] = [share(density, language), share(coverage, language)]
  const text = {
    en: `How firm the first box is: found anew in ${halves} halves of the draws, it limits ${often.join('; ')}. In the other halves, which it had not seen, ${dense} of its futures are such, and it holds ${covered} of them.`,
    zh: `第一个区域的稳健性：在${halves}个半样本中重新寻找，所限定的因素为：${often.join('；')}。在未参与寻找的另一半样本中，区域内${dense}的情景属于此类，覆盖${covered}。`,
  }[language]
  return wrap(text, width)
}

/** Coverage against density on the way to the smallest box, a few steps of it. */
function wayLines(way: readonly Box[], { language, width, paint }: Page): string[] {
  const every = Math.max(1, (way.length - 1) / (WAY_ROWS - 1))
  const steps = [...new Set(Array.from({ length: WAY_ROWS }, (_, k) => Math.round(k * every)))].filter(
    (step) => step < way.length,
  )
  const columns: TextColumn[] = [
    { heading: { en: 'Coverage', zh: '覆盖率' }[language], align: 'right' },
    { heading: { en: 'Density', zh: '密度' }[language], align: 'right' },
    { heading: { en: 'Of all futures', zh: '占情景' }[language], align: 'right' },
    { heading: { en: 'Inputs limited', zh: '限定因素数' }[language], align: 'right' },
  ]
  const rows = steps.map((step) => {
    const { coverage, density, mass, limits } = way[step]
    return [...[coverage, density, mass].map((part) => share(part, language)), String(limits.length)]
  })
  const heading = {
    en: 'The trade-off on the way to the first box: what it holds of such futures, and how many of its own are such',
    zh: '寻找第一个区域过程中的取舍：覆盖率与密度',
  }[language]
  return [...wrap(heading, width).map((line) => paint('dim', line)), ...tableLines(columns, rows, width)]
}
