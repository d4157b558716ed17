import type { Page } from 'playwright-core'
import { isSettled } from './in-page.js'

/** Milliseconds after which a page that does not settle is taken to hang. */
const NO_END = 180_000

/** Wait until what was done last is drawn, and all futures of it are shown. */
export async function settled(page: Page): Promise<void> {
  // what a hand does is drawn in the next frame
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await page.waitForFunction(isSettled, undefined, { timeout: NO_END })
}
