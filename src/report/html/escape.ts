/** Text as HTML and SVG write it, in elements and in attributes; a number and its per cent stay on one line. */
export function escaped(text: string): string {
  return text
    .replaceAll(/(?<=[\d)]) (?=%)/g, '\u00a0')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
