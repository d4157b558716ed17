/** A Redis without an append-only file and two workers of one thread at it, with what they take of the processor. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { CLI } from './commands.js'

const WITNESS = fileURLToPath(new URL('./contestants/processor-time.mjs', import.meta.url))
const WORKERS = 2
/** Milliseconds between two looks whether a process is ready, and until it is given up. */
const LOOK = 20
const PATIENCE = 60_000

export interface Witnessed {
  readonly child: ChildProcess
  /** What it has said on its standard error. */
  readonly said: () => string
  /** Seconds of the processor, once it has ended. Rejects where it failed. */
  readonly seconds: Promise<number>
}

/** Start the built command line. codes: how it may end. */
export function witnessed(
  folder: string,
  args: readonly string[],
  codes: readonly number[] = [0],
): Witnessed {
  const file = join(mkdtempSync(join(folder, 'seconds-')), 'seconds')
  const child = spawn(process.execPath, ['--import', WITNESS, CLI, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PROCESSOR_TIME_FILE: file },
  })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const seconds = once(child, 'exit').then(([code]) => {
    if (codes.includes(code)) return Number(readFileSync(file, 'utf8'))
    throw new Error(`cityward ${args.join(' ')} ended with ${code}: ${said.trim()}`)
  })
  return { child, said: () => said, seconds }
}

export class QueueMachines {
  private constructor(
    readonly address: string,
    private readonly port: number,
    private readonly redis: ChildProcess,
    private readonly workers: readonly Witnessed[],
  ) {}

  /** store: a folder that the workers put their parts into. */
  static async start(folder: string, store: string | undefined): Promise<QueueMachines> {
    const port = await freePort()
    const own = [...['--port', `${port}`, '--bind', '127.0.0.1'], ...['--dir', folder]]
    const forgetful = ['--save', '', '--appendonly', 'no']
    const redis = spawn('redis-server', [...own, ...forgetful], { stdio: 'ignore' })
    const workers: Witnessed[] = []
    const address = `redis://127.0.0.1:${port}`
    const machines = new QueueMachines(address, port, redis, workers)
    try {
      await until(() => asked(port, 'ping') === 'PONG', 'redis-server')
      const args = ['work', address, '--threads', '1', ...(store === undefined ? [] : ['--store', store])]
      // 143: ended by SIGTERM
      while (workers.length < WORKERS) workers.push(witnessed(folder, args, [143]))
      await until(() => workers.every(({ said }) => said() !== ''), 'workers')
    } catch (error) {
      await machines.end()
      throw error
    }
    return machines
  }

  /** End all; seconds of the processor that workers and Redis have taken. */
  async end(): Promise<number> {
    for (const { child } of this.workers) child.kill('SIGTERM')
    try {
      const taken = await Promise.all(this.workers.map(({ seconds }) => seconds))
      const used = asked(this.port, 'info', 'cpu').matchAll(/^used_cpu_(?:sys|user):([\d.]+)/gm)
      const ofRedis = [...used].map(([, seconds]) => Number(seconds))
      return [...taken, ...ofRedis].reduce((sum, seconds) => sum + seconds, 0)
    } finally {
      this.redis.kill()
    }
  }
}

/** What redis-cli answers. */
function asked(port: number, ...args: readonly string[]): string {
  return spawnSync('redis-cli', ['-p', `${port}`, ...args], { encoding: 'utf8' }).stdout.trim()
}

async function until(isReady: () => boolean, what: string): Promise<void> {
  const end = performance.now() + PATIENCE
  while (!isReady()) {
    if (performance.now() > end) throw new Error(`${what} did not start within a minute`)
    await setTimeout(LOOK)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}
