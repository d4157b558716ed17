/** A thread in which the built command line answers one command after another: modules are read once, for all of them. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'

export interface Answer {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** What a command may take before it is given up, seconds: of the processor, and by the clock. */
export interface Patience {
  readonly processor: number
  readonly clock: number
}

/** A command that was given up; its thread is gone. */
export class EndlessCommand extends Error {}

/** Seconds between two looks at what a command has taken. */
const LOOK = 1

export class CommandThread {
  private readonly port: MessagePort
  private readonly worker: Worker
  /** How many commands have been answered. */
  private readonly answered = new Int32Array(new SharedArrayBuffer(4))
  private asked = 0

  /** It waits for commands as long as this process is there, and does not keep it from its end. */
  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port = port1
    this.worker = new Worker(new URL('./command-thread.mjs', import.meta.url), {
      workerData: { address: pathToFileURL(CLI).href, port: port2, answered: this.answered },
      transferList: [port2],
    })
    this.worker.unref()
  }

  /** Wait for the answer to a command. Throws EndlessCommand where it takes more than it may. */
  ask(environment: Readonly<Record<string, string>>, args: readonly string[], patience: Patience): Answer {
    const count = ++this.asked
    const [started, spent] = [Date.now(), process.cpuUsage()]
    this.port.postMessage({ args, count, environment })
    while (Atomics.wait(this.answered, 0, count - 1, LOOK * 1000) === 'timed-out') {
      const { user, system } = process.cpuUsage(spent)
      const tooMuch = (user + system) / 1e6 > patience.processor
      if (tooMuch || (Date.now() - started) / 1000 > patience.clock) {
        this.end()
        throw new EndlessCommand(`cityward ${args.join(' ')} has no end`)
      }
    }
    return receiveMessageOnPort(this.port)!.message
  }

  /** End the thread, whatever it is at. */
  end(): void {
    void this.worker.terminate()
  }
}

/** Held from the start, since a process may change its folder later. */
const CLI = resolve('dist/cli.js')
