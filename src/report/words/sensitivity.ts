/** Words of sensitivity tables: headings of measures, what each says, and how its values are written. */
import type { Estimate } from '../../analysis/sensitivity/estimate.js'
import type { SensitivityMethod } from '../../analysis/sensitivity/method-names.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { wholePercent } from '../../vocabulary/numbers.js'
import { amount, share, signed } from './numbers.js'

interface MeasureWords {
  readonly heading: Bilingual
  /** Completes "<heading>: ..." below the table. */
  readonly says: Bilingual
  /** How a value is written: a share of 1, a number without a unit, or an amount of the outcome's unit. */
  readonly form: 'share' | 'plain' | 'amount' | 'signed'
}

import { phrase } from './bilingual.js'

const measure = (form: MeasureWords['form'], heading: Bilingual, says: Bilingual): MeasureWords => ({
  heading,
  says,
  form,
})

const FIRST = measure(
  'share',
  phrase('Alone', '单独'),
  phrase(
    'share of the variance that goes with it alone; correlated ones count each other in',
    '单独解释的方差比例；相关因素会互相计入',
  ),
)
const TOTAL = measure(
  'share',
  phrase('In all', '总计'),
  phrase(
    'share of the variance that it takes any part in; what is beyond "alone" is interaction',
    '其参与解释的全部方差比例；超出“单独”的部分为交互作用',
  ),
)
const RANKED = phrase('by ranks, for any rising or falling effect', '按秩计算，适用于任意单调影响')

/** Measures by name; a name means the same in every method that has it. */
export const MEASURES: Readonly<Record<string, MeasureWords>> = {
  first: FIRST,
  total: TOTAL,
  share: measure(
    'share',
    phrase('Share', '份额'),
    phrase(
      'of the variance: where lines through the values carry it, divided so that shares add up (fairly among correlated ones), else that of steps of each alone',
      '方差份额：若数值回归足以解释，则各项可相加（相关因素间公平分摊）；否则为各因素单独的阶梯效应',
    ),
  ),
  steps: measure(
    'share',
    phrase('Alone', '单独'),
    phrase(
      'share of the variance that goes with it alone, by steps, so that thresholds and tails are seen; correlated ones count each other in',
      '该因素单独对应的方差份额（阶梯函数，可识别阈值与尾部）；相关因素会互相计入',
    ),
  ),
  shapley: measure(
    'share',
    phrase('Share', '份额'),
    phrase(
      'of the variance, shared out so that shares add up, also among correlated ones (Shapley, lines through the values)',
      '方差份额，各项可相加，相关因素间亦公平分摊（数值回归的沙普利值）',
    ),
  ),
  delta: measure(
    'plain',
    phrase('Delta', 'Delta'),
    phrase('how far knowing it moves the whole distribution, 0-1', '已知该因素时整个分布改变的程度，0-1'),
  ),
  pawn: measure(
    'plain',
    phrase('PAWN', 'PAWN'),
    phrase(
      'largest gap of distribution functions within its slices, median, 0-1',
      '分段内分布函数最大差距的中位数，0-1',
    ),
  ),
  median: measure(
    'plain',
    phrase('Median', '中位'),
    phrase('of ten slices, how far the distribution moves, 0-1', '十个分段中分布改变程度的中位数，0-1'),
  ),
  most: measure(
    'plain',
    phrase('Largest', '最大'),
    phrase('the same, in the slice where it moves most', '其中改变最大的分段'),
  ),
  distance: measure(
    'plain',
    phrase('Distance', '距离'),
    phrase(
      'between its values where the target is reached and where it is missed, 0-1 (Kolmogorov-Smirnov)',
      '达标与未达标情景中该因素取值分布的距离，0-1（柯尔莫哥洛夫-斯米尔诺夫）',
    ),
  ),
  middle: measure(
    'share',
    phrase('Stands at', '位置'),
    phrase(
      'where its values lie, where the target is reached: above 50 % they are larger than usual',
      '达标情景中其取值所处位置：高于50%表示偏大',
    ),
  ),
  src: measure(
    'plain',
    phrase('SRC', 'SRC'),
    phrase(
      'standard deviations of the outcome for one of the input',
      '输入变动一个标准差时结果变动的标准差数',
    ),
  ),
  pcc: measure(
    'plain',
    phrase('PCC', 'PCC'),
    phrase('correlation, with the effect of all others taken off', '扣除其他因素影响后的相关系数'),
  ),
  srrc: measure('plain', phrase('SRRC', 'SRRC'), phrase(`SRC ${RANKED.en}`, `SRC（${RANKED.zh}）`)),
  prcc: measure(
    'plain',
    phrase('Direction', '方向'),
    phrase(
      'from -1 to 1: whether the outcome falls or rises with it, the effect of all others taken off (PRCC)',
      '-1至1：扣除其他因素后结果随之下降或上升（PRCC）',
    ),
  ),
  mu_star: measure(
    'amount',
    phrase('mu*', 'mu*'),
    phrase(
      'mean size of the effect of its whole range, in the unit of the outcome',
      '全范围变动影响大小的均值（结果单位）',
    ),
  ),
  mu: measure('signed', phrase('mu', 'mu'), phrase('the same with its sign', '同上，带正负号')),
  sigma: measure(
    'amount',
    phrase('sigma', 'sigma'),
    phrase(
      'how much the effect differs from place to place: curved, or hanging on others',
      '影响在各处的差异：非线性或交互',
    ),
  ),
  swing: measure(
    'amount',
    phrase('Swing', '摆幅'),
    phrase('distance between the two ends', '两端之间的差距'),
  ),
  low: measure(
    'signed',
    phrase('At its low end', '低端'),
    phrase('change of the outcome there', '该处结果的变化'),
  ),
  high: measure(
    'signed',
    phrase('At its high end', '高端'),
    phrase('change of the outcome there', '该处结果的变化'),
  ),
}

export const METHOD_NAMES: Readonly<Record<SensitivityMethod, Bilingual>> = {
  sobol: phrase("Sobol' indices", 'Sobol指数'),
  morris: phrase('elementary effects (Morris)', '基本效应（Morris）'),
  efast: phrase('extended FAST', '扩展傅里叶幅度检验（eFAST）'),
  levels: phrase('effects of levels', '水平效应'),
  overview: phrase('several methods for any run, side by side', '多种方法并列'),
  shares: phrase('shares of the variance', '方差份额'),
  shapley: phrase('Shapley effects of lines through the values', '数值回归的沙普利效应'),
  rbd_fast: phrase('RBD-FAST', 'RBD-FAST'),
  delta: phrase("Borgonovo's delta", 'Borgonovo delta'),
  pawn: phrase('PAWN', 'PAWN'),
  regional: phrase('regional sensitivity', '区域敏感性'),
  regression: phrase('regression and partial correlation', '回归与偏相关'),
}

/** A value of a measure, as it is written in a cell; effects are differences, so per cent becomes points. */
export function measureText(name: string, value: number, unit: string, language: Language): string {
  const { form } = MEASURES[name]
  if (!Number.isFinite(value)) return '-'
  // an index below zero is sampling error
  if (form === 'share') return share(Math.max(0, value), language)
  if (form === 'plain') return value.toFixed(2)
  return form === 'amount' ? amount(value, unit) : signed(value, unit)
}

/** An interval, as it is written in a cell. */
export function intervalText(name: string, { low, high }: Estimate, unit: string): string {
  if (!Number.isFinite(low)) return '-'
  const { form } = MEASURES[name]
  if (form === 'share') return `${Math.max(0, wholePercent(low))}-${Math.max(0, wholePercent(high))}`
  if (form === 'plain') return `${low.toFixed(2)} .. ${high.toFixed(2)}`
  return `${amount(low, unit)} .. ${amount(high, unit)}`
}

/** `95 %`: what intervals are of. */
export const intervalHeading = (level: number): Bilingual => {
  const percent = String(Number((100 * level).toPrecision(6)))
  return { en: `${percent} %`, zh: `${percent}%区间` }
}
