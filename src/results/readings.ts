/** What other readings of a datum of the calibration make of each draw of a run. */
import type { Dataset } from '../dataset/dataset.js'
import type { Plan } from '../plan/plan.js'
import type { RunHeader } from './run-header.js'

/** Column of the draws that readings are of. */
const OF_DATUM = 'late_share'

/**
 * The readings of the data folder, with the value that tells a row of its draws and what that row says of the datum;
 * undefined where the folder has none, or no uncertainty of the plan is drawn from those rows.
 *
 * Rows that an input does not tell apart (six digits) have the mean of what they say.
 */
export function readingsIn(plan: Plan, { readings }: Dataset): RunHeader['readings'] {
  const said = readings?.columns.get(OF_DATUM)
  if (!readings || !said) return undefined
  const columns = [...readings.columns].filter(([name]) => name !== OF_DATUM).map(([, values]) => values)
  for (const { name, distribution } of plan.uncertainties) {
    if (distribution.kind !== 'empirical' || distribution.joint === undefined) continue
    const own = columns.find((values) => areSame(values, distribution.values))
    if (!own) continue
    const choices = readings.choices.map(({ provenance: _, ...choice }) => choice)
    return { input: name, choices, rows: rowsOf(own, said) }
  }
  return undefined
}

const areSame = (one: Float64Array, other: readonly number[]) =>
  one.length === other.length && one.every((value, row) => value === other[row])

/** Pairs of an input's value and what is said of the datum, by rising value. */
function rowsOf(own: Float64Array, said: Float64Array): [number, number][] {
  const found = new Map<number, { sum: number; count: number }>()
  own.forEach((value, row) => {
    const { sum, count } = found.get(value) ?? { sum: 0, count: 0 }
    found.set(value, { sum: sum + said[row], count: count + 1 })
  })
  return [...found]
    .sort(([one], [other]) => one - other)
    .map(([value, { sum, count }]) => [value, sum / count])
}
