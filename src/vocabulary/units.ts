/**
 * Units as products of a closed list of countable things. A share has no unit; `per_thousand` and `percent`
 * are display units of a share and never enter arithmetic.
 */

export const BASE_UNITS = [
  'person', 'birth', 'place', 'bed', 'school', 'centre', 'household', 'dwelling', 'community', 'km', 'hour', 'year',
  'project', 'yuan', 'job', 'training',
] as const // biome-ignore format: a closed list reads best as a paragraph
export type BaseUnit = (typeof BASE_UNITS)[number]

/** Exponents by base unit; an empty object is a pure number (a share, a ratio, a count without a noun). */
export type Unit = Readonly<Partial<Record<BaseUnit, number>>>

export const PURE: Unit = {}

/** The product a*b, or the quotient a/b with sign -1. */
export function combineUnits(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const result: Partial<Record<BaseUnit, number>> = { ...a }
  for (const [name, exponent] of Object.entries(b) as [BaseUnit, number][]) {
    const sum = (result[name] ?? 0) + sign * exponent
    if (sum === 0) delete result[name]
    else result[name] = sum
  }
  return result
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return Object.keys(combineUnits(a, b, -1)).length === 0
}

/** `person`, `bed / person`, `1 / year`, or `a pure number`. */
export function formatUnit(unit: Unit): string {
  const part = (sign: 1 | -1) =>
    (Object.entries(unit) as [BaseUnit, number][])
      .filter(([, exponent]) => exponent * sign > 0)
      .map(([name, exponent]) => (Math.abs(exponent) === 1 ? name : `${name}^${Math.abs(exponent)}`))
  const [above, below] = [part(1), part(-1)]
  if (above.length + below.length === 0) return 'a pure number'
  return below.length === 0 ? above.join(' * ') : `${above.join(' * ') || '1'} / ${below.join(' / ')}`
}

/** What pure numbers are called; `log odds` are added to the log of the odds of a choice. */
export const PURE_WORDS = ['ratio', 'share', 'percent', 'per_thousand', 'log odds', 'number'] as const

/** Read `bed / person`, `1 / year`, or one of PURE_WORDS; undefined if unknown. */
export function parseUnit(text: string): Unit | undefined {
  const trimmed = text.trim()
  if (['', '1', ...PURE_WORDS].includes(trimmed)) return PURE
  const [above, ...below] = trimmed.split('/')
  let unit = PURE
  for (const [words, sign] of [[above, 1] as const, ...below.map((words) => [words, -1] as const)]) {
    for (const word of words.split('*')) {
      const [name, power = '1'] = word.trim().split('^')
      if (name === '1') continue
      const exponent = Number(power)
      if (!(BASE_UNITS as readonly string[]).includes(name) || !Number.isInteger(exponent)) return undefined
      unit = combineUnits(unit, { [name]: exponent }, sign)
    }
  }
  return unit
}
