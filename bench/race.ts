/** Contestants at the same work, each in two processes of its own, asked in turn. */
import type { Contestant } from './contestants.js'
import { inTurn } from './rounds.js'
import type { Twins } from './statistics.js'
import { Talker } from './talker.js'

/** What a contestant answers: nanoseconds in year steps and in laying out rates, and the checksum. */
interface Answer {
  readonly living: number
  readonly laying: number
  readonly checksum: string
}

export interface Race {
  /** Microseconds a draw-year in the year step, and in laying out its rates. */
  readonly living: ReadonlyMap<string, Twins>
  readonly laying: ReadonlyMap<string, Twins>
  readonly checksums: ReadonlyMap<string, string>
}

export interface RaceOptions {
  readonly rounds: number
  /** Milliseconds that a contestant should be at it each time. */
  readonly window: number
  /** Passes over the work before it counts. */
  readonly warmUp: number
  /** Draws times years of the work. */
  readonly drawYears: number
}

/** Throws Error where a contestant ends before its time. */
export async function race(
  contestants: readonly Contestant[],
  work: string,
  { rounds, window, warmUp, drawYears }: RaceOptions,
): Promise<Race> {
  const runners = new Map(contestants.map((one) => [one.name, [0, 1].map(() => new Runner(one, work))]))
  const passes = new Map<string, number>()
  const checksums = new Map<string, string>()
  const laying = new Map(
    contestants.map(({ name }) => [name, { first: [] as number[], second: [] as number[] }]),
  )
  try {
    for (const [name, twins] of runners) {
      for (const twin of twins) {
        if (warmUp > 1) await twin.ask(warmUp - 1)
        const { living, checksum } = await twin.ask(1)
        passes.set(name, Math.max(1, Math.round((window * 1e6) / living)))
        checksums.set(name, checksum)
      }
    }
    const measure = async (name: string, twin: 0 | 1) => {
      const count = passes.get(name)!
      const answer = await runners.get(name)![twin].ask(count)
      const each = count * drawYears * 1000
      laying.get(name)![twin === 0 ? 'first' : 'second'].push(answer.laying / each)
      return answer.living / each
    }
    const living = await inTurn([...runners.keys()], { rounds, measure })
    return { living, laying, checksums }
  } finally {
    for (const runner of [...runners.values()].flat()) runner.end()
  }
}

/** A contestant's process. */
class Runner {
  private readonly talker: Talker

  constructor({ name, command, args, env }: Contestant, work: string) {
    this.talker = new Talker(name, command, [...args, work], env)
  }

  async ask(passes: number): Promise<Answer> {
    const [living, laying, checksum] = (await this.talker.ask(String(passes))).split(' ')
    return { living: Number(living), laying: Number(laying), checksum }
  }

  end(): void {
    this.talker.end()
  }
}
