/** What stands behind every verdict: its kind of evidence, past commitments like it, base rate and odds side by side. */
import type { Summary } from '../../analysis/summary.js'
import { phrase, same } from '../words/bilingual.js'
import { alikeText, baseText, classesBeside, EVIDENCE_NAMES } from '../words/evidence.js'
import { titleWithUnit } from '../words/titles.js'
import { column, type DataCell, type DataTable, oddsCell, shareCell, wordsCell } from './data-table.js'
import { mainPolicy } from './headline.js'

/** None for runs that do not say what their verdicts rest on. */
export function evidenceTable(summary: Summary): DataTable | undefined {
  const { policy, at } = mainPolicy(summary)
  const rows = policy.targets.flatMap(({ title, unit, evidence, region }, index): DataCell[][] => {
    if (!evidence) return []
    const odds = oddsCell(region.odds, `policies.${at}.targets.${index}.region.odds`)
    const first = [wordsCell(titleWithUnit(title, unit)), wordsCell(EVIDENCE_NAMES[evidence.restsOn])]
    const nothing = wordsCell(same(''))
    const classes = classesBeside(evidence)
    if (classes.length === 0) return [[...first, nothing, nothing, nothing, nothing, odds]]
    return classes.map((one, place) => {
      const own = evidence.classes.length > 0 ? `classes.${place}` : 'beside'
      const from = `policies.${at}.targets.${index}.evidence.${own}`
      return [
        ...first,
        wordsCell(one.title),
        wordsCell(alikeText(one)),
        wordsCell(baseText(one)),
        shareCell(one.odds, `${from}.odds`),
        odds,
      ]
    })
  })
  if (rows.length === 0) return undefined
  return {
    id: 'evidence',
    title: phrase('What stands behind each verdict', '各项研判的依据'),
    columns: [
      column('Target', '目标', false),
      column('Rests on', '依据', false),
      column('Past commitments', '既往承诺类别', false),
      column('How those ended', '其完成情况', false),
      column('Base rate: met of all as long', '基准率：同期限承诺完成数', false),
      column('Odds by the class alone', '仅按类别的概率'),
      column('Odds here', '本研判概率'),
    ],
    rows,
  }
}
