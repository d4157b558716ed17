/** Ends a sweep from any machine: its coordinator, where there is one, ends with what is finished. */
import { fail } from '../vocabulary/problems.js'
import type { QueueConnection } from './connect.js'
import { KEPT, KEYS } from './names.js'
import { sweepAway, sweepsAt } from './records.js'

/** Throws CitywardError where the queue knows no sweep of this name. */
export async function cancelSweep(connection: QueueConnection, sweep: string): Promise<void> {
  const { redis, shown } = connection
  const sweeps = await sweepsAt(redis)
  const ids = sweeps.map(({ id }) => id)
  if (!ids.includes(sweep))
    fail({
      code: 'sweep-unknown',
      where: { file: shown },
      found: `the sweep "${sweep}"`,
      expected: ids.length === 0 ? 'one of the queue, which has none' : `one of ${ids.join(', ')}`,
    })
  await redis.set(KEYS.cancelled(sweep), '1', 'EX', KEPT)
  await sweepAway(connection, sweep)
}
