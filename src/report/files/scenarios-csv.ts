/** Many scenarios as CSV to calculate with: a line for every target and scenario, numbers in full. */
import type { ScenarioComparison } from '../../analysis/scenario-comparison.js'
import { csvText } from '../../vocabulary/csv.js'

const COLUMNS = [
  'scenario', 'title_en', 'title_zh', 'target', 'target_en', 'target_zh', 'unit', 'year', 'threshold', 'median', 'odds',
  'odds_low', 'odds_high', 'draws', 'same_draws', 'odds_change', 'odds_change_low95', 'odds_change_high95', 'median_change',
  'change_low80', 'change_high80', 'folder',
] // biome-ignore format: a list of headings reads best as a paragraph

/** folders: of the scenarios' runs, in their order. Odds are shares, 0-1. */
export function scenariosCsv({ scenarios, targets }: ScenarioComparison, folders: readonly string[]): string {
  const rows = targets.flatMap(({ id, title, unit, year, threshold, scenarios: outcomes }) =>
    outcomes.flatMap((outcome, index) => {
      if (!outcome) return []
      const { odds, median, change } = outcome
      const { name, title: scenario, sameDraws } = scenarios[index]
      const about = [name, scenario.en, scenario.zh, id, title.en, title.zh, unit, year, threshold]
      const changes = [change?.odds.value, change?.odds.low, change?.odds.high, change?.median]
      const known = [median, odds.share, odds.low, odds.high, odds.draws, String(sameDraws)]
      return [[...about, ...known, ...changes, ...(change?.range80 ?? ['', '']), folders[index]]]
    }),
  )
  return csvText([COLUMNS, ...rows])
}
