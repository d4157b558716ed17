/** Which shard of a run this machine simulates: given, or taken from the environment of a job array. */
import type { Shard } from '../store/identity.js'
import { fail } from '../vocabulary/problems.js'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * `3/8`, or `auto` where a Slurm job array gives index and count, or `auto/8` where the environment gives the index only.
 *
 * Slurm: SLURM_ARRAY_TASK_ID between _MIN and _MAX, _COUNT of them, evenly spaced. Kubernetes (an indexed Job):
 * JOB_COMPLETION_INDEX from 0, without a count. With a given count, Slurm's numbers are read from 0 too, since a job
 * that is submitted again for some of its tasks no longer knows how many there were.
 *
 * Throws CitywardError for anything else.
 */
export function shardOf(text: string, environment: Environment): Shard {
  const [, which, of] = /^(auto|\d{1,6})(?:\/(\d{1,6}))?$/.exec(text) ?? []
  const count = of === undefined ? undefined : Number(of)
  if (which === undefined || (which !== 'auto' && count === undefined)) return refuse(text)
  if (which !== 'auto') return checked({ index: Number(which), count: count! }, text)
  const job = numberIn(environment, 'JOB_COMPLETION_INDEX')
  const task = numberIn(environment, 'SLURM_ARRAY_TASK_ID')
  const index = job ?? task
  if (index === undefined) return refuse(`${text} outside a job array`)
  if (count !== undefined) {
    const name = job === undefined ? 'SLURM_ARRAY_TASK_ID' : 'JOB_COMPLETION_INDEX'
    return checked({ index: index + 1, count }, `${text} with ${name}=${index}, which is counted from 0`)
  }
  if (job !== undefined)
    return refuse(
      `${text} in a Kubernetes job, which does not say how many there are`,
      `Say auto/8 for eight.`,
    )
  return ofArray(environment, index)
}

function ofArray(environment: Environment, id: number): Shard {
  const [least, most, count] = ['MIN', 'MAX', 'COUNT'].map((name) =>
    numberIn(environment, `SLURM_ARRAY_TASK_${name}`),
  )
  if (least === undefined || most === undefined || count === undefined)
    return refuse('a Slurm job array without SLURM_ARRAY_TASK_MIN, _MAX and _COUNT')
  const step = count === 1 ? 1 : (most - least) / (count - 1)
  const index = (id - least) / step + 1
  if (!Number.isInteger(step) || !Number.isInteger(index))
    return refuse(`a Slurm job array of unevenly spaced numbers`, 'Say which of how many with --shard 3/8.')
  return checked({ index, count }, `task ${id} of ${least} to ${most}`)
}

function numberIn(environment: Environment, name: string): number | undefined {
  const text = environment[name]
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function checked(shard: Shard, found: string): Shard {
  return shard.index >= 1 && shard.index <= shard.count ? shard : refuse(found)
}

function refuse(found: string, hint?: string): never {
  return fail({
    code: 'shard-wrong',
    where: { file: '--shard' },
    found,
    expected: 'a share such as 3/8, or auto in a job array',
    hint,
  })
}
