/** What is said of costs: headings, and what the numbers are and are not. */
import type { ReachFinding } from '../../analysis/reach.js'
import type { CostSummary } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { phrase } from '../words/bilingual.js'
import { measured, range } from '../words/numbers.js'

export const COSTS_TITLE = phrase('What it costs', '费用')

export const COST_HEADINGS = {
  year: phrase('Year', '年份'),
  inYear: phrase('Started in the year, median', '当年开工，中位数'),
  inYearRange: phrase('80 % range', '80%区间'),
  soFar: phrase('Since the base year, median', '基期以来，中位数'),
  soFarRange: phrase('80 % range', '80%区间'),
  city: phrase('Area', '地区'),
  target: phrase('Target', '目标'),
  points: phrase('Points of odds added', '增加的达标概率（百分点）'),
  added: phrase('Costs more', '增加费用'),
  perPoint: phrase('A point of odds costs', '每个百分点费用'),
} as const

/** `million CNY, prices of 2020: New schools, Extensions` */
export function costSubject({ currency, prices, programmes }: CostSummary): Bilingual {
  return phrase(
    `${currency}, prices of ${prices}: ${programmes.map(({ title }) => title.en).join(', ')}`,
    `${currency}，${prices}年价格：${programmes.map(({ title }) => title.zh).join('、')}`,
  )
}

/** `What it costs until 2023: 186 million CNY (162-224 in 8 of 10 futures), prices of 2020: New schools` */
export function totalCost({ currency, prices, programmes, years }: CostSummary): Bilingual {
  const { year, soFar } = years.at(-1)!
  const [en, zh] = (['en', 'zh'] as const).map((language) => measured(soFar.median, currency, language))
  const [enRange, zhRange] = (['en', 'zh'] as const).map((language) =>
    range(soFar.range80, currency, language),
  )
  return phrase(
    `${COSTS_TITLE.en} until ${year}: ${en} (${enRange} in 8 of 10 futures), prices of ${prices}: ${programmes.map(({ title }) => title.en).join(', ')}.`,
    `${COSTS_TITLE.zh}（至${year}年）：${zh}（八成情景${zhRange}），${prices}年价格：${programmes.map(({ title }) => title.zh).join('、')}。`,
  )
}

/** `1,200 million CNY more (prices of 2020)`, what is enough costs beyond what stands now; empty without costs. */
export function costsMore(
  costs: readonly number[] | undefined,
  currencies: ReachFinding['costs'],
  language: Language,
): string {
  if (!costs || !currencies) return ''
  const each = currencies.map(({ currency, prices }, at) => {
    const less = costs[at] < 0
    const sum = measured(Math.abs(costs[at]), currency, language)
    if (language === 'zh') return `${less ? '少花' : '多花'}${sum}（${prices}年价格）`
    return `${sum} ${less ? 'less' : 'more'} (prices of ${prices})`
  })
  return each.join({ en: ', ', zh: '，' }[language])
}

export const COST_NOTES: readonly Bilingual[] = [
  phrase(
    'A project costs what the scenario says in the year in which it starts; what was under way in the base year is not counted, nor is what it takes to run. Costs of several currencies or prices of several years stand apart and are not added up.',
    '项目费用按方案所述计入开工当年；基期已在建的项目和运行费用不计。币种或价格年份不同的费用分列，不相加。',
  ),
]
