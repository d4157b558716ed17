/** Targets that every city is to reach: how many do, and which is farthest. */
import { isSilent } from '../../analysis/odds.js'
import type { PlaceVerdict, Summary, TargetVerdict } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { phrase } from '../words/bilingual.js'
import { HEADINGS } from '../words/headings.js'
import { measured, oddsShare } from '../words/numbers.js'
import { titleWithUnit } from '../words/titles.js'
import { column, type DataTable, oddsCell, titled, wordsCell } from './data-table.js'
import { mainPolicy } from './headline.js'
import { askedFor } from './targets.js'

/** Cities that reach it in at least half of the futures, of how many, and the one with the least odds. */
interface CitiesOfTarget {
  readonly reaching: number
  readonly all: number
  readonly last: PlaceVerdict
}

const isOfEvery = ({ of }: TargetVerdict) => of?.each !== undefined

function citiesOf({ cities, comparator }: TargetVerdict): CitiesOfTarget | undefined {
  const better = comparator === 'at_most' ? -1 : 1
  const order = [...cities].sort(
    (a, b) => a.odds.share - b.odds.share || better * (a.spread.median - b.spread.median),
  )
  const [last] = order
  if (!last) return undefined
  return { reaching: cities.filter(({ odds }) => odds.share >= 0.5).length, all: cities.length, last }
}

/** A sentence for each target of every city; none where odds are not known. */
export function everyCityNotes(targets: readonly TargetVerdict[]): Bilingual[] {
  return targets.filter(isOfEvery).flatMap((target) => {
    const found = citiesOf(target)
    if (!found || isSilent(target.word)) return []
    const { reaching, all, last } = found
    const { title, unit, year } = target
    const [en, zh] = (['en', 'zh'] as const).map(
      (language) => `${measured(last.spread.median, unit, language)}`,
    )
    return phrase(
      `${title.en}, ${year}: ${reaching} of ${all} areas reach it in at least half of the futures; farthest from it is ${last.name.en} (median ${en}, odds ${oddsShare(last.odds, 'en')}). All of them at once: ${oddsShare(target.region.odds, 'en')}.`,
      `${title.zh}（${year}年）：${all}个地区中${reaching}个在半数及以上情景达标；差距最大的是${last.name.zh}（中位数${zh}，概率${oddsShare(last.odds, 'zh')}）。各地同时达标：${oddsShare(target.region.odds, 'zh')}。`,
    )
  })
}

/** The same as a table; undefined where no target is of every city. */
export function everyCityTable(summary: Summary): DataTable | undefined {
  const { policy, at } = mainPolicy(summary)
  const rows = policy.targets.flatMap((target, index) => {
    const found = isOfEvery(target) ? citiesOf(target) : undefined
    if (!found) return []
    const { reaching, all, last } = found
    const from = `policies.${at}.targets.${index}`
    return [
      [
        wordsCell(titleWithUnit(target.title, target.unit)),
        wordsCell(askedFor(target)),
        wordsCell(phrase(`${reaching} of ${all}`, `${all}个中${reaching}个`)),
        wordsCell(last.name),
        oddsCell(last.odds, `${from}.cities.${target.cities.indexOf(last)}.odds`),
        oddsCell(target.region.odds, `${from}.region.odds`),
      ],
    ]
  })
  if (rows.length === 0) return undefined
  return {
    id: 'every-city',
    title: phrase('Targets of every area', '各地均须达到的目标'),
    columns: [
      column('Target', '目标', false),
      column('Asked for (year)', '要求（年份）', false),
      column('Areas that reach it in half of the futures', '半数及以上情景达标的地区', false),
      column('Farthest from it', '差距最大', false),
      column('Odds of that area', '该地概率'),
      titled(summary.noSample ? HEADINGS.settings : phrase('Odds of all at once', '各地同时达标概率')),
    ],
    rows,
  }
}
