/** Words for people: their statuses, and what changes the number of them in town. */
import type { GrowthPart } from '../../results/projection.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { phrase } from './bilingual.js'

/** They fit the region, which is its cities added up, as well as a city. */
export const GROWTH_TITLES: Record<GrowthPart, Bilingual> = {
  natural: phrase('Births less deaths', '自然增长'),
  withinCity: phrase('From villages of the same area', '本地农村转入'),
  beyondCity: phrase('Between areas and with outside, net', '地区间及区外净迁入'),
  reclassified: phrase('Villages that became towns', '村改居'),
  controlled: phrase('Scaled to published totals', '按公布总数校准'),
}

export const STATUS_NAMES = [
  phrase('Rural', '农村'),
  phrase('Reclassified', '村改居'),
  phrase('Registered in town', '城镇户籍'),
  phrase('Migrant', '流动人口'),
] as const
