/**
 * Bytes as text that may stand in a script block of a page: four bytes in five characters, a sixteenth less than base64.
 *
 * A last group of n bytes has n + 1 characters. No character of the alphabet begins or ends markup or a string.
 */

/** Printable ASCII but for < > & " ' ` \ and a few more. */
export const ALPHABET =
  '!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|'
const [BASE, GROUP] = [85, 4]

export function toBase85(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += GROUP) {
    const count = Math.min(GROUP, bytes.length - at)
    let number = 0
    for (let k = 0; k < GROUP; k++) number = number * 256 + (bytes[at + k] ?? 0)
    let group = ''
    for (let k = 0; k <= GROUP; k++) {
      group = ALPHABET[number % BASE] + group
      number = Math.floor(number / BASE)
    }
    text += group.slice(0, count + 1)
  }
  return text
}

/** What toBase85 was given. */
export function fromBase85(text: string): Uint8Array<ArrayBuffer> {
  const size = GROUP + 1
  const bytes = new Uint8Array(Math.floor(text.length / size) * GROUP + Math.max(0, (text.length % size) - 1))
  let filled = 0
  for (let at = 0; at < text.length; at += size) {
    let number = 0
    // a group that was cut is filled up with the last character, so that its bytes come out whole
    for (let k = 0; k < size; k++)
      number = number * BASE + (at + k < text.length ? ALPHABET.indexOf(text[at + k]!) : BASE - 1)
    for (let shift = 24; shift >= 0 && filled < bytes.length; shift -= 8)
      bytes[filled++] = Math.floor(number / 2 ** shift) % 256
  }
  return bytes
}
