/** What the plan adds to its first target beside the policy it is measured against, lever by lever. */
import type { Added, Addition } from '../../analysis/addition.js'
import type { TargetVerdict } from '../../analysis/summary.js'
import type { EffectEvidence } from '../../vocabulary/evidence.js'
import { howMany } from '../../vocabulary/numbers.js'
import { ADDED_EVIDENCE } from '../words/addition.js'
import { phrase } from '../words/bilingual.js'
import { count } from '../words/numbers.js'
import {
  column,
  type DataCell,
  type DataTable,
  pointsCell,
  rangeCell,
  signedCell,
  wordsCell,
} from './data-table.js'

/** The parts add up to the last row, which is of all levers together. */
export function additionTable(addition: Addition, target: TargetVerdict): DataTable | undefined {
  if (addition.target !== target.id) return undefined
  const { policyTitle: policy, againstTitle: against, unit, draws, parts, total } = addition
  const row = (title: DataCell, one: Added, evidence: EffectEvidence | undefined, from: string) => [
    title,
    signedCell(one.mean, unit, `${from}.mean`),
    rangeCell(one.range80, unit, `${from}.range80`),
    pointsCell(one.odds, `${from}.odds`),
    wordsCell(evidence ? ADDED_EVIDENCE[evidence] : phrase('', '')),
  ]
  return {
    id: 'added',
    title: phrase(
      `What "${policy.en}" adds to "${target.title.en}", ${target.year}, beside "${against.en}" (${howMany(draws, 'future')})`,
      `与“${against.zh}”相比，“${policy.zh}”为${target.year}年“${target.title.zh}”增加多少（${count(draws)}个情景）`,
    ),
    columns: [
      column('Lever', '措施', false),
      column('Value added, mean', '数值增量均值'),
      column('80 % range of it', '增量80%区间'),
      column('Odds added, points', '概率增量（百分点）'),
      column('Rests on', '依据', false),
    ],
    rows: [
      ...parts.map((part, at) => row(wordsCell(part.title), part, part.evidence, `added.parts.${at}`)),
      row(wordsCell(ALL), total, undefined, 'added.total'),
    ],
  }
}

const ALL = phrase('All of these', '合计')
