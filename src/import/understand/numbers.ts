/** Figures as they are printed: separators of thousands, decimal commas, full-width digits, marks of notes. */
import { AGE_DASH, NO_FIGURE, YEAR_LIKE } from './heading-words.js'

export type Decimal = '.' | ','

/** What a printed figure is. */
export interface PrintedFigure {
  /** Digits with a point, as many decimals as printed; undefined where there is none. */
  readonly digits: string | undefined
  /** Whether a per cent sign stands behind it. */
  readonly isPercent: boolean
}

/** A figure without blanks and marks, in half-width digits. */
function bare(text: string): string {
  return (
    text
      .replaceAll(/[①-⑳⑴-⒇¹²³⁴-⁹*†‡]+$/g, '')
      .normalize('NFKC')
      // groups of three alone: 5123 4987 are two figures in one cell
      .replace(/^[-+−–—]?\s*\d{1,3}(?:[\s'’_]\d{3})+(?!\d)/, (whole) =>
        whole.replaceAll(/(?<=\d)[\s'’_]/g, ''),
      )
      .replace(/^[−–—]\s*(?=\d)/, '-')
      .trim()
  )
}

/** No office counts so much, and larger numbers lose digits. */
const BEYOND = 1e15

const NUMBER = /^[-+]?(?:\d[\d.,]*|[.,]\d+)(?:e[-+]?\d+)?\s*%?$/i

/** Whether a cell holds a figure, of whatever separators. */
export const isFigure = (text: string): boolean => NUMBER.test(bare(text))

/** Whether a cell is meant as a figure and has a slip in it: most of it is digits, and it is neither a year nor ages. */
export function isNearlyFigure(text: string): boolean {
  const plain = bare(text)
  const digits = plain.replaceAll(/\D/g, '').length
  return (
    digits >= 3 &&
    digits >= 0.6 * plain.length &&
    !isFigure(text) &&
    !AGE_DASH.test(plain.slice(1)) &&
    !YEAR_LIKE.test(plain)
  )
}

/** Whether a cell says that there is no figure. */
export const isNoFigure = (text: string): boolean => NO_FIGURE.test(text.normalize('NFKC').trim())

/** The figure of a cell; undefined for what is none. */
export function figureOf(text: string, decimal: Decimal): PrintedFigure | undefined {
  if (isNoFigure(text)) return { digits: undefined, isPercent: false }
  const plain = bare(text)
  if (!NUMBER.test(plain)) return undefined
  const isPercent = plain.endsWith('%')
  const signs = plain.replace(/\s*%$/, '')
  const [thousands, point] = decimal === '.' ? [',', '.'] : ['.', ',']
  const [whole, ...decimals] = signs.split(point)
  if (decimals.length > 1 || decimals[0]?.includes(thousands)) return undefined
  const groups = whole.split(thousands)
  if (
    groups.length > 1 &&
    !(groups.slice(1).every((group) => /^\d{3}$/.test(group)) && /^[-+]?\d{1,3}$/.test(groups[0]))
  )
    return undefined
  const digits = `${groups.join('')}${decimals.length > 0 ? `.${decimals[0]}` : ''}`
  if (!(Math.abs(Number(digits)) < BEYOND)) return undefined
  if (!/e/i.test(digits))
    return { digits: digits.replace(/^(-?)\+?\./, '$10.').replace(/^\+/, ''), isPercent }
  return { digits: String(Number(digits)), isPercent }
}

const ONE_SIGN = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/

/**
 * What separates decimals in a table of figures; `either` where single signs before three digits are all there is: 1,512
 * anywhere, and 1.512 where cells are separated by semicolons, as where commas are of decimals.
 */
export function decimalOf(
  texts: Iterable<string>,
  numbers: 'local' | 'semicolon' = 'local',
): Decimal | 'either' {
  let [commaOfThousands, pointOfThousands, either] = [false, false, false]
  for (const text of texts) {
    const plain = bare(text).replace(/\s*%$/, '')
    if (!/[.,]/.test(plain) || !NUMBER.test(plain)) continue
    const [commas, points] = [plain.split(',').length - 1, plain.split('.').length - 1]
    if (commas > 0 && points > 0) return plain.lastIndexOf(',') > plain.lastIndexOf('.') ? ',' : '.'
    if (commas > 1) commaOfThousands = true
    else if (points > 1) pointOfThousands = true
    else if (!ONE_SIGN.test(plain) || (points === 1 && numbers === 'local')) return commas === 1 ? ',' : '.'
    else either = true
  }
  if (commaOfThousands) return '.'
  if (pointOfThousands) return ','
  return either ? 'either' : '.'
}

/** A figure whose sign could be of either, with what it is by each. */
export function eitherOf(
  text: string,
): { readonly sign: 'comma' | 'point'; readonly whole: string; readonly decimal: string } | undefined {
  const plain = bare(text)
  if (!ONE_SIGN.test(plain)) return undefined
  return {
    sign: plain.includes(',') ? 'comma' : 'point',
    whole: plain.replace(/[.,]/, ''),
    decimal: plain.replace(',', '.'),
  }
}
