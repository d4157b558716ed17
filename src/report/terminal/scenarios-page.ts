/** Many scenarios on the screen: the first target in full, then the odds of all. */
import type { ScenarioComparison, ScenarioTarget } from '../../analysis/scenario-comparison.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { HEADINGS } from '../words/headings.js'
import {
  aboutScenarios,
  OUTCOME_HEADINGS,
  oddsMark,
  outcomeTexts,
  SCENARIOS,
  scenarioLabel,
  targetLabel,
} from '../words/scenarios.js'
import { wrap } from '../words/width.js'
import type { Page } from './page.js'
import { tableLines } from './table.js'

/** Lines end with a line break. */
export function scenariosText(comparison: ScenarioComparison, { language, width }: Page): string {
  const [first] = comparison.targets
  const about = wrap(aboutScenarios(comparison)[language], width)
  if (!first) return `${about.join('\n')}\n`
  return `${[
    ...about,
    '',
    ...wrap(targetLabel(first, language), width),
    ...firstTable(comparison, first, language, width),
    '',
    SCENARIOS.allTargets[language],
    ...oddsTable(comparison, language, width),
    ...wrap(SCENARIOS.note[language], width),
  ].join('\n')}\n`
}

/** Columns with an interval, which may stand below its number. */
const WRAPPED: readonly Bilingual[] = [HEADINGS.odds, SCENARIOS.oddsChange]

function firstTable(
  comparison: ScenarioComparison,
  target: ScenarioTarget,
  language: Language,
  width: number,
): string[] {
  const columns = OUTCOME_HEADINGS.map((heading) => ({
    heading: heading[language],
    align: 'right' as const,
    ...(WRAPPED.includes(heading) && { atLeast: 8 }),
  }))
  const scenario = { heading: SCENARIOS.scenario[language], align: 'left', atLeast: 16 } as const
  const rows = target.scenarios.map((outcome, index) => [
    scenarioLabel(comparison, index, language),
    ...outcomeTexts(outcome, target.unit, language),
  ])
  return tableLines([scenario, ...columns], rows, width)
}

function oddsTable(comparison: ScenarioComparison, language: Language, width: number): string[] {
  const columns = [
    { heading: HEADINGS.target[language], align: 'left', atLeast: 20 } as const,
    ...comparison.scenarios.map((_, index) => ({ heading: String(index + 1), align: 'right' }) as const),
  ]
  const rows = comparison.targets.map((target) => [
    targetLabel(target, language),
    ...target.scenarios.map((outcome) => oddsMark(outcome, language)),
  ])
  return tableLines(columns, rows, width)
}
