/** Words of the calibration page, in both languages. */
import type { Bilingual } from '../../vocabulary/bilingual.js'

const word = (en: string, zh: string): Bilingual => ({ en, zh })

/** What is fitted, by its name in calibration.csv. */
export const LEVEL_TITLES: Readonly<Record<string, Bilingual>> = {
  rural_exit: word('Leaving the village', '离村水平'),
  pull_of_outside: word('Pull of outside', '区外吸引力'),
  attraction: word('Attraction of the city', '城市吸引力'),
  fertility: word('Fertility of the decade', '十年生育水平'),
  return_home: word('Returning to the village', '返乡水平'),
  city_to_city: word('Moving from city to city', '城市间流动'),
  return_from_outside: word('Returning from outside', '区外回流'),
  returning_to_village: word('Returning to a village', '回流到村'),
  returning_to_reclassified: word('Returning to a reclassified town', '回流到村改居'),
  returning_to_registered: word('Returning as registered', '回流为城镇户籍'),
  conversion: word('Hukou conversion', '落户'),
  reclassification: word('Villages becoming towns', '村改居'),
  arrivals: word('Arrivals from other regions', '区外流入'),
  fertility_in_villages: word('Fertility in villages', '农村生育水平'),
  pace_slope: word('Pace at the end of the decade', '十年末速度'),
  exit_peak: word('Later peak of leaving', '离村峰龄推迟'),
  exit_children: word('Children among leavers', '随迁儿童'),
  exit_span: word('Span of leaving ages', '离村年龄跨度'),
  return_peak: word('Later peak of returning', '回流峰龄推迟'),
  roaming_peak: word('Later peak of leaving town', '离城峰龄推迟'),
  old_age_mortality: word('Mortality from 60 on', '60岁以上死亡水平'),
  old_women: word("Women's old-age mortality over men's", '女性相对男性老年死亡水平'),
  twice_15_19: word('Counted twice in the first census, ages 15-19', '首次普查重报15—19岁'),
  missed_0_4: word('Missed in the first census, ages 0-4', '首次普查漏报0—4岁'),
  missed_5_9: word('Missed in the first census, ages 5-9', '首次普查漏报5—9岁'),
}

/** Kinds of data. */
export const KIND_TITLES: Readonly<Record<string, Bilingual>> = {
  people: word('residents', '常住人口'),
  townspeople: word('urban residents', '城镇人口'),
  ages: word('ages by sex', '分性别年龄'),
  urban_ages: word('urban share by age', '分年龄城镇化率'),
  migrants: word('migrants', '流动人口'),
  registered_townspeople: word('registered townspeople', '城镇户籍人口'),
  away: word('people away', '外出人口'),
  registered: word('registered people', '户籍人口'),
  late_gain: word('gain of the last years', '后期增幅'),
  join: word('no break at the census', '普查前后衔接'),
}

export const PAGE_WORDS = {
  levels: word('Levels and their ranges', '参数及区间'),
  level: word('Level', '参数'),
  place: word('Place', '地区'),
  prior: word('Prior (80 %)', '先验（80%）'),
  fitted: word('Fitted (80 %)', '拟合（80%）'),
  moved: word('Moved most by', '主要依据'),
  region: word('region', '全区'),
  cities: word('Lived from the earlier census, against the later one', '由首次普查推算与末次普查对照'),
  city: word('City', '城市'),
  people: word('Residents', '常住人口'),
  gapPercent: word('Gap, %', '误差（%）'),
  urban: word('Urban share as counted, %', '普查城镇化率（%）'),
  gapPoints: word('Gap, points', '误差（百分点）'),
  ages: word(
    'Lived over counted by age and sex, per cent too many (+) or too few (-)',
    '分年龄性别：推算比普查多（+）少（-）百分比',
  ),
  age: word('Age', '年龄'),
  male: word('Men', '男'),
  female: word('Women', '女'),
  growth: word('Where the growth of towns came from, thousand people', '城镇人口增长来源（千人）'),
  before: word('First census', '首次普查'),
  missed: word('Missed or counted twice', '漏报与重报'),
  natural: word('Births less deaths', '自然增长'),
  moves: word('Moves', '迁移'),
  reclassified: word('Villages become towns', '村改居'),
  after: word('Lived to the second', '推算至末次'),
  doubted: word(
    'Counted over lived outside 0.7 to 1.4: doubt the data before the levels',
    '普查与推算之比超出0.7—1.4，应先核对数据',
  ),
  sound: word('Counted over lived lies within 0.7 to 1.4 everywhere.', '普查与推算之比均在0.7—1.4之内。'),
} satisfies Record<string, Bilingual>
