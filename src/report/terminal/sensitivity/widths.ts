/** How a target's odds hang on how wide the uncertainties are judged to be. */
import type { TargetWidths } from '../../../studies/futures/target-widths.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { howMany } from '../../../vocabulary/numbers.js'
import type { FactorTitles } from '../../words/factor-titles.js'
import { amount, count, labelled, share } from '../../words/numbers.js'
import { wrap } from '../../words/width.js'
import type { Page } from '../page.js'
import { tableLines } from '../table.js'

export interface WidthsAnswer extends TargetWidths {
  readonly target: Bilingual
  readonly unit: string
  readonly place: Bilingual
  readonly year: number
  readonly policy: Bilingual
}

/** Most uncertainties that are shown by name. */
const MOST = 12

export function widthsText(answer: WidthsAnswer, titles: FactorTitles, page: Page): string {
  const { language, width, paint } = page
  const { target, unit, place, year, policy, draws, odds, median, effects } = answer
  const shown = effects.filter(({ isTold }) => isTold).slice(0, MOST)
  const unknown = effects.filter(({ most }) => most === undefined).length
  const rest = effects.length - shown.length - unknown
  const heading = {
    en: `${target.en}, ${place.en}, ${year}: reached in ${share(odds, 'en')} of ${howMany(draws, 'future')}, by how wide each uncertainty is judged to be: ${policy.en}`,
    zh: `${place.zh}${year}年${target.zh}：${count(draws)}个情景中${share(odds, 'zh')}达标；各不确定因素范围宽窄的影响：${policy.zh}`,
  }[language]
  const columns = [
    { heading: { en: 'Uncertainty', zh: '不确定因素' }[language], align: 'left' as const, atLeast: 24 },
    ...[
      { en: 'Odds, x 0.8', zh: '概率（×0.8）' },
      { en: 'Odds, x 1.25', zh: '概率（×1.25）' },
      {
        en: labelled({ en: 'Median, x 0.8', zh: '' }, unit, 'en'),
        zh: labelled({ en: '', zh: '中位数（×0.8）' }, unit, 'zh'),
      },
      {
        en: labelled({ en: 'Median, x 1.25', zh: '' }, unit, 'en'),
        zh: labelled({ en: '', zh: '中位数（×1.25）' }, unit, 'zh'),
      },
    ].map((one) => ({ heading: one[language], align: 'right' as const })),
  ]
  const asIs = [
    { en: 'as the scenario says', zh: '按情景' }[language],
    ...[odds, odds].map((one) => share(one, language)),
    ...[median, median].map((one) => amount(one, unit, language)),
  ]
  const rows = shown.map(({ name, widths }) => [
    titles.titleOf(name)[language],
    ...widths.map((one) => (one.odds === undefined ? '-' : share(one.odds, language))),
    ...widths.map((one) => (one.median === undefined ? '-' : amount(one.median, unit, language))),
  ])
  const notes = [
    restText(rest, shown.length)[language],
    ...(unknown > 0 ? [unknownText(unknown)[language]] : []),
    HOW[language],
  ]
  return `${[
    ...wrap(heading, width).map((line) => paint('bold', line)),
    '',
    ...tableLines(columns, [asIs, ...rows], width),
    ...notes.flatMap((note) => wrap(note, width)),
  ].join('\n')}\n`
}

function restText(rest: number, shown: number): Bilingual {
  if (rest === 0) return { en: 'All that vary are shown.', zh: '已列出全部变动因素。' }
  if (shown === 0)
    return {
      en: `None of ${rest} moves the odds by more than chance does.`,
      zh: `${rest}项因素对概率的影响均未超出抽样误差。`,
    }
  return {
    en: `${rest === 1 ? 'The other one moves' : `The ${rest} others move`} the odds by less, or by no more than chance.`,
    zh: `其余${rest}项影响更小，或未超出抽样误差。`,
  }
}

const unknownText = (unknown: number): Bilingual => ({
  en: `Of ${unknown} too few draws would speak: more --draws.`,
  zh: `${unknown}项因有效抽样过少而无法判断：请增加 --draws。`,
})

const HOW: Bilingual = {
  en: 'x 0.8: the standard deviation a fifth less, on the scale on which it is normal; its middle stays, and so does all that does not go together with it; what is correlated with it is spread along. From the draws that are there, by weights; a fit to other priors (`cityward calibrate --alternatives`) moves more than one at a time.',
  zh: '×0.8：在正态尺度上标准差减少五分之一，中心及与其无关的因素不变，与其相关的因素随之变动；由现有抽样加权得出。换用其他先验重新拟合（cityward calibrate --alternatives）会同时改变多项。',
}
