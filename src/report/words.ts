/** Every word of the report, in both languages. */
import type { Word } from '../analysis/summary.js'
import type { Bilingual, Quality } from '../vocabulary/quality.js'

export const VERDICT: Record<Word, Bilingual> = {
  almost_certain: { en: 'almost certain', zh: '几乎肯定' },
  likely: { en: 'likely', zh: '较可能' },
  even: { en: 'open', zh: '难定' },
  unlikely: { en: 'unlikely', zh: '较不可能' },
  almost_impossible: { en: 'almost impossible', zh: '几乎不可能' },
}

export const QUALITY: Record<Quality, Bilingual> = {
  data: { en: 'data', zh: '数据' },
  estimate: { en: 'estimate', zh: '估计' },
  judgement: { en: 'judgement', zh: '判断' },
}

export const COMPARATOR: Record<'at_least' | 'at_most' | 'about', string> = {
  at_least: '>= ',
  at_most: '<= ',
  about: '~ ',
}

const word = (en: string, zh: string): Bilingual => ({ en, zh })

export const WORDS = {
  target: word('Target', '目标'),
  year: word('Year', '年份'),
  base: word('Base', '基年'),
  median: word('Median', '中位数'),
  range80: word('80 % range', '80%区间'),
  threshold: word('Asked for', '要求'),
  odds: word('Odds', '达成率'),
  interval: word('(95 %)', '(95%)'),
  verdict: word('Verdict', '判断'),
  quality: word('Rests on', '依据'),
  indicator: word('Indicator', '指标'),
  unit: word('Unit', '单位'),
  city: word('City', '城市'),
  firstYear: word('First year', '首次达到'),
  margin: word('Margin', '差距'),
  before: word('Before', '之前'),
  after: word('After', '之后'),
  change: word('Change', '变化'),
  differs: word('Differs', '有差别'),
  yes: word('yes', '是'),
  withinChance: word('within chance', '在抽样误差内'),
  never: word('none', '无'),
  policy: word('Policy', '政策'),
  cannot: word('cannot be assessed', '无法评估'),
  qualitative: word('qualitative', '定性'),
  warning: word('Warning', '注意'),
  findings: word('Findings', '发现'),
  withoutVerdict: word('Commitments without a verdict', '无法判断达成率的任务'),
} satisfies Record<string, Bilingual>
