/** A process that runs a plan as often as it is asked (contestants/run.ts). */
import { fileURLToPath } from 'node:url'
import { Talker } from './talker.js'

export interface Ran {
  /** Milliseconds until the first outcomes and until the last. */
  readonly first: number
  readonly all: number
  readonly trajectories: number
  /** Bit patterns of all outcomes, added up modulo 2^32; where services alone vary. */
  readonly sum: string
}

/** The plan as it is; or with nothing uncertain but services, without reuse of populations and with it. */
export type Mode = 'plan' | 'services-alone' | 'services-reused'

export class PlanRunner {
  private readonly talker: Talker

  constructor(scenario: string) {
    const script = fileURLToPath(new URL('./contestants/run.ts', import.meta.url))
    this.talker = new Talker('the runner', process.execPath, ['--import', 'tsx', script, scenario])
  }

  async run(threads: number, draws: number, mode: Mode = 'plan'): Promise<Ran> {
    const [sum, ...numbers] = (await this.talker.ask(`${threads} ${draws} ${mode}`)).split(' ')
    const [first, all, trajectories] = numbers.map(Number)
    return { first, all, trajectories, sum }
  }

  end(): void {
    this.talker.end()
  }
}
