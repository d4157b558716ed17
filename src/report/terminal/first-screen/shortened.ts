/** Paragraphs within so many lines. */
import type { Language } from '../../../vocabulary/language.js'

/** Whole paragraphs as long as there is room; then how many are left out. The first is cut where it alone is too long. */
export function shortened(
  paragraphs: readonly (readonly string[])[],
  most: number,
  language: Language,
): string[] {
  const all = paragraphs.flat()
  if (all.length <= most) return all
  const lines: string[] = []
  let shown = 0
  for (const own of paragraphs) {
    if (lines.length + own.length > most - 1) break
    lines.push(...own)
    shown++
  }
  if (shown === 0) {
    lines.push(...(paragraphs[0] ?? []).slice(0, most - 1))
    return [...lines, '...']
  }
  const left = paragraphs.length - shown
  return [...lines, { en: `and ${left} more (--full)`, zh: `另有${left}项（--full）` }[language]]
}
