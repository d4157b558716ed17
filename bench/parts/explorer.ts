/**
 * The explorer in browsers: its workers beside Node on one thread at one work, and how soon a page answers. Settings are
 * such that none has been simulated before: hukou conversion moves people, the school programme does not.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { ALPHABET } from '../../src/explorer/engine/base85.js'
import { createSimulation } from '../../src/explorer/engine/simulation.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { FIREFOX, FirefoxWindow } from '../../test/explorer/firefox-browser.js'
import { readBlocks } from '../../test/explorer/page-blocks.js'
import type { Bench } from '../bench.js'
import { CLI, node } from '../commands.js'
import { inTurn } from '../rounds.js'
import type { Twins } from '../statistics.js'
import { timeDrag, timeSettings } from '../work/in-explorer.js'
import { PLAN } from './year.js'

const CHROMIUM = '/usr/bin/chromium'
const DRAWS = 2000
/** The lever that is moved, to another number every time; all others stand as in the plan. */
const MOVED = { people: 'hukou_reform', services: 'school_programme' }

type Evaluate = <Given, Result>(act: (given: Given) => Promise<Result>, given: Given) => Promise<Result>

export async function explorer(bench: Bench): Promise<void> {
  if (!existsSync(CHROMIUM)) {
    bench.skip('explorer', 'all of it', `no Chromium at ${CHROMIUM}`)
    return
  }
  const file = join(bench.folder, 'explorer.html')
  await node([CLI, 'explore', PLAN, '--out', file])
  const url = pathToFileURL(file).href
  bench.say('explorer: Node, Chromium, Firefox')
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  const firefox = FIREFOX.there ? await FirefoxWindow.open() : undefined
  if (!firefox) bench.skip('explorer', 'Firefox', FIREFOX.missing)
  try {
    const page = await browser.newPage()
    await page.goto(url)
    await firefox?.goTo(url)
    await settled(page)
    await sameWork(bench, inPage(page), firefox)
    await drags(bench, page)
  } finally {
    await browser.close()
    await firefox?.end()
  }
  await openings(bench, url)
}

/** What is run here is compiled with a helper around names of functions, which a page does not have. */
const inPage =
  (page: Page): Evaluate =>
  (act, given) =>
    page.evaluate(
      `(async () => { const __name = (one) => one; return (${act})(${JSON.stringify(given)}) })()`,
    )

let moves = 0
/** A setting of a lever that no contestant has had. */
const fresh = () => 1 + (++moves % 2000) / 1000

async function sameWork(bench: Bench, evaluate: Evaluate, firefox: FirefoxWindow | undefined): Promise<void> {
  const { plan } = loadPlan(PLAN)
  const kernel = new WebAssembly.Module(readFileSync('dist/kernel.wasm'))
  const columns = plan.outcomes.map((_, column) => column).slice(0, 400)
  const simulate = createSimulation(plan, { kernel, draws: DRAWS, keptPopulations: DRAWS })
  const inNode = (settings: readonly number[][]) =>
    settings.slice(1).map((levers) => {
      const began = performance.now()
      for (let first = 0; first < DRAWS; first += 16)
        simulate({ levers, held: [], splits: [], first, count: Math.min(16, DRAWS - first), columns })
      return performance.now() - began
    })
  const inBrowser =
    (where: Evaluate, workers: number, draws: number) => async (settings: readonly number[][]) =>
      (await where(timeSettings, { workers, settings, draws, columns })) as number[]
  const inFirefox: Evaluate = (act, given) => firefox!.evaluate(act, given)
  for (const where of firefox ? [evaluate, inFirefox] : [evaluate]) await where(readBlocks, ALPHABET)
  const contestants: Record<string, (settings: readonly number[][]) => number[] | Promise<number[]>> = {
    'Node, 1 thread': inNode,
    'Chromium, 1 worker': inBrowser(evaluate, 1, DRAWS),
    'Chromium, 2 workers': inBrowser(evaluate, 2, DRAWS),
    'Chromium, 2 workers, 100 futures': inBrowser(evaluate, 2, 100),
    'Chromium, 2 workers, 500 futures': inBrowser(evaluate, 2, 500),
    ...(firefox && {
      'Firefox, 1 worker': inBrowser(inFirefox, 1, DRAWS),
      'Firefox, 2 workers': inBrowser(inFirefox, 2, DRAWS),
    }),
  }
  for (const [kind, lever] of Object.entries(MOVED)) {
    const levers = (moved: number) =>
      plan.policies.at(-1)!.settings.map((own, at) => (plan.levers[at].name === lever ? moved : own))
    const measure = async (name: string) => {
      const times = await contestants[name]([levers(fresh()), levers(fresh()), levers(fresh())])
      return Math.min(...times)
    }
    const taken = await inTurn(Object.keys(contestants), { rounds: bench.rounds(4), measure })
    const one: Twins = taken.get('Node, 1 thread')!
    for (const [name, twins] of taken) {
      if (!name.startsWith('Node') && !name.includes('futures'))
        bench.ratio('explorer', `${kind}: Node, 1 thread / ${name}`, 'higher', [one, twins])
      bench.twins('explorer', `${kind}: ${name}`, 'ms', 'lower', twins)
    }
  }
}

async function drags(bench: Bench, page: Page): Promise<void> {
  const taken: number[] = []
  for (let round = 0; round < 2 * bench.rounds(4); round++) {
    taken.push(await inPage(page)(timeDrag, 'lever-hukou_reform'))
    await settled(page)
  }
  bench.plain('explorer', '200 moves in 2 s: odds after the last', 'ms', 'lower', taken)
}

/** From the start of navigation to the first odds, in a browser that has just been started. */
async function openings(bench: Bench, url: string): Promise<void> {
  const taken: number[] = []
  for (let round = 0; round < 2 * bench.rounds(4); round++) {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    const page = await browser.newPage()
    await page.goto(url)
    await page.waitForFunction(() => /\d/.test(document.querySelector('.large')?.textContent ?? ''))
    taken.push(await page.evaluate(() => performance.now()))
    await browser.close()
  }
  bench.plain('explorer', 'from opening to the first odds', 'ms', 'lower', taken)
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.page')?.hasAttribute('data-settled') === true)
}
