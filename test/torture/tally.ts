/** What the trials of one attack ended with, counted; those that must not be are named as they come. */
import { spent } from '../setup/spent.js'

/** Answers that are as they should be: the fault is named, or does no harm, or what was changed is a run of its own. */
const GOOD = ['found', 'same output', 'ran'] as const
/** Answers that must not be: another output and no word of it, a trace, more time than 5 s, a write where none belongs. */
const BAD = ['DIFFERENT', 'TRACE', 'SLOW', 'WROTE OUTSIDE'] as const
const VERDICTS = [...GOOD, ...BAD]
export type Verdict = (typeof VERDICTS)[number]

/** Bad answers of one attack that are shown; all are counted. */
const SHOWN = 25
/** Characters of an answer that are shown. */
const WIDTH = 400

export class Tally {
  /** Things that were done to what is attacked: damages, kills, mutations, forgeries. */
  private tried = 0
  private readonly counts = new Map<Verdict, number>()
  private readonly skipped = new Map<string, number>()
  private readonly begun = spent()

  constructor(
    readonly attack: string,
    readonly things: string,
  ) {}

  try(count = 1): void {
    this.tried += count
  }

  note(verdict: Verdict, what: string, answer = ''): void {
    this.counts.set(verdict, this.of(verdict) + 1)
    const isBad = !(GOOD as readonly string[]).includes(verdict)
    if (isBad && this.failed <= SHOWN) {
      // no character of an answer may act on the terminal that it is shown on
      const shown = JSON.stringify(answer.slice(0, WIDTH))
      process.stdout.write(`  ${verdict}  ${what}${answer === '' ? '' : `\n      ${shown}`}\n`)
    }
  }

  skip(why: string): void {
    this.skipped.set(why, (this.skipped.get(why) ?? 0) + 1)
  }

  of(verdict: Verdict): number {
    return this.counts.get(verdict) ?? 0
  }

  get all(): number {
    return this.tried
  }

  get answers(): number {
    return VERDICTS.reduce((sum, verdict) => sum + this.of(verdict), 0)
  }

  get failed(): number {
    return BAD.reduce((sum, verdict) => sum + this.of(verdict), 0)
  }

  /** `damage: 412 damages, 5,356 answers: 3,000 found, ...` */
  line(): string {
    const seconds = (spent() - this.begun).toFixed(0)
    const skipped = [...this.skipped].map(([why, count]) => `; skipped ${count}: ${why}`).join('')
    return `${this.attack}: ${count(this.tried)} ${this.things}, ${countsOf([this])} (${seconds} s)${skipped}`
  }
}

/** `5,356 answers: 3,000 found, 2,356 same output, 0 ran, 0 DIFFERENT, ...` */
export function countsOf(tallies: readonly Tally[]): string {
  const sum = (numberOf: (tally: Tally) => number) =>
    tallies.reduce((total, tally) => total + numberOf(tally), 0)
  const each = VERDICTS.map((verdict) => `${count(sum((tally) => tally.of(verdict)))} ${verdict}`)
  return `${count(sum(({ answers }) => answers))} answers: ${each.join(', ')}`
}

const count = (number: number) => number.toLocaleString('en')
