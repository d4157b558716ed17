/** The waterfalls of two scenarios as a table to calculate with. */
import type { ScenarioDiff } from '../../analysis/scenario-diff.js'
import type { Standing } from '../../analysis/waterfall.js'
import { type CsvCell, csvText } from '../../vocabulary/csv.js'

const COLUMNS = [
  'target', 'title_en', 'title_zh', 'unit', 'year', 'comparator', 'threshold', 'tolerance', 'row', 'change',
  'change_title_en', 'change_title_zh', 'odds', 'odds_error', 'median', 'median_error',
] // biome-ignore format: a list of headings reads best as a paragraph

/** Every target: a line before, a line for each change that moves it, a line after; numbers in full. */
export function diffCsv({ targets, changes }: ScenarioDiff): string {
  const rows = targets.flatMap(({ id, title, unit, before, after, steps }) => {
    const start = ({ aim }: Standing) => [
      ...[id, title.en, title.zh, unit, aim.year, aim.comparator, aim.threshold, aim.tolerance],
    ]
    const end = (row: string, standing: Standing): CsvCell[] => [
      ...start(standing),
      ...[row, '', '', '', standing.odds.share, '', standing.median, ''],
    ]
    const lines = steps.map(({ change, odds, oddsError, median, medianError }): CsvCell[] => {
      const { parts, title: named } = changes[change]
      return [
        ...start(after),
        'change',
        parts.join(' + '),
        named.en,
        named.zh,
        odds,
        oddsError,
        median,
        medianError,
      ]
    })
    return [end('before', before), ...lines, end('after', after)]
  })
  return csvText([COLUMNS, ...rows])
}
