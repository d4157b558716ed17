/** What many outcomes depend on: every target, or one outcome by year or place, a row each. */

import { howMany } from '../../../vocabulary/numbers.js'
import type { FactorTitles } from '../../words/factor-titles.js'
import { HEADINGS } from '../../words/headings.js'
import { count, labelled } from '../../words/numbers.js'
import { MEASURES, METHOD_NAMES, measureText } from '../../words/sensitivity.js'
import { wrap } from '../../words/width.js'
import type { SensitivityAnswer } from '../answers.js'
import type { Page } from '../page.js'
import { type TextColumn, tableLines } from '../table.js'
import { stands } from './page.js'

const LEADING = 3
const MOST_COLUMNS = 5

/** A row for every target: the uncertainties that lead, and whether the draws were enough. */
export function sensitivityList(
  answers: readonly SensitivityAnswer[],
  titles: FactorTitles,
  page: Page,
): string {
  const { language, width, paint } = page
  if (answers.length === 0) return `${NO_TARGETS[language]}\n`
  const [{ result: first, question }] = answers
  const columns: TextColumn[] = [
    { heading: HEADINGS.target[language], align: 'left', atLeast: 20 },
    { heading: { en: 'Hangs on', zh: '主要取决于' }[language], align: 'left', atLeast: 30 },
    { heading: { en: 'Draws', zh: '抽样' }[language], align: 'left' },
  ]
  const rows = answers.map(({ question: { title, unit }, result }) => {
    const { main, indices, convergence, doubt } = result
    const leading = indices.filter((index) => stands(index, result)).slice(0, LEADING)
    const words = leading.map(
      ({ name, measures }) =>
        `${titles.titleOf(name)[language]} ${measureText(main, measures[main].value, unit, language)}`,
    )
    const enough = convergence?.enough ? (doubt ? 'doubt' : 'yes') : 'no'
    const draws = convergence ? ENOUGH[enough][language] : '-'
    return [labelled(title, unit, language), words.length > 0 ? words.join(', ') : '-', draws]
  })
  const heading = {
    en: `What the targets hang on: ${question.policy.title.en}. ${howMany(first.draws, 'draw')}; ${METHOD_NAMES[first.method].en}`,
    zh: `各项目标取决于什么：${question.policy.title.zh}。${count(first.draws)}次抽样；${METHOD_NAMES[first.method].zh}`,
  }[language]
  const says = MEASURES[first.main].says[language]
  const more = {
    en: `Numbers: ${says}. --target gives one with intervals, --by year or place how it changes.`,
    zh: `数字含义：${says}。--target 给出单项目标及区间，--by year 或 place 给出其变化。`,
  }[language]
  return `${[
    ...wrap(heading, width).map((line) => paint('bold', line)),
    '',
    ...tableLines(columns, rows, width),
    ...wrap(more, width),
  ].join('\n')}\n`
}

const NO_TARGETS = {
  en: 'The run has no targets; name an --indicator.',
  zh: '该运行没有目标；请用 --indicator 指定指标。',
}
const ENOUGH = {
  yes: { en: 'enough', zh: '充足' },
  no: { en: 'not enough', zh: '不足' },
  doubt: { en: 'no line', zh: '非线性' },
}

/** A row for every year or place, a column for each uncertainty that leads in any of them. */
export function sensitivityByTable(
  answers: readonly SensitivityAnswer[],
  by: 'year' | 'place',
  titles: FactorTitles,
  page: Page,
): string {
  const { language, width, paint } = page
  const [{ question, result: first }] = answers
  const weights = new Map<string, number>()
  for (const { result } of answers) {
    for (const { name, measures } of result.indices)
      weights.set(name, (weights.get(name) ?? 0) + Math.abs(measures[result.main].value) / result.scale)
  }
  const names = [...weights]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_COLUMNS)
    .map(([name]) => name)
  const columns: TextColumn[] = [
    { heading: BY[by][language], align: 'left' },
    ...names.map(
      (name): TextColumn => ({ heading: titles.titleOf(name)[language], align: 'right', atLeast: 8 }),
    ),
  ]
  const rows = answers.map(({ question: at, result }) => [
    by === 'year' ? String(at.year) : at.place.name[language],
    ...names.map((name) => {
      const index = result.indices.find((one) => one.name === name)
      return index ? measureText(result.main, index.measures[result.main].value, at.unit, language) : '-'
    }),
  ])
  const where = by === 'year' ? question.place.name : { en: String(question.year), zh: `${question.year}年` }
  const heading = {
    en: `What "${question.title.en}" hangs on by ${by}: ${where.en}, ${question.policy.title.en}. ${METHOD_NAMES[first.method].en}`,
    zh: `“${question.title.zh}”取决于什么（分${BY[by].zh}）：${where.zh}，${question.policy.title.zh}。${METHOD_NAMES[first.method].zh}`,
  }[language]
  const note = { en: 'a dash stands where the outcome never varies', zh: '“-”表示该结果在所有抽样中均相同' }
  const text = `${MEASURES[first.main].heading[language]}: ${MEASURES[first.main].says[language]}; ${note[language]}.`
  return `${[
    ...wrap(heading, width).map((line) => paint('bold', line)),
    '',
    ...tableLines(columns, rows, width),
    ...wrap(text, width),
  ].join('\n')}\n`
}

const BY = { year: { en: 'Year', zh: '年份' }, place: { en: 'Place', zh: '地区' } }
