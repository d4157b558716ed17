/** What changes are called in both languages: by the titles that a scenario gives its parts. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Section } from './parts.js'

/** A part that differs, with the title that the scenario gives it, where it has one. */
export interface TitledPart {
  readonly name: string
  readonly section: Section
  readonly title?: Bilingual
}

/** Put before titles that name what is measured, and not what is changed of it. */
const KINDS: Readonly<Partial<Record<Section, Bilingual>>> = {
  targets: { en: 'target', zh: '目标' },
  indicators: { en: 'indicator', zh: '指标' },
  services: { en: 'service', zh: '服务' },
}

/** The title of changes that are made together, at least one. */
export function changeTitle(parts: readonly TitledPart[]): Bilingual {
  const [first, second] = parts.map(partTitle)
  if (!second) return first
  const more = parts.length - 1
  return more === 1
    ? { en: `${first.en} and ${second.en}`, zh: `${first.zh}、${second.zh}` }
    : { en: `${first.en} and ${more} more`, zh: `${first.zh}等${more + 1}项` }
}

function partTitle({ name, section, title }: TitledPart): Bilingual {
  if (!title) return { en: name, zh: name }
  const kind = KINDS[section]
  return kind ? { en: `${kind.en} ${title.en}`, zh: `${kind.zh}“${title.zh}”` } : title
}
