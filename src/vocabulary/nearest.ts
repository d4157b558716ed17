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
function editDistance(a: string, b: string, most: number): number {
  const FAR = Number.POSITIVE_INFINITY
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => (j <= most ? j : FAR))
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = new Array(b.length + 1).fill(FAR)
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
    if (least > most) return FAR
    beforeLast = last
    last = row
  }
  return last[b.length] <= most ? last[b.length] : FAR
}

/**
 * The known word closest to a word as written, case aside; undefined when none is close enough to be meant.
 * Distance is Damerau's (optimal string alignment); of equally close words the first given wins.
 */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const written = word.trim().toLowerCase()
  if (written.length > LONGEST) return undefined
  let best: string | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const known of words) {
    if (known === word) continue
    const allowed = reach(Math.max(written.length, known.length))
    if (Math.abs(known.length - written.length) > allowed) continue
    const edits = editDistance(written, known.toLowerCase(), allowed)
    if (edits <= allowed && edits < fewest && edits < Math.max(written.length, known.length)) {
      best = known
      fewest = edits
    }
  }
  return best
}
