import { visibleLines } from '../../vocabulary/visible.js'

/**
 * Markup, HTML or SVG, by a template that escapes: a string put into it is text, and only what a template made stands
 * as markup. Types keep the two apart, so that no title of a scenario can be taken for a tag.
 */
class MarkupText {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

export type Markup = MarkupText
/** What can be put into a template; a list stands without anything between its parts. */
export type Content = Markup | string | number | readonly Content[]

/** Attributes are to be in double quotes: an apostrophe is not escaped. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const written = parts.map((part, at) => part + (at < values.length ? textOf(values[at]) : ''))
  return new MarkupText(written.join(''))
}

function textOf(value: Content): string {
  if (value instanceof MarkupText) return value.toString()
  return typeof value === 'object' ? value.map(textOf).join('') : escaped(String(value))
}

/** A number and its per cent stay on one line. */
function escaped(text: string): string {
  return visibleLines(text)
    .replaceAll(/(?<=[\d)]) (?=%)/g, '\u00a0')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Parts with a line break between them. */
export const inLines = (parts: readonly Content[]): Markup => new MarkupText(parts.map(textOf).join('\n'))

/** For what is markup already and holds no word of a scenario that is not escaped: our script, a picture by Vega. */
export const trusted = (text: string): Markup => new MarkupText(text)
