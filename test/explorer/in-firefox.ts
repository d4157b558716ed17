/** The same page in Firefox, as a part of the tests of explorer.test.ts. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALPHABET } from '../../src/explorer/engine/base85.js'
import type { Summary } from '../../src/index.js'
import { oddsShare } from '../../src/report/words/numbers.js'
import { openRun } from '../../src/store/open-run.js'
import { FIREFOX, FirefoxWindow } from './firefox-browser.js'
import { isSettled, outcomeHashes, readPage } from './in-page.js'
import { readBlocks } from './page-blocks.js'

export interface Explored {
  /** A run, and the page of its scenario. */
  readonly run: string
  readonly file: string
  readonly draws: number
  /** Levers of the policies of the run. */
  readonly settings: () => readonly (readonly number[])[]
}

/** The page and the run are those that the file of tests has made. */
export function testInFirefox({ run, file, draws, settings }: Explored): void {
  describe.skipIf(!FIREFOX.there)(
    `the explorer in Firefox${FIREFOX.there ? '' : ` (${FIREFOX.missing})`}`,
    () => {
      let window: FirefoxWindow
      beforeAll(async () => {
        window = await FirefoxWindow.open()
        await window.goTo(`${pathToFileURL(file).href}#lang=en`)
        await settledIn(window)
      })
      afterAll(async () => {
        await window?.end()
      })

      it('opens from a file, without a word on the console or a request', () => {
        // workers are blobs of the page itself, and Firefox keeps a font of its own controls as data
        expect(window.noise.filter((one) => !one.startsWith('blob:') && !one.startsWith('data:'))).toEqual([])
      })

      it('gives the outcomes of the command line, to the last bit', async () => {
        const { header, reader } = openRun(run)
        const names = header.outcomes.map(({ name }) => name)
        await window.evaluate(readBlocks, ALPHABET)
        const hashes = await window.evaluate(outcomeHashes, {
          settings: settings(),
          draws,
          columns: names.length,
        })
        const own: string[] = []
        for (const policy of header.policies.keys()) {
          const hash = createHash('sha256')
          for (const { buffer, byteOffset, byteLength } of await reader.read(policy, names))
            hash.update(new Uint8Array(buffer, byteOffset, byteLength))
          own.push(hash.digest('hex'))
        }
        expect(hashes).toEqual(own)
      })

      it('shows the odds of the verdicts, and those of no action when that is chosen', async () => {
        const summary: Summary = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'))
        const sharesOf = (policy: number) =>
          summary.policies[policy].targets.map(({ region }) => oddsShare(region.odds, 'en'))
        expect((await window.evaluate(readPage, undefined)).shares).toEqual(
          sharesOf(summary.policies.length - 1),
        )
        await window.evaluate(
          () => document.querySelector<HTMLButtonElement>('.policies button')!.click(),
          undefined,
        )
        await settledIn(window)
        expect((await window.evaluate(readPage, undefined)).shares).toEqual(sharesOf(0))
      })

      it('splits a quota, and gives it back', async () => {
        const choose = (split: string) =>
          window.evaluate((chosen: string) => {
            const select = document.querySelector<HTMLSelectElement>('#split-compulsory_places')!
            select.value = chosen
            select.dispatchEvent(new Event('change', { bubbles: true }))
          }, split)
        const lacking = () =>
          window.evaluate(
            () =>
              [...document.querySelectorAll('.gaps tbody td:nth-child(5)')].map((cell) => cell.textContent),
            undefined,
          )
        // without action nothing is shared out
        await window.evaluate(
          () => [...document.querySelectorAll<HTMLButtonElement>('.policies button')].at(-1)!.click(),
          undefined,
        )
        await settledIn(window)
        const before = await lacking()
        await choose('need')
        await settledIn(window)
        expect(await lacking()).not.toEqual(before)
        expect(await window.evaluate(() => location.hash, undefined)).toContain('q.compulsory_places=need')
        await choose('plan')
        await settledIn(window)
        expect(await lacking()).toEqual(before)
      })
    },
  )
}

/** Wait until what was done last is drawn, and all futures of it are shown. */
async function settledIn(window: FirefoxWindow): Promise<void> {
  await window.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    undefined,
  )
  while (!(await window.evaluate(isSettled, undefined)))
    await new Promise((resolve) => setTimeout(resolve, 50))
}
