/** In which year a course is highest, or lowest, as odds. */
import type { PeakYears } from '../../../analysis/forecasts/peak-years.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { howMany } from '../../../vocabulary/numbers.js'
import { count, share } from '../../words/numbers.js'
import { wrap } from '../../words/width.js'
import type { Page } from '../page.js'
import { tableLines } from '../table.js'

export interface PeaksAnswer extends PeakYears {
  readonly title: Bilingual
  readonly place: Bilingual
  readonly policy: Bilingual
}

export function peaksText(answer: PeaksAnswer, { language, width, paint }: Page): string {
  const { title, place, policy, side, draws, years } = answer
  const highest = side === 'highest'
  const heading = {
    en: `${title.en}, ${place.en}: the year in which it is ${side}, in ${howMany(draws, 'future')}: ${policy.en}`,
    zh: `${place.zh}${title.zh}在哪一年${highest ? '最高' : '最低'}：${count(draws)}个情景，${policy.zh}`,
  }[language]
  const columns = [
    { heading: { en: 'Year', zh: '年份' }[language], align: 'left' as const },
    { heading: { en: 'Odds', zh: '概率' }[language], align: 'right' as const },
    { heading: '95 %', align: 'right' as const },
  ]
  const rows = years.map(({ year, share: odds, low, high }) => [
    String(year),
    share(odds, language),
    `${share(low, language)} - ${share(high, language)}`,
  ])
  const note = {
    en: `Of the first and the last year it is not known whether it was ${highest ? 'higher' : 'lower'} before, or will be after.`,
    zh: `首年与末年不等于真正的${highest ? '峰值' : '谷值'}：此前或此后可能${highest ? '更高' : '更低'}。`,
  }[language]
  return `${[
    ...wrap(heading, width).map((line) => paint('bold', line)),
    '',
    ...tableLines(columns, rows, width),
    ...wrap(note, width),
  ].join('\n')}\n`
}
