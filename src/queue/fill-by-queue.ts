/** Fills a run folder with parts that workers of a queue make, for `simulate`. */

import type { ScenarioPack } from '../studies/input-files.js'
import type { Fill } from '../studies/simulate.js'
import { connectQueue } from './connect.js'
import { Coordinator } from './coordinator.js'
import { planForWorkers } from './plan-pack.js'

export interface QueueRequest {
  /** Address of the Redis. */
  readonly queue: string
  /** A folder that workers see too, for their parts. */
  readonly store?: string
  /** The design as it was written on the command line. */
  readonly design?: string
  /** The files that the plan was made of. */
  readonly pack: ScenarioPack
  /** Told what whoever waits should know, in English. */
  readonly onNotice?: (text: string) => void
}

/** The parts of a run are made by the workers of a queue. Throws CitywardError where it cannot be used. */
export function fillByQueue({ queue, store: shared, design, pack, onNotice }: QueueRequest): Fill {
  return async (store, plan, options) => {
    const packed = planForWorkers(plan, pack, { draws: options.draws, design })
    const connection = await connectQueue(queue, {
      onGone: () => onNotice?.('Redis cannot be reached; it is waited for.'),
      onBack: () => onNotice?.('Redis is there again.'),
    })
    return new Coordinator(connection, { store, plan, packed, shared, onNotice }, options).run()
  }
}
