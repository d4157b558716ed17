/** The likely slip behind a cell that cannot be read. */
import { type NumberRange, numberOf } from './number-ranges.js'

/** Words of Chinese tables, and what the format calls them. */
export const CHINESE: ReadonlyMap<string, readonly string[]> = new Map([
  ['男', ['male']], ['男性', ['male']], ['女', ['female']], ['女性', ['female']],
  ['乡村', ['rural']], ['农村', ['rural']], ['村改居', ['reclassified']], ['流动人口', ['migrant']], ['城镇户籍', ['registered']],
  ['数据', ['data']], ['推算', ['estimate']], ['估计', ['estimate']], ['主观判断', ['judgement']], ['判断', ['judgement']],
  ['市', ['city']], ['城市', ['city']], ['地区', ['region']], ['全区', ['region']],
]) // biome-ignore format: a list reads best as a paragraph

/** For units of Chinese tables that stand for several of one, or that the format calls otherwise. */
export function unitHint(text: string): string | undefined {
  const times = /^[万亿千百]/.exec(text)?.[0]
  if (times) return `Write the numbers in full, without ${times}, and the unit as person, place or bed.`
  if (text === '%' || text === '％') return 'Write the numbers as shares, and the unit as share.'
  return text === '‰' ? 'Write the numbers as rates for one person, and the unit with them.' : undefined
}

/** Numbers so written are 100 or 1000 times the share. */
export function isScaled(unit: string): boolean {
  return unit === 'percent' || unit === 'per_thousand'
}

/** Without signs between thousands, and with a point for a decimal comma. */
function plainDigits(text: string): string {
  const plain = text.replaceAll(/[\s_'’]/g, '')
  const [whole, ...parts] = plain.replace(/[%‰]$/, '').split(',')
  const ofThousands =
    /^[-+]?[1-9]\d{0,2}$/.test(whole) && parts.every((part) => /^\d{3}(?:\.\d*)?$/.test(part))
  if (ofThousands) return plain.replaceAll(',', '')
  // of several commas none can be told from the others
  return parts.length === 1 ? plain.replace(',', '.') : plain
}

/** The slip behind a text that is nearly a number. */
export function numberCellHint(text: string, { ofPercent }: NumberRange): string | undefined {
  const plain = plainDigits(text.normalize('NFKC').trim())
  if (text.length > 40) return undefined
  const percent = plain.endsWith('%') ? numberOf(plain.slice(0, -1)) : Number.NaN
  if (!Number.isNaN(percent)) return ofPercent?.(percent) ?? 'Write a plain number, without the percent sign.'
  if (!Number.isNaN(numberOf(plain))) return `Write ${plain}.`
  if (['', '-', 'na', 'n/a', 'nan', 'null'].includes(plain.toLowerCase())) return 'Every cell needs a number.'
  return undefined
}
