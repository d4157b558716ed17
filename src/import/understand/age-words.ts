/** Ages and years as offices write them. */

/** Whole years of age; `to` is the last one, undefined for an open group. */
export interface AgeGroup {
  readonly from: number
  readonly to: number | undefined
}

const OLDEST = 130
const AGE = '(\\d{1,3})'
/** Each with how its numbers are a group; the more particular first. */
const FORMS: readonly (readonly [RegExp, (first: number, second: number) => AgeGroup])[] = [
  [new RegExp(`y_ge${AGE}`), (from) => ({ from, to: undefined })],
  [new RegExp(`y_lt${AGE}`), (below) => ({ from: 0, to: below - 1 })],
  [
    new RegExp(
      `(?<![\\d.])${AGE}\\s*(?:周岁|岁)?\\s*(?:-|–|—|~|～|至|到|\\bto\\b)\\s*${AGE}(?![\\d.])(?:\\s*(?:周岁|岁|years?(?: old)?))?`,
    ),
    (from, to) => ({ from, to }),
  ],
  [
    new RegExp(
      `(?<![\\d.])${AGE}\\s*(?:周岁|岁)?(?:\\+|及以上|及其以上|及\\s*\\1\\s*(?:周岁|岁)以上|以上|\\s*plus\\b)(?:\\s*(?:周岁|岁))?`,
    ),
    (from) => ({ from, to: undefined }),
  ],
  [
    new RegExp(
      `(?<![\\d.])${AGE}\\s*(?:years?(?: old)?\\s*)?(?:and|or|&)\\s*(?:over|older|above|more)(?: years)?`,
    ),
    (from) => ({ from, to: undefined }),
  ],
  [
    new RegExp(
      `(?:under|less than|below|younger than|不满|未满|不足|<)\\s*${AGE}(?:\\s*(?:周岁|岁|years?))?`,
    ),
    (below) => ({ from: 0, to: below - 1 }),
  ],
  [new RegExp(`(?<![\\d.])${AGE}\\s*(?:周岁|岁)(?:以下)`), (below) => ({ from: 0, to: below - 1 })],
  [
    new RegExp(
      `(?<![\\d.])${AGE}\\s*(?:(?:周岁|岁)?及(?:其)?以下|(?:years?(?: old)?\\s*)?(?:and|or)\\s*(?:under|younger|less|below))`,
    ),
    (to) => ({ from: 0, to }),
  ],
  [new RegExp(`(?<![\\d.])y?${AGE}\\s*(?:周岁|岁|years? old)`), (age) => ({ from: age, to: age })],
  [/\by(\d{1,3})\b/, (age) => ({ from: age, to: age })],
]

/** The group of ages within a text, and the text without it; undefined where there is none. */
export function ageWithin(text: string): { readonly age: AgeGroup; readonly rest: string } | undefined {
  for (const [form, groupOf] of FORMS) {
    const found = form.exec(text)
    if (!found) continue
    const [first, second] = [Number(found[1]), Number(found[2])]
    const age = groupOf(first, second)
    // no group ends where it begins: table 1-1
    if (first > OLDEST || second > OLDEST || second <= first || (age.to ?? age.from) < age.from) continue
    return { age, rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}` }
  }
  return undefined
}

/** A cell of a column of ages: a group, a single age, or all. */
export function ageInColumn(text: string): AgeGroup | 'all' | undefined {
  const plain = text.normalize('NFKC').toLowerCase().trim()
  if (/^(?:total|all|all ages|合计|总计|小计|总人口|_t|所有年龄)$/.test(plain)) return 'all'
  if (/^\d{1,3}$/.test(plain)) return { from: Number(plain), to: Number(plain) }
  // Statistics Finland writes its last group as `100 -`
  const open = /^(\d{1,3})\s*[-–]$/.exec(plain)
  if (open) return { from: Number(open[1]), to: undefined }
  const one = /^(\d{1,3})\s*years?$/.exec(plain)
  if (one) return { from: Number(one[1]), to: Number(one[1]) }
  // `100+ years` of Statistics Sweden, `at birth` of a life table
  if (/^(?:at )?birth$/.test(plain)) return { from: 0, to: 0 }
  const found = ageWithin(plain.replace(/\s*years?$/, ''))
  return found && /^[\s(),.岁周年龄agedy]*$/.test(found.rest) ? found.age : undefined
}

export const ageText = ({ from, to }: AgeGroup) =>
  to === undefined ? `${from}+` : to === from ? String(from) : `${from}-${to}`

/** A year, also as a date or `2020年末`; none of a span of years. */
const YEAR =
  /(?<![\d.])(?:a)?((?:19|20)\d{2})(?!\d)(?!\s*(?:[-–—~～至]|\bto\b)\s*(?:19|20)\d{2})(?:(?:[-/.]\d{1,2}){1,2}(?!\d)|\s*年(?:\s*\d{1,2}月(?:\s*\d{1,2}日)?)?(?:\d{1,2}时)?(?:末|底)?)?/

export function yearWithin(text: string): { readonly year: number; readonly rest: string } | undefined {
  const found = YEAR.exec(text)
  if (!found) return undefined
  // the last of a span
  if (/(?:19|20)\d{2}\s*(?:年)?\s*(?:[-–—~～至]|\bto\b)\s*$/.test(text.slice(0, found.index)))
    return undefined
  return {
    year: Number(found[1]),
    rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`,
  }
}
