import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createStream } from '../../src/sampling/stream.js'
import { cityward, TINY, temporary } from '../commands/cityward.js'
import { BROWSER, withBrowser } from '../report/browser.js'
import { readPage, slide } from './in-page.js'
import { settled } from './settled.js'

const folder = temporary()
const scenario = join(folder, 'plan.yaml')
const file = join(folder, 'explorer.html')
const smallFile = join(folder, 'small.html')
const url = pathToFileURL(file).href
/** As few as a page may have: what moves do does not hang on their number. */
const DRAWS = 100
const HUKOU = 'lever-hukou_reform'

beforeAll(() => {
  writeFileSync(scenario, `extends: ${resolve('scenarios/guangxi-2023.yaml')}\n`)
  cityward('explore', scenario, '--draws', String(DRAWS), '--out', file)
  // whether memory grows hangs on the page and not on the size of its plan: two cities, and a lever of each kind
  const small = join(folder, 'small.yaml')
  writeFileSync(
    small,
    `extends: ${resolve(TINY)}
levers: { leaving: { title: { en: Leaving, zh: 外出 }, unit: ratio, default: 1, range: [0, 2] } }
population: { levels: { rural_exit: 2 * pace * leaving } }
`,
  )
  expect(cityward('explore', small, '--draws', String(DRAWS), '--out', smallFile).code).toBe(0)
})

describe.skipIf(!BROWSER.there)(
  `moves in the explorer${BROWSER.there ? '' : ` (${BROWSER.missing})`}`,
  () => {
    const open = withBrowser()
    const openSettled = async (fragment = '', address = url) => {
      const { page } = await open(`${address}#lang=en&${fragment}`, 1280)
      await settled(page)
      return page
    }
    const fragmentOf = (page: Page) => page.evaluate(() => location.hash.slice(1))

    it('end, after 200 at random, with what the same setting gives in a page opened anew', async () => {
      const page = await openSettled()
      const ids = ['programmes', 'school_programme', 'bed_programme', 'yearly_gains', 'hukou_reform']
      const chance = createStream(7, 'moves of levers')
      for (let move = 0; move < 200; move++) {
        const lever = Math.floor(chance(2 * move) * ids.length)
        await page.evaluate(slide, [`lever-${ids[lever]}`, 2 * chance(2 * move + 1)] as const)
      }
      await settled(page)
      const after = await page.evaluate(readPage)
      const again = await openSettled(await fragmentOf(page))
      expect(await again.evaluate(readPage)).toEqual(after)
      expect(await again.locator('.notice').textContent()).toBe(
        'The link was made from these odds: they are the same here.',
      )
    })

    it('write the address when a hand rests, and never while it moves', async () => {
      const page = await openSettled()
      const before = await fragmentOf(page)
      const during = await page.evaluate(async () => {
        const slider = document.getElementById('lever-hukou_reform') as HTMLInputElement
        const seen: string[] = []
        for (let step = 0; step < 20; step++) {
          slider.value = String(1 + step / 10)
          slider.dispatchEvent(new Event('input', { bubbles: true }))
          await new Promise((resolve) => setTimeout(resolve, 5))
          seen.push(location.hash.slice(1))
        }
        return seen
      })
      expect(during.filter((hash) => hash !== before)).toEqual([])
      await settled(page)
      expect(await fragmentOf(page)).toContain('l.hukou_reform=2.9')
    })

    it('are undone, done again and set back', async () => {
      const page = await openSettled()
      const plan = await page.evaluate(readPage)
      await page.evaluate(slide, [HUKOU, 3] as const)
      await settled(page)
      const moved = await page.evaluate(readPage)
      expect(moved.large).not.toBe(plan.large)
      for (const [keys, expected] of [
        ['Undo', plan],
        ['Redo', moved],
        ['Back to the plan', plan],
      ] as const) {
        await page.getByText(keys, { exact: true }).click()
        await settled(page)
        expect((await page.evaluate(readPage)).shares, keys).toEqual(expected.shares)
      }
    })

    it('can be made with the keyboard alone: levers, policies, targets, thresholds, and back', async () => {
      const page = await openSettled()
      const plan = await page.evaluate(readPage)
      await page.locator(`#${HUKOU}`).focus()
      await page.keyboard.press('ArrowRight')
      await settled(page)
      expect(await page.locator(`#${HUKOU}`).inputValue()).toBe('1.05')
      await page.keyboard.press('Control+z')
      await settled(page)
      expect((await page.evaluate(readPage)).shares).toEqual(plan.shares)

      await page.locator('.handle').focus()
      for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowLeft')
      await settled(page)
      const aim = await page.locator('.handle').getAttribute('aria-valuetext')
      const [, threshold] = /^≈ ([\d.]+) %, 2022$/.exec(aim ?? '')!
      // ten steps, each a round part of the axis
      expect(Number(threshold)).toBeGreaterThan(57.2)
      expect(Number(threshold)).toBeLessThan(58.6)
      expect(Number.parseInt((await page.evaluate(readPage)).large, 10)).toBeLessThan(20)

      await page.locator('#target-1').focus()
      await page.keyboard.press('Enter')
      await settled(page)
      expect(await page.locator('h1').textContent()).toContain('compulsory school places')
      expect(await page.locator('[role=status]').textContent()).toMatch(
        /^Compulsory school places added: reached in \d+ % of 100 futures$/,
      )
    })

    it('hold an uncertainty at a quantile, which moves the odds', async () => {
      const page = await openSettled()
      const plan = await page.evaluate(readPage)
      await page.locator('.held summary').click()
      await page.locator('.held input[type=search]').fill('2018-2020')
      await page.locator('.held li input[type=checkbox]').check()
      await page.evaluate(() => {
        const slider = document.querySelector('.held li input[type=range]') as HTMLInputElement
        slider.value = '10'
        slider.dispatchEvent(new Event('input', { bubbles: true }))
      })
      await settled(page)
      expect(await fragmentOf(page)).toContain('h.end_pace=10')
      expect(Number.parseInt((await page.evaluate(readPage)).large, 10)).toBeLessThan(
        Number.parseInt(plan.large, 10),
      )
    })

    it('compare with what was pinned, in the same futures', async () => {
      const page = await openSettled()
      await page.evaluate(slide, [HUKOU, 3] as const)
      await settled(page)
      await page.getByText('Make this the baseline', { exact: true }).click()
      await settled(page)
      await page.waitForFunction(
        () =>
          document.querySelector('.changes .note')?.textContent ===
          'This is what is compared with. Move a lever.',
      )
      await page.evaluate(slide, [HUKOU, 1] as const)
      await settled(page)
      await page.waitForFunction(() =>
        /−\d+ points/.test(document.querySelector('.changes li')?.textContent ?? ''),
      )
      // and the plan is compared with itself once it is gone back to
      await page.getByText('Back to the plan', { exact: true }).click()
      await settled(page)
      expect(await page.locator('.pin .note').textContent()).toBe('compared with: The plan')
      await page.evaluate(slide, [HUKOU, 3] as const)
      await settled(page)
      // hukou conversion moves no school: a difference would be of other futures
      expect(await page.locator('#target-1 .change').textContent()).toBe('')
    })

    it('leave memory as it was, over 2,000 of them', async () => {
      const page = await openSettled('', pathToFileURL(smallFile).href)
      const session = await page.context().browser()!.newBrowserCDPSession()
      const { processInfo } = await session.send('SystemInfo.getProcessInfo')
      const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
      // resident memory of the page with its workers, in pages of the system
      const resident = () =>
        pages.reduce((sum, id) => sum + Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]), 0)
      const move = (count: number) =>
        page.evaluate(async (moves) => {
          for (let done = 0; done < moves; done++) {
            const name = ['schools', 'leaving'][done % 2]
            const slider = document.getElementById(`lever-${name}`) as HTMLInputElement
            slider.value = String(2 * Math.abs(Math.sin(done)))
            slider.dispatchEvent(new Event('input', { bubbles: true }))
            await new Promise((resolve) => setTimeout(resolve, 5))
          }
        }, count)
      await move(500)
      await settled(page)
      const before = resident()
      await move(2000)
      await settled(page)
      expect(resident()).toBeLessThan(1.25 * before)
    })
  },
)
