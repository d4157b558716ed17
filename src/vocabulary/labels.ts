/**
 * Units as they are written for readers: `percent`, `万人`, `bed per 1,000`. A label may be any; where it is one of
 * those known here, what it counts, and how many at a time, can be compared with what is shown under it.
 */
import { BASE_UNITS, type BaseUnit, combineUnits, PURE, type Unit } from './units.js'

export interface Label {
  readonly unit: Unit
  /** How many of the unit make one of the label: 10,000 for 万人, 0.01 for percent. */
  readonly size: number
}

const SHARES: ReadonlyMap<string, number> = new Map([
  ['share', 1], ['%', 0.01], ['percent', 0.01], ['per cent', 0.01], ['pct', 0.01], ['百分比', 0.01], ['‰', 0.001], ['per thousand', 0.001],
]) // biome-ignore format: a closed list reads best as a paragraph

/** Nouns beside the base units. */
const NOUNS: ReadonlyMap<string, readonly [unit: BaseUnit, size: number]> = new Map([
  ['people', ['person', 1]], ['resident', ['person', 1]], ['人', ['person', 1]], ['学位', ['place', 1]], ['床位', ['bed', 1]],
  ['户', ['household', 1]], ['公里', ['km', 1]], ['千米', ['km', 1]], ['h', ['hour', 1]], ['小时', ['hour', 1]],
  ['minute', ['hour', 1 / 60]], ['min', ['hour', 1 / 60]], ['分钟', ['hour', 1 / 60]], ['元', ['yuan', 1]],
]) // biome-ignore format: a closed list reads best as a paragraph

const SIZES: ReadonlyMap<string, number> = new Map([
  ['千', 1e3], ['万', 1e4], ['百万', 1e6], ['亿', 1e8], ['thousand', 1e3], ['million', 1e6], ['billion', 1e9],
]) // biome-ignore format: a closed list reads best as a paragraph

/** What a label counts, and how many at a time; undefined for a label that is not known. */
export function readLabel(text: string): Label | undefined {
  const plain = text.normalize('NFKC').replaceAll('_', ' ').trim().toLowerCase()
  const share = SHARES.get(plain)
  if (share !== undefined) return { unit: PURE, size: share }
  const [above, below, ...more] = plain.split(/\s+per\s+|\s*\/\s*/)
  const one = counted(above)
  if (!one || more.length > 0) return undefined
  if (below === undefined) return one
  // `per 1,000` is of people
  const other = counted(/^[\d,]+$/.test(below) ? `${below} people` : below)
  return other && { unit: combineUnits(one.unit, other.unit, -1), size: one.size / other.size }
}

/** Whether a label stands for hundredths of a whole. */
export function isPercent(label: string): boolean {
  const known = readLabel(label)
  return known?.unit === PURE && known.size === 0.01
}

const COUNTED =
  /^(?<number>[\d,]+(?=[ 千万百亿]))? ?(?<size>千|万|百万|亿|thousand |million |billion )?(?<noun>.+)$/

/** `person`, `10,000 people`, `100 million yuan`, `万人`. */
function counted(text: string): Label | undefined {
  const { number = '1', size = '', noun = '' } = COUNTED.exec(text)?.groups ?? {}
  const whole = nounOf(text)
  const [unit, ofOne] = whole ?? nounOf(noun) ?? []
  if (unit === undefined || ofOne === undefined) return undefined
  if (whole) return { unit: { [unit]: 1 }, size: ofOne }
  const times = Number(number.replaceAll(',', '')) * (SIZES.get(size.trim()) ?? 1)
  return { unit: { [unit]: 1 }, size: ofOne * times }
}

/** A noun in one or many; years are dates as often as spans, so that they are not known here. */
function nounOf(word: string): readonly [unit: BaseUnit, size: number] | undefined {
  const singular = [word, word.replace(/s$/, ''), word.replace(/ies$/, 'y')]
  for (const one of singular) {
    const known = NOUNS.get(one)
    if (known) return known
    const base = BASE_UNITS.find((unit) => unit === one && unit !== 'year')
    if (base) return [base, 1]
  }
  return undefined
}
