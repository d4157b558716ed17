/** A Redis of its own for a file of tests, and processes at it that end with the file. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe } from 'vitest'
import { kill, start } from '../commands/cityward.js'

/** Tests with programs of others: skipped, and said to be, where these are not installed; continuous integration has them. */
export function describeWithTools(
  name: string,
  tools: readonly string[],
  tests: () => Promise<void> | void,
): void {
  const absent = tools.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0)
  if (absent.length === 0 || process.env.CI) describe(name, tests)
  else {
    console.warn(`SKIPPED: ${name}, as there is no ${absent.join(', ')} here`)
    describe.skip(name, tests)
  }
}

export const describeWithRedis = (name: string, tests: () => Promise<void>): void =>
  describeWithTools(name, ['redis-server'], tests)

export class RedisYard {
  private server: ChildProcess | undefined
  private readonly others: ChildProcess[] = []

  /** more: options of the server. */
  private constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly more: readonly string[],
  ) {
    mkdirSync(folder, { recursive: true })
    afterAll(() => this.end())
  }

  /** To be called where tests are described, so that its end is heard of. */
  static async at(folder: string, ...more: string[]): Promise<RedisYard> {
    return new RedisYard(folder, await freePort(), more)
  }

  get address(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  /** Start the server, whose file has every write but those of the last second. */
  async startRedis({ tls = false } = {}): Promise<void> {
    const { folder, port, more } = this
    const ports = tls ? ['--port', '0', '--tls-port', `${port}`] : ['--port', `${port}`]
    const own = [...ports, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes']
    this.server = spawn('redis-server', [...own, ...more], { stdio: ['ignore', 'pipe', 'inherit'] })
    let log = ''
    this.server.stdout!.on('data', (chunk) => {
      log += chunk
    })
    while (!log.includes('Ready to accept connections')) {
      if (this.server.exitCode !== null) throw new Error(log)
      await setTimeout(10)
    }
  }

  async killRedis(): Promise<void> {
    if (this.server) await kill(this.server)
  }

  /** A process of the command line that ends with the file of tests. */
  start(...args: string[]): ChildProcess {
    const child = start(...args)
    child.stdout?.resume()
    this.others.push(child)
    return child
  }

  worker(...more: string[]): ChildProcess {
    return this.start('work', this.address, '--threads', '1', '--quiet', ...more)
  }

  /** What redis-cli answers. */
  ask(...args: string[]): string {
    return spawnSync('redis-cli', ['-p', `${this.port}`, ...args], { encoding: 'utf8' }).stdout.trim()
  }

  private async end(): Promise<void> {
    for (const child of this.others) await kill(child)
    await this.killRedis()
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}

/** How a process ends and what it says. */
export async function endOf(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk) => {
    out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    err += chunk
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

/** Every file of a run folder, to the byte; checked.json is what readers remember. */
export function runBytes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  const kept = files.filter((one) => one.isFile() && one.name !== 'checked.json')
  return Object.fromEntries(
    kept.map((file) => [file.name, readFileSync(join(file.parentPath, file.name)).toString('base64')]),
  )
}

/** Parts that are whole in a folder. */
export function partsIn(folder: string): number {
  try {
    return readdirSync(join(folder, 'outcomes')).filter((name) => name.endsWith('.parquet')).length
  } catch {
    return 0
  }
}
