/** Debian's Firefox by WebDriver BiDi: required where CI is set and skipped with the reason elsewhere. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openTextSocket, type TextSocket } from './web-socket.js'

const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox']
const found = PLACES.find((path) => existsSync(path))
if (!found && process.env.CI)
  throw new Error(`no Firefox at ${PLACES.join(', ')}; apt-get install firefox-esr`)

/** Whether the tests can run, and why not. */
export const FIREFOX = { there: found !== undefined, missing: `skipped: no Firefox at ${PLACES.join(', ')}` }

interface Answered {
  readonly id?: number
  readonly type?: string
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly result?: Readonly<Record<string, unknown>>
  readonly message?: string
}

/** One window of a browser of its own. */
export class FirefoxWindow {
  /** Console, errors and requests, but for the page itself. */
  readonly noise: string[] = []
  private readonly waiting = new Map<number, (answer: Answered) => void>()
  private ids = 0
  private context = ''

  private constructor(
    private readonly process: ChildProcess,
    private readonly profile: string,
    private readonly socket: TextSocket,
  ) {
    socket.onText((text) => this.hear(JSON.parse(text) as Answered))
  }

  static async open(): Promise<FirefoxWindow> {
    const profile = mkdtempSync(join(tmpdir(), 'cityward-firefox-'))
    const process = spawn(found!, ['--headless', '--remote-debugging-port=0', '--profile', profile], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const window = new FirefoxWindow(
      process,
      profile,
      await openTextSocket(`${await addressOf(process)}/session`),
    )
    await window.ask('session.new', { capabilities: {} })
    await window.ask('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] })
    const { contexts } = await window.ask('browsingContext.getTree', {})
    window.context = (contexts as { context: string }[])[0].context
    return window
  }

  async goTo(url: string): Promise<void> {
    await this.ask('browsingContext.navigate', { context: this.context, url, wait: 'complete' })
  }

  /** What a function gives within the page; it uses nothing from outside itself. */
  async evaluate<Given, Result>(
    act: (given: Given) => Result | Promise<Result>,
    given: Given,
  ): Promise<Result> {
    // what the bundler of tests puts around names of functions
    const expression = `(async () => { const __name = (one) => one; return JSON.stringify(await (${act})(${JSON.stringify(given)})) })()`
    const target = { context: this.context }
    const { type, result, exceptionDetails } = await this.ask('script.evaluate', {
      expression,
      target,
      awaitPromise: true,
    })
    if (type !== 'success') throw new Error(JSON.stringify(exceptionDetails))
    const { value } = result as { value?: string }
    return (value === undefined ? undefined : JSON.parse(value)) as Result
  }

  async end(): Promise<void> {
    this.socket.end()
    const gone = new Promise((resolve) => this.process.once('exit', resolve))
    this.process.kill()
    await gone
    rmSync(this.profile, { recursive: true, force: true })
  }

  private ask(method: string, params: object): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.ids
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ result, message }) =>
        result ? resolve(result) : reject(new Error(`${method}: ${message}`)),
      )
      this.socket.send(JSON.stringify({ id, method, params }))
    })
  }

  private hear({ id, method, params, ...answer }: Answered): void {
    if (id !== undefined) {
      this.waiting.get(id)?.(answer)
      this.waiting.delete(id)
    }
    if (method === 'log.entryAdded') this.noise.push(String(params!.text))
    if (method === 'network.beforeRequestSent') {
      const { request, navigation } = params as { request: { url: string }; navigation: string | null }
      if (navigation === null) this.noise.push(request.url)
    }
  }
}

/** Where a browser that has just been started listens. */
function addressOf(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    process.once('exit', (code) => reject(new Error(`Firefox ended with ${code}`)))
    createInterface(process.stderr!).on('line', (line) => {
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1]
      if (address) resolve(address)
    })
  })
}
