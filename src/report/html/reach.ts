/** The section on what would be enough: every target that lacks odds, lever by lever, then all levers together. */
import type { ReachFinding } from '../../analysis/reach.js'
import type { Summary } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { mainPolicy } from '../tables/headline.js'
import { leversNamed, reachTables } from '../tables/reach.js'
import { phrase } from '../words/bilingual.js'
import { type Content, html, type Markup } from '../words/markup.js'
import { share } from '../words/numbers.js'
import { ENOUGH_TITLE, mechanisms, triedIn } from '../words/reach.js'
import { tableHtml, tablesBehind } from './table.js'
import { element } from './tags.js'

/** Empty where every target that was looked at has odds enough. */
export function reachHtml(summary: Summary, reach: ReachFinding): Content {
  const tables = reachTables(reach)
  if (tables.length === 0) return ''
  const single = tables.filter(({ id }) => id === 'reach')
  const together = tables.filter(({ id }) => id !== 'reach')
  // what nothing moves is not looked at
  const assessed = mainPolicy(summary).policy.targets.filter(({ word }) => word !== 'cannot')
  const all = reach.targets.length >= assessed.length
  const notes = [explained(reach), ...(all ? [] : [FIRST_ONLY])]
  return html`<section id="reach">${element('h2', ENOUGH_TITLE)}${notes.map((note) => element('p', note, 'note'))}${single.map((table) => tableHtml(table))}${mechanismsHtml(reach)}${tablesBehind(TOGETHER, together)}</section>`
}

/** Below the table: how each lever acts that it names. */
function mechanismsHtml(reach: ReachFinding): Markup[] {
  const said = mechanisms(leversNamed(reach))
  return said.map((sentence) => element('p', sentence, 'note'))
}

function explained({ wanted, draws, of: all, policyTitle, costs }: ReachFinding): Bilingual {
  const tried = triedIn({ draws, of: all })
  return phrase(
    `Starting from “${policyTitle.en}”, one lever is moved at a time within the range that the scenario allows, ${tried.en}, until ${share(wanted, 'en')} reach the target; where that is “not enough”, the best within the range is given. 1 is the effort of the plan. These are findings of the model; ${costs ? 'whether a lever can be moved so far, they do not say.' : 'what a lever costs, and whether it can be moved so far, it does not say.'}`,
    `以“${policyTitle.zh}”为起点，每次只在方案允许的范围内变动一项措施（${tried.zh}），直到${share(wanted, 'zh')}的情景达标；注明“不够”的为允许范围内最好的结果。1为行动计划的力度。这是模型的结果，${costs ? '不说明能否做到。' : '不说明其费用，也不说明能否做到。'}`,
  )
}

const TOGETHER = phrase('All targets and all levers together', '全部目标与全部措施一并考虑')
const FIRST_ONLY = phrase(
  'Only the first target was looked at. `cityward reach` with the run folder finds it for every target and writes this page anew.',
  '目前只检验了首要目标。对运行文件夹执行 cityward reach 可得到全部目标的结果，并重写本页。',
)
