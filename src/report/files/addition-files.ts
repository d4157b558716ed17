/** What the plan adds to its first target, as a table to calculate with (CSV), as text (Markdown) and as data (JSON). */
import type { Added, Addition } from '../../analysis/addition.js'
import type { Summary } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { type CsvCell, csvText } from '../../vocabulary/csv.js'
import type { Language } from '../../vocabulary/language.js'
import { headline } from '../tables/headline.js'
import { addedTitle, additionWords } from '../words/addition.js'

const COLUMNS = [
  'policy', 'against', 'target', 'unit', 'lever', 'title_en', 'title_zh', 'evidence', 'mean', 'low80', 'high80', 'odds',
  'draws', 'orders',
] // biome-ignore format: a list of headings reads best as a paragraph

/** A line for each lever, then one for all of them, without a lever; numbers in full, odds as shares, 0-1. */
export function additionCsv({
  policy,
  against,
  target,
  unit,
  draws,
  orders,
  total,
  parts,
}: Addition): string {
  const row = (head: readonly CsvCell[], { mean, range80, odds }: Added) => [
    ...[policy, against, target, unit, ...head, mean, ...range80, odds, draws, orders],
  ]
  const rows = parts.map((part) => row([part.lever, part.title.en, part.title.zh, part.evidence ?? ''], part))
  return csvText([COLUMNS, ...rows, row(['', '', '', ''], total)])
}

/** A heading and its sentences; empty where the addition is not of the first target. */
export function additionMarkdown(addition: Addition, summary: Summary, language: Language): string {
  const sentences = sentencesOf(addition, summary)
  if (sentences.length === 0) return ''
  const lines = sentences.map((sentence) => `- ${sentence[language].replaceAll(/\s+/g, ' ')}`)
  return `\n## ${addedTitle(addition)[language]}\n\n${lines.join('\n')}\n`
}

/** The numbers of added.json, and the sentences that say them. */
export function additionJson(
  addition: Addition,
  summary: Summary,
): Addition & { readonly sentences: readonly Bilingual[] } {
  return { ...addition, sentences: sentencesOf(addition, summary) }
}

function sentencesOf(addition: Addition, summary: Summary): readonly Bilingual[] {
  const target = headline(summary)
  return target ? additionWords(addition, summary, target) : []
}
