import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Summary } from '../../src/index.js'
import { oddsShare } from '../../src/report/words/numbers.js'
import { cityward, NUMBERS_ONLY, temporary } from '../commands/cityward.js'
import { BROWSER, withBrowser } from '../report/browser.js'
import { readPage } from './in-page.js'
import { settled } from './settled.js'

const folder = temporary()
const tiny = (name: string, change: (text: string) => string) => {
  const file = join(folder, name)
  const text = readFileSync('fixtures/cases/tiny.yaml', 'utf8')
  writeFileSync(file, change(text.replace('data: ../tiny', `data: ${resolve('fixtures/tiny')}`)))
  return file
}

describe('the explorer of a plan without odds', () => {
  it('is refused where draws are no sample', () => {
    const file = tiny('morris.yaml', (text) => text.replace('seed: 7 }', 'seed: 7, design: morris }'))
    const { code, err } = cityward('explore', file, '--out', join(folder, 'none.html'))
    expect(code).toBe(2)
    expect(err).toBe(
      `${file}:5:37  run.design\n  Found design: morris; expected draws that are a sample of the futures, such as random or sobol.  [explorer-needs-sample]\n`,
    )
  })

  it('is refused where there are no targets', () => {
    const file = tiny('aimless.yaml', (text) => text.replace(/targets:[\s\S]*$/, 'targets: []\n'))
    const { code, err } = cityward('explore', file, '--out', join(folder, 'none.html'))
    expect(code).toBe(2)
    expect(err).toContain('Found no targets; expected targets to be reached.  [targets-missing]')
  })
})

describe.skipIf(!BROWSER.there)(
  `cautions of the explorer${BROWSER.there ? '' : ` (${BROWSER.missing})`}`,
  () => {
    const open = withBrowser()
    const cautionsIn = async (scenario: string) => {
      const file = join(folder, 'explorer.html')
      cityward('explore', scenario, '--draws', '100', '--out', file)
      const { page } = await open(`${pathToFileURL(file).href}#lang=en`, 1280)
      await settled(page)
      return {
        cautions: await page.locator('.caution').allTextContents(),
        read: await page.evaluate(readPage),
      }
    }

    it('say that numbers of the template are invented', async () => {
      cityward('new', join(folder, 'new'))
      const { cautions } = await cautionsIn(join(folder, 'new', 'scenario.yaml'))
      expect(cautions).toEqual([
        'The numbers of this data folder are invented (source S_EXAMPLE), and the levels of the scenario are fitted to no census: what is said here holds for no place.',
      ])
    })

    it('count futures that give no numbers, which reach no target', async () => {
      const file = tiny('failing.yaml', (text) =>
        text.replace('on_time: on_time', 'on_time: "pace > 1.3 ? 5 : on_time"'),
      )
      const few = [...NUMBERS_ONLY, '--json', '--quiet', '--out', join(folder, 'run')]
      const run = cityward('run', file, '--draws', '100', ...few)
      const summary = JSON.parse(run.out) as Summary
      const { failures, targets } = summary.policies.at(-1)!
      expect(failures).toBeGreaterThan(0)
      const { cautions, read } = await cautionsIn(file)
      expect(cautions).toEqual([
        `${failures} of 100 futures gave no numbers under this setting; they count as not reached.`,
      ])
      expect(read.shares).toEqual(targets.map(({ region }) => oddsShare(region.odds, 'en')))
    })
  },
)
