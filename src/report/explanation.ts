/** An explanation as an indented tree for the terminal. */
import type { Source } from '../dataset/dataset.js'
import type { Explanation } from '../plan/explain.js'
import type { Language, Quality } from '../vocabulary/quality.js'

const QUALITY: Record<Language, Record<Quality, string>> = {
  en: { data: 'data', estimate: 'estimate', judgement: 'judgement' },
  zh: { data: '数据', estimate: '估计', judgement: '判断' },
}
const SOURCES: Record<Language, string> = { en: 'Sources', zh: '来源' }

/** Heading, tree, and the list of every source the tree names. */
export function explanationText(
  heading: string,
  tree: Explanation,
  sources: ReadonlyMap<string, Source>,
  language: Language,
): string {
  const lines = [heading, '']
  const cited = new Set<string>()
  const add = (node: Explanation, indent: string) => {
    const quality = node.quality ? ` [${QUALITY[language][node.quality]}]` : ''
    const from = node.sources.length > 0 ? ` {${node.sources.join(', ')}}` : ''
    lines.push(`${indent}${node.what} = ${amount(node.value)} ${node.unit}`.trimEnd() + quality + from)
    if (node.note) lines.push(`${indent}    ${node.note}`)
    for (const source of node.sources) cited.add(source)
    for (const part of node.parts) add(part, `${indent}  `)
  }
  add(tree, '')
  if (cited.size > 0) lines.push('', SOURCES[language])
  for (const id of cited) {
    const source = sources.get(id)
    lines.push(
      `  ${id}  ${source ? [source.title, source.publisher, source.url].filter(Boolean).join('; ') : ''}`,
    )
  }
  return `${lines.join('\n')}\n`
}

/** Whole numbers with separators above 1,000; four significant digits below. */
function amount(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(4)))
}
