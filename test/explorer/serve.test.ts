import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { alone, kill, start, startIn, temporary } from '../commands/cityward.js'
import { BROWSER, withBrowser } from '../report/browser.js'
import { englishIn } from '../report/latin.js'
import { settled } from './settled.js'

const folder = temporary()
const scenario = join(folder, 'plan.yaml')
const write = (title: string) =>
  writeFileSync(
    scenario,
    readFileSync('fixtures/cases/tiny.yaml', 'utf8')
      .replace('data: ../tiny', `data: ${resolve('fixtures/tiny')}`)
      .replace('en: Two tiny cities', `en: ${title}`),
  )

let server: ReturnType<typeof start> | undefined
afterEach(async () => {
  if (server) await kill(server)
  server = undefined
})

/** The address of a page that is served. */
async function serve(): Promise<string> {
  server = start('explore', scenario, '--draws', '100', '--serve')
  const [line] = await once(server.stdout!, 'data')
  return String(line).trim()
}

function statusOf(url: string, host?: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, host === undefined ? {} : { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })
}

describe('an explorer that is served', () => {
  it('is there for this machine alone, under its own names', async () => {
    write('First')
    const url = await serve()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(await statusOf(url)).toBe(200)
    expect(await statusOf(`${url}plan.yaml`)).toBe(404)
    // a name that a stranger's page may give to this machine
    expect(await statusOf(url, 'evil.example')).toBe(403)
  })

  it('says in Chinese what to do with the address where the locale is Chinese', async () => {
    write('First')
    server = startIn({ LC_ALL: '', LANG: 'zh_CN.UTF-8' }, 'explore', scenario, '--draws', '100', '--serve')
    const [said] = await once(server.stderr!, 'data')
    expect(englishIn(String(said))).toEqual([])
    expect(String(said)).toContain('请在浏览器中打开')
  })

  it('says when its port is taken', async () => {
    write('First')
    const port = new URL(await serve()).port
    const { code, err } = alone('explore', scenario, '--serve', '--port', port)
    expect({ code, err }).toEqual({
      code: 2,
      err: 'this machine\n  Found a port that another program has; expected a system that allows it (listen).\n  Leave out --port, or ask for another.  [system-refused]\n',
    })
  })

  it.skipIf(!BROWSER.there)(
    'follows the scenario file, says what is wrong in it, and keeps what was set',
    async () => {
      write('First')
      const { page } = await openServed(`${await serve()}#lang=en&l.schools=1.5`)
      await settled(page)
      expect(await page.title()).toBe('First · cityward')
      write('Second')
      await page.waitForFunction(() => document.title === 'Second · cityward')
      await settled(page)
      expect(await page.locator('#lever-schools').inputValue()).toBe('1.5')
      writeFileSync(scenario, readFileSync(scenario, 'utf8').replace('threshold: 40', 'threshold: many'))
      await page.waitForSelector('.notice pre')
      expect(await page.locator('.notice pre').textContent()).toContain('targets.urban-share.threshold')
    },
  )
  const open = withBrowser()
  const openServed = (url: string) => open(url, 1280, false, { isOnline: true })
})
