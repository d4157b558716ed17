/** A page on this machine alone, which opens anew whenever a file of its scenario is saved. */
import { unwatchFile, watchFile } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Milliseconds between two looks at the files. */
const PACE = 300

/** What there is to serve. */
export interface ServedPage {
  readonly html: string
  /** Files whose change makes it another page. */
  readonly files: readonly string[]
}

export interface ServeRequest {
  /** 0 for any that is free. */
  readonly port: number
  /** Makes the page anew; throws where a file is wrong. */
  readonly make: () => ServedPage
  /** What is wrong, in words. */
  readonly wordsOf: (error: unknown) => string
  readonly onChange: (problem: string | undefined) => void
}

export interface Serving {
  readonly url: string
  readonly end: () => void
}

/** Throws what `make` throws at first, and the system's error where the port is taken. */
export async function servePage({ port, make, wordsOf, onChange }: ServeRequest): Promise<Serving> {
  let page = make()
  const listeners = new Set<ServerResponse>()
  const tell = (event: string, data: unknown) => {
    for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  const look = () => {
    try {
      const files = page.files
      page = make()
      follow(files, page.files)
      tell('changed', null)
      onChange(undefined)
    } catch (error) {
      const problem = wordsOf(error)
      tell('wrong', problem)
      onChange(problem)
    }
  }
  const follow = (before: readonly string[], now: readonly string[]) => {
    for (const file of before) if (!now.includes(file)) unwatchFile(file, look)
    for (const file of now) if (!before.includes(file)) watchFile(file, { interval: PACE }, look)
  }
  const server = createServer((request, response) => answer(request, response, () => page.html, listeners))
  await listening(server, port)
  follow([], page.files)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    end: () => {
      follow(page.files, [])
      for (const listener of listeners) listener.end()
      server.close()
    },
  }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
}

/** The page and its changes, to whoever names this machine: another name for it may be a stranger's page. */
function answer(
  { url, method, headers }: IncomingMessage,
  response: ServerResponse,
  html: () => string,
  listeners: Set<ServerResponse>,
): void {
  const isOurs = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '')
  if (!isOurs || method !== 'GET') {
    response.writeHead(403).end()
  } else if (url === '/') {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(html())
  } else if (url === '/changes') {
    response
      .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      .flushHeaders()
    listeners.add(response)
    response.once('close', () => listeners.delete(response))
  } else {
    response.writeHead(404).end()
  }
}
