/** The likely slip behind signs that are typed in another way than YAML or a scenario has them, as a sentence. */
import { didYouMean } from '../../vocabulary/lookup.js'

/** Marks of Chinese typing that YAML takes for letters, and what it knows in their place. */
const WIDE: ReadonlyMap<string, string> = new Map([
  ['：', '": "'], ['，', '", "'], ['｛', '{'], ['｝', '}'], ['［', '['], ['］', ']'], ['【', '['], ['】', ']'],
]) // biome-ignore format: a list reads best as a paragraph

/** Where a wide mark stands as YAML's own would: behind the name of a field, before one, or around fields. */
const WIDE_MARK =
  /(?<=^|[\s{,，｛])[A-Za-z][\w-]*\s*(：)|(，)(?=\s*[A-Za-z][\w-]*\s*[:：])|(?<=^|[:：]\s*)([｛［【])|([｝］】])(?=\s*$)/g

/** Characters of a line that are looked at: whoever reads a hint sees no more of it, and the pattern looks back. */
const LOOKED_AT = 1000

/** For a line with wide marks in the place of `:`, `,` and brackets; undefined where they belong to a text. */
export function wideHint(line: string): string | undefined {
  const found = [...line.slice(0, LOOKED_AT).matchAll(WIDE_MARK)].map(
    ([, ...marks]) => marks.find((mark) => mark !== undefined)!,
  )
  const marks = [...new Set(found)]
  if (marks.length === 0) return undefined
  return `Write ${marks.map((mark) => `${WIDE.get(mark)} for ${mark}`).join(' and ')}; YAML knows half-width marks only.`
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['>=', 'at_least'], ['=>', 'at_least'], ['>', 'at_least'], ['≥', 'at_least'], ['不低于', 'at_least'], ['以上', 'at_least'],
  ['<=', 'at_most'], ['=<', 'at_most'], ['<', 'at_most'], ['≤', 'at_most'], ['不高于', 'at_most'], ['以下', 'at_most'],
  ['~=', 'about'], ['~', 'about'], ['≈', 'about'], ['=', 'about'], ['==', 'about'], ['左右', 'about'],
]) // biome-ignore format: a list reads best as a paragraph

/** For a comparator that is written as a sign. */
export function comparatorHint(sign: string): string | undefined {
  const meant = SIGNS.get(sign.normalize('NFKC').trim())
  return didYouMean(meant)
}
