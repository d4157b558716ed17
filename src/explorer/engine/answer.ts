/** The outcomes of one setting, as far as they are simulated: the first so many futures, whole. */
import type { Share, ShareDone } from './messages.js'
import type { SimulatedSetting } from './simulation.js'
import { type Stage, stagesOf } from './stages.js'

export interface Question extends SimulatedSetting {
  /** Futures of the whole run. */
  readonly draws: number
  /** Of which the first so many are enough. */
  readonly upTo: number
  /** Whether it is no setting of the reader's, so that what it needs is not kept in place of theirs. */
  readonly isAside?: boolean
  /** Outcomes that are asked for: indices of the plan's. */
  readonly columns: readonly number[]
}

export class Answer {
  /** Futures that are whole. */
  draws = 0
  readonly stages: readonly Stage[]
  private readonly values = new Map<number, Float64Array>()
  private readonly failedBy = new Map<number, number>()
  private readonly missing: number[]

  constructor(readonly question: Question) {
    this.stages = stagesOf(question.upTo)
    this.missing = this.stages.map(({ count }) => count)
  }

  /** Whether every future asked for is there. */
  get isWhole(): boolean {
    return this.draws === this.question.upTo
  }

  /** An outcome of the first so many futures; undefined where it was not asked for. */
  column(index: number, draws = this.draws): Float64Array | undefined {
    return this.values.get(index)?.subarray(0, draws)
  }

  /** How many of the first so many futures, as many as some stages have, gave no numbers. */
  failedIn(draws: number): number {
    const within = this.stages.filter(({ first, count }) => first + count <= draws)
    return within.reduce((sum, { stage }) => sum + (this.failedBy.get(stage) ?? 0), 0)
  }

  /** Take a share; true where it makes a stage whole. */
  add({ share, values, failed }: ShareDone): boolean {
    const { columns, upTo } = this.question
    columns.forEach((column, at) => {
      const own = this.values.get(column) ?? new Float64Array(upTo)
      this.values.set(column, own)
      own.set(values.subarray(at * share.count, (at + 1) * share.count), share.first)
    })
    this.failedBy.set(share.stage, (this.failedBy.get(share.stage) ?? 0) + failed)
    this.missing[share.stage] -= share.count
    return this.count()
  }

  private count(): boolean {
    const before = this.draws
    const open = this.missing.findIndex((count) => count > 0)
    const whole = open < 0 ? this.stages.length : open
    this.draws = this.stages.slice(0, whole).reduce((sum, { count }) => sum + count, 0)
    return this.draws > before
  }
}

/** Whether two questions have the same answer. */
export function isSameQuestion(one: Question, other: Question): boolean {
  return keyOf(one) === keyOf(other)
}

function keyOf({ levers, held, splits, draws, upTo, isAside = false, columns }: Question): string {
  return JSON.stringify([levers, held, splits, draws, upTo, isAside, columns])
}

/** Of a share its place among all shares of a question. */
export const shareKey = ({ stage, first }: Share) => `${stage} ${first}`
