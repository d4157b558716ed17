/** Two scenarios as a page for the terminal: what differs, and what each difference moved. */
import type { ScenarioDiff } from '../../analysis/scenario-diff.js'
import type { Waterfall } from '../../analysis/waterfall.js'
import type { FieldDifference } from '../../scenario/compare/changes.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'
import type { Location } from '../../vocabulary/problems.js'
import { HEADINGS } from '../words/headings.js'
import { count } from '../words/numbers.js'
import { wrap } from '../words/width.js'
import type { Page } from './page.js'
import { type TextColumn, tableLines } from './table.js'
import { waterfallTable } from './waterfall-table.js'

/** The whole page; ends with a line break. */
export function diffText(diff: ScenarioDiff, page: Page): string {
  const { language, width, paint } = page
  const all = diff.targets.map((fall) => ({ fall, ...waterfallTable(fall, diff.changes, page) }))
  const tables = all.filter(({ shown }) => shown.length > 0)
  const still = all.filter(({ shown }) => shown.length === 0).map(({ fall }) => fall)
  const paragraphs = (texts: readonly string[]) => texts.flatMap((text) => wrap(text, width, '', '  '))
  const sections = [
    paragraphs([sideText(diff, 'before', language), sideText(diff, 'after', language)]),
    changesTable(diff, page),
    paragraphs(wordsOnly(diff.differences, language)),
    tables.length > 0 ? paragraphs([methodText(diff, language)]).map((line) => paint('dim', line)) : [],
    ...tables.map(({ lines }) => lines),
    paragraphs([
      ...stillText(still, tables.length, language),
      ...idleText(
        diff,
        tables.flatMap(({ shown }) => shown),
        language,
      ),
      ...onlyText(diff, language),
    ]),
    paragraphs([...togetherText(diff, language), ...failedText(diff, language)]),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function sideText(diff: ScenarioDiff, side: 'before' | 'after', language: Language): string {
  const { file, title, policy } = diff[side]
  const word = HEADINGS[side === 'before' ? 'first' : 'second'][language]
  return language === 'zh'
    ? `${word}：${file}，${title.zh}；政策：${policy.title.zh}`
    : `${word}: ${file}, ${title.en}; policy: ${policy.title.en}`
}

/** Values side by side, with their places below them. */
function changesTable({ changes, differences }: ScenarioDiff, { language, width, paint }: Page): string[] {
  const columns: TextColumn[] = [
    { heading: '', align: 'right' },
    { heading: HEADINGS.field[language], align: 'left', atLeast: 20 },
    { heading: HEADINGS.first[language], align: 'left', atLeast: 20 },
    { heading: HEADINGS.second[language], align: 'left', atLeast: 20 },
  ]
  const rows = changes.flatMap(({ parts }, index) =>
    differences
      .filter(({ change }) => change !== undefined && parts.includes(change))
      .flatMap(({ field, before, after }) => [
        [String(index + 1), field, before?.text ?? '-', after?.text ?? '-'],
        ['', '', placeText(before?.where), placeText(after?.where)],
      ]),
  )
  if (rows.length === 0) return [NOTHING[language]]
  return tableLines(columns, rows, width, (text, row) => (row % 2 === 1 ? paint('dim', text) : text))
}

const NOTHING = {
  en: 'Nothing differs that a target could depend on.',
  zh: '没有会影响目标的差异。',
}

function placeText(where: Location | undefined): string {
  return where ? [where.file, where.line].filter((part) => part !== undefined).join(':') : ''
}

/** What differs and moves nothing: titles, reasons, other policies. */
function wordsOnly(differences: readonly FieldDifference[], language: Language): string[] {
  const listed = differences
    .filter(({ change }) => change === undefined)
    .map(({ field, before, after }) => {
      const places = [before, after].flatMap((side) => (side ? placeText(side.where) : []))
      return `${field} (${places.join(', ')})`
    })
  if (listed.length === 0) return []
  return language === 'zh'
    ? [`另有差异，但不影响两者共有的目标：${listed.join('；')}。`]
    : [`Differs as well, and moves no target that both have: ${listed.join('; ')}.`]
}

function methodText({ draws, seed, mixtures, orders }: ScenarioDiff, language: Language): string {
  const how =
    orders === undefined
      ? { en: 'every order of making the changes', zh: '全部变更顺序' }
      : { en: `${howMany(orders, 'order')} drawn at random`, zh: `随机抽取的${count(orders)}种变更顺序` }
  return {
    en: `What each change moved, in the same ${howMany(draws, 'future')} (seed ${seed}): its Shapley value, the mean of what it adds over ${how.en}; ${howMany(mixtures, 'mixture')} of the two files ${mixtures === 1 ? 'was' : 'were'} lived. Steps add up, and nothing is left over. Bars are of the odds, or of the median where the odds stay. Standard error: of the step in odds, from the number of draws${orders === undefined ? '' : ' and of orders'}.`,
    zh: `各项变更的影响，均在同样的${count(draws)}个未来情景中计算（种子${seed}）：沙普利值，即在${how.zh}下所增部分的平均；共模拟两文件的${count(mixtures)}种组合。各步相加即为总差异，无剩余。条形表示达标概率；概率不变时表示中位数。标准误针对概率一步，来自抽样次数${orders === undefined ? '' : '和顺序数'}。`,
  }[language]
}

function stillText(still: readonly Waterfall[], moved: number, language: Language): string[] {
  if (still.length === 0) return []
  const titles = still.map(({ title }) => title[language])
  if (moved === 0) {
    return [
      { en: 'No target that both have is moved, as far as is printed.', zh: '两者共有的目标均无可见变动。' }[
        language
      ],
    ]
  }
  return language === 'zh'
    ? [`无可见变动的目标：${titles.join('；')}。`]
    : [`Not moved, as far as is printed: ${titles.join('; ')}.`]
}

/** Changes that have a row in no table. */
function idleText(
  { changes, targets }: ScenarioDiff,
  shown: readonly number[],
  language: Language,
): string[] {
  const idle = changes.flatMap(({ title }, index) =>
    shown.includes(index) ? [] : `${index + 1} ${title[language]}`,
  )
  if (idle.length === 0 || targets.length === 0) return []
  return language === 'zh'
    ? [`对各目标均无可见影响的变更：${idle.join('；')}。`]
    : [`Changes that move no target, as far as is printed: ${idle.join('; ')}.`]
}

function onlyText({ onlyBefore, onlyAfter }: ScenarioDiff, language: Language): string[] {
  const say = (ids: readonly string[], en: string, zh: string) => {
    if (ids.length === 0) return []
    return [language === 'zh' ? `${zh}：${ids.join('、')}。` : `${en}: ${ids.join(', ')}.`]
  }
  return [
    ...say(onlyBefore, 'Targets of the first file only', '仅前一文件有的目标'),
    ...say(onlyAfter, 'Targets of the second file only', '仅后一文件有的目标'),
  ]
}

/** Why some changes count as one. */
function togetherText({ changes }: ScenarioDiff, language: Language): string[] {
  return changes.flatMap(({ parts, because }, index) => {
    if (parts.length < 2) return []
    const why = {
      en: because ? `: one without the others gives ${because.found}` : '',
      zh: because ? `；单独变更会出现：${because.found}` : '',
    }[language]
    return language === 'zh'
      ? [`第${index + 1}项只能一并变更（${parts.join('、')}）${why}。`]
      : [`Change ${index + 1} is made as one (${parts.join(', ')})${why}.`]
  })
}

function failedText({ failed, draws }: ScenarioDiff, language: Language): string[] {
  if (failed.length === 0) return []
  const worst = failed.reduce((a, b) => (b.failures > a.failures ? b : a))
  const made = worst.made.join(', ')
  return language === 'zh'
    ? [
        `${HEADINGS.warning.zh}：${count(failed.length)}种组合中有无法模拟或没有数值的情景（按未达标计）。最多的一种：${made || '未作变更'}，${count(draws)}个中有${count(worst.failures)}个；${worst.why}。`,
      ]
    : [
        `${HEADINGS.warning.en}: ${howMany(failed.length, 'mixture')} ${failed.length === 1 ? 'has' : 'have'} futures that cannot be lived or have no number; they count as not reached. ${failed.length === 1 ? 'It is' : 'Most are'} with ${made || 'nothing changed'}: ${count(worst.failures)} of ${count(draws)}; ${worst.why}.`,
      ]
}
