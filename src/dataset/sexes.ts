/** Folders that hold women only: men's rows are not wanted, and men are put in for the model. */
import { SEXES } from '../vocabulary/dimensions.js'
import type { AgeForm } from './age-tables.js'
import type { AgeTable } from './dataset.js'
import type { Header } from './header.js'

/** The axis of sexes of a table of this folder. */
export function sexAxis({ womenOnly }: Pick<Header, 'womenOnly'>): AgeForm['axes'][number] {
  return { column: 'sex', words: womenOnly ? ['female'] : SEXES }
}

/**
 * Tables of both sexes [..., sex, age, city] from those of women; others are returned as they are.
 *
 * cells  of one sex: ages times cities
 * men    none: zero in every cell; as women: the women's numbers again, so that boys survive as girls do
 */
export function withMen(
  { womenOnly }: Pick<Header, 'womenOnly'>,
  tables: Map<number, AgeTable>,
  cells: number,
  men: 'none' | 'as women',
): Map<number, AgeTable> {
  if (!womenOnly) return tables
  const both = new Map<number, AgeTable>()
  for (const [year, table] of tables) {
    const values = new Float64Array(table.values.length * 2)
    for (let from = 0; from < table.values.length; from += cells) {
      const women = table.values.subarray(from, from + cells)
      if (men === 'as women') values.set(women, 2 * from)
      values.set(women, 2 * from + cells)
    }
    both.set(year, { ...table, values })
  }
  return both
}
