/** A real browser for tests: Debian's Chromium, required where CI is set and skipped with the reason elsewhere. */
import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const found = PLACES.find((path) => existsSync(path))
if (!found && process.env.CI) throw new Error(`no browser at ${PLACES.join(', ')}; apt-get install chromium`)

/** Whether the tests can run, and why not. */
export const BROWSER = { there: found !== undefined, missing: `skipped: no Chromium at ${PLACES.join(', ')}` }

/** Opens a page of a width; what it asks of a network, writes to the console or throws is listed in `noise`. */
export interface Opened {
  readonly page: Page
  readonly noise: string[]
}

export function withBrowser(): (
  url: string,
  width: number,
  dark?: boolean,
  how?: { readonly isOnline: boolean },
) => Promise<Opened> {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (found) browser = await chromium.launch({ executablePath: found, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser?.close()
  })
  return async (url, width, dark = false, how) => {
    const context = await browser!.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      offline: !how?.isOnline,
    })
    const page = await context.newPage()
    const noise: string[] = []
    page.on(
      'request',
      (request) => request.url().split('#')[0] !== url.split('#')[0] && noise.push(request.url()),
    )
    page.on('console', (message) => noise.push(message.text()))
    page.on('pageerror', (error) => noise.push(error.message))
    await page.goto(url)
    return { page, noise }
  }
}
