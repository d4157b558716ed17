/** Words for many scenarios side by side, on screen and page. */
import type {
  ScenarioChange,
  ScenarioComparison,
  ScenarioOutcome,
  ScenarioTarget,
} from '../../analysis/scenario-comparison.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'
import { phrase } from './bilingual.js'
import { HEADINGS } from './headings.js'
import { amount, count, labelled, oddsShare, oddsText, points, range, signed } from './numbers.js'
import { thresholdText } from './target-texts.js'

export const SCENARIOS = {
  scenario: phrase('Scenario', '方案'),
  oddsChange: phrase('Change of odds, points (95 %)', '概率变化（百分点，95%区间）'),
  medianChange: phrase('Change of median', '中位数变化'),
  drawByDraw: phrase('Draw by draw, 80 %', '逐次抽样差异（80%）'),
  allTargets: phrase('Odds of every target, by scenario', '各方案各目标达标概率'),
  title: phrase('Scenarios side by side', '方案对比'),
  reports: phrase('The report of each', '各方案报告'),
  note: phrase(
    '* differs from the first scenario beyond what the number of draws leaves open (95 %); - no such target, or one that measures something else.',
    '* 与第一个方案的差异超出抽样误差（95%）；- 无此目标，或指标不同。',
  ),
} satisfies Record<string, Bilingual>

/** Headings of outcomeTexts. */
export const OUTCOME_HEADINGS: readonly Bilingual[] = [
  HEADINGS.odds,
  HEADINGS.median,
  SCENARIOS.oddsChange,
  SCENARIOS.medianChange,
  SCENARIOS.drawByDraw,
]

/** `2 Schools a year late`; with the file's name where another has the same title. */
export function scenarioLabel({ scenarios }: ScenarioComparison, index: number, language: Language): string {
  const { name, title } = scenarios[index]
  const isShared = scenarios.some((one, other) => other !== index && one.title[language] === title[language])
  if (!isShared) return `${index + 1} ${title[language]}`
  return language === 'zh' ? `${index + 1} ${title.zh}（${name}）` : `${index + 1} ${title.en} (${name})`
}

/** `Urban share (%), ~ 57 in 2023` */
export function targetLabel(target: ScenarioTarget, language: Language): string {
  const { title, unit, year } = target
  const label = labelled(title, unit, language)
  const asked = thresholdText(target, language)
  return language === 'zh' ? `${label}，${year}年${asked}` : `${label}, ${asked} in ${year}`
}

/** How many scenarios there are, and whether draw is held against draw. */
export function aboutScenarios({ scenarios }: ScenarioComparison): Bilingual {
  const [first, ...others] = scenarios
  const apart = others.filter(({ sameDraws }) => !sameDraws).length
  const draws = [...new Set(scenarios.map((one) => one.draws))]
  const each = draws.length === 1 ? `, ${howMany(draws[0], 'future')} each` : ''
  const eachZh = draws.length === 1 ? `，各${count(draws[0])}次抽样` : ''
  const en =
    apart === 0
      ? 'All on the same draws, so that futures are held against each other one by one.'
      : `${howMany(apart, 'scenario')} on draws of ${apart === 1 ? 'its' : 'their'} own (another seed or design): part of the difference is chance.`
  const zh =
    apart === 0
      ? '各方案使用同一组抽样，逐一比较各个未来。'
      : `其中${apart}个方案的抽样不同（种子或设计不同），差异中有一部分来自抽样。`
  const scaled = scaledOtherwise(scenarios)
  return phrase(
    `${howMany(scenarios.length, 'scenario')}${each}; changes are against the first, ${first.title.en}. ${en}${scaled?.en ?? ''}`,
    `${scenarios.length}个方案${eachZh}；变化均相对于第一个方案（${first.title.zh}）。${zh}${scaled?.zh ?? ''}`,
  )
}

/** Which scenarios are not scaled to the published totals that the first is; undefined where all are alike. */
function scaledOtherwise([first, ...others]: ScenarioComparison['scenarios']): Bilingual | undefined {
  const years = (one: ScenarioComparison['scenarios'][number]) => (one.controlYears ?? []).join()
  const apart = others.flatMap((one, index) => (years(one) === years(first) ? [] : [index + 2]))
  if (apart.length === 0) return undefined
  return phrase(
    ` People are scaled to other published totals than in the first, or to none where it is, in ${howMany(apart.length, 'scenario')} (${apart.join(', ')}): part of the difference is the scaling.`,
    `第${apart.join('、')}个方案按公布总数所作的校准与第一个方案不同：差异中有一部分来自校准。`,
  )
}

/** Odds, median, and what changed of both: the cells of a scenario, one for each of OUTCOME_HEADINGS. */
export function outcomeTexts(outcome: ScenarioOutcome | null, unit: string, language: Language): string[] {
  if (!outcome) return OUTCOME_HEADINGS.map(() => '-')
  const { odds, median, change } = outcome
  const changes = change
    ? [
        oddsChangeText(change, language),
        signed(change.median, unit, language),
        drawByDrawText(change, unit, language),
      ]
    : ['', '', '']
  return [oddsText(odds, language), amount(median, unit, language), ...changes]
}

/** `42 %*`: marked where it differs from the first scenario. */
export function oddsMark(outcome: ScenarioOutcome | null, language: Language): string {
  if (!outcome) return '-'
  return `${oddsShare(outcome.odds, language)}${outcome.change && differs(outcome.change) ? '*' : ''}`
}

/** `+12 (+9 to +15)` */
function oddsChangeText({ odds: { value, low, high } }: ScenarioChange, language: Language): string {
  const [from, to] = [points(low), points(high)]
  return language === 'zh' ? `${points(value)}（${from}至${to}）` : `${points(value)} (${from} to ${to})`
}

/** `-` where the draws are not the same. */
function drawByDrawText({ range80 }: ScenarioChange, unit: string, language: Language): string {
  return range80 ? range(range80, unit, language) : '-'
}

/** Whether the interval of the change of odds leaves out no change. */
function differs({ odds: { low, high } }: ScenarioChange): boolean {
  return low > 0 || high < 0
}
