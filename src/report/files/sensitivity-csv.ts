/** Indices as CSV: a line for each outcome, input and measure; numbers in full. */
import { USUAL_LEVEL } from '../../analysis/sensitivity/estimate.js'
import { csvText } from '../../vocabulary/csv.js'
import type { SensitivityAnswer } from '../terminal/answers.js'
import type { FactorTitles } from '../words/factor-titles.js'

const COLUMNS = [
  'policy', 'indicator', 'place', 'year', 'method', 'input', 'title_en', 'title_zh', 'measure', 'value', 'low95',
  'high95', 'floor', 'draws', 'without_value', 'enough',
] // biome-ignore format: a list of headings reads best as a paragraph

/** Pairs stand as `one x other` with the measure `second`. */
export function sensitivityCsv(answers: readonly SensitivityAnswer[], titles: FactorTitles): string {
  const percent = Number((100 * (answers[0]?.result.level ?? USUAL_LEVEL)).toPrecision(6))
  const rows = answers.flatMap(({ question, result }) => {
    const { policy, indicator, place, year } = question
    const at = [policy.name, indicator, place.code, year, result.method]
    const run = [
      result.draws,
      result.failures.count,
      result.convergence ? String(result.convergence.enough && !result.doubt) : '',
    ]
    const inputs = result.indices.flatMap(({ name, measures }) =>
      Object.entries(measures).map(([measure, { value, low, high }]) => {
        const title = titles.titleOf(name)
        return [...at, name, title.en, title.zh, measure, value, low, high, result.floor[measure], ...run]
      }),
    )
    const pairs = result.pairs.map(({ names, second: { value, low, high } }) => {
      const [en, zh] = (['en', 'zh'] as const).map((language) =>
        names.map((name) => titles.titleOf(name)[language]).join(' x '),
      )
      return [...at, names.join(' x '), en, zh, 'second', value, low, high, undefined, ...run]
    })
    return [...inputs, ...pairs]
  })
  return csvText([[...COLUMNS].map((name) => name.replace('95', String(percent))), ...rows])
}
