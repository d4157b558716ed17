import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createSimulation } from '../../src/explorer/engine/simulation.js'
import { columnsOf } from '../../src/explorer/facts.js'
import { loadPlan, type Summary } from '../../src/index.js'
import { COST_NOTES } from '../../src/report/costs/words.js'
import { amount, range } from '../../src/report/words/numbers.js'
import { cityward, NUMBERS_ONLY, temporary } from '../commands/cityward.js'
import { BROWSER, withBrowser } from '../report/browser.js'
import { readPage, slide } from './in-page.js'
import { settled } from './settled.js'

const folder = temporary()
const scenario = join(folder, 'costs.yaml')
const file = join(folder, 'explorer.html')
const DRAWS = 100

beforeAll(() => {
  writeFileSync(
    scenario,
    `extends: ${resolve('fixtures/cases/planner/costs.yaml')}
levers: { schools: { mechanism: { en: ${'More schools are opened. '.repeat(9)}, zh: 多开办学校 } } }
`,
  )
  cityward('explore', scenario, '--draws', String(DRAWS), '--out', file)
})

describe.skipIf(!BROWSER.there)(
  `controls of the explorer${BROWSER.there ? '' : ` (${BROWSER.missing})`}`,
  () => {
    const open = withBrowser()
    const openSettled = async (fragment = '', width = 1280) => {
      const { page } = await open(`${pathToFileURL(file).href}#lang=en&${fragment}`, width)
      await settled(page)
      return page
    }
    const fragmentOf = (page: Page) => page.evaluate(() => location.hash.slice(1))
    const differences = (page: Page) => page.locator('.differences li > span').allTextContents()
    /** Lacking in the last year by place: all, Alpha, Beta. */
    const lacking = (page: Page) => page.locator('.gaps tbody td:nth-child(5)').allTextContents()

    it('split a quota with the keyboard, by hand, and back', async () => {
      const page = await openSettled()
      const asPlanned = await lacking(page)
      await page.locator('.splits > summary').focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await page.keyboard.type('best: least lacking')
      await settled(page)
      expect(await differences(page)).toEqual(['Split of school places best: least lacking in all'])
      expect(await fragmentOf(page)).toContain('q.school_places=total')
      // only Beta lacks places
      expect(await page.locator('.split tbody td').allTextContents()).toEqual([
        '0.0',
        '0 schools',
        '100.0',
        '3 schools',
      ])
      const best = await lacking(page)
      expect(Number(best[2])).toBeLessThan(Number(asPlanned[2]))

      await page.locator('#split-school_places').selectOption({ label: 'by hand' })
      await page.getByLabel('Alpha, % of the quota').fill('20')
      await settled(page)
      expect(await page.locator('.split [role=status]').textContent()).toBe(
        '120 % in all, 20 points more than the quota: it is shared out whole, in these proportions Make it 100 %',
      )
      await page.getByLabel('Beta, % of the quota').fill('-1')
      expect(await page.locator('.split .wrong').textContent()).toBe(
        'Beta, % of the quota: found “-1”; expected a part of the quota from 0 to 100 %, and above 0 in one area at least.',
      )
      await page.getByText('Make it 100 %').click()
      await settled(page)
      // 200 and 1,000 parts of 1,200
      expect(await fragmentOf(page)).toContain('q.school_places=167.833')
      expect(await page.locator('.pin .note').textContent()).toBe('compared with: Build')
      const byHand = await lacking(page)
      await page.getByText('Make this the baseline', { exact: true }).click()
      await settled(page)
      expect(await page.locator('.pin .note').textContent()).toBe('compared with: a setting of your own')
      await page.getByLabel('set back: Split of school places').click()
      await settled(page)
      expect(await lacking(page)).toEqual(asPlanned)
      await page.getByText('Swap', { exact: true }).click()
      await settled(page)
      expect(await lacking(page)).toEqual(byHand)
      await page.keyboard.press('Control+z')
      await settled(page)
      expect(await lacking(page)).toEqual(asPlanned)
      await page.keyboard.press('Control+z')
      await settled(page)
      expect(await fragmentOf(page)).toContain('q.school_places=167.833')
    })

    it('hold an uncertainty at a value and at a per cent that are typed, and say what cannot be taken', async () => {
      const page = await openSettled()
      await page.locator('.held > summary').click()
      await page.locator('.held li input[type=checkbox]').first().check()
      const title = 'Pace of leaving the village'
      const [value, percent] = [page.getByLabel(`${title}, Value`), page.getByLabel(`${title}, % below`)]
      await value.fill('1.25')
      await settled(page)
      expect(await fragmentOf(page)).toContain('h.pace=v1.25')
      expect(await differences(page)).toEqual([`${title} held at 1.25`])
      // a triangle from 0.5 over 1 to 1.5: 1 - 0.25^2 / (2 x 0.5 x 0.5) = 87.5 % lie below
      expect(await percent.inputValue()).toBe('88')
      for (const [typed, found] of [
        ['1.6', '“1.6”; expected a number from 0.5 to 1.5, within which its futures lie'],
        ['fast', '“fast”; expected a number, such as 0.5'],
        ['', 'nothing; expected a number, such as 0.5'],
      ]) {
        await value.fill(typed)
        expect(await page.locator('.held .wrong').textContent()).toBe(`${title}, Value: found ${found}.`)
        expect(await value.getAttribute('aria-invalid')).toBe('true')
      }
      expect(await fragmentOf(page)).toContain('h.pace=v1.25')
      await percent.fill('12.5')
      expect(await page.locator('.held .wrong').last().textContent()).toBe(
        `${title}, % below: found “12.5”; expected a whole per cent from 1 to 99.`,
      )
      await percent.fill('50')
      await settled(page)
      expect(await fragmentOf(page)).toContain('h.pace=50')
      expect([await value.inputValue(), await page.locator('.held .wrong').count()]).toEqual(['1', 0])
    })

    it('show what programmes cost as the run says', async () => {
      const run = join(folder, 'run')
      cityward('run', scenario, '--draws', String(DRAWS), ...NUMBERS_ONLY, '--quiet', '--out', run)
      const { costs } = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8')) as Summary
      const { years, currency } = costs!.find(({ policy }) => policy === 'build')!
      const page = await openSettled()
      expect(await page.locator('.costs caption').textContent()).toBe(
        'million CNY, prices of 2020: New schools',
      )
      expect(await page.locator('.costs .note').textContent()).toBe(COST_NOTES[0].en)
      const rows = await page
        .locator('.costs tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent)))
      expect(rows).toEqual(
        years
          .slice(1)
          .map(({ year, inYear, soFar }) => [
            String(year),
            amount(inYear.median, currency),
            range(inYear.range80, currency),
            amount(soFar.median, currency),
            range(soFar.range80, currency),
            '',
          ]),
      )
      await page.locator('.policies button').first().click()
      await settled(page)
      expect(await page.locator('.costs tbody td:nth-child(5)').last().textContent()).toBe('0')
    })

    it('say what a lever does by itself, and the least of it that is enough', async () => {
      const page = await openSettled('t=places-2023')
      const known = () =>
        document.querySelector('.ranks')?.getAttribute('aria-busy') === 'false' &&
        !document.querySelector('.ranks td')?.closest('tr')?.textContent?.includes('…')
      await page.waitForFunction(known)
      const [at, shares] = sharesAlong()
      const now = shares[at.indexOf(1)]
      const cells = await page.locator('.ranks tbody td').allTextContents()
      const gain = Math.round(100 * (shares.at(-1)! - now))
      expect(cells[0]).toBe(`+${gain} points at 2`)
      const least = at[shares.findIndex((share) => share >= 0.7)]
      expect(await page.locator('.ranks td button').textContent()).toBe(String(least))
      expect(await page.locator('.helps').textContent()).toContain(
        `Helps most by itself: School programme at 2 (+${gain} points); 70 % from ${least} on`,
      )
      await page.locator('#wanted').fill('100')
      await page.locator('#wanted').fill('95')
      await page.waitForFunction(known)
      const more = at[shares.findIndex((share) => share >= 0.95)]
      const button = page.getByLabel(`Set School programme to ${more}`)
      await button.click()
      await settled(page)
      expect(await fragmentOf(page)).toContain(`l.schools=${more}`)
      expect(await fragmentOf(page)).toContain('w=95')
      expect(Number.parseInt((await page.evaluate(readPage)).large, 10)).toBe(
        Math.round(100 * shares[at.indexOf(more)]),
      )
      // a step beyond the least setting for 70 % the lever may go back
      await page.locator('#wanted').fill('70')
      await page.locator('.lever .typed').fill(String(at[at.indexOf(least) + 1]))
      await settled(page)
      await page.waitForFunction(known)
      const held = Math.round(100 * shares[at.indexOf(least)])
      expect(await page.locator('.ranks tbody td').last().textContent()).toBe(
        `${least} reached already, held down to here: ${held} %`,
      )
      expect(await page.locator('.helps').textContent()).toContain(
        `; reached already: 70 % is held down to ${least}`,
      )
      await page.getByText('中文', { exact: true }).click()
      await page.waitForFunction(
        (text) => document.querySelector('.helps')?.textContent?.includes(text),
        `；已达到：降至${least}仍有70%`,
      )
    })

    it('keep what is typed key by key, a decimal point first and a zero last, until the field is left', async () => {
      const page = await openSettled('t=places-2023&q.school_places=need&h.pace=v1')
      await page.locator('.held > summary').click()
      await page.locator('.splits > summary').click()
      await page.locator('#split-school_places').selectOption({ label: 'by hand' })
      await settled(page)
      const title = 'Pace of leaving the village'
      const fields: readonly (readonly [Locator, string, string])[] = [
        [page.getByLabel('Threshold'), '257.50', 'a.places-2023=257.5%402023'],
        [page.locator('.lever .typed'), '.750', 'l.schools=0.75'],
        [page.getByLabel(`${title}, Value`), '1.050', 'h.pace=v1.05'],
        [page.getByLabel('Beta, % of the quota'), '57.50', '.575&'],
      ]
      for (const [field, text, kept] of fields) {
        await field.press('Control+a')
        for (const [at, key] of [...text].entries()) {
          await page.keyboard.press(key)
          await settled(page)
          expect(await field.inputValue()).toBe(text.slice(0, at + 1))
        }
        expect(await fragmentOf(page)).toContain(kept)
        await page.keyboard.press('Enter')
        await settled(page)
        expect(await field.inputValue()).toBe(String(Number(text)))
      }
      expect(await page.locator('.wrong').count()).toBe(0)
    })

    it('take no threshold that cannot be, no lever beyond its range and no part of a per cent', async () => {
      const page = await openSettled('t=urban-share')
      const before = await fragmentOf(page)
      for (const [field, typed, found] of [
        ['#threshold', '557', 'Threshold: found “557”; expected a number from 0 % to 100 %.'],
        ['.lever .typed', '2.5', 'School programme: found “2.5”; expected a number from 0 to 2.'],
        ['#wanted', '57.5', 'Wanted odds, %: found “57.5”; expected a whole per cent from 1 to 99.'],
      ]) {
        await page.locator(field).fill(typed)
        await page.keyboard.press('Enter')
        await settled(page)
        expect(await page.locator(field).inputValue()).toBe(typed)
        expect(await page.locator('.wrong').allTextContents()).toContain(found)
      }
      expect(await fragmentOf(page)).toBe(before)
      await page.locator('.handle').focus()
      for (let step = 0; step < 9; step++) await page.keyboard.press('ArrowUp')
      await settled(page)
      // another threshold takes the place of what could not be taken
      expect(await page.locator('#threshold').inputValue()).not.toBe('557')
    })

    it('leave the way to all levers where it is, and show what a lever changes in full', async () => {
      const page = await openSettled('t=places-2023', 390)
      const places = await page.evaluate(async () => {
        const button = () => document.querySelector('.helps button')!.getBoundingClientRect()
        const slider = document.getElementById('lever-schools') as HTMLInputElement
        const seen = new Set<string>()
        for (const value of ['0.5', '1.5', '0']) {
          slider.value = value
          slider.dispatchEvent(new Event('input', { bubbles: true }))
          for (let frame = 0; frame < 30; frame++) {
            await new Promise((resolve) => requestAnimationFrame(resolve))
            seen.add(`${button().left} ${button().top + scrollY}`)
          }
        }
        return [...seen]
      })
      expect(places).toHaveLength(1)
      expect(
        await page
          .locator('.curve text')
          .first()
          .evaluate((label) => getComputedStyle(label).paintOrder),
      ).toContain('stroke')

      await page.setViewportSize({ width: 1280, height: 400 })
      await page.evaluate(() => scrollTo(0, 0))
      await page.locator('.why').click()
      await page.waitForFunction(() => {
        const { top, bottom } = document.querySelector('.because')!.getBoundingClientRect()
        return top > 0 && top < bottom && bottom <= innerHeight
      })
    })

    it('say that a plan is too slow when it stays so, and no longer', async () => {
      const page = await openSettled('t=places-2023')
      const TOO_SLOW = 'Not simulated here: with this plan a hundred futures take more than a second.'
      const isSaid = (text: string) => document.querySelector('.ranks')?.textContent?.includes(text)
      await page.evaluate(() => {
        const ours = performance.now.bind(performance)
        performance.now = () => 1e6 * ours()
      })
      // of every setting the futures after the first hundred are a batch
      await page.locator('.futures select').selectOption('500')
      await settled(page)
      for (const value of [0.5, 0.7]) {
        await page.evaluate(slide, ['lever-schools', value] as const)
        await settled(page)
      }
      await page.waitForFunction(isSaid, TOO_SLOW)
      await page.evaluate(() => {
        performance.now = () => 0
      })
      await page.evaluate(slide, ['lever-schools', 1.5] as const)
      await page.waitForFunction(
        (text) => !document.querySelector('.ranks')?.textContent?.includes(text),
        TOO_SLOW,
      )
    })
  },
)

/** Odds of 260 places by 2023 at every step of the lever, all simulated: 0, 0.02 and so on to 2. */
function sharesAlong(): readonly [number[], number[]] {
  const { plan } = loadPlan(scenario)
  const kernel = new WebAssembly.Module(readFileSync('dist/kernel.wasm'))
  const simulate = createSimulation(plan, { kernel, draws: DRAWS, keptPopulations: DRAWS })
  const column = columnsOf(plan, 'places_added')[0].at(-1)!
  const values = Array.from({ length: 101 }, (_, step) => step / 50)
  const shares = values.map((value) => {
    const request = { levers: [value], held: [], splits: [], first: 0, count: DRAWS, columns: [column] }
    return simulate(request).values.filter((places) => places >= 260).length / DRAWS
  })
  return [values, shares]
}
