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

/** Failed draws of a policy; such a trajectory is NaN in every column, so one column of the region is enough. */
export async function countFailedTrajectories(
  header: RunHeader,
  reader: OutcomeReader,
  policy: number,
): Promise<FailedTrajectories> {
  const draws: number[] = []
  let count = 0
  // a city's column may also lack a ratio
  const names = header.outcomes.filter(({ place }) => place === 0).map(({ name }) => name)
  await eachColumn(reader, policy, names.slice(0, 1), (values) => {
    for (let draw = 0; draw < values.length; draw++) {
      if (Number.isNaN(values[draw]) && ++count <= NAMED) draws.push(draw)
    }
  })
  return { count, draws }
}
