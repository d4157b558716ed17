/** Many scenarios on the screen: the first target in full, then the odds of all. */
import type { ScenarioComparison, ScenarioTarget } from '../../analysis/scenario-comparison.js'
import type { Language } from '../../vocabulary/language.js'
import { HEADINGS } from '../words/headings.js'
import { amount, oddsShare, oddsText } from '../words/numbers.js'
import {
  aboutScenarios,
  differs,
  drawByDrawText,
  medianChangeText,
  oddsChangeText,
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

function firstTable(
  comparison: ScenarioComparison,
  target: ScenarioTarget,
  language: Language,
  width: number,
): string[] {
  const columns = [
    { heading: SCENARIOS.scenario[language], align: 'left', atLeast: 16 },
    { heading: HEADINGS.odds[language], align: 'right', atLeast: 8 },
    { heading: HEADINGS.median[language], align: 'right' },
    { heading: SCENARIOS.oddsChange[language], align: 'right', atLeast: 8 },
    { heading: SCENARIOS.medianChange[language], align: 'right' },
    { heading: SCENARIOS.drawByDraw[language], align: 'right' },
  ] as const
  const rows = target.scenarios.map((outcome, index) => {
    const name = scenarioLabel(comparison, index, language)
    if (!outcome) return [name, '-', '-', '-', '-', '-']
    const { odds, median, change } = outcome
    const changes = change
      ? [
          oddsChangeText(change, language),
          medianChangeText(change, target.unit),
          drawByDrawText(change, target.unit),
        ]
      : ['', '', '']
    return [name, oddsText(odds, language), amount(median, target.unit), ...changes]
  })
  return tableLines(columns, rows, width)
}

function oddsTable(comparison: ScenarioComparison, language: Language, width: number): string[] {
  const columns = [
    { heading: HEADINGS.target[language], align: 'left', atLeast: 20 } as const,
    ...comparison.scenarios.map((_, index) => ({ heading: String(index + 1), align: 'right' }) as const),
  ]
  const rows = comparison.targets.map((target) => [
    targetLabel(target, language),
    ...target.scenarios.map((outcome) => {
      if (!outcome) return '-'
      const mark = outcome.change && differs(outcome.change) ? '*' : ''
      return `${oddsShare(outcome.odds, language)}${mark}`
    }),
  ])
  return tableLines(columns, rows, width)
}
