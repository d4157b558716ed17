/** Honest rounding: no more digits than the value can bear, with separators and units in both languages. */
import type { Odds } from '../analysis/summary.js'
import type { Bilingual, Language } from '../vocabulary/quality.js'

const UNITS: Readonly<Record<string, Bilingual>> = {
  percent: { en: '%', zh: '%' },
  person: { en: 'people', zh: '人' },
  place: { en: 'places', zh: '个' },
  bed: { en: 'beds', zh: '张' },
  'bed per 1,000': { en: 'per 1,000', zh: '张/千人' },
  'place per 1,000': { en: 'per 1,000', zh: '个/千人' },
  hour: { en: 'h', zh: '小时' },
  year: { en: 'years', zh: '年' },
  km: { en: 'km', zh: '公里' },
  school: { en: 'schools', zh: '所' },
  centre: { en: 'centres', zh: '所' },
  household: { en: 'households', zh: '户' },
  dwelling: { en: 'dwellings', zh: '套' },
  community: { en: 'communities', zh: '个' },
  project: { en: 'projects', zh: '个' },
  job: { en: 'jobs', zh: '个' },
  training: { en: 'trainings', zh: '人次' },
  'person-time': { en: 'person-times', zh: '人次' },
  yuan: { en: 'yuan', zh: '元' },
  '100 million yuan': { en: '100m yuan', zh: '亿元' },
  ratio: { en: '', zh: '' },
}

/** A unit's short name; what is not known stays as the scenario writes it. */
export function unitName(unit: string, language: Language): string {
  return UNITS[unit]?.[language] ?? unit
}

/** One decimal for percentages, whole numbers from 100 on, otherwise two to three digits; `-` for no number. */
export function amount(value: number | null, unit: string): string {
  if (value === null || !Number.isFinite(value)) return '-'
  const decimals = unit === 'percent' ? 1 : decimalsOf(value)
  return plainZero(
    value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  )
}

function decimalsOf(value: number): number {
  const size = Math.abs(value)
  if (Number.isInteger(value) || size >= 100) return 0
  if (size >= 20) return 1
  return size >= 0.1 ? 2 : 4
}

/** A number of the scenario as it was written, with separators. */
export function asWritten(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 6 })
}

/** `54.1-55.3`; with a number below zero `-3 .. 5`. */
export function range([low, high]: readonly [number, number], unit: string): string {
  const [from, to] = [amount(low, unit), amount(high, unit)]
  if (from === to) return from
  return low < 0 ? `${from} .. ${to}` : `${from}-${to}`
}

/** A difference with its sign; `0` without one. */
export function signed(value: number, unit: string): string {
  const text = amount(value, unit)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** `42 %`; what is not quite none or all is never rounded to it. */
export function share(value: number): string {
  if (!Number.isFinite(value)) return '-'
  if (value > 0 && value < 0.005) return '<1 %'
  if (value < 1 && value >= 0.995) return '>99 %'
  return `${Math.round(value * 100)} %`
}

/** `41-43 %`, the Wilson interval of odds. */
export function interval({ low, high }: Pick<Odds, 'low' | 'high'>): string {
  const [from, to] = [Math.round(low * 100), Math.round(high * 100)]
  return from === to ? `${from} %` : `${from}-${to} %`
}

/** A change of odds in points, `+12`. */
export function points(value: number): string {
  return signed(Math.round(value * 100), 'point')
}

/** `10,000` */
export function count(value: number): string {
  return value.toLocaleString('en')
}

function plainZero(text: string): string {
  return /^-[0.,]*$/.test(text) ? text.slice(1) : text
}
