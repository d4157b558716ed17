/** Checks the numbers behind services in the memory of draws simulated side by side. */
import type { RowMemory } from '../../kernel/row-memory.js'
import type { Plan } from '../../plan/plan.js'
import { byCauses } from '../year/dependencies.js'
import type { RowLayout } from '../year/memory.js'
import { type BoundedColumn, boundedColumns, isInBounds } from '../year/service-bounds.js'

/**
 * A function that marks the draws with a number in a year that no service can have. Columns that have not changed are
 * not checked again; what was found in them stays true.
 *
 * causes  of every slot (dependencies.ts)
 */
export function createServiceMarks(
  plan: Plan,
  rows: RowMemory,
  layout: RowLayout,
  causes: Int32Array,
): (year: number, failed: Uint8Array, changed: number) => void {
  const { draws, width } = layout
  const groups = byCauses(boundedColumns(plan), ({ slot }) => causes[slot])
  const known = plan.years.map(() => groups.map((group) => ({ ...group, failed: new Uint8Array(draws) })))
  const memory = rows.doubles
  const check = (column: BoundedColumn, year: number, failed: Uint8Array) => {
    let at = layout.at(column.slot, year)
    if (rows.isWithin(at, column.high, width)) return
    for (let city = 0; city < plan.dims.cities; city++) {
      for (let draw = 0; draw < draws; draw++) if (!isInBounds(memory[at++], column)) failed[draw] = 1
    }
  }
  return (year, failed, changed) => {
    for (const { causes, members, failed: found } of known[year]) {
      if (causes & changed) {
        found.fill(0)
        for (const column of members) check(column, year, found)
      }
      for (let draw = 0; draw < draws; draw++) failed[draw] |= found[draw]
    }
  }
}
