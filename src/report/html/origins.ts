/** The end of the page: what the run was made from, so that it can be judged and repeated. */
import type { Summary } from '../../analysis/summary.js'
import { CALIBRATION } from '../../calibration/files.js'
import type { Dataset } from '../../dataset/dataset.js'
import type { Scenario } from '../../scenario/scenario.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { howMany } from '../../vocabulary/numbers.js'
import { shellWord } from '../../vocabulary/shell.js'
import { assumptionTables } from '../tables/assumptions.js'
import { backtestTables, hindcastTable } from '../tables/backtest.js'
import { phrase, same } from '../words/bilingual.js'
import { trajectories } from '../words/end-of-run.js'
import { HEADINGS } from '../words/headings.js'
import { type Content, html, type Markup } from '../words/markup.js'
import { count } from '../words/numbers.js'
import { tablesBehind } from './table.js'
import { element, say } from './tags.js'

export interface Origins {
  readonly scenario: Scenario
  readonly dataset: Dataset
  /** Name and text of the scenario file. */
  readonly file: string
  readonly text: string
  /** Everything needed to repeat the run, packed, which takes its time; undefined where it would be too long for a page. */
  readonly packed: Promise<string> | undefined
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
}

export async function originsHtml({ summary, origins }: OriginFacts): Promise<Markup> {
  const { file, text, packedId } = origins
  const hindcast = hindcastTable(origins.dataset)
  const tables = [
    ...(hindcast ? [hindcast] : []),
    ...backtestTables(origins.dataset.backtest),
    ...assumptionTables(origins.scenario, origins.dataset),
  ]
  const facts = runFacts(summary, origins).map(
    ([name, value]) => html`<div>${element('dt', name)}<dd>${say(value)}</dd></div>`,
  )
  const parts: Content[] = [
    element('h2', ORIGINS),
    html`<dl>${facts}</dl>`,
    summary.findings.map((finding) => element('p', finding, 'note')),
    tables.map((table) => tablesBehind(table.title, [table])),
    origins.dataset.sources.has(CALIBRATION) ? element('p', alternativesNote(file), 'note') : '',
    html`<details><summary>${say(SCENARIO_FILE)}: ${file}</summary><pre tabindex="0">${text}</pre></details>`,
    ...(origins.packed
      ? [
          element('p', summary.update ? REPEAT_UPDATED : REPEAT, 'note'),
          html`<script type="application/octet-stream" id="${packedId}">${await origins.packed}</script>`,
        ]
      : [element('p', NOT_PACKED, 'note')]),
  ]
  return html`<section id="origins">${parts}</section>`
}

export const ORIGINS = phrase('Where the numbers come from', '数据来源')
const SCENARIO_FILE = phrase('The scenario file', '情景方案文件')

const REPEAT = phrase(
  'Scenario, data folder and settings are kept in this file: `cityward run report.html` repeats the run on any machine.',
  '情景方案、数据和设定均保存在本文件中：用 cityward run report.html 可在任何电脑上重复本次运行。',
)

const NOT_PACKED = phrase(
  'The data folder is too large for a page (more than 32 MB), so that this file alone does not repeat the run: provenance.json of the run folder has all of it.',
  '数据文件夹过大（超过32 MB），未装入本文件，仅凭本文件不能重复运行；全部内容见运行文件夹的provenance.json。',
)

/** The file holds the run as it was simulated; what was observed is in update.json beside it. */
const REPEAT_UPDATED = phrase(
  'Scenario, data folder and settings are kept in this file: `cityward run report.html` repeats the run as it was before the update, on any machine; `cityward update` of it, with the same observations, gives these numbers.',
  '情景方案、数据和设定均保存在本文件中：用 cityward run report.html 可在任何电脑上重复更新前的运行；再以相同观测运行 cityward update，即得本页数字。',
)

/** What shows how far other fits of the levels move the odds. scenario: its file, as the command line has it. */
const alternativesNote = (scenario: string): Bilingual =>
  phrase(
    `How far other fits of the levels would move the odds: “cityward calibrate ${shellWord(scenario)} --alternatives”.`,
    `换用其他拟合时概率变动多少：可运行 cityward calibrate ${shellWord(scenario)} --alternatives 查看。`,
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
