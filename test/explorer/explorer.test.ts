import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { ALPHABET } from '../../src/explorer/engine/base85.js'
import { loadPlan, type Summary } from '../../src/index.js'
import { oddsShare } from '../../src/report/words/numbers.js'
import { openRun } from '../../src/store/open-run.js'
import { cityward, NUMBERS_ONLY, TINY, temporary } from '../commands/cityward.js'
import { BROWSER, withBrowser } from '../report/browser.js'
import { testInFirefox } from './in-firefox.js'
import { outcomeHashes, readPage } from './in-page.js'
import { readBlocks } from './page-blocks.js'
import { settled } from './settled.js'

const folder = temporary()
const file = join(folder, 'explorer.html')
const scenario = join(folder, 'five.yaml')
const run = join(folder, 'run')
const DRAWS = 100

/** By policy of the scenario: levers programmes, school_programme, bed_programme, yearly_gains, hukou_reform. */
const SETTINGS = {
  no_action: [0, 1, 1, 0, 1],
  plan: [1, 1, 1, 1, 1],
  schools: [1, 2.5, 1, 1, 1],
  hukou: [1, 1, 1, 1, 3.2],
  all: [1.6, 0.4, 3, 1.7, 0.5],
}
const NAMES = ['programmes', 'school_programme', 'bed_programme', 'yearly_gains', 'hukou_reform']

/** Levers of the policies of a run, in their order. */
function settingsOf(policies: readonly { readonly name: string }[]): (readonly number[])[] {
  const { plan } = loadPlan(scenario)
  return policies.map(({ name }) => plan.policies.find((one) => one.name === name)!.settings)
}

const summaryOf = (path: string): Summary => JSON.parse(readFileSync(join(path, 'summary.json'), 'utf8'))
const sharesIn = (summary: Summary, policy: number) =>
  summary.policies[policy].targets.map(({ region }) => oddsShare(region.odds, 'en'))

beforeAll(() => {
  const policies = Object.entries(SETTINGS).map(([name, levers]) => {
    const set = NAMES.map((lever, at) => `${lever}: ${levers[at]}`).join(', ')
    return `  ${name}: { title: { en: ${name}, zh: ${name} }, set: { ${set} } }`
  })
  writeFileSync(
    scenario,
    `extends: ${resolve('scenarios/guangxi-2023.yaml')}\npolicies:\n${policies.join('\n')}\n`,
  )
  expect(
    cityward('run', scenario, '--draws', String(DRAWS), ...NUMBERS_ONLY, '--out', run, '--quiet').code,
  ).toBe(0)
  expect(cityward('explore', scenario, '--draws', String(DRAWS), '--out', file)).toMatchObject({
    code: 0,
    out: `${file}\n`,
  })
})

describe('the explorer', () => {
  it('is one file of less than 600 kB that names no address to fetch from', () => {
    expect(statSync(file).size).toBeLessThan(600_000)
    const html = readFileSync(file, 'utf8')
    expect(
      html.match(/<(?:link|img|iframe|object|embed|source|video|audio)\b|\bsrc=|@import|url\(/g),
    ).toBeNull()
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")
    expect(html).not.toContain('connect-src')
  })

  it('is written into the folder of a run, whose report then links to it', () => {
    const tiny = join(folder, 'tiny')
    const few = ['--draws', String(DRAWS), '--no-reach', '--quiet']
    expect(cityward('run', TINY, ...few, '--out', tiny).code).toBe(0)
    expect(readFileSync(join(tiny, 'report.html'), 'utf8')).not.toContain('href="explorer.html"')
    expect(cityward('explore', tiny).out).toBe(`${join(tiny, 'explorer.html')}\n`)
    expect(readFileSync(join(tiny, 'report.html'), 'utf8')).toContain('href="explorer.html"')
    expect(cityward('verify', tiny).code).toBe(0)
  })
})

describe.skipIf(!BROWSER.there)(`in a browser${BROWSER.there ? '' : ` (${BROWSER.missing})`}`, () => {
  const open = withBrowser()
  const url = pathToFileURL(file).href
  const openSettled = async (fragment = '', width = 1280) => {
    const opened = await open(`${url}#lang=en&${fragment}`, width)
    await settled(opened.page)
    return opened
  }

  it('opens from a file without a word on the console, and asks nothing of a network', async () => {
    const { noise } = await openSettled()
    expect(noise.filter((one) => !one.startsWith('blob:'))).toEqual([])
  })

  it('gives for five settings every outcome of the command line, to the last bit', async () => {
    const { page } = await openSettled()
    const { header, reader } = openRun(run)
    const names = header.outcomes.map(({ name }) => name)
    await page.evaluate(readBlocks, ALPHABET)
    const hashes = await page.evaluate(outcomeHashes, {
      settings: settingsOf(header.policies),
      draws: DRAWS,
      columns: names.length,
    })
    const own: string[] = []
    for (const policy of header.policies.keys()) {
      const hash = createHash('sha256')
      for (const values of await reader.read(policy, names))
        hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
      own.push(hash.digest('hex'))
    }
    expect(hashes).toEqual(own)
  })

  it('shows for five policies the odds of their verdicts', async () => {
    const { page } = await openSettled()
    expect(await page.locator('.headline').textContent()).toContain('56.5 % or more counts as about 57 %')
    const summary = summaryOf(run)
    for (const name of Object.keys(SETTINGS)) {
      const policy = summary.policies.findIndex((one) => one.name === name)
      await page
        .locator('.policies button', { hasText: new RegExp(`^${summary.policies[policy].title.en}$`) })
        .click()
      await settled(page)
      expect((await page.evaluate(readPage)).shares, name).toEqual(sharesIn(summary, policy))
    }
  })
})

testInFirefox({ run, file, draws: DRAWS, settings: () => settingsOf(openRun(run).header.policies) })
