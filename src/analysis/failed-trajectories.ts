/** Trajectories that gave no numbers: how many, and which. */
import type { OutcomeReader } from '../results/outcome-reader.js'
import type { RunHeader } from '../results/run-header.js'
import { eachColumn } from './read-columns.js'

/** Most draws that are listed. */
const NAMED = 5

export interface FailedTrajectories {
  readonly count: number
  /** The first of them, upwards. */
  readonly draws: readonly number[]
}

/**
 * Failed draws of a policy: such a trajectory is NaN in every column. A ratio may also lack its denominator, so that one
 * column is enough only where it is a count; else a draw counts that has a number in none.
 */
export async function countFailedTrajectories(
  header: RunHeader,
  reader: OutcomeReader,
  policy: number,
): Promise<FailedTrajectories> {
  const failed = new Uint8Array(reader.draws).fill(header.outcomes.length > 0 ? 1 : 0)
  for (const name of decisive(header)) {
    await eachColumn(reader, policy, [name], (values) => {
      for (let draw = 0; draw < values.length; draw++) if (!Number.isNaN(values[draw])) failed[draw] = 0
    })
    if (!failed.includes(1)) break
  }
  const draws: number[] = []
  let count = 0
  for (let draw = 0; draw < failed.length; draw++) {
    if (failed[draw] === 1 && ++count <= NAMED) draws.push(draw)
  }
  return { count, draws }
}

/** Names of the columns that tell a failed trajectory: one of a count, or all where every indicator is a ratio. */
function decisive({ indicators, outcomes }: RunHeader): string[] {
  const counts = new Set(indicators.filter(({ per }) => per < 0).map(({ name }) => name))
  const one = outcomes.find(({ indicator }) => counts.has(indicator))
  return one ? [one.name] : outcomes.map(({ name }) => name)
}
