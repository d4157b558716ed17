/**
 * `cityward split` on fixtures/cases/needs/two-cities.yaml: 300 places for A, which lacks 600 u of them, and B, which lacks
 * 400 (1 - u), with u even from 0 to 1. By hand, of a share w to A:
 *
 *   lacking on average    A (600 - 300 w)^2 / 1200    B (400 - 300 (1 - w))^2 / 800
 *   least in all          where a place helps alike: 1 - w / 2 = 1 - 0.75 (1 - w), w = 0.6: 147 and 98
 *   least where most is   both alike: w = (600 - 100 sqrt(1.5)) / (300 + 300 sqrt(1.5)) = 0.7155, 123.8 in each
 *   as the scenario has it  all to A: 75 and 200
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { QuotaSplit } from '../../src/studies/split/split-quota.js'
import { cityward, NUMBERS_ONLY, temporary } from './cityward.js'

const CASE = 'fixtures/cases/needs/two-cities.yaml'
const folder = temporary()
const ask = (...args: string[]) => cityward('split', CASE, '--service', 'school_places', ...args)

describe('split', () => {
  const found: QuotaSplit = JSON.parse(ask('--draws', '1000', '--json').out)

  it('finds what is found by hand', () => {
    const { present, proposed } = found
    expect(present.given).toEqual([300, 0])
    for (const [at, lack] of [75, 200].entries()) expect(present.lacking[at]).toBeCloseTo(lack, 0)
    expect(Math.abs(proposed.total.parts![0] - 600)).toBeLessThanOrEqual(2)
    expect(Math.abs(proposed.worst.parts![0] - 716)).toBeLessThanOrEqual(2)
    for (const [at, lack] of [147, 98].entries())
      expect(Math.abs(proposed.total.lacking[at] - lack)).toBeLessThan(1)
    for (const lack of proposed.worst.lacking) expect(Math.abs(lack - 123.8)).toBeLessThan(1)
  })

  it('gives the same quota in every split', () => {
    for (const { given } of [found.present, found.proposed.total, found.proposed.worst])
      expect(given[0] + given[1]).toBeCloseTo(300, 9)
  })

  it('prints what each city gains and loses', () => {
    const { code, out, err } = ask('--draws', '1000')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(
      'School places: the quota of New places split among areas, 2022 (places; policy: No action)\n',
    )
    expect(out).toMatch(/^All areas +300 +275 +100\.0% +0 +245$/m)
    expect(out).toMatch(/^Alpha +300 +75 +60\.\d% +-1(?:19|20) +147$/m)
    expect(out).toMatch(/^Beta +0 +200 +(?:39\.\d|40\.0)% +\+1(?:19|20) +98$/m)
    const chinese = ask('--lang', 'zh').out
    expect(chinese).toContain(
      '学位：新增学位指标分地区方案，2022年（个；政策：不采取行动）\n\n各地缺口之和最小\n',
    )
  })

  it('writes a variant that check accepts, and that lacks what was said', () => {
    const file = join(folder, 'split.yaml')
    expect(ask('--out', file).err).toBe(`${file}\n`)
    expect(readFileSync(file, 'utf8')).toMatch(/by_city: \{ "A": (?:59|60)\d, "B": (?:39|40)\d \}/)
    expect(cityward('check', file)).toMatchObject({ code: 0, err: '' })
    const run = join(folder, 'run')
    expect(cityward('run', file, '--out', run, ...NUMBERS_ONLY, '--quiet').code).toBe(0)
    const worst = join(folder, 'worst.yaml')
    expect(ask('--worst', '--out', worst).code).toBe(0)
    expect(readFileSync(worst, 'utf8')).toMatch(/by_city: \{ "A": 7[12]\d, "B": 2[78]\d \}/)
  })

  it('takes the place of a key by which the scenario shares out', () => {
    const file = join(folder, 'by-need.yaml')
    const { code } = cityward(
      'split',
      'fixtures/cases/tiny.yaml',
      '--service',
      'school_places',
      '--out',
      file,
    )
    expect(code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('        share_by: null\n')
    expect(cityward('check', file).code).toBe(0)
  })

  it.each([
    [
      ['--service', 'beds'],
      '[service-unknown]',
      'no service with a programme and with stocks by city "beds"',
    ],
    [['--service', 'school_places', '--year', '2020'], '[year-unknown]', 'no year "2020"'],
    [['--service', 'school_places', '--policy', 'plan'], '[policy-unknown]', 'no policy "plan"'],
    [['--service', 'school_places', '--draws', '5'], '[draws-few]', 'Found 5 draws'],
    [['--service', 'school_places', '--out', CASE], '[file-already-there]', 'Found the scenario itself'],
  ])('answers %j with what was expected', (args, problem, said) => {
    const { code, out, err } = cityward('split', CASE, ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(problem)
    expect(err).toContain(said)
    expect(existsSync(CASE)).toBe(true)
  })
})

describe('a run', () => {
  const run = join(folder, 'with-split')
  cityward('run', CASE, '--draws', '60', '--out', run, '--quiet')
  const kept = () => JSON.parse(readFileSync(join(run, 'split.json'), 'utf8'))

  it('keeps the split of the service that lacks most, which is what split finds in as many futures', () => {
    const { schema, fingerprint, split } = kept()
    const manifest = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'))
    expect([schema, fingerprint]).toEqual(['cityward split 1', manifest.fingerprint])
    expect(split).toEqual(JSON.parse(ask('--draws', '50', '--json').out))
  })

  it('says nothing of it on page one where the best split leaves more than three quarters: 245 of 275', () => {
    expect(readFileSync(join(run, 'report.html'), 'utf8')).not.toContain('Share the quota out otherwise')
  })

  it('finds it anew where the file is not as it was written, which verify names with the run', () => {
    const before = readFileSync(join(run, 'split.json'), 'utf8')
    writeFileSync(join(run, 'split.json'), '{}')
    const verified = cityward('verify', run)
    expect(verified.code).toBe(3)
    expect(verified.out).toContain('damaged    split.json')
    expect(cityward('report', run).code).toBe(3)
    cityward('run', CASE, '--draws', '60', '--out', run, '--quiet')
    expect(readFileSync(join(run, 'split.json'), 'utf8')).toBe(before)
  })
})
