/** What each policy adds to the one they are measured against, in the same futures. */
import type { Summary } from '../../analysis/summary.js'
import { baselineTitle, quotedBaseline } from '../words/baseline.js'
import { HEADINGS } from '../words/headings.js'
import { labelled, points, range, signed } from '../words/numbers.js'
import { wrap } from '../words/width.js'
import type { Page } from './page.js'
import { type TextColumn, tableLines } from './table.js'

/** A table of the targets that some policy moves, and a line with those that none does. */
export function effectsTable(summary: Summary, { language, width, paint }: Page): string[] {
  const { policies } = summary
  const acting = policies.filter(({ effects }) => effects.length > 0)
  if (acting.length === 0) return []
  const targets = acting[0].targets
  const moves = (index: number) =>
    acting.some(({ effects }) => {
      const { spread, odds } = effects[index]
      return Math.abs(odds) > 0 || spread.range95.some((bound) => bound !== 0)
    })
  const moved = targets.map((_, index) => index).filter(moves)
  const columns: TextColumn[] = [
    { heading: HEADINGS.target[language], align: 'left', atLeast: 16 },
    ...acting.flatMap(({ title }): TextColumn[] => [
      { heading: title[language], align: 'right' },
      { heading: HEADINGS.range80[language], align: 'right', atLeast: 10 },
      { heading: { en: 'Odds, points', zh: '达标概率（百分点）' }[language], align: 'right', atLeast: 6 },
    ]),
  ]
  const rows = moved.map((index) => [
    labelled(targets[index].title, differenceUnit(targets[index].unit), language),
    ...acting.flatMap(({ effects }) => {
      const { spread, odds } = effects[index]
      const { unit } = targets[index]
      return [signed(spread.median, unit, language), range(spread.range80, unit, language), points(odds)]
    }),
  ])
  const heading = {
    en: `What is added to ${baselineTitle(summary).en} in the same futures: median, 80 % range, and odds`,
    zh: `与${quotedBaseline(summary).zh}相比的增量（同一组未来情景）：中位数、80%区间及达标概率`,
  }[language]
  const still = targets.filter((_, index) => !moved.includes(index)).map(({ title }) => title[language])
  const nothing = {
    en: `Nothing is added to: ${still.join('; ')}.`,
    zh: `以下目标无增量：${still.join('；')}。`,
  }[language]
  return [
    paint('bold', heading),
    ...(rows.length > 0 ? tableLines(columns, rows, width) : []),
    ...(still.length > 0 ? wrap(nothing, width).map((line) => paint('dim', line)) : []),
  ]
}

/** A difference of percentages is in points. */
function differenceUnit(unit: string): string {
  return unit === 'percent' ? 'point' : unit
}
