/** Trajectories that gave no numbers: how many, which, and why. */

import type { Failure } from '../results/failures.js'
import type { OutcomeReader } from '../results/outcome-reader.js'
import type { RunHeader } from '../results/run-header.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import { eachColumn } from './read-columns.js'

/** Draws that are named one by one. */
const NAMED = 5

export interface FailedTrajectories {
  readonly count: number
  /** The first of them, upwards. */
  readonly draws: readonly number[]
}

/** Failed draws of a policy; such a trajectory is NaN in every column, so one column tells. */
export async function countFailedTrajectories(
  header: RunHeader,
  reader: OutcomeReader,
  policy: number,
): Promise<FailedTrajectories> {
  const draws: number[] = []
  let count = 0
  const names = header.outcomes.slice(0, 1).map(({ name }) => name)
  await eachColumn(reader, policy, names, (values) => {
    for (let draw = 0; draw < values.length; draw++) {
      if (Number.isNaN(values[draw]) && ++count <= NAMED) draws.push(draw)
    }
  })
  return { count, draws }
}

/** What is said of them; the cause of the first is named where the run knows it. */
export function failureFinding(
  { title: policy, failed }: { readonly title: Bilingual; readonly failed: FailedTrajectories },
  cause: Failure | undefined,
  draws: number,
  seed: number,
): Bilingual {
  const first = failed.draws.join(', ')
  const more = failed.count > NAMED ? ', ...' : ''
  const [count, all] = [failed.count.toLocaleString('en'), draws.toLocaleString('en')]
  return {
    en: `${policy.en}: ${count} of ${all} trajectories gave no number (draws ${first}${more} of seed ${seed}); they count as not reached and are left out of medians and ranges.${cause ? ` Draw ${cause.draw}: ${cause.detail} [${cause.code}].` : ''}`,
    zh: `${policy.zh}：${all}条轨迹中有${count}条未得出数值（种子${seed}的第${first}${more}次抽样）；按未达到计，不计入中位数和区间。${cause ? `第${cause.draw}次：${cause.detail} [${cause.code}]。` : ''}`,
  }
}
