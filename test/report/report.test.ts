import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Summary } from '../../src/index.js'
import { findEnough, knownOf } from '../../src/studies/find-enough.js'
import { writeReach } from '../../src/studies/reach-file.js'
import { splitForRun } from '../../src/studies/split/split-for-run.js'
import { cityward, NUMBERS_ONLY, TINY, temporary } from '../commands/cityward.js'
import { shippedPlan } from '../plan/shipped.js'
import { misplacedTexts, type ShownNumber, shownNumbers, shownTexts } from './boxes.js'
import { BROWSER, withBrowser } from './browser.js'
import { foreignTo } from './languages.js'

const folder = temporary()
const guangxi = join(folder, 'guangxi')
const tiny = join(folder, 'tiny')
const urlOf = (run: string) => pathToFileURL(join(run, 'report.html')).href
const summaryOf = (run: string): Summary => JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'))

const PLAN = 'scenarios/guangxi-2023.yaml'
/** Ten for each of the 80 uncertainties. */
const DRAWS = ['--draws', '810']

beforeAll(async () => {
  const { code, err } = cityward('run', TINY, ...DRAWS, '--out', tiny)
  expect(code).toBe(0)
  expect(err).toContain(`Report: ${join(tiny, 'report.html')}`)
  expect(cityward('run', PLAN, ...DRAWS, ...NUMBERS_ONLY, '--out', guangxi).code).toBe(0)
  await findInFewFutures(guangxi)
  expect(cityward('report', guangxi).code).toBe(0)
})

/** What a run finds for its page; settings that would be enough in 50 futures, where a run takes 250. A page shows as much of either. */
async function findInFewFutures(folder: string): Promise<void> {
  const { plan, scenario } = shippedPlan(PLAN)
  const summary = summaryOf(folder)
  const [first] = plan.targets
  const asked = {
    ...{ policy: plan.policies.length - 1, wanted: 0.8, draws: 50, budget: 0, threads: 1 },
    known: knownOf(summary.policies.at(-1)!.targets.slice(0, 1)),
  }
  const oversight = { signal: new AbortController().signal, onProgress: undefined }
  const enough = await findEnough({ ...plan, targets: [first] }, scenario, asked, oversight)
  writeReach(folder, enough!)
  splitForRun(folder, { plan, scenario, summary })
}

describe('the report', () => {
  it('is one file of less than 2 MB that names no address to fetch from', () => {
    const file = join(guangxi, 'report.html')
    expect(statSync(file).size).toBeLessThan(2_000_000)
    const html = readFileSync(file, 'utf8')
    expect(
      html.match(/<(?:link|img|iframe|object|embed|source|video|audio)\b|\bsrc=|@import|url\(/g),
    ).toBeNull()
    expect(html.includes("default-src 'none'")).toBe(true)
  })

  it('repeats its run: same plan, same draws, same summary', () => {
    const again = cityward(
      'run',
      join(tiny, 'report.html'),
      '--json',
      '--quiet',
      ...NUMBERS_ONLY,
      '--out',
      join(folder, 'again'),
    )
    expect(again.code).toBe(0)
    expect(JSON.parse(again.out)).toEqual(summaryOf(tiny))
  })

  it('is written again from the run folder, and set beside another run', () => {
    const out = join(folder, 'beside.html')
    expect(cityward('report', tiny, '--out', out, '--lang', 'zh')).toMatchObject({ code: 0, out: `${out}\n` })
    expect(readFileSync(out, 'utf8')).toContain('<html lang="zh">')
    const other = join(folder, 'other')
    cityward('run', TINY, '--seed', '9', '--draws', '600', ...NUMBERS_ONLY, '--out', other)
    cityward('report', tiny, other, '--out', out)
    const beside = readFileSync(out, 'utf8')
    expect(beside).toContain('id="t-compared-0-')
    expect(beside).toContain('id="compared-fan-0"')
    expect(beside.indexOf('id="compared"')).toBeLessThan(beside.indexOf('id="targets"'))
  })

  it('refuses a page that is none of its own, and a run that does not say what it was made from', () => {
    const page = cityward('run', 'docs/method.html')
    expect(page).toMatchObject({ code: 2 })
    expect(page.err).toContain('[report-missing]')
    expect(cityward('report', join(folder, 'nowhere')).code).toBe(2)
  })
})

describe.skipIf(!BROWSER.there)(`in a browser${BROWSER.there ? '' : ` (${BROWSER.missing})`}`, () => {
  const open = withBrowser()
  const opened = new Map<string, ReturnType<typeof open>>()
  /** A page that tests read and open tables of; opened once for each width and language. */
  const view = (run: string, width: number, language = 'en') => {
    const key = `${run} ${width} ${language}`
    const page = opened.get(key) ?? open(`${urlOf(run)}#${language}`, width)
    opened.set(key, page)
    return page
  }

  it('opens without a word on the console and asks nothing of a network', async () => {
    for (const run of [guangxi, tiny]) {
      const { noise } = await view(run, 1280)
      expect(noise).toEqual([])
    }
  })

  it('shows in its tables what summary.json says, to the last digit shown', async () => {
    for (const run of [guangxi, tiny]) {
      const { page } = await view(run, 1280)
      const reach = JSON.parse(readFileSync(join(run, 'reach.json'), 'utf8'))
      const summary = { ...summaryOf(run), reach }
      const numbers = await page.evaluate(shownNumbers)
      expect(numbers.length).toBeGreaterThan(50)
      expect(numbers.filter((one) => !agrees(one, summary))).toEqual([])
    }
  })

  it('speaks one language at a time, and turns to the other without a server', async () => {
    const { page } = await open(urlOf(guangxi), 1280)
    const english = await page.locator('h1:visible').textContent()
    await page.getByText('中文', { exact: true }).click()
    expect(await page.getAttribute('html', 'lang')).toBe('zh')
    expect(await page.title()).toContain('报告')
    const chinese = await page.locator('h1:visible').textContent()
    expect(chinese).toMatch(/城镇化率/)
    expect(chinese).not.toBe(english)
    const direct = await view(guangxi, 375, 'zh')
    expect(await direct.page.locator('h1:visible').textContent()).toBe(chinese)
  })

  it('shows to a reader of one language no word of the other, in any table', async () => {
    for (const language of ['en', 'zh'] as const) {
      const { page } = await view(guangxi, 1280, language)
      const texts = await page.evaluate(shownTexts)
      expect(texts.length).toBeGreaterThan(3000)
      expect(foreignTo(language, texts)).toEqual([])
    }
  })

  it('has on page one the answer with one number, the map, what can be done and what is not known, and no command', async () => {
    const { page } = await view(guangxi, 1280)
    const found = await page.evaluate(() => {
      const sections = [...document.querySelectorAll('main > section')].map(({ id }) => id)
      const first = sections.slice(0, sections.indexOf('targets'))
      const texts = first.map((id) => (document.getElementById(id) as HTMLElement).innerText)
      const verdict = document.querySelector('.verdict[lang=en]') as HTMLElement
      const fan = document.querySelector('#fan svg') as SVGElement
      return {
        first,
        text: texts.join(' '),
        verdict: verdict.innerText,
        fan: fan.getBoundingClientRect().bottom,
      }
    })
    expect(found.first).toEqual(['answer', 'where', 'actions', 'unknowns'])
    expect(found.verdict.match(/\d+/g)).toHaveLength(1)
    expect(found.fan).toBeLessThan(900)
    expect(found.text).not.toMatch(/cityward [a-z]/)
    expect(found.text).toContain('How fast people left villages in 2018-2020'.replace(/^H/, 'h'))
    // splitQuota of the same plan and futures: 107,000 lack as split now, 54,500 as best split
    expect(found.text).toMatch(
      /leave about 5\d,000 compulsory school places lacking in 2023 in place of 1[01]0,000/,
    )
  })

  it('orders the rows of a table by the column that is asked for', async () => {
    const { page } = await view(guangxi, 1280)
    const column = (at: number) =>
      page.$$eval(
        `#t-needs-compulsory_places tbody tr`,
        (rows, cell) => rows.map((row) => (row as HTMLTableRowElement).cells[cell].innerText),
        at,
      )
    const head = page.locator('#t-needs-compulsory_places thead th').nth(6).getByRole('button')
    const number = (text: string) => Number(text.replaceAll(',', ''))
    await head.click()
    const down = (await column(6)).map(number)
    expect(down).toEqual([...down].sort((a, b) => b - a))
    expect((await column(0)).slice(0, 2)).toEqual(['Guangxi', 'Nanning'])
    await head.click()
    const up = (await column(6)).map(number)
    expect(up).toEqual([...up].sort((a, b) => a - b))
  })

  it('turns without a script as well', async () => {
    const { page } = await view(tiny, 1280)
    const without = await page.context().browser()!.newContext({ javaScriptEnabled: false })
    const plain = await without.newPage()
    await plain.goto(urlOf(tiny))
    await plain.getByText('中文', { exact: true }).click()
    expect(await plain.locator('h1:visible').getAttribute('lang')).toBe('zh')
    await without.close()
  })

  it('can be used from the keyboard', async () => {
    const { page } = await open(urlOf(guangxi), 1280)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('lang-en')
    await page.keyboard.press('ArrowRight')
    expect(await page.getAttribute('html', 'lang')).toBe('zh')
    const summary = page.locator('#fan summary')
    await summary.focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('#fan table').isVisible()).toBe(true)
    for (const region of await page.locator('.scroll').all())
      expect(await region.getAttribute('tabindex')).toBe('0')
  })

  it('says in words what every picture shows, with the numbers behind it, and uses no id twice', async () => {
    const { page } = await view(guangxi, 1280)
    const found = await page.evaluate(() => {
      const figures = [...document.querySelectorAll('figure')]
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
      return {
        figures: figures.map(({ id }) => id),
        bare: figures.filter(
          (figure) => !figure.querySelector('details table') || !figure.querySelector('figcaption p'),
        ).length,
        silent: [...document.querySelectorAll('svg')].filter(
          (svg) => !svg.querySelector('title')?.textContent || !svg.querySelector('desc')?.textContent,
        ).length,
        twice: ids.filter((id, at) => ids.indexOf(id) !== at),
      }
    })
    expect(found).toEqual({
      figures: [
        'fan', 'where-map', 'chance', 'drivers', 'past-odds', 'map', 'need', 'courses', 'pairs', 'programmes', 'effects', 'waterfall', 'growth',
        'pyramids',
      ], // biome-ignore format: a list reads best as a paragraph
      bare: 0,
      silent: 0,
      twice: [],
    })
    // four reasons for nine sections without a commitment
    expect(await page.locator('#t-commitments tbody tr').count()).toBe(31 + 37 + 4)
  })

  for (const width of [375, 1280])
    for (const language of ['en', 'zh'])
      it(`cuts off no text and lays none upon another: ${width} px, ${language}`, async () => {
        for (const run of [guangxi, tiny]) {
          const { page } = await view(run, width, language)
          expect(await page.evaluate(misplacedTexts)).toEqual([])
        }
      })

  it('prints on nineteen pages of A4 at most, with no text cut off', async () => {
    for (const language of ['en', 'zh']) {
      const { page } = await open(`${urlOf(guangxi)}#${language}`, A4)
      await page.emulateMedia({ media: 'print' })
      expect(await page.evaluate(misplacedTexts)).toEqual([])
      const pdf = await page.pdf({ preferCSSPageSize: true })
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length
      expect(pages).toBeGreaterThanOrEqual(6)
      // the title of the plan and the number stand on every page
      expect(readFileSync(join(guangxi, 'report.html'), 'utf8')).toContain(`@page ${language}{size:A4`)
      // uncertainties, sources, past commitments and places to add are six of them
      expect(pages).toBeLessThanOrEqual(19)
    }
  })

  it('is dark where the reader wants it', async () => {
    const ground = async (dark: boolean) => {
      const { page } = dark ? await open(urlOf(tiny), 375, true) : await view(tiny, 375)
      return page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    }
    expect(await ground(false)).toBe('rgb(255, 255, 255)')
    expect(await ground(true)).toBe('rgb(20, 24, 31)')
  })
})

/** px at 96 to the inch that are left of A4 within its margins. */
const A4 = 695

/** Whether a number on the page is that of the summary, rounded to as many digits as it shows. */
function agrees({ from, as, text }: ShownNumber, summary: Summary): boolean {
  const value = from
    .split('.')
    .reduce<unknown>((node, part) => (node as Record<string, unknown>)?.[part], summary)
  if (as === 'odds') return oddsAgree(text, value as { share: number; hits: number; draws: number })
  if (as === 'share') return shareAgrees(text, value as number)
  if (value === null) return text === '–' || text === '-'
  if (as === 'points') return near(text, (value as number) * 100)
  if (as !== 'range') return near(text, value as number)
  const [low, high = low] = text.split(/ … |(?<=\d)–/)
  return near(low, (value as [number, number])[0]) && near(high, (value as [number, number])[1])
}

function near(text: string, value: number): boolean {
  const digits = text.replaceAll(',', '').replace('−', '-').replace('+', '')
  const shown = Number(digits)
  const decimals = digits.split('.')[1]?.length ?? 0
  // from 1,000 on three digits are shown
  const step = Math.abs(value) >= 1000 ? 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2) : 10 ** -decimals
  return Number.isFinite(shown) && Math.abs(shown - value) <= step / 2 + 1e-9
}

function oddsAgree(
  text: string,
  { share, hits, draws }: { share: number | null; hits: number; draws: number },
): boolean {
  // of a target that cannot be assessed
  if (share === null) return text === '-'
  if (text === 'none') return hits === 0
  return text === 'all' ? hits === draws : hits > 0 && hits < draws && shareAgrees(text, share)
}

function shareAgrees(text: string, share: number): boolean {
  const shown = text.replace(/\s*%$/, '')
  if (shown === '<1') return share > 0 && share < 0.005
  return shown === '>99' ? share < 1 && share >= 0.995 : Math.abs(Number(shown) - share * 100) <= 0.5 + 1e-9
}
