/** Words of the backtest, in both languages. */
import type { BacktestMethod } from '../../calibration/backtest.js'
import type { Subject } from '../../calibration/past/subjects.js'
import type { PlaceSubject } from '../../calibration/within-held-out.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'

/** Of a backtest from what was known in its first year, which a data folder may bring. */
type OtherSubject = 'newborn' | 'ages_1_6' | 'ages_7_15' | 'ages_65_plus' | 'ages_80_plus'

export const SUBJECT_TITLES: Record<Subject | PlaceSubject | OtherSubject, Bilingual> = {
  urban_share: { en: 'Urban share (points)', zh: '城镇化率（百分点）' },
  townspeople: { en: 'Townspeople (% of count)', zh: '城镇人口（占实数%）' },
  people: { en: 'Residents (% of count)', zh: '常住人口（占实数%）' },
  ages_6_14: { en: 'Ages 6-14 (% of count)', zh: '6—14岁（占实数%）' },
  ages_60_plus: { en: 'Ages 60+ (% of count)', zh: '60岁以上（占实数%）' },
  births: { en: 'Births since, as counted (% of count)', zh: '其间出生、普查时在世者（占实数%）' },
  deaths: { en: 'Deaths of those 60+ (% of count)', zh: '原60岁以上者死亡（占实数%）' },
  newborn: { en: 'Aged 0 (% of count)', zh: '0岁（占实数%）' },
  ages_1_6: { en: 'Ages 1-6 (% of count)', zh: '1—6岁（占实数%）' },
  ages_7_15: { en: 'Ages 7-15 (% of count)', zh: '7—15岁（占实数%）' },
  ages_65_plus: { en: 'Ages 65+ (% of count)', zh: '65岁以上（占实数%）' },
  ages_80_plus: { en: 'Ages 80+ (% of count)', zh: '80岁以上（占实数%）' },
}
export const METHOD_TITLES: Record<BacktestMethod | 'fertility_told', Bilingual> = {
  model: { en: 'model', zh: '本模型' },
  growth_difference: { en: 'growth difference', zh: '城乡增长率差' },
  straight_line: { en: 'straight line', zh: '直线外推' },
  no_change: { en: 'no change', zh: '不变' },
  fertility_told: { en: "model, told the region's fertility", zh: '本模型（告知区域生育率）' },
}
