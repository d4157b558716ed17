/** Names of verdicts and qualities, and the signs for what a target asks. */
import type { Word } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Quality } from '../../vocabulary/quality.js'
import { phrase } from './bilingual.js'

export const VERDICT: Record<Word, Bilingual> = {
  almost_certain: phrase('almost certain', '几乎肯定'),
  likely: phrase('likely', '可能性较大'),
  even: phrase('open', '不确定'),
  unlikely: phrase('unlikely', '可能性较小'),
  almost_impossible: phrase('almost impossible', '几乎不可能'),
  too_few: phrase('too few draws to tell', '抽样太少无法判断'),
  no_odds: phrase('no odds', '不作研判'),
  cannot: phrase('cannot be assessed', '无法评估'),
}

export const QUALITY: Record<Quality, Bilingual> = {
  data: phrase('data', '数据'),
  estimate: phrase('estimate', '推算'),
  judgement: phrase('judgement', '主观判断'),
}

export const COMPARATOR: Record<'at_least' | 'at_most' | 'about', string> = {
  at_least: '>= ',
  at_most: '<= ',
  about: '~ ',
}

/** The same on a page, where every sign can be had. */
export const COMPARATOR_SIGNS: Record<'at_least' | 'at_most' | 'about', string> = {
  at_least: '≥',
  at_most: '≤',
  about: '≈',
}
