/** Words of how odds did in the past. */
import type { PastOdds } from '../../dataset/dataset.js'
import { phrase } from './bilingual.js'

export const PAST_TITLE = phrase('How such odds did in the past', '此类概率以往准不准')

/** What forecasts a record is of. */
export type PastKind = PastOdds['leftOut'] | 'bands'

export const PAST_KINDS = {
  family: phrase('promises, by a fit without any of their kind', '承诺：拟合时剔除同类承诺'),
  province: phrase('promises, by a fit without their province', '承诺：拟合时剔除同一省份'),
  bands: phrase('people by place: bands of 50, 80 and 95 %', '分地区人口：50%、80%、95%区间'),
} as const satisfies Record<PastKind, unknown>
