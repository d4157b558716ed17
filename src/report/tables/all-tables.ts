/** Every table of a run, in the order of the page; the workbook and Markdown are made of them. */
import type { Addition } from '../../analysis/addition.js'
import type { ReachFinding } from '../../analysis/reach.js'
import type { Summary } from '../../analysis/summary.js'
import type { Dataset } from '../../dataset/dataset.js'
import type { Scenario } from '../../scenario/scenario.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Problem } from '../../vocabulary/problems.js'
import { costTables } from '../costs/table.js'
import { needTables } from '../needs/table.js'
import { NEEDS_TITLE } from '../needs/words.js'
import { phrase } from '../words/bilingual.js'
import { ENOUGH_TITLE } from '../words/reach.js'
import { additionTable } from './addition.js'
import { assumptionTables } from './assumptions.js'
import { backtestTables, hindcastTable } from './backtest.js'
import { controlTable } from './controls.js'
import { chanceTable, placeTablesOf, yearTable } from './course.js'
import type { DataTable } from './data-table.js'
import { contributionTable, effectTable } from './differences.js'
import { everyCityTable } from './every-city.js'
import { evidenceTable } from './evidence.js'
import { mainPolicy } from './headline.js'
import { pastTable } from './past-odds.js'
import { growthTable, peopleTable, pyramidTable } from './people.js'
import { promisedTable } from './promised.js'
import { reachTables } from './reach.js'
import { readingsTable } from './readings.js'
import { programmeTable, serviceTables } from './services.js'
import { cityTables, commitmentTable, marginTable, targetTable } from './targets.js'
import { warningTable } from './warnings.js'

/** What was looked for beyond the outcomes of the run, as far as it was. */
export interface FoundBeside {
  /** What would be enough. */
  readonly reach: ReachFinding | undefined
  /** What the policy adds to the first target, lever by lever. */
  readonly addition: Addition | undefined
  /** Of the check of the scenario and its data. */
  readonly warnings: readonly Problem[]
}

/** Tables of one kind: they have the same columns, some with more at the end. */
export interface TableGroup {
  /** At most 31 letters, as names of sheets must be. */
  readonly name: Bilingual
  readonly tables: readonly DataTable[]
}

export function allTables(
  summary: Summary,
  scenario: Scenario,
  dataset: Dataset,
  { reach, addition, warnings }: FoundBeside,
): TableGroup[] {
  const { targets } = mainPolicy(summary).policy
  const judged = <T>(tables: () => readonly T[]) => (targets.length > 0 ? tables() : [])
  // chances, and shares of what differs, are of a sample only
  const sampled = <T>(tables: () => readonly T[]) => (summary.noSample ? [] : tables())
  const some = (...tables: readonly (DataTable | undefined)[]) =>
    tables.filter((table) => table !== undefined)
  // two targets on one indicator have one course
  const courses = [...new Map(targets.map((target) => [target.indicator, target])).values()]
  const yearly = (of: typeof courses) => of.flatMap((target) => yearTable(summary, target) ?? [])
  const groups: TableGroup[] = [
    { name: phrase('Targets', '目标'), tables: judged(() => [targetTable(summary)]) },
    { name: phrase('Warnings', '警告'), tables: some(warningTable(warnings)) },
    { name: phrase('Evidence', '依据'), tables: some(evidenceTable(summary)) },
    { name: phrase('Promised rates', '比率承诺'), tables: sampled(() => some(promisedTable(summary))) },
    { name: phrase('Past odds', '以往概率'), tables: sampled(() => judged(() => some(pastTable(dataset)))) },
    { name: phrase('Readings', '解读'), tables: some(readingsTable(summary)) },
    { name: phrase('Margins', '差距'), tables: sampled(() => judged(() => [marginTable(summary)])) },
    {
      name: phrase('What is added', '增量构成'),
      tables: addition && targets.length > 0 ? some(additionTable(addition, targets[0])) : [],
    },
    ...(reach ? reachTables(reach) : []).map((table) => ({ name: ENOUGH[table.id], tables: [table] })),
    { name: phrase('Policies', '政策比较'), tables: sampled(() => some(effectTable(summary))) },
    // the first alone, since a second line may stand beside it
    { name: phrase('First target by year', '首要目标逐年'), tables: yearly(courses.slice(0, 1)) },
    { name: phrase('Others by year', '其他目标逐年'), tables: yearly(courses.slice(1)) },
    { name: phrase('Chances', '可能性'), tables: sampled(() => judged(() => [chanceTable(summary, 0)])) },
    { name: phrase('Targets of every area', '各地均须达到'), tables: some(everyCityTable(summary)) },
    { name: phrase('Targets by area', '分地区目标'), tables: cityTables(summary) },
    { name: phrase('Indicators by area', '分地区指标'), tables: placeTablesOf(summary) },
    { name: NEEDS_TITLE, tables: needTables(summary) },
    { name: phrase('Costs by year', '逐年费用'), tables: costTables(summary, 'years') },
    { name: phrase('Costs by area', '分地区费用'), tables: costTables(summary, 'cities') },
    { name: phrase('Cost of a point', '百分点费用'), tables: costTables(summary, 'points') },
    { name: phrase('Need by area and year', '分地区分年需要'), tables: serviceTables(summary) },
    { name: phrase('Programmes', '项目'), tables: some(programmeTable(summary)) },
    { name: phrase('People by area and year', '分地区分年人口'), tables: some(peopleTable(summary)) },
    { name: phrase('Urban growth', '城镇人口增长'), tables: some(growthTable(summary, 'growth')) },
    { name: phrase('Scaled to totals', '按总数校准'), tables: some(controlTable(summary)) },
    { name: phrase('Ages', '年龄'), tables: some(pyramidTable(summary)) },
    {
      name: phrase('Contributions', '差异来源'),
      tables: sampled(() => judged(() => [contributionTable(summary)])),
    },
    { name: phrase('Commitments', '任务'), tables: judged(() => [commitmentTable(summary)]) },
    {
      name: phrase('Fit and backtest', '拟合与回测'),
      tables: [...some(hindcastTable(dataset)), ...backtestTables(dataset.backtest)],
    },
    ...assumptionTables(scenario, dataset).map((table) => ({ name: ASSUMPTIONS[table.id], tables: [table] })),
  ]
  return groups.filter(({ tables }) => tables.length > 0)
}

const ENOUGH: Readonly<Record<string, Bilingual>> = {
  reach: ENOUGH_TITLE,
  'reach-together': phrase('All together', '一并考虑'),
}

const ASSUMPTIONS: Readonly<Record<string, Bilingual>> = {
  uncertainties: phrase('Assumptions', '假设'),
  levers: phrase('Levers', '措施'),
  sources: phrase('Sources', '来源'),
}
