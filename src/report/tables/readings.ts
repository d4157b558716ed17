/** The odds of the first target by how the last years before the base year are read, in a sentence and as a table. */
import type { ReadingOdds, Summary, TargetVerdict } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { inEach, phrase } from '../words/bilingual.js'
import { asWritten, share } from '../words/numbers.js'
import { titleWithUnit } from '../words/titles.js'
import { LIST } from '../words/typography.js'
import {
  column,
  type DataCell,
  type DataTable,
  numberCell,
  rangeCell,
  shareCell,
  wordsCell,
} from './data-table.js'

/** A reading whose odds enough draws speak for. */
type Told = ReadingOdds & Required<Pick<ReadingOdds, 'lenient' | 'strict'>>

const isTold = (one: ReadingOdds): one is Told => one.lenient !== undefined && one.strict !== undefined

/**
 * `57 % or more is reached in 48 % of the futures, with the last years before 2020 read as in use (...); read otherwise, in
 * 27 to 86 %: ...`, shorter where it follows the odds to the letter; none where the run has no second reading, or too few draws for one.
 */
export function readingsLine(
  { readings, years }: Summary,
  target: TargetVerdict,
  follows = false,
): Bilingual | undefined {
  if (readings?.target !== target.id) return undefined
  const [used, ...others] = readings.choices
  const told = others.filter(isTold)
  if (used === undefined || !isTold(used) || told.length === 0) return undefined
  const { comparator, threshold, unit } = target
  const shares = told.map(({ strict }) => strict.share)
  return inEach((language) => {
    const asked = asWritten(threshold, unit, language)
    const odds = (of: number) => share(of, language)
    const [low, high] = [Math.min(...shares), Math.max(...shares)].map(odds)
    const each = told
      .map(({ title, strict }) => titled(title, odds(strict.share))[language])
      .join(LIST[language])
    const [en, zh] = comparator === 'at_most' ? ['or less', '及以下'] : ['or more', '及以上']
    const [now, title, before] = [odds(used.strict.share), used.title[language], years[0]]
    const span = told.length > 1 ? { en: `${low} to ${high}: `, zh: `${low}至${high}：` }[language] : ''
    const isSaid = follows && comparator === 'about' && now === odds(target.strict.share)
    const reading = {
      en: isSaid
        ? `That is with the last years before ${before} read as in use (${title}); read otherwise, it is reached in`
        : `${asked} ${en} is reached in ${now} of the futures, with the last years before ${before} read as in use (${title}); read otherwise, in`,
      zh: isSaid
        ? `以上按所采用的${before}年之前几年解读（${title}）得出；换一种解读，为`
        : `${asked}${zh}：${before}年之前几年按采用的解读（${title}），可能性为${now}；换一种解读，为`,
    }[language]
    return language === 'zh' ? `${reading}${span}${each}。` : `${reading} ${span}${each}.`
  })
}

const titled = (title: Bilingual, odds: string): Bilingual => ({
  en: `${title.en} ${odds}`,
  zh: `${title.zh}${odds}`,
})

/** Every reading, also those for which the draws are too few. */
export function readingsTable(summary: Summary): DataTable | undefined {
  const { readings } = summary
  const target = summary.policies.at(-1)?.targets.find(({ id }) => id === readings?.target)
  if (!readings || !target) return undefined
  const { unit, comparator, threshold, tolerance } = target
  const bound = (value: number) => `${comparator === 'at_most' ? '≤' : '≥'} ${asWritten(value, unit, 'en')}`
  const odds = (one: ReadingOdds, key: 'lenient' | 'strict', from: string): DataCell => {
    const known = one[key]
    return known ? shareCell(known.share, `${from}.${key}.share`) : wordsCell(TOO_FEW)
  }
  const rows = readings.choices.map((one, at): DataCell[] => {
    const from = `readings.choices.${at}`
    return [
      wordsCell(one.title),
      numberCell(one.value, 'share', `${from}.value`),
      numberCell(one.error, 'share', `${from}.error`),
      one.median === undefined ? wordsCell(TOO_FEW) : numberCell(one.median, unit, `${from}.median`),
      one.range80 === undefined ? wordsCell(TOO_FEW) : rangeCell(one.range80, unit, `${from}.range80`),
      ...(tolerance > 0 ? [odds(one, 'lenient', from)] : []),
      odds(one, 'strict', from),
      numberCell(Math.round(one.effectiveRows), 'count', ''),
      wordsCell(one.because),
    ]
  })
  const title = titleWithUnit(target.title, unit)
  return {
    id: 'readings',
    title: phrase(
      `By how the last years before ${summary.years[0]} are read: ${title.en}, ${target.year}`,
      `对${summary.years[0]}年之前几年的不同解读：${target.year}年${title.zh}`,
    ),
    columns: [
      column('Reading; the first is in use', '解读（首行为采用）', false),
      column('Part of the gain in the last four years', '后四年占十年增幅比例'),
      column('Its error (one sd)', '误差（一个标准差）'),
      column('Median', '中位数'),
      column('80 % range', '80%区间'),
      ...(tolerance > 0 ? [column(bound(threshold - tolerance), bound(threshold - tolerance))] : []),
      column(bound(threshold), bound(threshold)),
      column('Draws that speak for it', '有效抽样数'),
      column('Why', '理由', false),
    ],
    rows,
  }
}

const TOO_FEW = phrase('too few draws', '抽样过少')
