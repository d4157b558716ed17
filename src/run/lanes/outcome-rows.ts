/**
 * The indicators of draws simulated side by side, read off their memory in vectors: the bits of outcomes.ts. What has not
 * changed is not read again.
 */
import type { RowMemory } from '../../kernel/row-memory.js'
import type { Plan } from '../../plan/plan.js'
import { byCauses } from '../year/dependencies.js'
import { type OutcomeSource, outcomeSources } from '../year/outcomes.js'

/** Where the outcomes of draws go: outcomes[column, draw], of which they are some. */
export interface OutcomePlace {
  readonly outcomes: Float64Array
  /** Draws of a column, and which of them the first draw is. */
  readonly draws: number
  readonly first: number
}

/** Columns whose numbers stand one after another, as those of cities do; `at`: the row of the first. */
interface Stretch {
  readonly source: OutcomeSource
  readonly count: number
  readonly at: number
}

/** Doubles of rows that outcomes are kept in, and one that denominators are added up in. */
export function outcomeRowsSize({ outcomes }: Plan, draws: number): number {
  return (outcomes.length + 1) * draws
}

/**
 * A function that writes the outcomes of the first `count` of draws simulated side by side, and marks those with a value
 * that is no finite number. A ratio without a denominator is missing and marks nothing.
 *
 * own     offset of its rows in memory
 * causes  of every slot (dependencies.ts)
 */
export function createOutcomeRows(
  plan: Plan,
  rows: RowMemory,
  draws: number,
  own: number,
  causes: Int32Array,
): (count: number, to: OutcomePlace, failed: Uint8Array, changed: number) => void {
  const memory = rows.doubles
  const denominators = own + plan.outcomes.length * draws
  const { stretches, rowOf } = stretchesOf(plan)
  const known = byCauses(
    stretches,
    ({ source: { of, per } }) => causes[of.slot] | (per ? causes[per.slot] : 0),
  ).map((together) => ({ ...together, failed: new Uint8Array(draws) }))

  /** False where a value is no finite number. */
  const read = ({ source: { of, per, times }, count, at }: Stretch): boolean => {
    const to = own + at * draws
    const size = count * draws
    let above = of.at * draws
    let below = per && per.at * draws
    if (of.count > 1) {
      rows.sum(above, of.count, to, draws)
      above = to
    }
    if (per && per.count > 1) {
      rows.sum(per.at * draws, per.count, denominators, draws)
      below = denominators
    }
    return below === undefined
      ? rows.scale(above, times, to, size)
      : rows.ratio(above, below, times, to, size)
  }
  /** Numbers that are not added up stand where they were computed; denominators that are, where `read` left them. */
  const markFailed = ({ source: { of, per }, count, at }: Stretch, failed: Uint8Array) => {
    const below = per && (per.count > 1 ? denominators : per.at * draws)
    for (let k = 0; k < count * draws; k++) {
      const value = own + at * draws + k
      if (Number.isFinite(memory[value])) continue
      const missing = below !== undefined && memory[below + k] === 0 && isFiniteSum(memory, of, draws, k)
      if (missing) memory[value] = Number.NaN
      else failed[k % draws] = 1
    }
  }
  return (count, to, failed, changed) => {
    for (const { causes, members, failed: found } of known) {
      if (causes & changed) {
        found.fill(0)
        for (const stretch of members) if (!read(stretch)) markFailed(stretch, found)
      }
      for (let draw = 0; draw < count; draw++) failed[draw] |= found[draw]
    }
    for (let column = 0; column < rowOf.length; column++) {
      const from = own + rowOf[column] * draws
      const at = column * to.draws + to.first
      for (let draw = 0; draw < count; draw++) to.outcomes[at + draw] = memory[from + draw]
    }
  }
}

/** Whether the sum of a draw's numbers is finite; of numbers that stand in one row it is the number. */
function isFiniteSum(
  memory: Float64Array,
  { at, count }: OutcomeSource['of'],
  draws: number,
  k: number,
): boolean {
  let sum = memory[at * draws + k]
  for (let row = 1; row < count; row++) sum += memory[(at + row) * draws + k]
  return Number.isFinite(sum)
}

/** Columns put together where they stand together: by indicator, year and place. rowOf: the row of each column. */
function stretchesOf(plan: Plan): { stretches: Stretch[]; rowOf: Int32Array } {
  const sources = outcomeSources(plan)
  const indicators = plan.indicators.map(({ name }) => name)
  const order = plan.outcomes
    .map(({ indicator, year, place }, column) => ({
      column,
      key: [indicators.indexOf(indicator), year, place],
    }))
    .sort(({ key: [a, b, c] }, { key: [x, y, z] }) => a - x || b - y || c - z)
  const rowOf = new Int32Array(sources.length)
  const stretches: Stretch[] = []
  order.forEach(({ column: index }, row) => {
    rowOf[index] = row
    const source = sources[index]
    const last = stretches.at(-1)
    if (last && isNextTo(last, source)) stretches[stretches.length - 1] = { ...last, count: last.count + 1 }
    else stretches.push({ source, count: 1, at: row })
  })
  return { stretches, rowOf }
}

/** Whether a column's numbers stand next after those of a stretch. */
function isNextTo({ source: { of, per, times }, count }: Stretch, next: OutcomeSource): boolean {
  const alone =
    of.count === 1 && next.of.count === 1 && (per?.count ?? 1) === 1 && (next.per?.count ?? 1) === 1
  const sameKind = of.slot === next.of.slot && per?.slot === next.per?.slot && times === next.times
  return alone && sameKind && next.of.at === of.at + count && (!per || next.per!.at === per.at + count)
}
