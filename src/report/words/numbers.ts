/** Rounding to no more digits than are known, with separators and units in both languages. */
import { wordFor } from '../../analysis/odds.js'
import type { Odds } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { percent, wholePercent } from '../../vocabulary/numbers.js'
import { phrase } from './bilingual.js'
import { UNITS } from './units.js'

/** Odds of no future at all, and of every one. */
const ODDS = { none: phrase('none', '无'), all: phrase('all', '全部') }

/** What can only be counted: shown without decimals. */
const COUNTED =
  /^(person|birth|place|bed|school|centre|household|dwelling|community|project|job|training|person-time)$/

/** By unit; a unit is free text of the scenario. */
const DECIMALS: ReadonlyMap<string, number> = new Map([
  ['percent', 1],
  ['bed per 1,000', 2],
  ['place per 1,000', 2],
  ['setting', 2],
])

/** A unit's short name; an unknown unit stays as the scenario writes it. */
export function unitName(unit: string, language: Language): string {
  return UNITS[unit]?.[language] ?? unit
}

/** `Gas coverage (%)`: a row's title with its unit, unless the title names it already. */
export function labelled(title: Bilingual, unit: string, language: Language): string {
  const [text, name] = [title[language], unitName(unit, language)]
  if (language === 'zh') {
    const named = name === '' || text.includes(`（${name}）`) || text.endsWith(`${name}数`)
    return named ? text : `${text}（${name}）`
  }
  const words = (phrase: string) => ` ${phrase.toLowerCase().replaceAll(/[^a-z0-9%]+/g, ' ')} `
  return words(text).includes(words(name)) || name === '' ? text : `${text} (${name})`
}

/**
 * One decimal for percentages, two for rates per 1,000, three digits from 1,000 on; `-` for no number. In Chinese as
 * offices write it: `8.53万`, `5030万`, `1.2亿`.
 */
export function amount(value: number | null, unit: string, language: Language = 'en'): string {
  if (value === null || !Number.isFinite(value)) return '-'
  const rounded = Math.abs(value) >= 1000 ? Number(value.toPrecision(3)) : value
  if (language === 'zh' && Math.abs(rounded) >= 1000) return inMyriads(rounded)
  const decimals = DECIMALS.get(unit) ?? (COUNTED.test(unit) ? 0 : decimalsOf(rounded))
  return plainZero(withSeparators(rounded, decimals, decimals))
}

/** Chinese counts in ten thousands and their squares, without separators between. */
const MYRIADS = [
  [1e8, '亿'],
  [1e4, '万'],
] as const

/** `10.2万`, `9480`: a number of 1,000 or more in all its digits. */
function inMyriads(value: number): string {
  const [size, name] = MYRIADS.find(([least]) => Math.abs(value) >= least) ?? [1, '']
  return `${Number((value / size).toPrecision(12))}${name}`
}

function decimalsOf(value: number): number {
  const size = Math.abs(value)
  if (Number.isInteger(value) || size >= 100) return 0
  if (size >= 10) return 1
  return size >= 0.1 ? 2 : 4
}

/** `56.8 %`, `196,000 places`, `1.29 per 1,000`. */
export function measured(value: number | null, unit: string, language: Language): string {
  return joined(amount(value, unit, language), unitName(unit, language), language)
}

/** A number of the scenario as it was written, with separators and its unit: `220,000 places`, `22万个`. */
export function asWritten(value: number, unit: string, language: Language): string {
  // in ten thousands where two decimals hold it
  const isRound = language === 'zh' && Math.abs(value) >= 10_000 && value % 100 === 0
  const digits = isRound ? inMyriads(value) : withSeparators(value, 0, 6)
  return joined(digits, unitName(unit, language), language)
}

/** `-23,800 places`; a difference of percentages is in points. */
export function difference(value: number, unit: string, language: Language): string {
  const name = unitName(unit === 'percent' ? 'point' : unit, language)
  return joined(signed(value, unit, language), name, language)
}

/** `23,800 places`, `2.9 points`: how far apart two values are, whichever is larger. */
export function distance(value: number, unit: string, language: Language): string {
  const name = unitName(unit === 'percent' ? 'point' : unit, language)
  return joined(amount(Math.abs(value), unit, language), name, language)
}

function joined(text: string, name: string, language: Language): string {
  // 2019 = 100 is what the number is told by, and nothing that it is multiplied by
  if (name.includes('=')) return language === 'zh' ? `${text}（${name}）` : `${text} (${name})`
  // a unit such as 1 / 1000 would be read as more digits of the number
  if (/^\d/.test(name)) return `${text} ${language === 'zh' ? '×' : 'x'} ${name}`
  return language === 'zh' || name === '' ? `${text}${name}` : `${text} ${name}`
}

/** `54.1-55.3`; with a number below zero `-3 .. 5`. */
export function range(
  [low, high]: readonly [number, number],
  unit: string,
  language: Language = 'en',
): string {
  const [from, to] = [amount(low, unit, language), amount(high, unit, language)]
  if (from === to) return from
  return low < 0 ? `${from} .. ${to}` : `${from}-${to}`
}

/** A difference with its sign; `0` without one. */
export function signed(value: number, unit: string, language: Language = 'en'): string {
  const text = amount(value, unit, language)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** `1.8 %`: digits that are written already, in per cent. */
export function inPercent(digits: string | number, language: Language): string {
  return joined(String(digits), '%', language)
}

/** `42 %`; what is not quite none or all is never rounded to it. */
export function share(value: number, language: Language): string {
  if (!Number.isFinite(value)) return '-'
  if (value > 0 && value < 0.005) return joined('<1', '%', language)
  if (value < 1 && value >= 0.995) return joined('>99', '%', language)
  return joined(String(wholePercent(value)), '%', language)
}

/**
 * `42 %`, or `none` and `all` of the futures that were simulated: nothing simulated is certain. `3/5` of too few draws, and
 * of draws that are no sample of the futures, since a share of them would be read as odds. `-` where there are none.
 */
export function oddsShare(odds: Odds, language: Language): string {
  const { share: part, hits, draws } = odds
  if (!Number.isFinite(part)) return '-'
  if (!isCount(odds) && wordFor(odds) === 'too_few') return `${count(hits)}/${count(draws)}`
  if (draws > 0 && hits === 0) return ODDS.none[language]
  if (draws > 0 && hits === draws) return ODDS.all[language]
  return isCount(odds) ? `${count(hits)}/${count(draws)}` : share(part, language)
}

/** Whether odds are a count of settings, which has no interval. */
export function isCount({ low }: Pick<Odds, 'low'>): boolean {
  return !Number.isFinite(low)
}

/** `42 % (41-43)`: odds with their Wilson interval in per cent. */
export function oddsText(odds: Odds, language: Language): string {
  return isCount(odds) ? oddsShare(odds, language) : `${oddsShare(odds, language)} (${interval(odds)})`
}

/** `41-43`, `0-0.4`, `99.6-100`: the Wilson interval of odds, per cent; `-` where there is none. */
export function interval({ low, high }: Pick<Odds, 'low' | 'high'>): string {
  if (isCount({ low })) return '-'
  const [from, to] = [low, high].map((bound) => boundOf(percent(bound)))
  return from === to ? from : `${from}-${to}`
}

/** Whole per cent; one digit more where it would be taken for none or all. */
function boundOf(bound: number): string {
  const rest = Math.min(bound, 100 - bound)
  if (rest < 1e-9 || rest >= 1) return String(Math.round(bound))
  const kept = Number(rest.toPrecision(1))
  return bound < 50 ? String(kept) : String(Number((100 - kept).toFixed(6)))
}

/** A change of odds in points, `+12`. */
export function points(value: number): string {
  return signed(wholePercent(value), 'point')
}

/** `10,000` */
export function count(value: number): string {
  return value.toLocaleString('en')
}

/** Cached by their digits, since making one takes longer than a page of numbers. */
const formats = new Map<string, Intl.NumberFormat>()

function withSeparators(value: number, least: number, most: number): string {
  const key = `${least} ${most}`
  const known = formats.get(key)
  if (known) return known.format(value)
  const made = new Intl.NumberFormat('en', { minimumFractionDigits: least, maximumFractionDigits: most })
  formats.set(key, made)
  return made.format(value)
}

function plainZero(text: string): string {
  return /^-[0.,]*$/.test(text) ? text.slice(1) : text
}
