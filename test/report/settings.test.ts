/** What a planner reads of a run whose draws are no sample of the futures: counts, a caution first, and no odds. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import type { Summary } from '../../src/index.js'
import { runFacts } from '../../src/report/html/origins.js'
import { cityward, NUMBERS_ONLY, TINY, temporary } from '../commands/cityward.js'

const folder = temporary()
const run = join(folder, 'levels')
const ran = (...more: string[]) => cityward('run', TINY, '--design', 'one_at_a_time', '--out', run, ...more)
/** The same, whose page is there. */
const again = (...form: string[]) => ran(...NUMBERS_ONLY, ...form)
const JUDGED = /almost (?:certain|impossible)|(?:un)?likely:|几乎|可能性较|in 10 futures|\d % \(/

describe('a run of one at a time', () => {
  const page = ran()

  it('warns before anything else, counts its settings and gives no verdict', () => {
    expect(page.code).toBe(0)
    const [title, about, , warning] = page.out.split('\n')
    expect(title).toBe('Two tiny cities')
    expect(about).toMatch(/^5 draws a policy/)
    expect(warning).toMatch(/^Warning: The 5 draws of this run were set \(design: one at a time\)/)
    expect(page.out.replaceAll(/\s+/g, ' ')).toMatch(
      /Build, of \d targets: \d reached in all of the 5 settings, \d in some, \d in none/,
    )
    expect(page.out).not.toMatch(JUDGED)
    expect(page.err).not.toContain('no sample')
    expect(again('--lang', 'zh').out).toMatch(/注意：本次运行的5个设定由设计给定（逐一变动）/)
  })

  it('says so in a field of its JSON and ahead of the Markdown', () => {
    const { noSample, policies }: Summary = JSON.parse(again('--json').out)
    expect(noSample?.design).toBe('one_at_a_time')
    expect(policies.at(-1)!.targets.map(({ word }) => word)).toContain('no_odds')
    expect(policies.at(-1)!.targets[0].region.odds).toMatchObject({ low: null, high: null })
    for (const [language, word] of [
      ['en', 'Warning'],
      ['zh', '注意'],
    ]) {
      const text = again('--markdown', '--lang', language).out
      expect(text.split('\n')[4]).toMatch(new RegExp(`^> \\*\\*${word}\\*\\* `))
      expect(text).not.toMatch(JUDGED)
    }
  })

  it('says it beside a table that has no place for it', () => {
    expect(again('--csv').err).toContain('no sample of the futures')
  })

  it('says it on page one of the report, which draws nothing but the principal projection', () => {
    const html = readFileSync(join(run, 'report.html'), 'utf8')
    const [before] = html.split('class="verdict"')
    for (const language of ['en', 'zh']) expect(before).toContain(`<p lang="${language}" class="caution">`)
    const shown = html.slice(0, html.indexOf('id="origins"'))
    expect(shown).not.toMatch(JUDGED)
    for (const id of ['fan', 'chance', 'drivers', 'map', 'effects']) expect(shown).not.toContain(`id="${id}"`)
    expect(shown).toContain('id="waterfall"')
  })

  it('says it on the cover of the workbook', () => {
    const ran = { trajectories: 10, seconds: 1, threads: 1, ended: '2026-01-01T00:00:00.000Z' }
    const summary: Summary = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'))
    const [[name, value]] = runFacts(summary, { ran, dataset: loadDataset('fixtures/tiny') })
    expect(name).toEqual({ en: 'Warning', zh: '注意' })
    expect(value).toEqual(summary.noSample!.caution)
    expect(cityward('export', run, '--xlsx', '--out', join(folder, 'levels.xlsx')).code).toBe(0)
  })
})
