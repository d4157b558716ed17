/** What stands above a table, in the name of its file, or in a note of its unit: said of every figure. */
import { yearWithin } from './age-words.js'
import type { Layout } from './layout.js'
import { headingParts, type Parts } from './parts.js'
import { type CountedUnit, unitsListed } from './unit-words.js'

export interface TitleParts {
  readonly year?: number
  readonly measure?: Parts['measure']
  readonly units: readonly CountedUnit[]
}

/** A yearbook is of another year than most of its figures. */
const YEARBOOK =
  /(?:19|20)\d{2}\s*年?\p{Script=Han}{0,8}年鉴|年鉴\D{0,4}(?:19|20)\d{2}年?|yearbook\W{0,4}(?:19|20)\d{2}|(?:19|20)\d{2}\W+(?:\w+\W+){0,2}yearbook/giu

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
    const { parts, rest } = headingParts(note.replace(/^(?:注|备注|说明|notes?)\s*\d?\s*[:：.]\s*/i, ''))
    if (parts.unit !== undefined && rest === '') return parts.unit
  }
  return undefined
}
