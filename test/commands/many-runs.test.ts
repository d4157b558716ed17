/** Many scenarios in one run: outcomes are those of single runs, differences those that the outcomes give. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ScenarioComparison } from '../../src/analysis/scenario-comparison.js'
import { openRun } from '../../src/library/store.js'
import { replaced, TINY as TEXT } from '../scenario/tiny-scenario.js'
import { bytesOf, cityward, NUMBERS_ONLY, TINY, temporary } from './cityward.js'

const folder = temporary()
const at = (name: string) => join(folder, name)
mkdirSync(at('plans/more'), { recursive: true })
const placed = replaced(TEXT, 'data: ../tiny', `data: ${resolve('fixtures/tiny')}`)
// half of the futures reach it
const here = replaced(placed, 'threshold: 40, tolerance: 1', 'threshold: 44.7, tolerance: 0.5')
const write = (name: string, from: string, to: string) =>
  writeFileSync(at(`plans/${name}`), replaced(here, from, to))
write('a-base.yaml', 'draws: 200', 'draws: 300')
write('b-faster.yaml', 'rural_exit: 2 * pace', 'rural_exit: 2.4 * pace')
write('more/c-seeded.yaml', 'seed: 7', 'seed: 8')
const all = ['run', at('plans'), '--draws', '300', '--threads', '2']
// nothing here is of what would be enough
const many = cityward(...all, '--no-reach', '--out', at('many'), '--json')
const compared: ScenarioComparison & { folders: string[]; files: string[]; page: string } = JSON.parse(
  many.out,
)
/** Of so few draws a thread of its own takes longer to start than it works. */
const QUICKLY = [...NUMBERS_ONLY, '--threads', '1']
const share = () => compared.targets.find(({ id }) => id === 'urban-share')!

describe('run of a folder of scenarios', () => {
  it('takes every YAML file in it and in its folders, by name, and says where each run is', () => {
    expect(many.code).toBe(0)
    const names = ['a-base', 'b-faster', 'more/c-seeded']
    expect(compared.files).toEqual(names.map((name) => join(at('plans'), `${name}.yaml`)))
    expect(compared.folders).toEqual(['a-base', 'b-faster', 'c-seeded'].map((name) => join(at('many'), name)))
  })

  it('leaves the outcomes, summary and manifest of single runs, byte for byte', () => {
    for (const [index, file] of compared.files.entries()) {
      const out = at(`single/${index}`)
      const settings = ['--draws', '300', ...QUICKLY, '--quiet']
      expect(cityward('run', file, ...settings, '--out', out).code).toBe(0)
      const [together, alone] = [bytesOf(compared.folders[index]), bytesOf(out)]
      const own = Object.keys(alone).filter((name) => /^(outcomes|summary|manifest)/.test(name))
      expect(own.length).toBeGreaterThan(3)
      for (const name of own) expect([name, together[name] === alone[name]]).toEqual([name, true])
    }
  })

  it('holds draw against draw where the draws are the same', async () => {
    const [base, faster] = compared.folders.map((one) => openRun(one))
    const column = 'urban_share@T@2023'
    const [[ones], [others]] = await Promise.all([base, faster].map(({ reader }) => reader.read(1, [column])))
    const reaches = (value: number) => value >= 44.2 - 1e-9 * 44.7
    const gained = ones.filter((value, draw) => !reaches(value) && reaches(others[draw])).length
    const lost = ones.filter((value, draw) => reaches(value) && !reaches(others[draw])).length
    const { change } = share().scenarios[1]!
    expect(compared.scenarios.map(({ sameDraws }) => sameDraws)).toEqual([true, true, false])
    expect(gained - lost).toBeGreaterThan(30)
    expect(change!.odds.value).toBeCloseTo((gained - lost) / 300, 12)
    expect(change!.odds.low).toBeGreaterThan(0)
    const differences = [...ones].map((value, draw) => others[draw] - value).sort((a, b) => a - b)
    // type 7: 0.1 of 299 steps from the lowest, 29.9
    const low = differences[29] + 0.9 * (differences[30] - differences[29])
    expect(change!.range80![0]).toBeCloseTo(low, 12)
    expect(low).toBeGreaterThan(0)
  })

  it('gives no draw by draw difference where the seed is another', () => {
    const { change } = share().scenarios[2]!
    expect(change!.range80).toBeUndefined()
    expect(change!.odds.low).toBeLessThanOrEqual(0)
    expect(change!.odds.high).toBeGreaterThanOrEqual(0)
  })

  it('writes one page with a way to each report, in both languages', () => {
    expect(compared.page).toBe(join(at('many'), 'scenarios.html'))
    expect(many.err).toContain(`Report: ${compared.page}`)
    const page = readFileSync(compared.page, 'utf8')
    for (const name of ['a-base', 'b-faster', 'c-seeded'])
      expect(page).toContain(`href="${name}/report.html"`)
    expect(page).toContain('方案对比')
    expect(page).toContain("default-src 'none'")
  })

  it('prints one table of scenarios and targets, and as CSV a line for each', () => {
    const again = [
      'run',
      at('plans'),
      '--draws',
      '300',
      '--threads',
      '1',
      ...NUMBERS_ONLY,
      '--out',
      at('many'),
    ]
    const screen = cityward(...again)
    expect(screen.code).toBe(0)
    expect(screen.out).toMatch(
      /^3 scenarios, 300 futures each; changes are against the first, Two tiny cities\./,
    )
    expect(screen.out.replaceAll('\n', ' ')).toContain('1 scenario on draws of its own')
    expect(screen.out).toContain('2 Two tiny cities (b-faster)')
    expect(screen.err).not.toContain('Report: ')
    const lines = cityward(...again, '--csv', '--quiet')
      .out.trimEnd()
      .split('\n')
    expect(lines).toHaveLength(1 + 3 * 3)
    expect(lines[2]).toMatch(/^b-faster,Two tiny cities,/)
  })
})

describe('run of several scenarios', () => {
  it('says the problems of all files at once, and keeps what could be run', () => {
    const [wrong, other] = ['wrong.yaml', 'other.yaml'].map(at)
    writeFileSync(wrong, replaced(here, 'rural_exit: 2 * pace', 'rural_exit: 2 * paces'))
    writeFileSync(other, replaced(here, 'seed: 7', 'seed: many'))
    const { code, err } = cityward(
      'run',
      wrong,
      TINY,
      other,
      '--draws',
      '20',
      ...QUICKLY,
      '--out',
      at('some'),
      '--quiet',
    )
    expect(code).toBe(2)
    expect(err).toContain('[name-unknown]')
    expect(err).toMatch(/other\.yaml:5:\d+/)
    expect(cityward('verify', join(at('some'), 'tiny')).code).toBe(0)
  })

  it('refuses one of which no future can be lived, as a run of its own does', () => {
    const never = at('never.yaml')
    writeFileSync(never, replaced(here, 'rural_exit: 2 * pace', 'rural_exit: 2000 * pace'))
    const alone = cityward('run', never, '--draws', '20', ...NUMBERS_ONLY, '--out', at('alone'), '--quiet')
    const many = cityward('run', TINY, never, '--draws', '20', ...QUICKLY, '--out', at('together'), '--quiet')
    expect([alone.code, many.code]).toEqual([2, 2])
    expect(alone.err).toContain('[every-future-failed]')
    // what was warned of before is part of the answer of one alone
    expect(alone.err.endsWith(many.err)).toBe(true)
    expect(many.err).toContain('never.yaml\n  Found no future of the policy')
  })

  it('says of each what a run of its own says: warnings, and futures that gave no numbers', () => {
    const [warned, partly] = ['warned.yaml', 'partly.yaml'].map(at)
    writeFileSync(warned, replaced(here, 'threshold: 300', 'threshold: 3000000'))
    writeFileSync(partly, replaced(here, 'rural_exit: 2 * pace', 'rural_exit: "pace > 1 ? 2000 : 1"'))
    const alone = cityward('run', warned, '--draws', '40', ...NUMBERS_ONLY, '--out', at('warned'), '--quiet')
    const { code, err } = cityward(
      'run',
      warned,
      partly,
      '--draws',
      '40',
      ...QUICKLY,
      '--out',
      at('both'),
      '--quiet',
    )
    expect(alone.err).toContain('a warning]')
    expect(err).toContain(alone.err)
    expect(err).toMatch(/partly\.yaml: \d+ trajectories gave no numbers; the first: draw \d+, /)
    expect(code).toBe(0)
  })

  it('gives no change of odds below twelve draws, as no other form does', () => {
    const { out } = cityward(
      'run',
      at('plans'),
      '--draws',
      '11',
      ...QUICKLY,
      '--out',
      at('few'),
      '--json',
      '--quiet',
    )
    const few: ScenarioComparison = JSON.parse(out)
    for (const { scenarios } of few.targets)
      for (const outcome of scenarios)
        expect([outcome?.word, outcome?.change]).toEqual(['too_few', undefined])
  })

  it.each([
    [['--markdown'], 'Found --markdown and several scenarios;'],
    [['--store', 'parts'], 'Found --store and several scenarios;'],
    [['--json', '--csv'], 'Found --json and --csv;'],
  ])('refuses %j', (options, said) => {
    const { code, err } = cityward('run', TINY, at('plans'), ...options)
    expect([code, err.includes(said)]).toEqual([2, true])
  })

  it('that is one of them, however often it is named, is a run of its own', () => {
    const out = at('once')
    const { code, out: said } = cityward(
      'run',
      TINY,
      TINY,
      '--draws',
      '20',
      ...QUICKLY,
      '--out',
      out,
      '--quiet',
    )
    expect([code, said.includes('of the simulated futures reach it.')]).toEqual([0, true])
    expect(cityward('verify', out).code).toBe(0)
  })

  it('refuses a folder without any', () => {
    mkdirSync(at('nothing'))
    expect(cityward('run', at('nothing')).err).toBe(
      `${at('nothing')}\n  Found a folder without a YAML file; expected scenario files (YAML), in it or in its folders.  [scenario-missing]\n`,
    )
  })
})
