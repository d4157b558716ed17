/** `cityward new --totals`: a table to fill in, and a plan from it that can be checked and run. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cityward, NUMBERS_ONLY, temporary } from '../../commands/cityward.js'

const folder = temporary()
const [ours, plan] = ['ours', 'plan'].map((name) => join(folder, name))
const table = join(ours, 'totals.csv')

it('goes from a table to fill in to projections with ranges and no verdict', () => {
  const written = cityward('new', ours, '--totals')
  expect(written.code, written.err).toBe(0)
  expect(written.out).toContain(`Wrote ${table}: a row for each place. Every number in it is an example`)
  const made = cityward('new', plan, '--totals', table, '--pattern', 'fixtures/guangxi')
  expect(made.code, made.err).toBe(0)
  expect(made.out).toMatch(
    /The pattern gave way most: \d\.\d\d times as many people of .* in (towns|villages) of \w+ as the pattern has among as many people\./,
  )
  const scenario = join(plan, 'scenario.yaml')
  const checked = cityward('check', scenario)
  expect(checked.code, checked.err).toBe(0)
  expect(checked.err).toBe('')
  const lived = cityward('run', scenario, '--draws', '20', ...NUMBERS_ONLY, '--out', join(plan, 'run'))
  expect(lived.code, lived.err).toBe(0)
  const { policies, series } = JSON.parse(readFileSync(join(plan, 'run/summary.json'), 'utf8'))
  expect(policies[0].targets).toEqual([])
  const years = series.find((one: { indicator: string }) => one.indicator === 'urban_share').years
  // 5,123,000 x 58.4 % and so on are 6,707,910 of 12,196,000
  expect(years[0].spread.median).toBeCloseTo(55.0, 1)
})

it('has guides in both languages that say what was given', () => {
  const [english, chinese] = ['README.md', 'README.zh.md'].map((file) =>
    readFileSync(join(plan, 'data', file), 'utf8'),
  )
  expect(english).toContain('people, townspeople, those of 0 to 14, those of 60 and over of every place')
  expect(chinese).toContain('各地区的人口、城镇人口、0—14岁、60岁及以上')
  for (const guide of [english, chinese]) expect(guide).not.toMatch(/@[A-Z_]+@/)
})

it('asks for a table and a pattern, and for one of province and totals', () => {
  const other = join(folder, 'other')
  const refused = (...args: string[]) => cityward('new', other, ...args).err
  expect(refused('--totals', table)).toBe(
    '--totals\n  Found totals without a pattern; expected --pattern with a province or a data folder.  [pattern-unfit]\n',
  )
  expect(refused('--pattern', 'Hunan')).toBe(
    '--pattern\n  Found --pattern without a table; expected --totals FILE.  [pattern-unfit]\n',
  )
  expect(refused('--totals', table, '--province', '43')).toContain('[options-conflict]')
  expect(refused('--totals', join(folder, 'none.csv'), '--pattern', '43')).toContain('[file-unreadable]')
  expect(existsSync(other)).toBe(false)
})
