/** The word a slip of the fingers was meant to be. */

/** Farthest a slip may be: one edit in a short word, up to three in a long one. */
function reach(length: number): number {
  return length <= 2 ? 0 : length <= 4 ? 1 : length <= 8 ? 2 : 3
}

/** Longest word that is held against others: a longer one is no name. */
const LONGEST = 200

/**
 * Edits (a letter put in, left out, changed, or two neighbours swapped) that turn one word into the other; Infinity where
 * it takes more than `most`. Only lengths that differ by no more are looked at, and no more once a row is beyond: a file
 * of thousands of unknown names holds each of them against thousands of known ones.
 */
function editDistance(one: string, other: string, most: number): number {
  const [a, b] = withoutCommonEnds(one, other)
  const width = b.length + 1
  let [beforeLast, last, row] = ROWS
  for (let j = 0; j < width; j++) last[j] = j <= most ? j : FAR
  for (let i = 1; i <= a.length; i++) {
    row.fill(FAR, 0, width)
    if (i <= most) row[0] = i
    let least = row[0]
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let edits = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) edits = Math.min(edits, beforeLast[j - 2] + 1)
      row[j] = edits
      least = Math.min(least, edits)
    }
    if (least > most) return Number.POSITIVE_INFINITY
    ;[beforeLast, last, row] = [last, row, beforeLast]
  }
  return last[b.length] <= most ? last[b.length] : Number.POSITIVE_INFINITY
}

/** More edits than any word has letters. */
const FAR = 255
/** Three rows of the table of edits, used again by every call; a known word may be a few letters longer. */
const ROWS = [0, 1, 2].map(() => new Uint8Array(LONGEST + 8)) as [Uint8Array, Uint8Array, Uint8Array]

/** What two words begin and end with alike needs no edit, and leaves the fewest as they are. */
function withoutCommonEnds(one: string, other: string): [string, string] {
  const shorter = Math.min(one.length, other.length)
  let first = 0
  while (first < shorter && one[first] === other[first]) first++
  let last = 0
  while (last < shorter - first && one[one.length - 1 - last] === other[other.length - 1 - last]) last++
  return [one.slice(first, one.length - last), other.slice(first, other.length - last)]
}

/** Which characters stand in a word, as bits, of which several share one. An edit changes two of them at most. */
function charactersIn(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

/** How many bits are set, 0 to 32 (Warren 2013, Hacker's Delight, 5-1). */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/**
 * The known word closest to a word as written, case aside; undefined when none is close enough to be meant.
 * Distance is Damerau's (optimal string alignment); of equally close words the first given wins.
 */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const written = word.trim().toLowerCase()
  if (written.length > LONGEST) return undefined
  const characters = charactersIn(written)
  let best: string | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const known of words) {
    if (known === word) continue
    // of equally close words the first wins: a later one has to be closer
    const allowed = Math.min(reach(Math.max(written.length, known.length)), fewest - 1)
    if (Math.abs(known.length - written.length) > allowed) continue
    const spelt = known.toLowerCase()
    if (bitsIn(characters ^ charactersIn(spelt)) > 2 * allowed) continue
    const edits = editDistance(written, spelt, allowed)
    if (edits <= allowed && edits < Math.max(written.length, known.length)) {
      best = known
      fewest = edits
    }
  }
  return best
}
