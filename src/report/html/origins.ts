/** The end of the page: what the run was made from, so that it can be judged and repeated. */
import type { Comparison, TargetChange } from '../../analysis/compare.js'
import type { Summary } from '../../analysis/summary.js'
import type { Dataset } from '../../dataset/dataset.js'
import type { Scenario } from '../../scenario/scenario.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { howMany } from '../../vocabulary/numbers.js'
import { assumptionTables } from '../tables/assumptions.js'
import { backtestTable } from '../tables/backtest.js'
import {
  column,
  type DataCell,
  type DataTable,
  numberCell,
  signedCell,
  wordsCell,
} from '../tables/data-table.js'
import { inEach, phrase, same } from '../words/bilingual.js'
import { mismatchText, regionsText, renamedText } from '../words/compare.js'
import { trajectories } from '../words/end-of-run.js'
import { HEADINGS } from '../words/headings.js'
import { type Content, html, type Markup } from '../words/markup.js'
import { count, oddsShare } from '../words/numbers.js'
import { titleWithUnit } from '../words/titles.js'
import { tablesBehind } from './table.js'
import { element, say } from './tags.js'

export interface Origins {
  readonly scenario: Scenario
  readonly dataset: Dataset
  /** Name and text of the scenario file. */
  readonly file: string
  readonly text: string
  /** Everything needed to repeat the run, packed. */
  readonly packed: string
  /** Id of the block that holds it. */
  readonly packedId: string
  readonly ran: {
    readonly trajectories: number
    readonly seconds: number
    readonly threads: number
    readonly ended: string
  }
}

export interface OriginFacts {
  readonly summary: Summary
  readonly origins: Origins
  readonly compared: readonly Comparison[]
}

export function originsHtml({ summary, origins, compared }: OriginFacts): Markup {
  const { file, text, packed, packedId } = origins
  const backtest = backtestTable(origins.dataset.backtest)
  const tables = [...(backtest ? [backtest] : []), ...assumptionTables(origins.scenario, origins.dataset)]
  const facts = runFacts(summary, origins).map(
    ([name, value]) => html`<div>${element('dt', name)}<dd>${say(value)}</dd></div>`,
  )
  const parts: Content[] = [
    element('h2', ORIGINS),
    html`<dl>${facts}</dl>`,
    summary.findings.map((finding) => element('p', finding, 'note')),
    compared.flatMap(mismatchNotes),
    tablesBehind(BESIDE, compared.flatMap(comparedTables)),
    tables.map((table) => tablesBehind(table.title, [table])),
    html`<details><summary>${say(SCENARIO_FILE)}: ${file}</summary><pre tabindex="0">${text}</pre></details>`,
    element('p', summary.update ? REPEAT_UPDATED : REPEAT, 'note'),
    html`<script type="application/octet-stream" id="${packedId}">${packed}</script>`,
  ]
  return html`<section id="origins">${parts}</section>`
}

export const ORIGINS = phrase('Where the numbers come from', '数据来源')
const BESIDE = phrase('Beside other runs', '与其他运行比较')
const SCENARIO_FILE = phrase('The scenario file', '情景方案文件')

const REPEAT = phrase(
  'Scenario, data folder and settings are kept in this file: `cityward run report.html` repeats the run on any machine.',
  '情景方案、数据和设定均保存在本文件中：用 cityward run report.html 可在任何电脑上重复本次运行。',
)

/** The file holds the run as it was simulated; what was observed is in update.json beside it. */
const REPEAT_UPDATED = phrase(
  'Scenario, data folder and settings are kept in this file: `cityward run report.html` repeats the run as it was before the update, on any machine; `cityward update` of it, with the same observations, gives these numbers.',
  '情景方案、数据和设定均保存在本文件中：用 cityward run report.html 可在任何电脑上重复更新前的运行；再以相同观测运行 cityward update，即得本页数字。',
)

/** What was run, from what, and when: names and values. */
export function runFacts(
  summary: Summary,
  { ran, dataset }: Pick<Origins, 'ran' | 'dataset'>,
): [Bilingual, Bilingual][] {
  const day = ran.ended.slice(0, 16).replace('T', ' ')
  const seconds = ran.seconds.toFixed(1)
  return [
    ...(summary.noSample ? [[HEADINGS.warning, summary.noSample.caution] as [Bilingual, Bilingual]] : []),
    [phrase('Data folder', '数据'), dataset.title],
    [phrase('Futures a policy', '每项政策情景数'), same(count(summary.draws))],
    [phrase('Seed', '随机种子'), same(String(summary.seed))],
    [phrase('Plan', '方案指纹'), same(summary.fingerprint)],
    [phrase('Data fingerprint', '数据指纹'), same(dataset.fingerprint)],
    [phrase('Version', '版本'), same(`cityward ${summary.version}`)],
    [
      phrase('Run', '运行'),
      phrase(
        `${trajectories(ran.trajectories)} in ${seconds} s on ${howMany(ran.threads, 'thread')}, ended ${day} UTC`,
        `${count(ran.trajectories)}条轨迹，${seconds}秒，${ran.threads}线程，${day}（UTC）结束`,
      ),
    ],
  ]
}

function mismatchNotes(comparison: Comparison): Markup[] {
  const { before, after, mismatched, renamed } = comparison
  const notes = [
    ...(before.region.en === after.region.en
      ? []
      : [inEach((language) => regionsText(comparison, language))]),
    ...mismatched.map((one) => inEach((language) => mismatchText(one, language))),
    ...renamed.map((one) => inEach((language) => renamedText(one, language))),
  ]
  return notes.map((note) => element('p', note, 'note'))
}

/** A table for each policy that both runs have, where they share a target. */
function comparedTables({ after, policies }: Comparison, index: number): DataTable[] {
  const reading =
    (when: 'before' | 'after') =>
    (change: TargetChange): DataCell[] => [
      numberCell(change[when].median, change.unit, ''),
      wordsCell(inEach((language) => oddsShare(change[when].odds, language))),
    ]
  const shared = policies.filter(({ targets }) => targets.length > 0)
  return shared.map(({ name, title, targets }) => ({
    id: `compared-${index}-${name}`,
    title: phrase(
      `Beside “${after.title.en}” (plan ${after.fingerprint.slice(0, 8)}): ${title.en}`,
      `与“${after.title.zh}”（方案${after.fingerprint.slice(0, 8)}）比较：${title.zh}`,
    ),
    columns: [
      column('Target', '目标', false),
      column('Median here', '本次中位数'),
      column('Odds here', '本次概率'),
      column('Median there', '另次中位数'),
      column('Odds there', '另次概率'),
      column('Change of median', '中位数变化'),
    ],
    rows: targets.map((change) => [
      wordsCell(titleWithUnit(change.title, change.unit)),
      ...reading('before')(change),
      ...reading('after')(change),
      signedCell(change.medianChange, change.unit, ''),
    ]),
  }))
}
