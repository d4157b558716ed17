/** What every target asks before it makes a table: the year, the unit of people, places of one level. */
import type { Answers } from '../answers.js'
import type { ImportDoubt } from '../doubts.js'
import { LEFT_OUT } from '../place-doubts.js'
import { type CountedUnit, unitOf } from '../understand/unit-words.js'
import { distinct, type Placed } from './made.js'

export interface Settled {
  readonly observations: readonly Placed[]
  readonly doubts: readonly ImportDoubt[]
}

const PERSONS: CountedUnit = { base: 'person', power: 0 }
const PERCENT: CountedUnit = { base: 'share', power: -2 }
const PART: CountedUnit = { base: 'share', power: 0 }
/** A table of which no place has so many is not surely one of whole persons: provinces in 万人, cities in thousands have fewer. */
const FEW = 200_000

/** Observations with a unit of people and shares each; asked where none is said. */
export function withUnits(observations: readonly Placed[], answers: Answers): Settled {
  const isCount = ({ measure, isShare }: Placed) => measure === 'people' && !isShare
  const without = ({ unit: one }: Placed) =>
    one === undefined || (one.base === 'number' ? one.power === 0 : one.base !== 'person')
  const bare = observations.filter((one) => isCount(one) && without(one))
  // a unit that is not known may be of thousands
  const isPlain = ({ digits, unit: one }: Placed) =>
    !digits.includes('.') && (one === undefined || one.base === 'number')
  const arePersons =
    bare.every(isPlain) && bare.some(({ digits, isWhole }) => !isWhole && Number(digits) >= FEW)
  const unit = answers.unit ?? (arePersons ? PERSONS : undefined)
  const shares = unitOfShares(observations)
  const settled = observations.map((one): Placed => {
    if (isCount(one)) return { ...one, unit: without(one) ? (unit ?? PERSONS) : inPersons(one.unit!) }
    return isShareOf(one) ? { ...one, unit: shares(one.unit) } : one
  })
  if (bare.length === 0 || unit !== undefined) return { observations: settled, doubts: [] }
  const doubt: ImportDoubt = {
    problem: {
      code: 'unit-missing',
      where: bare[0].at,
      found: `${bare[0].digits} without a unit`,
      expected: 'a unit of people in a heading or the title, such as (10000 persons)',
      hint: 'Say it with --unit.',
    },
    choices: ['person', '1000 persons', '10000 persons'].map((text) => ({
      text,
      answers: { ...answers, unit: unitOf(text) },
    })),
  }
  return { observations: settled, doubts: [doubt] }
}

const inPersons = (unit: CountedUnit): CountedUnit =>
  unit.base === 'number' ? { base: 'person', power: unit.power } : unit

const isShareOf = ({ measure, isShare }: Placed) => measure === 'urban_share' || isShare

/** Shares that nowhere are below one per cent: of towns, of ages of ten years and more, of those from 65 on. */
const isLarge = ({ measure, age }: Placed) =>
  measure === 'urban_share' ||
  (age !== 'all' && (age.to === undefined ? age.from <= 65 : age.to - age.from >= 9))

/**
 * The unit of shares of people. A cell that a workbook shows as 68.91 % holds 0.6891, also below a heading with a per
 * cent sign: where no share is above 1, and one of them is of many, all are parts of one.
 */
function unitOfShares(observations: readonly Placed[]): (unit: CountedUnit | undefined) => CountedUnit {
  const shares = observations.filter(isShareOf)
  const areParts = shares.every(({ digits }) => Number(digits) <= 1)
  const isSure = areParts && shares.some(isLarge)
  return (unit) => (unit === undefined ? (areParts ? PART : PERCENT) : isSure ? PART : unit)
}

/** Observations with a year each: that of the table, or the one asked for. */
export function withYear(observations: readonly Placed[], answers: Answers): Settled {
  const yearless = observations.find(({ year }) => year === undefined)
  if (yearless === undefined) return { observations, doubts: [] }
  const settled = observations.map((one) => ({ ...one, year: one.year ?? answers.year }))
  if (answers.year !== undefined) return { observations: settled, doubts: [] }
  const typed = (text: string) =>
    /^(?:19|20)\d{2}$/.test(text) ? { ...answers, year: Number(text) } : undefined
  const problem = {
    code: 'year-missing',
    where: yearless.at,
    found: 'figures without a year',
    expected: 'a year in a title, a heading or a column',
    hint: 'Say it with --year.',
  } as const
  return { observations: settled, doubts: [{ problem, choices: [], typed }] }
}

/** Observations of one year, the one asked for where there are several. */
export function ofOneYear(observations: readonly Placed[], answers: Answers): Settled {
  const { observations: all, doubts } = withYear(observations, answers)
  const years = distinct(all.flatMap(({ year }) => year ?? [])).sort((a, b) => b - a)
  if (doubts.length > 0 || years.length < 2) return { observations: all, doubts }
  if (answers.year !== undefined && years.includes(answers.year))
    return { observations: all.filter(({ year }) => year === answers.year), doubts: [] }
  const problem = {
    code: 'years-several',
    where: all[0].at,
    found: `figures of ${years.join(', ')}`,
    expected: 'one year: a table of totals holds one',
    hint: 'Say which with --year.',
  } as const
  return {
    observations: all,
    doubts: [
      { problem, choices: years.map((year) => ({ text: String(year), answers: { ...answers, year } })) },
    ],
  }
}

/** Whether a place lies in another, by the codes of GB/T 2260. */
const liesIn = (inner: string, outer: string) =>
  inner.length > outer.length && /^\d{2,6}$/.test(outer) && inner.startsWith(outer)

/** Places of one level, and the region that all lie in: a place beside its own parts would count twice. */
export function ofOneLevel(
  observations: readonly Placed[],
  answers: Answers,
): Settled & { readonly region: string | undefined } {
  const codes = distinct(observations.map(({ matched }) => matched)).filter(
    (code) => code !== '' && code !== LEFT_OUT,
  )
  const region = codes.find(
    (code) => codes.length > 1 && codes.every((other) => other === code || liesIn(other, code)),
  )
  const parts = codes.filter((code) => code !== region)
  const nested = parts.find((code) => parts.some((other) => liesIn(other, code)))
  if (nested === undefined) return { observations, doubts: [], region }
  const lengths = distinct(parts.map((code) => code.length)).sort((a, b) => a - b)
  const at = observations.find(({ matched }) => matched === nested)!.at
  const of = (length: number) => parts.filter((code) => code.length === length)
  const without = (kept: number) =>
    new Map([
      ...answers.places,
      ...observations
        .filter(({ matched }) => matched !== region && matched !== '' && matched.length !== kept)
        .map(({ place, code }) => [place === '' ? code : place, LEFT_OUT] as const),
    ])
  return {
    observations,
    region,
    doubts: [
      {
        problem: {
          code: 'places-nested',
          where: at,
          found: `${nested} beside places that lie in it`,
          expected: 'places of one level, and one region that all lie in',
          hint: 'Leave the others out with --place NAME=-.',
        },
        choices: lengths.map((length) => ({
          text: `${of(length).length} places with codes of ${length} digits`,
          answers: { ...answers, places: without(length) },
        })),
      },
    ],
  }
}
