/** What would be enough: lever by lever for each target that lacks odds, and settings of all levers together. */
import type { Package, ReachFinding, ReachLever, TargetReach } from '../../analysis/reach.js'
import { type LeverAnswer, nearerFirst } from '../../analysis/single-lever.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { howMany, percent } from '../../vocabulary/numbers.js'
import { inEach, phrase } from '../words/bilingual.js'
import { count, share } from '../words/numbers.js'
import { stillShort } from '../words/reach.js'
import { titleWithUnit } from '../words/titles.js'
import {
  column,
  type DataCell,
  type DataTable,
  numberCell,
  shareCell,
  signedCell,
  titled,
  wordsCell,
} from './data-table.js'

/** Empty where every target that was looked at has the odds that are wanted. */
export function reachTables(reach: ReachFinding): DataTable[] {
  return [singleTable(reach), togetherTable(reach)].filter(({ rows }) => rows.length > 0)
}

const FINDING = {
  enough: phrase('enough', '足够'),
  best: phrase('not enough', '不够'),
  worse: phrase('every change makes it worse', '任何变动都使其更差'),
  none: phrase('no lever moves it', '没有措施能影响它'),
}

function singleTable(reach: ReachFinding): DataTable {
  const { targets, levers, wanted, draws } = reach
  const asked = share(wanted, 'en')
  return {
    id: 'reach',
    title: phrase(
      `Targets with odds below ${asked}, and what one lever by itself would do (${howMany(draws, 'future')})`,
      `达标概率不足${share(wanted, 'zh')}的目标，及单独一项措施的作用（${count(draws)}个情景）`,
    ),
    columns: [
      column('Target', '目标', false),
      column('Lever', '措施', false),
      column('Set to', '调至'),
      column('Odds then (%)', '届时概率（%）'),
      column('Finding', '结果', false),
      column('Odds as planned (%)', '按现有设定的概率（%）'),
      column('Lever stands at', '现值'),
      ...costColumns(reach),
    ],
    rows: targets.flatMap((target, index) => {
      if (target.now >= wanted) return []
      const own = answersOf(target)
      const from = `reach.targets.${index}`
      const title = wordsCell(target.title)
      if (own.length === 0)
        return [
          [
            ...[title, wordsCell(NONE), NOTHING, NOTHING, wordsCell(FINDING.none), odds(target.now), NOTHING],
            ...costCells(reach, undefined, ''),
          ],
        ]
      return own.map(({ answer, lever }): DataCell[] => [
        title,
        wordsCell(levers[lever].title),
        numberCell(answer.setting, unitOf(levers[lever]), `${from}.answers.${lever}.setting`),
        odds(answer.odds),
        wordsCell(findingOf(answer, levers[lever].from, target.unit)),
        odds(target.now),
        numberCell(levers[lever].from, unitOf(levers[lever]), `reach.levers.${lever}.from`),
        ...costCells(reach, answer.kind === 'enough' ? answer.costs : undefined, `${from}.answers.${lever}`),
      ])
    }),
  }
}

/** What programmes cost beyond what stands now, a column for each currency and price year. */
export function costColumns({ costs = [] }: ReachFinding) {
  return costs.map(({ currency, prices }) =>
    column(`Costs more (${currency}, prices of ${prices})`, `增加费用（${currency}，${prices}年价格）`),
  )
}

export function costCells(
  { costs = [] }: ReachFinding,
  own: readonly number[] | undefined,
  from: string,
): DataCell[] {
  return costs.map(({ currency }, at) =>
    own ? signedCell(own[at], currency, `${from}.costs.${at}`) : NOTHING,
  )
}

const NONE = phrase('–', '–')
const NOTHING = numberCell(null, '', '')

interface LeverEffect {
  readonly answer: Exclude<LeverAnswer, { kind: 'no effect' }>
  readonly lever: number
}

/** Levers that are enough; where none is, the one that does most. */
function answersOf({ answers }: TargetReach): LeverEffect[] {
  const moved = answers.flatMap((answer, lever): LeverEffect[] =>
    answer.kind === 'no effect' ? [] : [{ answer, lever }],
  )
  const enough = moved.filter(({ answer }) => answer.kind === 'enough')
  return enough.length > 0 ? enough : moved.sort((a, b) => nearerFirst(a.answer, b.answer)).slice(0, 1)
}

/** The levers that the table has a row for, each once. */
export function leversNamed({ targets, levers, wanted }: ReachFinding): ReachLever[] {
  const named = targets.flatMap((target) =>
    target.now >= wanted
      ? []
      : answersOf(target).filter(({ answer, lever }) => answer.setting !== levers[lever].from),
  )
  const indices = new Set(named.map(({ lever }) => lever))
  return levers.filter((_, index) => indices.has(index))
}

/** Per cent with a decimal, so that odds just short of enough do not look like enough. */
const odds = (value: number) => numberCell(percent(value), 'percent', '')
/** Settings without a unit have two decimals. */
const unitOf = ({ unit }: ReachLever) => (unit === 'ratio' ? 'setting' : unit)

function findingOf(answer: LeverEffect['answer'], from: number, unit: string): Bilingual {
  if (answer.kind === 'enough') return FINDING.enough
  if (answer.setting === from) return FINDING.worse
  return inEach((language) => FINDING.best[language] + stillShort(answer, unit, language))
}

function togetherTable(reach: ReachFinding): DataTable {
  const { packages, levers, targets, effort, wanted, draws } = reach
  const half = Math.ceil(targets.length / 2)
  return {
    id: 'reach-together',
    title: phrase(
      `All targets together: settings that nothing tried beats, the least effort first (${howMany(draws, 'future')})`,
      `全部目标一并考虑：试过的组合中无可替代者，投入从少到多（${count(draws)}个情景）`,
    ),
    columns: [
      ...levers.map(({ title, unit }) => titled(titleWithUnit(title, unit))),
      effort === 'yuan'
        ? column('Cost (yuan)', '费用（元）')
        : column('Effort, shares of ranges added up', '投入（占范围比例之和）'),
      column(`Targets with odds of ${share(wanted, 'en')}`, `达标概率有${share(wanted, 'zh')}的目标（项）`),
      column('Lacking on average, points of odds', '平均还差（百分点）'),
      column('Targets reached in the mean future', '平均情景达标数（项）'),
      column('Targets reached in 9 of 10 futures at least', '至少九成情景的达标数（项）'),
      column('Fewer than the best of these settings, mean', '比各情景最优组合平均少（项）'),
      column(`Futures with at least ${howMany(half, 'target')}`, `至少${half}项达标的情景`),
      ...costColumns(reach),
    ],
    rows: packages.map((one: Package, index): DataCell[] => {
      const from = `reach.packages.${index}`
      const { mean, in9of10, meanRegret, satisfied } = one.robustness
      return [
        ...one.settings.map((setting, lever) =>
          numberCell(setting, unitOf(levers[lever]), `${from}.settings.${lever}`),
        ),
        numberCell(one.effort, effort === 'yuan' ? 'yuan' : 'setting', `${from}.effort`),
        numberCell(one.enough, 'project', `${from}.enough`),
        odds(one.lacking),
        numberCell(mean, 'percent', `${from}.robustness.mean`),
        numberCell(in9of10, 'project', `${from}.robustness.in9of10`),
        numberCell(meanRegret, 'percent', `${from}.robustness.meanRegret`),
        shareCell(satisfied, `${from}.robustness.satisfied`),
        ...costCells(reach, one.costs, from),
      ]
    }),
  }
}
