/** Boxes of scenario discovery in words. */
import { type Box, insideOf, type Limit } from '../../analysis/discovery/box.js'
import { fewValuesOf } from '../../analysis/discovery/prim.js'
import type { Input } from '../../analysis/sensitivity/estimate.js'
import { sumOf } from '../../analysis/statistics.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import type { FactorTitles } from '../words/factor-titles.js'
import { share } from '../words/numbers.js'
import { STOP } from '../words/typography.js'
import { wrap } from '../words/width.js'
import type { DiscoveryAnswer } from './answers.js'
import type { Page } from './page.js'

export const VERBS = {
  fails: {
    mainly: { en: 'It is missed mainly when', zh: '主要在以下情形下未达标：' },
    all: { en: 'the futures that miss it', zh: '全部未达标情景' },
    count: { en: 'miss it', one: 'misses it', zh: '未达标' },
  },
  holds: {
    mainly: { en: 'It is reached mainly when', zh: '主要在以下情形下达标：' },
    all: { en: 'the futures that reach it', zh: '全部达标情景' },
    count: { en: 'reach it', one: 'reaches it', zh: '达标' },
  },
}

export function boxLines(
  box: Box,
  index: number,
  { inputs, fails }: DiscoveryAnswer,
  titles: FactorTitles,
  { language, width }: Page,
): string[] {
  const limits = box.limits.map((limit) => limitText(limit, inputs, titles, language))
  const both = { en: ', and ', zh: '，且' }[language]
  const [mass, density, coverage] = [box.mass, box.density, box.coverage].map((part) => share(part, language))
  const { count: verb, all } = VERBS[fails ? 'fails' : 'holds']
  const measures = {
    en: `That is ${mass} of futures; ${density} of them ${verb.en}, and they are ${coverage} of ${all.en}.`,
    zh: `占情景的${mass}；其中${density}${verb.zh}，覆盖${all.zh}的${coverage}。`,
  }[language]
  const number = `  ${index + 1}. `
  return [
    ...wrap(`${limits.join(both)}${STOP[language]}`, width, number, '     '),
    ...wrap(measures, width, '     '),
  ]
}

/** A title inside a sentence; one of two parts (`Kept of the promise: pipes laid`) in quotation marks. */
export function named(title: Bilingual, language: Language): string {
  const text = title[language]
  if (!/[:：]/.test(text)) return text
  return { en: `"${text}"`, zh: `“${text}”` }[language]
}

/** `Pace of leaving is below 0.92 (the lowest 36 % of futures)`; of a choice `Way is 1 or 3 (68 % of futures)`. */
export function limitText(
  limit: Limit,
  inputs: readonly Input[],
  titles: FactorTitles,
  language: Language,
): string {
  const { values } = inputs.find(({ name }) => name === limit.name)!
  const title = named(titles.titleOf(limit.name), language)
  const below = (bound: number) => values.filter((value) => value < bound).length / values.length
  const { above, below: under, without } = limit
  const inside = insideOf([limit], inputs)
  const left = [...new Set(values.filter((_, draw) => inside[draw] === 1))].sort((a, b) => a - b)
  // choices have no order, so that no bound of them says anything
  if (without || fewValuesOf(values)) {
    const part = share(sumOf(inside) / inside.length, language)
    const choices = left.map(plainNumber)
    return {
      en: `${title} is ${choices.join(' or ')} (${part} of futures)`,
      zh: `${title}为${choices.join('或')}（${part}的情景）`,
    }[language]
  }
  if (above !== undefined && under !== undefined) {
    const part = share(below(under) - below(above), language)
    const [from, to] = [plainNumber(above), plainNumber(under)]
    return {
      en: `${title} is from ${from} to ${to} (${part} of futures)`,
      zh: `${title}在${from}至${to}之间（${part}的情景）`,
    }[language]
  }
  if (under !== undefined) {
    const part = share(below(under), language)
    return {
      en: `${title} is below ${plainNumber(under)} (the lowest ${part} of futures)`,
      zh: `${title}低于${plainNumber(under)}（最低的${part}情景）`,
    }[language]
  }
  const part = share(1 - below(above!), language)
  return {
    en: `${title} is above ${plainNumber(above!)} (the highest ${part} of futures)`,
    zh: `${title}高于${plainNumber(above!)}（最高的${part}情景）`,
  }[language]
}

/** Three digits are more than a limit is known to. */
export function plainNumber(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 12 })
}
