/** A process that answers every line with a line. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export class Talker {
  private readonly child: ChildProcess
  private readonly lines: AsyncIterator<string>

  constructor(
    private readonly name: string,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ) {
    this.child = spawn(command, args, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    })
    // a process that is gone says so by its missing answer
    this.child.stdin!.on('error', () => undefined)
    this.lines = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]()
  }

  /** Throws Error where the process ends without an answer. */
  async ask(line: string): Promise<string> {
    this.child.stdin!.write(`${line}\n`)
    const { value } = await this.lines.next()
    if (!value) throw new Error(`${this.name} ended before its time`)
    return value
  }

  /** Ends the process, whatever it is at. */
  end(): void {
    this.child.kill()
  }
}
