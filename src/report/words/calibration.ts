/** Words of the calibration page, in both languages. */
import type { AlternativeName } from '../../calibration/alternatives.js'
import { CALIBRATION } from '../../calibration/files.js'
import type { Dataset } from '../../dataset/dataset.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { phrase, same } from './bilingual.js'

/** What is fitted, by its name in calibration.csv. */
export const LEVEL_TITLES: Readonly<Record<string, Bilingual>> = {
  rural_exit: phrase('Leaving the village', '离村水平'),
  pull_of_outside: phrase('Pull of outside', '区外吸引力'),
  attraction: phrase('Attraction of the area', '地区吸引力'),
  fertility: phrase('Fertility of the decade', '十年生育水平'),
  return_home: phrase('Returning to the village', '返乡水平'),
  city_to_city: phrase('Moving from area to area', '地区间流动'),
  return_from_outside: phrase('Returning from outside', '区外回流'),
  returning_to_village: phrase('Returning to a village', '回流到村'),
  returning_to_reclassified: phrase('Returning to a reclassified town', '回流到村改居'),
  returning_to_registered: phrase('Returning as registered', '回流为城镇户籍'),
  conversion: phrase('Hukou conversion', '落户'),
  reclassification: phrase('Villages becoming towns', '村改居'),
  arrivals: phrase('Arrivals from other regions', '区外流入'),
  fertility_in_villages: phrase('Fertility in villages', '农村生育水平'),
  pace_slope: phrase('Pace at the end of the decade', '十年末速度'),
  exit_peak: phrase('Later peak of leaving', '离村峰龄推迟'),
  exit_children: phrase('Children among leavers', '随迁儿童'),
  exit_span: phrase('Span of leaving ages', '离村年龄跨度'),
  return_peak: phrase('Later peak of returning', '回流峰龄推迟'),
  roaming_peak: phrase('Later peak of leaving town', '离城峰龄推迟'),
  old_age_mortality: phrase('Mortality from 60 on', '60岁以上死亡水平'),
  old_women: phrase("Women's old-age mortality over men's", '女性相对男性老年死亡水平'),
  twice_15_19: phrase('Counted twice in the first census, ages 15-19', '首次普查重报15—19岁'),
  missed_0_4: phrase('Missed in the first census, ages 0-4', '首次普查漏报0—4岁'),
  missed_5_9: phrase('Missed in the first census, ages 5-9', '首次普查漏报5—9岁'),
}

/** Names of values.csv by the level of the fit that gives them. */
const VALUE_NAMES: Readonly<Record<string, string>> = {
  conversion_migrant: 'conversion',
  conversion_reclassified: 'conversion',
  reclassification_share: 'reclassification',
}

const NEVER_FITTED = phrase(
  'Levels of moves were never fitted to two censuses.',
  '迁移水平从未用两次普查拟合。',
)

/**
 * What a run without targets says of where its moves come from: never fitted at all, or which levels two censuses could say
 * little of. Undefined where nobody moves by status.
 */
export function fittedNote({ dims, values, schedules }: Dataset): Bilingual | undefined {
  if (dims.statuses === 1 || !schedules.has('rural_exit')) return undefined
  const fitted = [...values.values()].filter(({ provenance }) =>
    provenance.some(({ source }) => source.split(';').includes(CALIBRATION)),
  )
  if (fitted.length === 0) {
    return NEVER_FITTED
  }
  const little = fitted.filter(({ provenance }) => provenance.every(({ quality }) => quality === 'judgement'))
  const titles = new Map(
    little.map(({ name }) => {
      const level = VALUE_NAMES[name] ?? name.replace(/_level$/, '')
      return [level, LEVEL_TITLES[level] ?? same(name)]
    }),
  )
  const listed = (language: Language, comma: string) =>
    [...titles.values()].map((title) => title[language]).join(comma)
  return phrase(
    `Levels of moves are fitted to two censuses, which say little of: ${listed('en', ', ')}. Never fitted: what comes after the base year, and services.`,
    `迁移水平由两次普查拟合，但普查对以下各项说明很少：${listed('zh', '、')}。基年以后的情况和公共服务从未拟合。`,
  )
}

/** Kinds of data. */
export const KIND_TITLES: Readonly<Record<string, Bilingual>> = {
  people: phrase('residents', '常住人口'),
  townspeople: phrase('urban residents', '城镇人口'),
  ages: phrase('ages by sex', '分性别年龄'),
  urban_ages: phrase('urban share by age', '分年龄城镇化率'),
  migrants: phrase('migrants', '流动人口'),
  registered_townspeople: phrase('registered townspeople', '城镇户籍人口'),
  away: phrase('people away', '外出人口'),
  registered: phrase('registered people', '户籍人口'),
  late_gain: phrase('gain of the last years', '后期增幅'),
  join: phrase('no break at the census', '普查前后衔接'),
}

export const PAGE_WORDS = {
  levels: phrase('Levels and their ranges', '参数及区间'),
  level: phrase('Level', '参数'),
  place: phrase('Place', '地区'),
  prior: phrase('Prior (80 %)', '先验（80%）'),
  fitted: phrase('Fitted (80 %)', '拟合（80%）'),
  moved: phrase('Moved most by', '主要依据'),
  region: phrase('region', '全区'),
  cities: phrase('Lived from the earlier census, against the later one', '由首次普查推算与末次普查对照'),
  city: phrase('Area', '地区'),
  people: phrase('Residents', '常住人口'),
  gapPercent: phrase('Gap, %', '误差（%）'),
  urban: phrase('Urban share as counted, %', '普查城镇化率（%）'),
  gapPoints: phrase('Gap, points', '误差（百分点）'),
  ages: phrase(
    'Lived over counted by age and sex, per cent too many (+) or too few (-)',
    '分年龄性别：推算比普查多（+）少（-）百分比',
  ),
  age: phrase('Age', '年龄'),
  male: phrase('Men', '男'),
  female: phrase('Women', '女'),
  growth: phrase('Where the growth of towns came from, thousand people', '城镇人口增长来源（千人）'),
  before: phrase('First census', '首次普查'),
  missed: phrase('Missed or counted twice', '漏报与重报'),
  natural: phrase('Births less deaths', '自然增长'),
  moves: phrase('Moves', '迁移'),
  reclassified: phrase('Villages become towns', '村改居'),
  after: phrase('Lived to the second', '推算至末次'),
  doubted: phrase(
    'Counted over lived outside 0.7 to 1.4: doubt the data before the levels',
    '普查与推算之比超出0.7—1.4，应先核对数据',
  ),
  sound: phrase('Counted over lived lies within 0.7 to 1.4 everywhere.', '普查与推算之比均在0.7—1.4之内。'),
} satisfies Record<string, Bilingual>

export const ALTERNATIVE_TITLES: Readonly<Record<AlternativeName, Bilingual>> = {
  as_fitted: { en: 'As fitted', zh: '基准拟合' },
  priors_halved: { en: 'Priors half as wide', zh: '先验区间减半' },
  priors_doubled: { en: 'Priors twice as wide', zh: '先验区间加倍' },
  cities_alike: { en: 'Areas nearly alike (deviations a third)', zh: '各地近乎相同（差异取三分之一）' },
  cities_apart: { en: 'Areas hardly pooled (deviations three times)', zh: '各地近乎独立（差异取三倍）' },
  other_count: { en: 'Urban residents by the other count', zh: '城镇人口按另一口径' },
  reading: { en: 'Last years', zh: '最近几年' },
  without_late_gain: { en: 'Without the annual series', zh: '不用年度序列' },
  without_join: { en: 'Without the join at the census', zh: '不要求普查前后衔接' },
  without_away: { en: 'Without people away', zh: '不用外出人口' },
  without_urban_ages: { en: 'Without urban shares by age', zh: '不用分年龄城镇化率' },
  without_young: { en: 'Without the ages 15-29', zh: '不用15—29岁' },
}
