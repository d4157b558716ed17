/** What targets have in common: a table to be made of observations whose places have codes. */
import { formatNumber, howMany } from '../../vocabulary/numbers.js'
import type { Problem } from '../../vocabulary/problems.js'
import type { Answers } from '../answers.js'
import type { ImportDoubt } from '../doubts.js'
import type { KnownPlaces } from '../place-doubts.js'
import type { OfficeFigure } from '../understand/figures.js'

/** An observation of a place that is matched. */
export interface Placed extends OfficeFigure {
  readonly matched: string
}

export interface TargetInput {
  readonly observations: readonly Placed[]
  readonly answers: Answers
  readonly known: KnownPlaces
  /** Id of the source in sources.csv. */
  readonly source: string
  /** A remark for rows that have a column for it. */
  readonly note: string
}

/** A table of a data folder, and what makes two rows one. */
export interface MadeTable {
  readonly file: string
  readonly header: readonly string[]
  /** Columns that together name a row; of `oneOf` the first that is filled. */
  readonly keys: readonly string[]
  readonly oneOf?: true
  readonly rows: readonly (readonly string[])[]
}

export interface Made {
  readonly table: MadeTable
  readonly problems: readonly Problem[]
  readonly doubts: readonly ImportDoubt[]
  /** Headings that nothing was made of. */
  readonly unused: readonly string[]
}

/** Digits times ten to a power, every digit kept: 512.34 of 10,000 is 5123400. */
export function shifted(digits: string, power: number): string {
  const [, sign, whole, decimals = ''] = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(digits) ?? []
  if (whole === undefined) return formatNumber(Number(digits) * 10 ** power)
  const all = whole + decimals
  const point = whole.length + power
  const padded = point > 0 ? all.padEnd(point, '0') : '0'.repeat(1 - point) + all
  const at = Math.max(point, 1)
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const behind = padded.slice(at)
  return `${sign === '-' ? '-' : ''}${before}${behind === '' ? '' : `.${behind}`}`
}

/** The sum of digits, exact, with as many decimals as the finest has. */
export function exactSum(all: readonly string[]): string {
  const decimals = Math.max(...all.map((digits) => digits.split('.')[1]?.length ?? 0))
  const sum = all.reduce((total, digits) => total + BigInt(shifted(digits, decimals)), 0n)
  return shifted(String(sum), -decimals)
}

/** Most pairs of figures that are told one by one: a column that is taken for another gives thousands. */
const MOST_TOLD = 8

/** What can be less than nothing; a thing without a measure's name may be. */
const EITHER_SIGN = 'natural_growth_rate'

const isBelowNought = ({ measure, digits }: Placed) =>
  measure !== undefined && measure !== EITHER_SIGN && Number(digits) < 0

/** Problems of which the last says how many more there are. */
function withOthers(told: readonly Problem[], all: number, noun: string): readonly Problem[] {
  const [others, last] = [all - told.length, told.at(-1)]
  if (others === 0 || last === undefined) return told
  return [...told.slice(0, -1), { ...last, found: `${last.found} (and ${howMany(others, noun)})` }]
}

/** Figures by what they are of; two that differ are a problem, two that agree are one, and no count or rate is below nought. */
export class Cells {
  private readonly cells = new Map<string, Placed>()
  private readonly told: Problem[] = []
  private readonly negative: Placed[] = []
  private differing = 0

  get problems(): readonly Problem[] {
    return [...this.belowNought, ...this.pairs]
  }

  private get belowNought(): readonly Problem[] {
    const told = this.negative.slice(0, MOST_TOLD).map(
      ({ at, digits, measure }): Problem => ({
        code: measure === 'people' ? 'people-negative' : 'rate-out-of-range',
        where: at,
        found: digits,
        expected: measure === 'people' ? 'zero people or more' : 'zero or more',
        hint: 'If this is a change or a mark of a missing figure, leave the column out in the mapping (`is: ignore`), or empty the cell.',
      }),
    )
    return withOthers(told, this.negative.length, 'more figure')
  }

  private get pairs(): readonly Problem[] {
    return withOthers(this.told, this.differing, 'more pair')
  }

  put(key: readonly (string | number)[], one: Placed): void {
    if (isBelowNought(one)) this.negative.push(one)
    const name = key.join('\n')
    const before = this.cells.get(name)
    if (before === undefined) this.cells.set(name, one)
    else if (Number(before.digits) !== Number(one.digits)) {
      const { line, field } = before.at
      this.differing++
      if (this.told.length === MOST_TOLD) return
      this.told.push({
        code: 'figures-differ',
        where: one.at,
        found: `${one.digits} for ${name
          .split('\n')
          .filter((part) => part !== '')
          .join(', ')}`,
        expected: `${before.digits}, as in ${[line === undefined ? '' : `line ${line}`, field ?? ''].filter((text) => text !== '').join(', ')}`,
        hint: 'Two figures of one thing: in the mapping leave a column out (`is: ignore`), or all but one entry of a list (`only: ENTRY`).',
      })
    }
  }

  get(...key: readonly (string | number)[]): Placed | undefined {
    return this.cells.get(key.join('\n'))
  }
}

/** Distinct values in the order in which they come. */
export const distinct = <Value>(values: Iterable<Value>): Value[] => [...new Set(values)]
