/** `cityward reach` on the two tiny cities, as a user calls it. */
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Summary } from '../../src/index.js'
import { displayWidth } from '../../src/report/words/width.js'
import { keepFile } from '../../src/store/kept-files.js'
import { bytesOf, cityward, TINY, temporary } from './cityward.js'

describe('cityward reach', () => {
  const asked = ['reach', TINY, '--draws', '60', '--budget', '2400', '--threads', '1']

  it('names what would be enough, in both languages, within the width of the screen', () => {
    const en = cityward(...asked)
    expect(en).toMatchObject({ code: 0, err: '' })
    expect(en.out).toMatch(/Starting from "Build", one lever moved at a time, in the same 60 futures/)
    expect(en.out).toMatch(
      /School programme at [\d.]+ in place of 1 \(\d+ %\)|Not within range|no lever moves it/,
    )
    const zh = cityward(...asked, '--lang', 'zh')
    expect(zh.out).toContain('以“建设”为基准')
    for (const line of [...en.out.split('\n'), ...zh.out.split('\n')])
      expect(displayWidth(line)).toBeLessThanOrEqual(100)
  })

  it('says the same as JSON, with every setting that nothing beats, and the same each time', () => {
    const first = cityward(...asked, '--json')
    const found = JSON.parse(first.out)
    expect(found).toMatchObject({ wanted: 0.8, effort: 'share of range', draws: 60 })
    expect(found.packages[0]).toMatchObject({ settings: [1], effort: 0 })
    expect(cityward(...asked, '--json', '--threads', '2').out).toBe(first.out)
  })

  it('gives a line a target and lever as CSV', () => {
    const [heading, ...rows] = cityward(...asked, '--csv')
      .out.trim()
      .split('\n')
    expect(heading).toBe(
      'kind,target_or_row,lever,odds_now_or_lacking,finding_or_enough,from,setting,odds_or_effort',
    )
    for (const row of rows) expect(row).toMatch(/^(target|together),[^,]+,schools,/)
  })

  it('says that the kernel is not there, which makes it slow, also where it is to be quiet', () => {
    const built = join(temporary(), 'dist')
    cpSync('dist', built, { recursive: true, filter: (file) => !file.endsWith('kernel.wasm') })
    cpSync('package.json', join(built, '..', 'package.json'))
    const said = (...more: string[]) => {
      const args = [join(built, 'cli.js'), ...asked, '--quiet', ...more]
      return spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
    }
    const { stdout, stderr } = said('--json')
    expect(stderr).toBe(
      'The fast engine cannot be used: kernel.wasm is not there; npm run build makes it. The reference engine gives the same bytes and takes many times as long.\n',
    )
    expect(stdout).toBe(cityward(...asked, '--json').out)
    writeFileSync(join(built, 'kernel.wasm'), readFileSync('dist/kernel.wasm').subarray(0, 1000))
    expect(said('--lang', 'zh').stderr).toContain(
      '无法使用快速引擎：kernel.wasm 已损坏，可用 npm run build 重新生成。',
    )
  })

  it('says what it cannot do: odds that are none, a policy that is not there', () => {
    expect(cityward('reach', TINY, '--odds', '120%').err).toContain('expected a share in per cent')
    const unknown = cityward('reach', TINY, '--policy', 'biuld')
    expect(unknown).toMatchObject({ code: 2, out: '' })
    expect(unknown.err).toContain('Did you mean build?')
  })
})

describe('what would be enough in a run', () => {
  const folder = join(temporary(), 'run')
  const reachIn = () => JSON.parse(readFileSync(join(folder, 'reach.json'), 'utf8'))
  const reportIn = () => readFileSync(join(folder, 'report.html'), 'utf8')
  const ran = (...more: string[]) =>
    cityward('run', TINY, '--draws', '60', '--out', folder, '--quiet', ...more)
  let first = ''

  beforeAll(() => {
    first = ran('--threads', '1').out
  })

  it('is found for the first target, told below the answer and on page one, and kept beside the run', () => {
    expect(first).toMatch(/\nWhat would help(?: .tried on|\n)/)
    expect(ran('--full').out).toMatch(/\nWhat would be enough: [^\n]+\n/)
    const found = reachIn()
    expect(found).toMatchObject({ schema: 'cityward reach 2', draws: 60, wanted: 0.8, policy: 'build' })
    expect(found.targets).toHaveLength(1)
    expect(found.fingerprint).toBe(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')).fingerprint)
    expect(reportIn()).toContain('<h2 lang="zh">可以做什么</h2>')
    expect(cityward('verify', folder).code).toBe(0)
  })

  it('is the same for any number of threads, and not looked for twice', () => {
    const kept = reachIn()
    rmSync(join(folder, 'reach.json'))
    ran('--threads', '2', '--no-report')
    expect(reachIn()).toEqual(kept)
    keepFile(folder, 'reach.json', JSON.stringify({ ...kept, wanted: 0.7 }))
    ran('--no-report')
    expect(reachIn().wanted).toBe(0.7)
  })

  it('adds what a lever changes in the first 250 futures to the odds of all', () => {
    const larger = join(temporary(), 'run')
    const { out } = cityward('run', TINY, '--draws', '400', '--no-report', '--out', larger, '--quiet')
    const found = JSON.parse(readFileSync(join(larger, 'reach.json'), 'utf8'))
    const { policies }: Summary = JSON.parse(readFileSync(join(larger, 'summary.json'), 'utf8'))
    const { odds } = policies.at(-1)!.targets[0].region
    expect([found.draws, found.of, found.targets[0].now]).toEqual([250, 400, odds.hits / 400])
    for (const answer of found.targets[0].answers) {
      if (answer.kind === 'no effect') continue
      // of 250 futures so many change, whatever the odds of all are
      const changed = (answer.odds - odds.hits / 400) * 250
      expect(changed).toBeCloseTo(Math.round(changed), 9)
    }
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'What would help (what each changes in the first 250 futures, added to the odds of all 400)',
    )
  })

  it('is found for every target by asking the folder, which moves no byte of the run', () => {
    const before = bytesOf(folder)
    const asked = cityward('reach', folder, '--draws', '40', '--budget', '1600')
    expect(asked).toMatchObject({ code: 0 })
    expect(asked.err).toContain(`Kept in ${join(folder, 'reach.json')}`)
    expect(bytesOf(folder)).toEqual(before)
    const found = reachIn()
    expect(found.targets.length).toBeGreaterThan(1)
    expect(found.packages.length).toBeGreaterThan(0)
    expect(reportIn()).toContain('id="t-reach-together"')
    expect(cityward('export', folder, '--md').code).toBe(0)
    expect(readFileSync(join(folder, 'report-en.md'), 'utf8')).toContain(
      'what one lever by itself would do (40 futures)',
    )
    expect(cityward('export', folder, '--csv').out.trim().split('\n')).toEqual([
      join(folder, 'report-en.csv'),
      join(folder, 'report-en-reach.csv'),
    ])
  })

  it('is not told where it is of another plan, and refused where it cannot be read', () => {
    const kept = readFileSync(join(folder, 'reach.json'), 'utf8')
    keepFile(folder, 'reach.json', kept.replace(/"fingerprint": "\w+"/, '"fingerprint": "other"'))
    expect(cityward('report', folder).code).toBe(0)
    expect(reportIn()).not.toContain('id="t-reach"')
    writeFileSync(join(folder, 'reach.json'), kept.slice(0, 100))
    const refused = cityward('report', folder)
    expect(refused).toMatchObject({ code: 3, out: '' })
    expect(refused.err).toContain(`\`cityward reach ${folder}\` writes it anew.`)
    expect(cityward('reach', folder, '--draws', '40', '--budget', '1600').code).toBe(0)
    expect(cityward('verify', folder).code).toBe(0)
  })
})
