/** values.csv: numbers of places by year, such as stocks of services and annual series, in their base units. */
import type { Problem } from '../../vocabulary/problems.js'
import { plainText } from '../understand/parts.js'
import { isWholeOnly } from '../understand/unit-words.js'
import { Cells, distinct, type Made, type Placed, shifted, type TargetInput } from './made.js'
import { withUnits, withYear } from './settled.js'
import { withoutCodes } from './without-codes.js'

const HEADER = ['code', 'variable', 'year', 'value', 'unit', 'source', 'quality', 'note']

export function valuesTable({ observations, answers, source, note }: TargetInput): Made {
  const year = withYear(observations, answers)
  const units = withUnits(year.observations, answers)
  const cells = new Cells()
  const rows: string[][] = []
  const problems: Problem[] = []
  for (const one of units.observations) {
    const variable = variableOf(one)
    if (variable === undefined) {
      problems.push(unnamed(one))
      continue
    }
    const isNew = cells.get(one.matched, variable, one.year ?? '') === undefined
    cells.put([one.matched, variable, one.year ?? ''], one)
    if (!isNew) continue
    const { unit, value } = inBase(one)
    if (one.unit?.power === 0 && isWholeOnly(one.measure) && value.includes('.'))
      problems.push(inParts(one, unit))
    rows.push([one.matched, variable, String(one.year ?? ''), value, unit, source, 'data', note])
  }
  return {
    table: { file: 'values.csv', header: HEADER, keys: ['code', 'variable', 'year'], rows },
    problems: [...cells.problems, ...onePerHeading(problems), ...withoutCodes(units.observations)],
    doubts: [...year.doubts, ...units.doubts],
    unused: [],
  }
}

/** What scenarios call the number by: hospital_beds, urban_population, resident_population_60_plus. */
function variableOf({ measure, heading, sex, age, residence, isShare }: Placed): string | undefined {
  const base =
    measure === 'people'
      ? residence === 'all'
        ? 'resident_population'
        : `${residence}_population`
      : (measure ?? wordOf(heading))
  if (base === undefined) return undefined
  const parts = [
    base,
    ...(isShare ? ['share'] : []),
    ...(measure !== 'people' && residence !== 'all' ? [residence] : []),
    ...(sex === 'all' ? [] : [sex]),
    ...(age === 'all' ? [] : [age.from, age.to === age.from ? '' : (age.to ?? 'plus')]),
  ]
  return parts.filter((part) => part !== '').join('_')
}

/** A heading in English as a name; one in Chinese that is not known has none. */
function wordOf(heading: string): string | undefined {
  const word = plainText(heading)
    .replaceAll(/\(.*?\)/g, ' ')
    .replaceAll(/(?:19|20)\d{2}/g, ' ')
    .replaceAll(/[^\p{L}\d]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
  return /^[a-z][a-z0-9_]{1,60}$/.test(word) ? word : undefined
}

/** A part of a bed, or of a birth, is one of 10,000 or 100, whose unit is not where it is looked for. */
const inParts = ({ at, digits }: Placed, unit: string): Problem => ({
  code: 'unit-missing',
  where: at,
  found: `${digits} ${unit}`,
  expected: 'a whole number, or a unit such as (1000 persons) or (100 beds) in the heading',
  hint: 'Write it into the mapping as `unit`.',
})

const unnamed = ({ at, heading }: Placed): Problem => ({
  code: 'heading-unclear',
  where: at,
  found: heading === '' ? 'figures without a heading' : `figures under "${heading}"`,
  expected: 'something that is known to be counted, or a heading in English',
  hint: 'In the mapping write the name that scenarios shall use as `of`, or `is: ignore`.',
})

function onePerHeading(problems: readonly Problem[]): Problem[] {
  return problems.filter((one, at) => problems.findIndex(({ found }) => found === one.found) === at)
}

/** A value in the unit of a data folder: 万人 as person, per cent as share, per mille of a rate as 1 / year. */
function inBase({ digits, unit, measure }: Placed): { readonly unit: string; readonly value: string } {
  if (unit === undefined) return { unit: 'number', value: digits }
  const value = shifted(digits, unit.power)
  const isRate = unit.base === 'share' && measure !== undefined && /_rate$/.test(measure)
  return {
    unit: isRate ? '1 / year' : unit.base,
    value: value.includes('.') ? value.replace(/\.?0+$/, '') : value,
  }
}

/** How many different things a table counts. */
export const variablesOf = (observations: readonly Placed[]) => distinct(observations.map(variableOf))
