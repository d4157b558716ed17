/**
 * A process of its own for a part that may take its process with it (apart.ts): it is sent a plan and a part, sends back the
 * files, and ends with its parent.
 */

import { createPartMaker, type MadePart, type MakerOptions } from './part-maker.js'
import type { UnpackedPlan } from './plan-pack.js'

export interface PartErrand {
  readonly plan: UnpackedPlan
  readonly part: number
  readonly policies: readonly number[]
  readonly options: MakerOptions
}

process.on('disconnect', () => process.exit(1))
process.on('message', ({ plan, part, policies, options }: PartErrand) => {
  const maker = createPartMaker(plan, options)
  const send = (made: MadePart) =>
    new Promise<void>((resolve, reject) => {
      process.send!(made, undefined, undefined, (error: Error | null) => (error ? reject(error) : resolve()))
    })
  maker.make(part, policies, send).then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
