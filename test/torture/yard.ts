/**
 * A fenced folder that commands are attacked in: runs lie in `work`, and whatever changes around it is noticed.
 *
 *   work/      where commands may write
 *   here/      the current folder of every command
 *   temporary/ the system's folder for temporary files, as commands see it; empty again after each
 *   outside/   files that nothing may touch
 */
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type Answer, CommandThread, EndlessCommand } from '../commands/command-thread.js'

export interface Told extends Answer {
  /** Processor time of the whole process meanwhile, seconds. */
  readonly seconds: number
  /** Paths beyond the fence that were made, changed or removed. */
  readonly outside: readonly string[]
  /** It was given up. */
  readonly isEndless: boolean
}

/** Seconds after which a command is given up, of the processor and by the clock of a busy machine. */
const PATIENCE = { processor: 40, clock: 200 }
/** Commands after which a thread is left for a new one: each leaves a copy of the entry in its memory. */
const WORN = 120
/** Memory that holds files, where there is such. */
const MEMORY = '/dev/shm'

export class Yard {
  readonly root = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'cityward-torture-'))
  private thread: CommandThread | undefined
  private asked = 0

  constructor() {
    for (const name of ['work', 'here', 'temporary', 'outside']) mkdirSync(join(this.root, name))
    for (const name of ['note.txt', 'part-build-00000.parquet', 'summary.json'])
      writeFileSync(join(this.root, 'outside', name), 'nobody may touch this\n')
    process.chdir(join(this.root, 'here'))
  }

  /** A path in the folder that commands may write in. */
  work(...names: string[]): string {
    return join(this.root, 'work', ...names)
  }

  /** Put a copy of a folder into another's place. */
  copy(from: string, to: string): void {
    rmSync(to, { recursive: true, force: true })
    cpSync(from, to, { recursive: true })
  }

  /** Run a command to its end. `inside`: the only paths that it may write in. */
  ask(args: readonly string[], inside: readonly string[] = [this.work()]): Told {
    const before = this.stateOutside(inside)
    const spent = process.cpuUsage()
    const answer = this.answerTo(args)
    const { user, system } = process.cpuUsage(spent)
    const after = this.stateOutside(inside)
    const paths = [...new Set([...before.keys(), ...after.keys()])]
    const outside = paths.filter((path) => before.get(path) !== after.get(path))
    for (const name of readdirSync(join(this.root, 'temporary')))
      rmSync(join(this.root, 'temporary', name), { recursive: true, force: true })
    const isEndless = answer === undefined
    return { code: null, out: '', err: '', ...answer, isEndless, seconds: (user + system) / 1e6, outside }
  }

  end(): void {
    this.thread?.end()
    process.chdir(tmpdir())
    rmSync(this.root, { recursive: true, force: true })
  }

  private answerTo(args: readonly string[]): Answer | undefined {
    if (this.asked++ % WORN === 0) {
      this.thread?.end()
      this.thread = undefined
    }
    this.thread ??= new CommandThread()
    const environment = { COLUMNS: '100', NO_COLOR: '1', TMPDIR: join(this.root, 'temporary') }
    try {
      return this.thread.ask(environment, args, PATIENCE)
    } catch (error) {
      if (!(error instanceof EndlessCommand)) throw error
      this.thread = undefined
      return undefined
    }
  }

  /** Of every path that is not inside: what tells whether it was touched. */
  private stateOutside(inside: readonly string[]): Map<string, string> {
    const states = new Map<string, string>()
    const look = (path: string) => {
      if (inside.includes(path)) return
      const status = lstatSync(path, { bigint: true })
      const name = relative(this.root, path)
      if (!status.isDirectory()) {
        states.set(name, [status.size, status.mtimeNs, status.ino].join())
        return
      }
      states.set(name, 'a folder')
      for (const entry of readdirSync(path)) look(join(path, entry))
    }
    look(this.root)
    return states
  }
}
