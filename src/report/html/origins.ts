/** The end of the page: what the run was made from, so that it can be judged and repeated. */
import type { Comparison, TargetChange } from '../../analysis/compare.js'
import type { Summary } from '../../analysis/summary.js'
import type { Dataset } from '../../dataset/dataset.js'
import type { Scenario } from '../../scenario/scenario.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { assumptionTables } from '../tables/assumptions.js'
import { backtestTable } from '../tables/backtest.js'
import {
  both,
  type Cell,
  column,
  type DataTable,
  inEach,
  number,
  same,
  signedNumber,
  words,
} from '../tables/data-table.js'
import { named } from '../tables/targets.js'
import { mismatchText } from '../words/compare.js'
import { count, oddsShare } from '../words/numbers.js'
import { WORDS } from '../words/words.js'
import { escaped } from './escape.js'
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

export function originsHtml({ summary, origins, compared }: OriginFacts): string {
  const { file, text, packed, packedId } = origins
  const backtest = backtestTable(origins.dataset.backtest)
  const tables = [...(backtest ? [backtest] : []), ...assumptionTables(origins.scenario, origins.dataset)]
  return (
    `<section id="origins">${element('h2', both('Where the numbers come from', '数据来源'))}` +
    `<dl>${runFacts(summary, origins)
      .map(([name, value]) => `<div>${element('dt', name)}<dd>${say(value)}</dd></div>`)
      .join('')}</dl>${summary.findings.map((finding) => element('p', finding, ' class="note"')).join('')}` +
    `${compared.flatMap(mismatchNotes).join('')}${tablesBehind(both('Beside other runs', '与其他运行比较'), compared.flatMap(comparedTables))}${tables.map((table) => tablesBehind(table.title, [table])).join('')}` +
    `<details><summary>${say(both('The scenario file', '情景方案文件'))}: ${escaped(file)}</summary><pre tabindex="0">${escaped(text)}</pre></details>` +
    `${element('p', REPEAT, ' class="note"')}<script type="application/octet-stream" id="${packedId}">${packed}</script></section>`
  )
}

const REPEAT = both(
  'Scenario, data folder and settings are kept in this file: `cityward run report.html` repeats the run on any machine.',
  '情景方案、数据和设定均保存在本文件中：用 cityward run report.html 可在任何电脑上重复本次运行。',
)

/** What was run, from what, and when: names and values. */
export function runFacts(
  summary: Summary,
  { ran, dataset }: Pick<Origins, 'ran' | 'dataset'>,
): [Bilingual, Bilingual][] {
  const day = ran.ended.slice(0, 16).replace('T', ' ')
  const seconds = ran.seconds.toFixed(1)
  return [
    ...(summary.noSample ? [[WORDS.warning, summary.noSample.caution] as [Bilingual, Bilingual]] : []),
    [both('Data folder', '数据'), dataset.title],
    [both('Futures a policy', '每项政策情景数'), same(count(summary.draws))],
    [both('Seed', '随机种子'), same(String(summary.seed))],
    [both('Plan', '方案指纹'), same(summary.fingerprint)],
    [both('Data fingerprint', '数据指纹'), same(dataset.fingerprint)],
    [both('Version', '版本'), same(`cityward ${summary.version}`)],
    [
      both('Run', '运行'),
      both(
        `${count(ran.trajectories)} trajectories in ${seconds} s on ${ran.threads} threads, ended ${day} UTC`,
        `${count(ran.trajectories)}条轨迹，${seconds}秒，${ran.threads}线程，${day}（UTC）结束`,
      ),
    ],
  ]
}

function mismatchNotes({ mismatched }: Comparison): string[] {
  return mismatched.map((one) =>
    element(
      'p',
      inEach((language) => mismatchText(one, language)),
      ' class="note"',
    ),
  )
}

/** A table for each policy that both runs have. */
function comparedTables({ after, policies }: Comparison, index: number): DataTable[] {
  const reading =
    (when: 'before' | 'after') =>
    (change: TargetChange): Cell[] => [
      number(change[when].median, change.unit, ''),
      words(inEach((language) => oddsShare(change[when].odds, language))),
    ]
  return policies.map(({ name, title, targets }) => ({
    id: `compared-${index}-${name}`,
    title: both(
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
      words(named(change.title, change.unit)),
      ...reading('before')(change),
      ...reading('after')(change),
      signedNumber(change.medianChange, change.unit, ''),
    ]),
  }))
}
