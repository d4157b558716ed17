import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Summary } from '../../src/index.js'
import { oddsShare } from '../../src/report/words/numbers.js'
import { cityward, temporary } from '../commands/cityward.js'
import { BROWSER, withBrowser } from '../report/browser.js'
import { readPage, slide } from './in-page.js'
import { settled } from './settled.js'

const folder = temporary()
const scenario = join(folder, 'plan.yaml')
const file = join(folder, 'explorer.html')
const DRAWS = 100
/** Half of the quota for the first city, and the same for all others. */
const BY_HAND = [500, ...Array.from({ length: 13 }, () => 40)]

beforeAll(() => {
  writeFileSync(scenario, `extends: ${resolve('scenarios/guangxi-2023.yaml')}\n`)
  cityward('explore', scenario, '--draws', String(DRAWS), '--seed', '77', '--out', file)
})

describe.skipIf(!BROWSER.there)(
  `a setting of the explorer${BROWSER.there ? '' : ` (${BROWSER.missing})`}`,
  () => {
    const open = withBrowser()

    it('is saved as a scenario that `cityward run` reads, with the odds of the page', async () => {
      // one correlated uncertainty is held, one that is drawn jointly with others, one by itself, and one at a value
      const held = 'h.outside_pull=25&h.exit_level=10&h.fertility_2022=90&h.end_pace=v1.01'
      const split = `q.compulsory_places=worst&q.senior_places=${BY_HAND.join('.')}`
      const { page } = await open(
        `${pathToFileURL(file).href}#lang=en&${held}&${split}&a.urbanisation-rate=56.8@2022`,
        1280,
      )
      await settled(page)
      await page.evaluate(slide, ['lever-hukou_reform', 2.6] as const)
      await settled(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByText('Save as scenario', { exact: true }).click(),
      ])
      expect(download.suggestedFilename()).toBe('plan-explored.yaml')
      const saved = join(folder, 'plan-explored.yaml')
      await download.saveAs(saved)
      const text = readFileSync(saved, 'utf8')
      expect(text).toContain('extends: "plan.yaml"')
      expect(text).toContain('hukou_reform: 2.6')
      expect(text.match(/by_city: \{ "4501": \d+, /g)).toHaveLength(3)

      const run = cityward(
        'run',
        saved,
        '--draws',
        String(DRAWS),
        '--no-report',
        '--no-reach',
        '--json',
        '--quiet',
        '--out',
        join(folder, 'run'),
      )
      expect(run).toMatchObject({ code: 0 })
      const summary = JSON.parse(run.out) as Summary
      const explored = summary.policies.find(({ name }) => name === 'explored')!
      const shares = explored.targets.map(({ region }) => oddsShare(region.odds, 'en'))
      expect((await page.evaluate(readPage)).shares).toEqual(shares)
      expect(explored.targets[0]).toMatchObject({ threshold: 56.8, year: 2022 })
    })
  },
)
