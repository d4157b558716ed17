/** A process that runs a plan as often as it is asked (contestants/run.ts). */
import { fileURLToPath } from 'node:url'
import { Talker } from './talker.js'

export interface Ran {
  /** Milliseconds until the first outcomes and until the last. */
  readonly first: number
  readonly all: number
  readonly trajectories: number
}

export class PlanRunner {
  private readonly talker: Talker

  constructor(scenario: string) {
    const script = fileURLToPath(new URL('./contestants/run.ts', import.meta.url))
    this.talker = new Talker('the runner', process.execPath, ['--import', 'tsx', script, scenario])
  }

  async run(threads: number, draws: number): Promise<Ran> {
    const [first, all, trajectories] = (await this.talker.ask(`${threads} ${draws}`)).split(' ').map(Number)
    return { first, all, trajectories }
  }

  end(): void {
    this.talker.end()
  }
}
