/** What printed series said of a province's pace at the end of 2010 and of 2015, and how wrong such series had been by then. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PrintedPace } from '../../src/calibration/past/rolled.js'
import { splitRecords } from '../../src/dataset/reading/records.js'
import { chinaTable } from '../../src/studies/new-region/china-tables.js'
import { PROVINCES } from './province-decade.js'

/** Yearly change of a province's urban share, points, and of the logarithm of its residents. */
export interface Pace {
  readonly share: number | undefined
  readonly growth: number
}

const VARIABLES = { share: 'urbanization_rate', residents: 'year_end_residents' } as const
type Variable = keyof typeof VARIABLES

/** bench/validate/before_2010.csv: as the Bureau had it before the census of 2010. */
function earlierRows(): { code: string; year: string; variable: string; vintage: string; value: string }[] {
  const text = readFileSync(join(import.meta.dirname, 'before_2010.csv'), 'utf8')
  const [header, ...rows] = splitRecords(text).rows.map(({ cells }) => cells)
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at]])) as never)
}

const earlier = earlierRows()
const later = chinaTable('annual')

function printed(code: string, of: Variable, year: number, vintage: 'first' | 'revised'): number | undefined {
  const found = (year < 2010 ? earlier : later).find(
    (row) =>
      row.code === code &&
      row.variable === VARIABLES[of] &&
      row.year === String(year) &&
      row.vintage === vintage,
  )
  return found && Number(found.value)
}

const changeOf = (code: string, of: Variable, [from, vintageFrom]: Year, [to, vintageTo]: Year) => {
  const [before, after] = [printed(code, of, from, vintageFrom), printed(code, of, to, vintageTo)]
  if (before === undefined || after === undefined) return undefined
  return (of === 'share' ? after - before : Math.log(after / before)) / (to - from)
}
type Year = readonly [number, 'first' | 'revised']

const paceBetween = (code: string, from: Year, to: Year): Pace => ({
  share: changeOf(code, 'share', from, to),
  growth: changeOf(code, 'residents', from, to)!,
})

/** Of 2005-2009, one vintage, since the census of 2010 broke the series. */
export const paceBefore2010 = (code: string): Pace => paceBetween(code, [2005, 'revised'], [2009, 'revised'])

/** Of 2010-2015 as first published; of the urban share where it was found. */
export const paceBefore2015 = (code: string): Pace => paceBetween(code, [2010, 'revised'], [2015, 'first'])

const rootMeanSquare = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, one) => sum + one * one, 0) / values.length)

/** Over the provinces, all as known in 2010: how paces of two years changed, and by how much a census had found the series off. */
function knownErrors(of: Variable): { change: number; revision: number } {
  const change = PROVINCES.map(
    (code) =>
      changeOf(code, of, [2007, 'revised'], [2009, 'revised'])! -
      changeOf(code, of, [2005, 'revised'], [2007, 'revised'])!,
  )
  const revision = PROVINCES.map(
    (code) =>
      changeOf(code, of, [2009, 'revised'], [2010, 'revised'])! -
      changeOf(code, of, [2005, 'revised'], [2009, 'revised'])!,
  )
  return { change: rootMeanSquare(change), revision: rootMeanSquare(revision) }
}

const YEARS = 5

/** Errors of a yearly pace: of one that is taken to go on for five years, and of one of five years that was printed. */
export function paceErrors(of: Variable): { readonly ahead: number; readonly printed: number } {
  const { change, revision } = knownErrors(of)
  return { ahead: Math.hypot(change, revision / YEARS), printed: revision / YEARS }
}

/** The paces of the first five years as 2010 expected and as 2015 had them printed. */
export function knownPaces(code: string): { readonly 2010: PrintedPace[]; readonly 2015: PrintedPace[] } {
  const paces = (pace: Pace, which: 'ahead' | 'printed'): PrintedPace[] => {
    const { share, growth } = pace
    return [
      ...(share === undefined
        ? []
        : [{ of: 'urban_share', steps: YEARS, yearly: share, error: paceErrors('share')[which] } as const]),
      { of: 'residents', steps: YEARS, yearly: growth, error: paceErrors('residents')[which] },
    ]
  }
  return { 2010: paces(paceBefore2010(code), 'ahead'), 2015: paces(paceBefore2015(code), 'printed') }
}
