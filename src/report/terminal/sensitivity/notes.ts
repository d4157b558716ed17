/** What stands below a table of sensitivities: pairs, the variance that regression explains, whether the draws were enough. */
import type { Sensitivity } from '../../../analysis/sensitivity/analyse.js'
import { type Convergence, NARROW } from '../../../analysis/sensitivity/convergence.js'
import type { FailedDraws } from '../../../analysis/sensitivity/failed-draws.js'
import { LINES_THROUGH } from '../../../analysis/sensitivity/methods.js'
import { CARRIED_BY_LINES } from '../../../analysis/sensitivity/variance-shares.js'
import type { Language } from '../../../vocabulary/language.js'
import { howMany, percent, wholePercent } from '../../../vocabulary/numbers.js'
import type { FactorTitles } from '../../words/factor-titles.js'
import { amount, count, inPercent, share } from '../../words/numbers.js'
import { LIST, STOP } from '../../words/typography.js'
import { wrap } from '../../words/width.js'
import type { Page } from '../page.js'

/** The main index below which, and below every floor, an input is left out. */
export const LEAST = 0.01
const MOST_PAIRS = 5

export function restText(rest: number, shown: number, language: Language): string {
  if (rest <= 0) return ''
  return {
    en: `${howMany(rest, `${shown > 0 ? 'more ' : ''}uncertainty`, `${shown > 0 ? 'more ' : ''}uncertainties`)} ${rest === 1 ? 'makes' : 'make'} no difference that can be told from chance, or next to none.`,
    zh: `${shown > 0 ? '其余' : ''}${rest}个不确定因素的影响微乎其微，或不能与偶然区分。`,
  }[language]
}

/** Which lines carry how much, and what was done where that is too little. */
export function carriedText({ method, carried }: Sensitivity, language: Language): string {
  if (carried === undefined || !Number.isFinite(carried)) return ''
  const part = share(carried, language)
  const enough = carried >= CARRIED_BY_LINES
  if (LINES_THROUGH[method] === 'ranks') {
    return {
      en: `Lines through ranks carry ${part} of the variance of the ranks${enough ? '' : ', not of the outcome: too little to go by; --method overview sees steps and tails'}.`,
      zh: `秩回归解释了秩方差的${part}${enough ? '' : '（并非结果本身的方差），不足为据：--method overview 可识别阶梯与尾部'}。`,
    }[language]
  }
  if (enough) {
    return {
      en: `Lines through the values carry ${part} of the variance: Share divides that among the uncertainties.`,
      zh: `数值回归解释了${part}的方差：“份额”即对其的分摊。`,
    }[language]
  }
  if (method === 'shapley') {
    return {
      en: `Lines through the values carry only ${part} of the variance, and Share divides no more than that; --method shares sees steps and tails.`,
      zh: `数值回归仅解释了${part}的方差，“份额”只分摊这一部分；--method shares 可识别阶梯与尾部。`,
    }[language]
  }
  return {
    en: `Lines through the values carry only ${part} of the variance: Share is that of steps of each uncertainty alone; what several do together is in none of the shares, and correlated ones count each other in.`,
    zh: `数值回归仅解释了${part}的方差：“份额”改为各因素单独的阶梯效应；多个因素的共同作用不在其中，相关因素会互相计入。`,
  }[language]
}

export function pairLines({ pairs }: Sensitivity, titles: FactorTitles, { language, width }: Page): string[] {
  const told = pairs
    .filter(({ second }) => second.value >= LEAST && !(second.low < 0))
    .sort((a, b) => b.second.value - a.second.value)
  if (pairs.length === 0) return []
  const words = told.slice(0, MOST_PAIRS).map(({ names, second }) => {
    const both = names.map((name) => titles.titleOf(name)[language]).join(' x ')
    return `${both} ${share(second.value, language)}`
  })
  const none = { en: 'No pair has a share of its own.', zh: '没有任何一对因素存在可辨的交互作用。' }
  const some = { en: 'Pairs, beyond their parts: ', zh: '两两交互（超出各自单独部分）：' }
  const text =
    words.length === 0 ? none[language] : `${some[language]}${words.join(LIST[language])}${STOP[language]}`
  return wrap(text, width)
}

/** The verdict on the draws, or why enough of them would not help. */
export function drawsText(
  { convergence, scale, doubt }: Sensitivity,
  titles: FactorTitles,
  language: Language,
): string {
  if (!doubt || !convergence?.enough) return convergenceText(convergence, scale, language)
  if (doubt.kind === 'lines') {
    return {
      en: 'More draws would not help: the outcome does not follow lines.',
      zh: '增加抽样无济于事：该结果并非线性。',
    }[language]
  }
  const names = doubt.names.map((name) => titles.titleOf(name)[language]).join(LIST[language])
  return {
    en: `More draws would not help: Share and Alone lie apart by more than their intervals (${names}). It acts together with others, or is correlated with them.`,
    zh: `增加抽样无济于事：“份额”与“单独”之差超出区间（${names}），该因素与其他因素共同作用或相关。`,
  }[language]
}

/** The plain verdict on the number of draws. */
function convergenceText(found: Convergence | undefined, scale: number, language: Language): string {
  if (!found) return ''
  const { enough, widest, moved, wanted } = found
  const relative = scale === 1 ? { en: '', zh: '' } : { en: ' of the largest', zh: '（相对最大值）' }
  const part = (value: number) =>
    inPercent(value < 0.1 ? percent(value).toFixed(1) : wholePercent(value), language)
  if (Number.isNaN(widest)) {
    return {
      en: 'Not enough draws: there is nothing to read intervals from.',
      zh: '抽样不足：无法得出区间。',
    }[language]
  }
  const measured = {
    en: `intervals reach up to ${part(widest)}${relative.en} to either side, the second half of the draws moved an index by at most ${part(moved)}`,
    zh: `区间半宽最大${part(widest)}${relative.zh}，后一半抽样使指数至多变动${part(moved)}`,
  }[language]
  if (enough) return { en: `Enough draws: ${measured}.`, zh: `抽样充足：${measured}。` }[language]
  const more = wanted
    ? { en: `; about ${count(wanted)} would be enough`, zh: `；约需${count(wanted)}` }[language]
    : ''
  const limit = part(NARROW)
  return {
    en: `Not enough draws: ${measured}, and ${limit} is asked for${more}.`,
    zh: `抽样不足：${measured}，要求不超过${limit}${more}。`,
  }[language]
}

export function failureLines(
  { count: failed, draws, where }: FailedDraws,
  titles: FactorTitles,
  page: Page,
): string[] {
  if (failed === 0) return []
  const { language, width } = page
  const places = where.slice(0, 3).map(({ name, failed: range, all }) => {
    const [from, to] = [range, all].map(([low, high]) => `${amount(low, '')} .. ${amount(high, '')}`)
    return {
      en: `${titles.titleOf(name).en} ${from} (all draws: ${to})`,
      zh: `${titles.titleOf(name).zh} ${from}（全部：${to}）`,
    }[language]
  })
  const at = places.join(LIST[language])
  const text = {
    en: `${count(failed)} of ${howMany(draws, 'trajectory', 'trajectories')} ${failed === 1 ? 'is' : 'are'} without a value and left out${at === '' ? '' : `; ${failed === 1 ? 'it lies' : 'they lie'} where ${at}`}.`,
    zh: `${count(draws)}条轨迹中有${count(failed)}条没有数值，已剔除${at === '' ? '' : `；集中在：${at}`}。`,
  }[language]
  return wrap(text, width)
}
