/** Bytes as text: UTF-8, UTF-16, GB18030 (of which GBK and GB2312 are parts), or what a file says of itself. */
import { isUtf8 } from 'node:buffer'
import { fail } from '../vocabulary/problems.js'
import { type OfficeFile, problemOf } from './sheet.js'

export interface Decoded {
  readonly text: string
  /** As a mapping names it. */
  readonly encoding: string
}

/** Text of a file in an encoding that was named, or in the one that its bytes are. */
export function decoded(source: OfficeFile, named?: string): Decoded {
  const encoding = named ?? encodingOf(source.bytes)
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(source.bytes)
    if (text.trim() === '') fail(problemOf(source, 'file-empty', ['an empty file', 'a table']))
    if (text.includes('\0')) fail(notText(source))
    return { text: text.replaceAll(/\r\n?/g, '\n'), encoding }
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error
    return fail(notText(source, encoding))
  }
}

function notText(source: OfficeFile, encoding?: string) {
  const said = encoding === undefined ? '' : ` (${encoding})`
  return problemOf(
    source,
    'file-not-text',
    [`bytes that are no text${said}`, 'a table in UTF-8, UTF-16 or GB18030'],
    { hint: 'Save it as "CSV UTF-8", or name its encoding in the mapping.' },
  )
}

/** By the mark at the beginning, else by where zeros stand, else UTF-8 where it is that. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (isUtf8(bytes) && !bytes.subarray(0, 1000).includes(0)) return 'utf-8'
  // letters of commas, digits and line ends have a zero in one half of their two bytes
  const zeros = [0, 0]
  for (let at = 0; at < Math.min(bytes.length, 1000); at++) if (bytes[at] === 0) zeros[at % 2]++
  if (zeros[1] > 0 || zeros[0] > 0) return zeros[1] > zeros[0] ? 'utf-16le' : 'utf-16be'
  return isWestern(bytes) ? 'windows-1252' : 'gb18030'
}

const isLetter = (byte: number | undefined) =>
  byte !== undefined && ((byte > 64 && byte < 91) || (byte > 96 && byte < 123))

/**
 * Letters with accents stand alone among plain ones, as in Västra Götaland; Chinese is pairs of bytes, most of them both high,
 * with others beside them.
 */
function isWestern(bytes: Uint8Array): boolean {
  let [alone, runs] = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] < 0x80) continue
    const from = at
    while (bytes[at + 1] >= 0x80) at++
    runs++
    if (at === from && (isLetter(bytes[from - 1]) || isLetter(bytes[at + 1]))) alone++
  }
  return runs > 0 && alone > 0.9 * runs
}
