/** What stands above a table, in the name of its file, or in a note of its unit: said of every figure. */
import { yearWithin } from './age-words.js'
import { BOTH_RESIDENCES, NOTE_HEAD, URBAN_OR_RURAL, YEARBOOK } from './heading-words.js'
import type { Layout } from './layout.js'
import { headingParts, type Parts } from './parts.js'
import { type CountedUnit, unitsListed } from './unit-words.js'

export interface TitleParts {
  readonly year?: number
  readonly measure?: Parts['measure']
  readonly units: readonly CountedUnit[]
}

/** Every year of a text, also those of a span. */
function yearsOf(text: string): number[] {
  const plain = text.normalize('NFKC').replaceAll(YEARBOOK, ' ')
  return [...new Set([...plain.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year)))]
}

/** The year of the first text that has any; undefined also where that one has several. */
function yearSaid(texts: readonly string[]): number | undefined {
  const first = texts.find((text) => yearsOf(text).length > 0)
  if (first === undefined || yearsOf(first).length > 1) return undefined
  return yearWithin(first.normalize('NFKC').toLowerCase().replaceAll(YEARBOOK, ' '))?.year
}

/** The title that says all figures are of one sex, one group of ages, or of towns; undefined where none does. */
export function titleOfPart(
  titles: readonly string[],
  isSaid: (part: 'sex' | 'age' | 'residence') => boolean,
): string | undefined {
  return titles.find((title) => {
    const { sex = 'all', age = 'all' } = headingParts(title).parts
    return (
      (sex !== 'all' && !isSaid('sex')) ||
      (age !== 'all' && !isSaid('age')) ||
      (URBAN_OR_RURAL.test(title.replace(BOTH_RESIDENCES, ' ')) && !isSaid('residence'))
    )
  })
}

export function ofTitles({ titles, notes }: Layout, file: string): TitleParts {
  const name = file.replace(/^.*[\\/]/, '').replaceAll('_', ' ')
  const year = yearSaid([...titles, name])
  const found = titles.map((title) => headingParts(title).parts)
  const measure = found.find((parts) => parts.measure !== undefined)?.measure
  const listed = titles.map(unitsListed).find((units) => units.length > 1)
  const unit = found.find((parts) => parts.unit !== undefined)?.unit ?? unitOfNotes(notes)
  return {
    ...(year === undefined ? {} : { year }),
    ...(measure === undefined ? {} : { measure }),
    units: listed ?? (unit === undefined ? [] : [unit]),
  }
}

/** The unit of a note that says nothing else: Note: figures in thousands. */
function unitOfNotes(notes: readonly string[]): CountedUnit | undefined {
  for (const note of notes) {
    const { parts, rest } = headingParts(note.replace(NOTE_HEAD, ''))
    if (parts.unit !== undefined && rest === '') return parts.unit
  }
  return undefined
}
