/** What a page is laid out for. */
import type { Language } from '../../vocabulary/language.js'

export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red'
export type Paint = (style: Style, text: string) => string

export interface Page {
  readonly language: Language
  /** Columns of the terminal. */
  readonly width: number
  readonly paint: Paint
}
