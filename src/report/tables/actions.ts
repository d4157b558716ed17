/** Levers of the plan by what the first target gains for the effort. */
import { rankLevers } from '../../analysis/levers/lever-ranking.js'
import type { ReachFinding } from '../../analysis/reach.js'
import { inEach, phrase } from '../words/bilingual.js'
import { LEAST_GAIN } from '../words/first-page/actions.js'
import { share } from '../words/numbers.js'
import { settingText } from '../words/reach.js'
import { titleWithUnit } from '../words/titles.js'
import { column, type DataTable, numberCell, pointsCell, shareCell, wordsCell } from './data-table.js'
import { costCells, costColumns } from './reach.js'

/** A row for every lever that helps; undefined where none does. */
export function actionTable(reach: ReachFinding, target: number): DataTable | undefined {
  const { helpful } = rankLevers(reach, target, LEAST_GAIN)
  if (helpful.length === 0) return undefined
  const costed = reach.effort === 'yuan'
  const from = `reach.targets.${target}.answers`
  return {
    id: 'actions',
    title: costed
      ? phrase('Levers that help, the most for their cost first', '有作用的措施，单位费用作用大者在前')
      : phrase(
          'Levers that help, the most for how far they are moved first',
          '有作用的措施，每单位调整幅度作用大者在前',
        ),
    columns: [
      column('Action', '措施', false),
      column('Set to', '调至', false),
      column('Odds then', '届时达标概率'),
      column('Gain, points', '提高（百分点）'),
      costed ? column('Cost (yuan)', '费用（元）') : column('Part of its range', '调整幅度占范围'),
      ...costColumns(reach),
    ],
    rows: helpful.map(({ at, lever, setting, odds, isEnough, gain, effort, costs }) => [
      wordsCell(lever.unit === 'ratio' ? lever.title : titleWithUnit(lever.title, lever.unit)),
      wordsCell(
        inEach((language) => moveText(lever.from, setting, isEnough ? reach.wanted : null, language)),
      ),
      shareCell(odds, `${from}.${at}.odds`),
      pointsCell(gain, ''),
      costed ? numberCell(effort, 'yuan', '') : shareCell(effort, ''),
      ...costCells(reach, costs, `${from}.${at}`),
    ]),
  }
}

/** `1 → 3.61, enough for 80 %` */
function moveText(from: number, to: number, wanted: number | null, language: 'en' | 'zh'): string {
  const move = `${settingText(from)} → ${settingText(to)}`
  if (wanted === null) return move
  const asked = share(wanted, language)
  return { en: `${move}, enough for ${asked}`, zh: `${move}，可达${asked}` }[language]
}
