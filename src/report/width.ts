/** How many columns of a terminal a text takes. */

/** Letters of one column each, Chinese characters and full-width marks of two. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += isWide(character.codePointAt(0)!) ? 2 : isMark(character) ? 0 : 1
  return width
}

/** The text itself if it fits, else its beginning and `..`. */
export function shorten(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let used = 2
  for (const character of text) {
    used += displayWidth(character)
    if (used > width) break
    kept += character
  }
  return `${kept.trimEnd()}..`
}

/** The text filled up with blanks to a width, on the right or (for numbers) on the left. */
export function pad(text: string, width: number, side: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'left' ? blanks + text : text + blanks
}

/** Lines of at most a width; breaks at blanks, and anywhere between Chinese characters. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const pieces = text.match(/[\u2e80-\uffdc]|[^\s\u2e80-\uffdc]+|\s+/gu) ?? []
  const lines: string[] = []
  let line = indent
  for (const piece of pieces) {
    const forbidden = /^[，。；：、）》”]/.test(piece)
    if (line !== indent && !forbidden && displayWidth(line + piece) > width) {
      lines.push(line.trimEnd())
      line = indent
    }
    if (line !== indent || piece.trim() !== '') line += piece
  }
  if (line !== indent) lines.push(line.trimEnd())
  return lines
}

/** Unicode's wide and full-width blocks, as far as names and words of plans use them. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  )
}

function isMark(character: string): boolean {
  return /\p{Mn}/u.test(character)
}
