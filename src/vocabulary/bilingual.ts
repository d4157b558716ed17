/** A text in the two languages of the report. */
export interface Bilingual {
  readonly en: string
  readonly zh: string
}

/** Most characters of a title, name or mechanism in one language: beyond, no picture or table has room for it. */
export const LONGEST_TITLE = 600
