/** A backtest for the terminal: scores by method, and every forecast of a city beside what was counted. */
import { BACKTEST_METHODS, bandOf, errorOf, pointOf, type SubjectScore } from '../../calibration/backtest.js'
import type { Forecast } from '../../calibration/held-out.js'
import { SUBJECTS, type Subject } from '../../calibration/past/subjects.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { wholePercent } from '../../vocabulary/numbers.js'
import { lateKnowledge } from '../tables/backtest.js'
import { METHOD_TITLES, SUBJECT_TITLES } from '../words/backtest.js'
import { inLanguage } from '../words/bilingual.js'
import { count } from '../words/numbers.js'
import { wrap } from '../words/width.js'
import { type TextColumn, tableLines } from './table.js'

export interface BacktestPage {
  readonly title: Bilingual
  readonly from: number
  readonly to: number
  readonly cities: readonly { readonly name: Bilingual }[]
  readonly forecasts: readonly Forecast[]
  readonly scores: readonly SubjectScore[]
}

/** What was done, the scores, and the cities; ends with a line break. */
export function backtestText(page: BacktestPage, language: Language, width: number): string {
  const { title, from, to } = page
  const about = {
    en: `${title.en}: each place lived from ${from} to ${to} by a fit to the other half of the places. Simple lines learn from the same half. It is no forecast as ${from} could have made it: ${lateKnowledge(to).en} (docs/method.md, M13).`,
    zh: `${title.zh}：各地由${from}年推演至${to}年，水平由另一半地区拟合；简单外推也只依据同一半地区。这并非${from}年当时可作的预测：${lateKnowledge(to).zh}（docs/method.md，M13）。`,
  }[language]
  const parts = [
    wrap(about, width),
    scoreLines(page, language, width),
    ...SUBJECTS.map((subject) => cityLines(page, subject, language, width)),
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function scoreLines({ scores }: BacktestPage, language: Language, width: number): string[] {
  const say = inLanguage(language)
  const right = (heading: string): TextColumn => ({ heading, align: 'right' })
  const columns: TextColumn[] = [
    { heading: say('Forecast', '预测项'), align: 'left' },
    { heading: say('Method', '方法'), align: 'left' },
    right(say('Mean error of places', '各地平均误差')),
    right(say('Error of the region', '区域误差')),
    right('CRPS'),
    right(say('Held by bands of 50, 80, 95 %', '50、80、95%区间命中率')),
  ]
  const rows = scores.flatMap(({ subject, methods, coverage }) =>
    BACKTEST_METHODS.flatMap((method) => methods.filter((one) => one.method === method)).map(
      ({ method, meanOfCities, region, crps }) => [
        method === 'model' ? SUBJECT_TITLES[subject][language] : '',
        METHOD_TITLES[method][language],
        meanOfCities.toFixed(2),
        signed(region),
        crps.toFixed(2),
        method === 'model'
          ? ([50, 80, 95] as const).map((percent) => `${wholePercent(coverage[percent])}`).join(', ')
          : '',
      ],
    ),
  )
  return tableLines(columns, rows, width)
}

function cityLines(page: BacktestPage, subject: Subject, language: Language, width: number): string[] {
  const say = inLanguage(language)
  const amount = (value: number) => {
    if (Number.isNaN(value)) return '-'
    return subject === 'urban_share' ? value.toFixed(1) : count(Math.round(value))
  }
  const columns: TextColumn[] = [
    { heading: SUBJECT_TITLES[subject][language], align: 'left' },
    ...[String(page.from), say('counted', '实数'), say('forecast', '预测'), say('80 % band', '80%区间')].map(
      (heading): TextColumn => ({ heading, align: 'right' }),
    ),
    { heading: say('error', '误差'), align: 'right' },
  ]
  const rows = page.forecasts
    .filter((one) => one.subject === subject)
    .map((one) => {
      const point = pointOf(one, 'model')!
      return [
        one.city < 0 ? page.title[language] : page.cities[one.city].name[language],
        ...[one.before, one.actual, point].map(amount),
        bandOf(one, 80).map(amount).join('-'),
        signed(errorOf(one, point)),
      ]
    })
  return tableLines(columns, rows, width)
}

const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(2)}`
