/** Tables of what outcomes differ by: from policy to policy, and from future to future. */
import type { Summary } from '../../analysis/summary.js'
import { baselineIn } from '../../vocabulary/baseline.js'
import { baselineTitle, quotedBaseline } from '../words/baseline.js'
import { phrase } from '../words/bilingual.js'
import { share } from '../words/numbers.js'
import { titleWithUnit } from '../words/titles.js'
import {
  column,
  type DataTable,
  oddsCell,
  pointsCell,
  rangeCell,
  shareCell,
  signedCell,
  wordsCell,
} from './data-table.js'
import { mainPolicy } from './headline.js'
import { inYear } from './targets.js'

/** What each policy adds to the one they are measured against, in the same futures. */
export function effectTable(summary: Summary): DataTable | undefined {
  const acting = summary.policies.flatMap((policy, at) => (policy.effects.length > 0 ? [{ policy, at }] : []))
  if (acting.length === 0) return undefined
  const idle = baselineIn(summary.policies)
  const without = summary.policies[idle]
  const [bare, quoted] = [baselineTitle(summary), quotedBaseline(summary)]
  const [{ policy: first }] = acting
  return {
    id: 'policies',
    title: inYear(
      first.targets,
      phrase(
        `What a policy adds to ${bare.en} in the same futures`,
        `同一组未来情景中，与${quoted.zh}相比的增量`,
      ),
    ),
    columns: [
      column('Target', '目标', false),
      without.name === 'no_action'
        ? column('Odds without action', '不采取行动的达标概率')
        : column(`${without.title.en}: odds`, `${without.title.zh}：达标概率`),
      ...acting.flatMap(({ policy: { title } }) => [
        column(`${title.en}: odds`, `${title.zh}：达标概率`),
        column(`${title.en}: odds added, points`, `${title.zh}：概率增量（百分点）`),
        column(`${title.en}: value added, median`, `${title.zh}：数值增量中位数`),
        column(`${title.en}: 80 % range of it`, `${title.zh}：增量80%区间`),
      ]),
    ],
    rows: first.targets.map(({ title, unit }, index) => {
      const added = unit === 'percent' ? 'point' : unit
      return [
        wordsCell(titleWithUnit(title, added)),
        oddsCell(
          summary.policies[idle].targets[index].region.odds,
          `policies.${idle}.targets.${index}.region.odds`,
        ),
        ...acting.flatMap(({ policy, at }) => {
          const { spread, odds } = policy.effects[index]
          const from = `policies.${at}.effects.${index}`
          return [
            oddsCell(policy.targets[index].region.odds, `policies.${at}.targets.${index}.region.odds`),
            pointsCell(odds, `${from}.odds`),
            signedCell(spread.median, unit, `${from}.spread.median`),
            rangeCell(spread.range80, unit, `${from}.spread.range80`),
          ]
        }),
      ]
    }),
  }
}

/** Least share of an uncertainty that a page has a row of: of a thousand draws chance alone makes about as much. */
export const LEAST_SHOWN = 0.02

/**
 * What the futures of every target differ by.
 *
 * least  share from which an uncertainty has a row; what is less is one row of each target
 */
export function contributionTable(summary: Summary, least = 0): DataTable {
  const { policy, at } = mainPolicy(summary)
  return {
    id: 'contributions',
    title: inYear(
      policy.targets,
      phrase(
        'Share of what differs between futures that goes with each uncertainty',
        '各不确定因素占情景间差异的比例',
      ),
    ),
    columns: [
      column('Target', '目标', false),
      column('Uncertainty', '不确定因素', false),
      column('Share', '比例'),
    ],
    rows: policy.targets.flatMap(({ title, contributions }, index) => {
      const isSmall = ({ uncertainty, share: part }: (typeof contributions)[number]) =>
        part < least || (least > 0 && uncertainty === 'other')
      const rows = contributions.flatMap((one, place) => {
        if (isSmall(one)) return []
        const from = `policies.${at}.targets.${index}.contributions.${place}.share`
        return [[wordsCell(title), wordsCell(one.title), shareCell(one.share, from)]]
      })
      const rest = contributions.filter(isSmall)
      if (rest.length === 0) return rows
      const sum = rest.reduce((all, one) => all + one.share, 0)
      const together = wordsCell({ en: share(sum, 'en'), zh: share(sum, 'zh') })
      return [...rows, [wordsCell(title), wordsCell(ALL_ELSE), together]]
    }),
  }
}

const ALL_ELSE = phrase('all else together', '其余合计')
