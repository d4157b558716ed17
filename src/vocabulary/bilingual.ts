/** A text in the two languages of the report. */
export interface Bilingual {
  readonly en: string
  readonly zh: string
}
