/** What one outcome depends on: a table with bars, what its columns mean, and whether the draws were enough. */
import type { Sensitivity } from '../../../analysis/sensitivity/analyse.js'
import type { Index } from '../../../analysis/sensitivity/estimate.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { howMany } from '../../../vocabulary/numbers.js'
import { questionTitle } from '../../studies/question-title.js'
import type { FactorTitles } from '../../words/factor-titles.js'
import { count } from '../../words/numbers.js'
import {
  intervalHeading,
  intervalText,
  MEASURES,
  METHOD_NAMES,
  measureText,
} from '../../words/sensitivity.js'
import { COLON, LIST, STOP } from '../../words/typography.js'
import { wrap } from '../../words/width.js'
import type { SensitivityAnswer, SensitivityQuestion } from '../answers.js'
import type { Page } from '../page.js'
import { type TextColumn, tableLines } from '../table.js'
import { carriedText, drawsText, failureLines, LEAST, pairLines, restText } from './notes.js'

const BAR = 20
/** Rows that a page shows. */
const MOST_ROWS = 15

export function sensitivityText(
  { question, result }: SensitivityAnswer,
  titles: FactorTitles,
  page: Page,
): string {
  const { language, width, paint } = page
  const { indices, main, floor } = result
  const { unit } = question
  const lines = headingLines(question, result, page)
  if (indices.length === 0) return `${[...lines, ...wrap(noneOf(titles)[language], width)].join('\n')}\n`
  const shown = indices.filter((index) => stands(index, result)).slice(0, MOST_ROWS)
  const measures = Object.keys(indices[0].measures)
  const others = measures.filter((name) => name !== main)
  const top = Math.max(...indices.map(({ measures: own }) => Math.abs(own[main].value)))
  const columns: TextColumn[] = [
    { heading: { en: 'Uncertainty', zh: '不确定因素' }[language], align: 'left', atLeast: 24 },
    { heading: MEASURES[main].heading[language], align: 'right' },
    { heading: intervalHeading(result.level)[language], align: 'right' },
    { heading: '', align: 'left' },
    ...others.map((name): TextColumn => ({ heading: MEASURES[name].heading[language], align: 'right' })),
  ]
  const rows = shown.map(({ name, measures: own }) => [
    titles.titleOf(name)[language],
    measureText(main, own[main].value, unit, language),
    intervalText(main, own[main], unit),
    '#'.repeat(Math.round((BAR * Math.max(0, Math.abs(own[main].value))) / top)),
    ...others.map((measure) => {
      const text = own[measure] ? measureText(measure, own[measure].value, unit, language) : '-'
      return isIdle(measure, own, floor) ? `(${text})` : text
    }),
  ])
  const table = tableLines(columns, rows, width, (cell, _, column) =>
    column === 3 ? paint('green', cell) : cell,
  )
  const notes = [
    restText(indices.length - shown.length, shown.length, language),
    ...measures.map(
      (name) =>
        `${MEASURES[name].heading[language]}${COLON[language]}${MEASURES[name].says[language]}${STOP[language]}`,
    ),
    shown.some((index) => others.some((name) => isIdle(name, index.measures, floor))) ? FLOOR[language] : '',
    carriedText(result, language),
    titles.apart?.[language] ?? '',
    ...titles.groups
      .filter(({ title }) => shown.some(({ name }) => titles.titleOf(name).en === title.en))
      .map(
        ({ title, members }) =>
          `${title[language]}${COLON[language]}${members.map((one) => one[language]).join(LIST[language])}${STOP[language]}`,
      ),
  ]
  return `${[
    ...lines,
    ...table,
    ...pairLines(result, titles, page),
    ...notes.filter((note) => note !== '').flatMap((note) => wrap(note, width)),
    '',
    ...wrap(drawsText(result, titles, language), width),
    ...failureLines(result.failures, titles, page),
  ].join('\n')}\n`
}

/** Whether a value is no more than an input gets that has nothing to do with the outcome. */
function isIdle(measure: string, own: Index['measures'], floor: Sensitivity['floor']): boolean {
  return own[measure] !== undefined && own[measure].value < (floor[measure] ?? Number.NEGATIVE_INFINITY)
}

/** Where nothing that can be listed moves an outcome, what is not listed may. */
const noneOf = ({ apart }: FactorTitles) => apart ?? CONSTANT

const CONSTANT: Bilingual = {
  en: 'The outcome is the same in every draw: it hangs on none of the uncertainties.',
  zh: '该结果在所有抽样中均相同：不受任何不确定因素影响。',
}
const FLOOR: Bilingual = {
  en: 'In brackets: no more than inputs get that have nothing to do with the outcome (the largest of 20 dummies).',
  zh: '括号内：不高于与结果无关的输入所得数值（20个虚拟输入中的最大值），不能与偶然区分。',
}

function headingLines(question: SensitivityQuestion, result: Sensitivity, page: Page) {
  const { language, width, paint } = page
  const text = questionTitle(question)[language]
  const method = METHOD_NAMES[result.method][language]
  const draws = {
    en: `${howMany(result.draws, 'draw')}; ${method}`,
    zh: `${count(result.draws)}次抽样；${method}`,
  }[language]
  return [...wrap(text, width).map((line) => paint('bold', line)), draws, '']
}

/** Whether an input has an index worth a line. */
export function stands({ measures }: Index, { main, scale, floor }: Sensitivity): boolean {
  if (Math.abs(measures[main].value) / scale >= LEAST && measures[main].value > (floor[main] ?? 0))
    return true
  // an effect that regression misses may still be far from chance
  return Object.entries(floor).some(([name, least]) => measures[name].value > Math.max(2 * least, 0.02))
}
