import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { cityward, temporary } from '../commands/cityward.js'
import { BROWSER, withBrowser } from '../report/browser.js'
import { settled } from './settled.js'

const folder = temporary()
const scenario = join(folder, "<img src=x onerror='window.owned=1'>.yaml")
const file = join(folder, 'explorer.html')

/** Markup that runs a script where it is taken for markup, by each of the ways there are. */
const MARKUP =
  `</script><script>window.owned=1</script>"'><img src=x onerror="window.owned=1"><svg onload=window.owned=1>` +
  `<style>*{display:none}</style>\u202e{{owned}}<!--`
const both = () => ({ en: `E ${MARKUP}`, zh: `中 ${MARKUP}` })

/** The scenario of two tiny cities with markup in every text that it has. */
function hostileScenario(): string {
  const text = JSON.stringify(both())
  const because = JSON.stringify(MARKUP)
  return readFileSync('fixtures/cases/tiny.yaml', 'utf8')
    .replaceAll(/title: \{ en: [^}]*\}/g, `title: ${text}`)
    .replaceAll(/because: .*/g, `because: ${because}`)
    .replace('range: [0, 2]', `range: [0, 2]\n    mechanism: ${text}`)
    .replace('data: ../tiny', 'data: tiny')
    .replace('unit: hour', `unit: hour`)
}

beforeAll(() => {
  cpSync('fixtures/tiny', join(folder, 'tiny'), { recursive: true })
  const places = join(folder, 'tiny', 'places.csv')
  const quoted = `"${MARKUP.replaceAll('"', '""')}"`
  writeFileSync(
    places,
    readFileSync(places, 'utf8')
      .replace('Tinyland,小国', `${quoted},${quoted}`)
      .replace('Alpha,甲', `${quoted},${quoted}`),
  )
  writeFileSync(scenario, hostileScenario())
  const made = cityward('explore', scenario, '--draws', '100', '--out', file)
  expect(made).toMatchObject({ code: 0 })
})

describe.skipIf(!BROWSER.there)(
  `markup in the texts of a scenario${BROWSER.there ? '' : ` (${BROWSER.missing})`}`,
  () => {
    const open = withBrowser()

    it('is shown as text in the explorer, in both languages, and runs nothing', async () => {
      for (const language of ['en', 'zh']) {
        const { page, noise } = await open(`${pathToFileURL(file).href}#lang=${language}`, 1280)
        await settled(page)
        for (const details of await page.locator('details').all())
          await details.evaluate((one) => one.setAttribute('open', ''))
        for (const row of await page.locator('.row').all()) await row.click()
        await settled(page)
        const found = await page.evaluate(() => ({
          owned: 'owned' in window,
          scripts: document.querySelectorAll('script:not([type="text/plain"])').length,
          strangers: document.querySelectorAll('img, body style, [onload], [onerror]').length,
          title: document.title,
          text: document.body.innerText,
        }))
        expect(found).toMatchObject({ owned: false, scripts: 1, strangers: 0 })
        expect(found.title).toContain('</script><script>window.owned=1</script>')
        expect(found.text).toContain('<img src=x onerror="window.owned=1">')
        expect(found.text).not.toMatch(/[\u202a-\u202e]/)
        expect(noise.filter((one) => !one.startsWith('blob:'))).toEqual([])
      }
    })

    it('comes back as text from a saved scenario', async () => {
      const { page } = await open(`${pathToFileURL(file).href}#lang=en&l.schools=1.5`, 1280)
      await settled(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByText('Save as scenario', { exact: true }).click(),
      ])
      const saved = join(folder, 'saved.yaml')
      await download.saveAs(saved)
      expect(cityward('check', saved)).toMatchObject({ code: 0 })
    })
  },
)
