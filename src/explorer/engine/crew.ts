/**
 * The workers of a page, and which question they are at. The newest wins: one that is asked at rest takes the place of
 * whatever is under way. While a lever moves, the first futures of a setting are finished before the next is begun, since
 * a picture would else stand still until the hand does.
 */
import { Answer, isSameQuestion, type Question, shareKey } from './answer.js'
import type { FromWorker, Opening, ToWorker } from './messages.js'
import { shareOf } from './stages.js'

/** What a worker of the host can do. */
export interface Thread {
  readonly send: (message: ToWorker) => void
  readonly onMessage: (take: (message: FromWorker) => void) => void
}

export interface CrewEvents {
  /** More futures of an answer are whole. */
  readonly onAnswer: (answer: Answer) => void
  readonly onFault: (message: string) => void
}

/** `moving`: the first futures are enough for now. */
export type Pace = 'moving' | 'resting'

export class Crew {
  private current: { readonly id: number; readonly answer: Answer; readonly sent: Set<string> } | undefined
  private next: Question | undefined
  private ids = 0

  constructor(
    private readonly threads: readonly Thread[],
    opening: Omit<Opening, 'kind' | 'workers'>,
    private readonly events: CrewEvents,
  ) {
    for (const thread of threads) {
      thread.onMessage((message) => this.hear(message))
      thread.send({ kind: 'open', workers: threads.length, ...opening })
    }
  }

  ask(question: Question, pace: Pace): void {
    this.next = undefined
    if (!this.current || !isSameQuestion(question, this.current.answer.question)) {
      if (pace === 'moving' && this.current?.answer.draws === 0) {
        this.next = question
        return
      }
      this.current = { id: ++this.ids, answer: new Answer(question), sent: new Set() }
    }
    this.send(pace)
  }

  /** Give every worker what it has not been given yet of the current question. */
  private send(pace: Pace): void {
    const { id, answer, sent } = this.current!
    const wanted = pace === 'moving' ? answer.stages.slice(0, 1) : answer.stages
    this.threads.forEach((thread, worker) => {
      const all = wanted.map((stage) => shareOf(stage, worker, this.threads.length))
      const shares = all.filter((share) => share.count > 0 && !sent.has(shareKey(share)))
      if (shares.length === 0) return
      for (const share of shares) sent.add(shareKey(share))
      thread.send({ kind: 'job', id, ...answer.question, shares })
    })
  }

  private hear(message: FromWorker): void {
    if (message.kind === 'fault') this.events.onFault(message.message)
    if (message.kind !== 'share' || message.job !== this.current?.id) return
    const { answer } = this.current
    if (answer.add(message)) this.events.onAnswer(answer)
    const { next } = this
    if (next && answer.draws > 0) this.ask(next, 'moving')
  }
}
