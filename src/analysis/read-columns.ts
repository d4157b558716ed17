/** Reads outcome columns a few at a time into memory that is reused. */
import { columnAt, type OutcomeColumn } from '../plan/outcome-columns.js'
import type { OutcomeReader } from '../results/outcome-reader.js'
import type { RunHeader } from '../results/run-header.js'

/** Bytes of columns held at once: a column of a million draws is 8 MB. */
const HELD = 8 * 2 ** 20

/**
 * Visit columns of a policy in their order, in groups that fit `HELD` bytes, or one by one where none fits.
 *
 * draws  the first so many only; all where left out
 *
 * The values passed to `visit` are overwritten by those of a later group.
 */
export async function eachColumn(
  reader: OutcomeReader,
  policy: number,
  names: readonly string[],
  visit: (values: Float64Array, index: number) => void,
  draws = reader.draws,
): Promise<void> {
  const into = buffersFor(names.length, draws)
  for (let first = 0; first < names.length; first += into.length) {
    const columns = await reader.read(policy, names.slice(first, first + into.length), { draws, into })
    columns.forEach((values, index) => {
      visit(values, first + index)
    })
  }
}

/** Visit each column together with the same column of another policy. */
export async function eachPair(
  reader: OutcomeReader,
  policies: readonly [number, number],
  names: readonly string[],
  visit: (values: Float64Array, others: Float64Array, index: number) => void,
): Promise<void> {
  const { draws } = reader
  const [into, beside] = policies.map(() => buffersFor(names.length, draws))
  for (let first = 0; first < names.length; first += into.length) {
    const group = names.slice(first, first + into.length)
    const columns = await reader.read(policies[0], group, { draws, into })
    const others = await reader.read(policies[1], group, { draws, into: beside })
    columns.forEach((values, index) => {
      visit(values, others[index], first + index)
    })
  }
}

/** Buffers for as many columns as are read at once. */
function buffersFor(columns: number, draws: number): Float64Array[] {
  const fitting = Math.max(1, Math.floor(HELD / (8 * Math.max(1, draws))))
  return Array.from({ length: Math.min(columns, fitting) }, () => new Float64Array(draws))
}

/** The column of an indicator at a place (index) and year, if the run has it. */
export function findColumn(
  header: RunHeader,
  indicator: string,
  place: number,
  year: number,
): OutcomeColumn | undefined {
  return header.outcomes[columnAt(header, indicator, place, year)]
}
