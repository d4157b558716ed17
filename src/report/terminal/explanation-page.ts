/** An explanation as an indented tree for the terminal. */
import type { Source } from '../../dataset/dataset.js'
import type { Explanation } from '../../explain/explanation.js'
import type { TargetPlan } from '../../plan/plan.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { asWritten, difference, unitName } from '../words/numbers.js'
import { COMPARATOR, QUALITY } from '../words/verdicts.js'
import { wrap } from '../words/width.js'

/** What was asked: an indicator or a target, where, when, under which policy. */
export interface ExplanationQuestion {
  readonly name: string
  readonly title: Bilingual
  readonly place: Bilingual
  readonly year: number
  readonly policy: Bilingual
  readonly target?: TargetPlan
  /** Whether a city was asked about; a target is set for the region. */
  readonly wholeRegion: boolean
  /** Whether a city was asked about that has no number of its own. */
  readonly regionOnly: boolean
  readonly depth: number
  /** Of an uncertainty or a lever: the fields of the scenario whose formulas name it, and what its author says of it. */
  readonly enters?: readonly string[]
  readonly mechanism?: Bilingual
}

const NOT_NAMED: Bilingual = {
  en: 'No formula names it: it changes nothing.',
  zh: '没有公式用到它，不改变任何结果。',
}

interface Page {
  readonly language: Language
  readonly width: number
}

const NOTE = '    '
const SAYS = {
  sources: { en: 'Sources', zh: '来源' },
  commitment: { en: 'Commitment: ', zh: '任务原文：' },
  regionOnly: {
    en: 'This indicator is one number for the whole region; no area has its own.',
    zh: '该指标只有区域整体数值，没有分地区数值。',
  },
  tolerance: { en: 'give or take ', zh: '容差' },
  above: { en: ' (explained above)', zh: '（见上文）' },
  otherParts: { en: 'its other parts are explained above', zh: '其余组成部分见上文' },
  sameParts: { en: 'its parts are explained above', zh: '各组成部分见上文' },
  notListed: { en: 'not in sources.csv', zh: 'sources.csv 中未列' },
} satisfies Record<string, Bilingual>

/** What was asked, the tree, and every source that the tree names; ends with a line break. */
export function explanationText(
  question: ExplanationQuestion,
  tree: Explanation,
  sources: ReadonlyMap<string, Source>,
  page: Page,
): string {
  const { language, width } = page
  const cited = new Set<string>()
  const lines = [
    ...headingOf(question, tree, language).flatMap((text) => wrap(text, width, '', '  ')),
    '',
    ...treeLines(tree, page, cited),
  ]
  if (hasFolded(tree)) lines.push('', ...wrap(deeper(question.depth, language), width))
  if (cited.size > 0) lines.push('', SAYS.sources[language])
  for (const id of cited) {
    const source = sources.get(id)
    const text = source
      ? [source.title[language], source.publisher[language], source.url].filter(Boolean).join('; ')
      : SAYS.notListed[language]
    lines.push(...wrap(`${id}  ${text}`, width, '  ', '      '))
  }
  return `${lines.join('\n')}\n`
}

function headingOf(question: ExplanationQuestion, tree: Explanation, language: Language): string[] {
  const { name, title, place, year, policy, regionOnly } = question
  const where = [place[language], String(year), policy[language]]
  const lines =
    language === 'zh'
      ? [`${title.zh}（${name}）`, `${where.join('，')}；各不确定因素取中位数，仅为众多情景之一，不是可能性`]
      : [
          `${title.en} (${name})`,
          `${where.join(', ')}; every uncertainty at its median: one future, not the odds`,
        ]
  lines.push(...targetLines(question, tree, language), ...entryLines(question, language))
  if (regionOnly) lines.push(SAYS.regionOnly[language])
  return lines
}

/** Where an input enters the model. */
function entryLines({ enters, mechanism }: ExplanationQuestion, language: Language): string[] {
  if (!enters) return []
  const fields = enters.join({ en: ', ', zh: '、' }[language])
  const said = enters.length > 0 ? { en: `Enters: ${fields}`, zh: `用于：${fields}` } : NOT_NAMED
  return [said[language], ...(mechanism ? [mechanism[language]] : [])]
}

/** What is asked for, how far this future is from it, and the words of the commitment. */
function targetLines(
  { target, wholeRegion }: ExplanationQuestion,
  { value, unit }: Explanation,
  language: Language,
): string[] {
  if (!target) return []
  const { comparator, threshold, tolerance, year, basis } = target
  const asked = `${COMPARATOR[comparator]}${asWritten(threshold, unit, language)}`
  const allowed = asWritten(tolerance, unit === 'percent' ? 'point' : unit, language)
  const within = comparator === 'about' ? `, ${SAYS.tolerance[language]}${allowed}` : ''
  const quality = QUALITY[target.quality][language]
  const gap = (value ?? Number.NaN) - threshold
  const margin = difference(comparator === 'at_most' ? -gap : gap, unit, language)
  const line = wholeRegion
    ? {
        en: `Target: ${asked}${within} by ${year}, set for the region as a whole; rests on ${quality}`,
        zh: `目标：${year}年${asked}${within}，是对区域整体的要求；依据：${quality}`,
      }
    : {
        en: `Target: ${asked}${within} by ${year}; margin in this future ${margin}; rests on ${quality}`,
        zh: `目标：${year}年${asked}${within}；本情景与目标之差${margin}；依据：${quality}`,
      }
  return [
    line[language],
    ...(basis[language] === '' ? [] : [`${SAYS.commitment[language]}${basis[language]}`]),
  ]
}

function treeLines(tree: Explanation, { language, width }: Page, cited: Set<string>): string[] {
  const lines: string[] = []
  const explained = new Set<string>()
  const add = (node: Explanation, indent: string) => {
    const again = explained.has(node.what) && (node.note.en !== '' || node.parts.length > 0)
    const quality = node.quality ? ` [${QUALITY[node.quality][language]}]` : ''
    const from = node.sources.length > 0 && !again ? ` {${node.sources.join(', ')}}` : ''
    const mark = again ? SAYS.above[language] : `${quality}${from}`
    lines.push(...wrap(`${node.what}${valueText(node, language)}${mark}`, width, indent, indent + NOTE))
    if (again) return
    explained.add(node.what)
    const below = indent + NOTE
    if (node.formula) lines.push(...wrap(`= ${node.formula}`, width, below, `${below}  `))
    if (node.note[language] !== '') lines.push(...wrap(node.note[language], width, below))
    for (const source of node.sources) cited.add(source)
    const fresh = node.parts.filter(({ what }) => !explained.has(what))
    // what a formula names is shown wherever it is named, inputs of the model only once
    const folds = node.parts.length > 1 && (fresh.length === 0 || node.formula === undefined)
    for (const part of folds ? fresh : node.parts) add(part, `${indent}  `)
    if (folds && fresh.length === 0) lines.push(`${indent}  ... ${SAYS.sameParts[language]}`)
    else if (folds && fresh.length < node.parts.length)
      lines.push(`${indent}  ... ${SAYS.otherParts[language]}`)
    if (node.folded > 0) lines.push(`${indent}  ... ${node.folded}`)
  }
  add(tree, '')
  return lines
}

/** ` = 7,359 beds`, or ` = 0.94 to 1.6 beds, by area`; nothing of a table. */
function valueText({ what, value, across, unit }: Explanation, language: Language): string {
  if (value === null && !across) return ''
  if (what === 'year') return ` = ${value}`
  const name = unitName(unit, language)
  const spoken = name === '' ? unitName('pure', language) : name
  if (unit === 'year' || what.startsWith('line ')) return ` = ${Number((value ?? Number.NaN).toFixed(2))}`
  if (!across) return ` = ${digits(value ?? Number.NaN)} ${spoken}`
  const [low, high] = across.map(digits)
  return language === 'zh'
    ? ` = ${low} 至 ${high} ${spoken}（各地）`
    : ` = ${low} to ${high} ${spoken}, by area`
}

function hasFolded({ folded, parts }: Explanation): boolean {
  return folded > 0 || parts.some(hasFolded)
}

function deeper(depth: number, language: Language): string {
  return {
    en: `"... n" stands for n parts that lie deeper: --depth ${depth + 1} opens them.`,
    zh: `“... n”表示下一层还有 n 项：用 --depth ${depth + 1} 展开。`,
  }[language]
}

/** Whole numbers with separators above 1,000; four significant digits below. */
function digits(value: number): string {
  if (!Number.isFinite(value)) return '-'
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(4)))
}
