/** `cityward new --province`: from a name to projections, in the smallest of the provinces. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Decade, decadeOf } from '../../src/calibration/decade.js'
import { priorsBy } from '../../src/calibration/unknowns.js'
import { loadDataset } from '../../src/dataset/load.js'
import { chinaPlaces } from '../../src/studies/new-region/china-tables.js'
import { decadeIn, USUAL_CHOICES } from '../../src/studies/new-region/fit-region.js'
import { provinceOf } from '../../src/studies/new-region/province.js'
import { regionCounts } from '../../src/studies/new-region/region-counts.js'
import { closedFiles, openFiles, openTables } from '../../src/studies/new-region/region-folder.js'
import { cityward, temporary } from './cityward.js'

const project = join(temporary(), 'ningxia')

describe('a province', () => {
  const made = cityward('new', project, '--province', '宁夏')

  it('is made with its hindcast and with what was never fitted', () => {
    expect(made.code, made.err).toBe(0)
    // 2020 as lived from 2010: within 0.1 % of residents and 0.3 points of urban share
    const off = /people ([+-][\d.]+) %, urban share ([+-][\d.]+) points off the census/.exec(made.out)!
    expect(Math.abs(Number(off[1]))).toBeLessThan(0.1)
    expect(Math.abs(Number(off[2]))).toBeLessThan(0.3)
    expect(made.out).toContain(
      'Never fitted, since nothing speaks of it: what comes after 2020, and services.',
    )
    const guide = readFileSync(join(project, 'data/README.md'), 'utf8')
    expect(guide).toMatch(/^\| Yinchuan \| [+−][\d.]+ \| [+−][\d.]+ \|$/m)
    expect(guide).not.toMatch(/@[A-Z]+@/)
    expect(readFileSync(join(project, 'data/README.zh.md'), 'utf8')).not.toMatch(/@[A-Z_]+@/)
    expect(existsSync(join(project, 'data/backtest.csv'))).toBe(true)
  })

  it('says how it was fitted, so that a backtest of it begins where its own began and not from what the fit found', () => {
    const { decade } = decadeOf(loadDataset(join(project, 'data')))
    const places = chinaPlaces()
    const counts = regionCounts(provinceOf('64', places), places)
    const before = decadeIn(
      new Map([...closedFiles(counts, USUAL_CHOICES), ...openFiles(openTables(counts))]),
    )
    const told = ({ given, schedules, choices, before: first, after, lateGain }: Decade) => ({
      given,
      schedules,
      choices,
      first,
      after,
      lateGain,
    })
    expect(told(decade!)).toEqual(told(before))
    expect(priorsBy(decade!.choices).find(({ name }) => name === 'arrivals')).toMatchObject({
      region: 0.5,
      city: 0.5,
    })
  })

  it('holds futures to the levels of moves that can be lived: 0.99 of the age that moves most', () => {
    const cells = (file: string) =>
      readFileSync(join(project, 'data', file), 'utf8')
        .split('\n')
        .map((line) => line.split(','))
    for (const level of ['rural_exit', 'city_to_city', 'return_from_outside']) {
      const most = Number(cells('values.csv').find(([, variable]) => variable === `${level}_most`)![3])
      const shares = cells('schedules.csv').filter(([name]) => name === `${level}_fitted`)
      const highest = Math.max(...shares.flatMap((row) => row.slice(-101).map(Number)))
      expect(most * highest).toBeCloseTo(0.99, 5)
    }
    const scenario = readFileSync(join(project, 'scenario.yaml'), 'utf8')
    expect(scenario).toMatch(/rural_exit: "min\(data\(rural_exit_most\), data\(rural_exit_level\)/)
  })

  it('is checked without a problem or a warning, and runs to projections with ranges and no verdict', () => {
    const scenario = join(project, 'scenario.yaml')
    const checked = cityward('check', scenario)
    expect(checked.code, checked.err).toBe(0)
    expect(checked.err).toBe('')
    const lived = cityward('run', scenario, '--draws', '100', '--no-report', '--out', join(project, 'run'))
    expect(lived.code, lived.err).toBe(0)
    const { policies, series } = JSON.parse(readFileSync(join(project, 'run/summary.json'), 'utf8'))
    expect(policies[0].targets).toEqual([])
    const years = series.find((one: { indicator: string }) => one.indicator === 'urban_share').years
    // 4,678,654 of 7,202,654 in towns at the census
    expect(years[0].spread.median).toBeCloseTo(64.96, 2)
    const [low, high] = years.at(-1).spread.range80
    expect(high - low).toBeGreaterThan(0.5)
  })

  it('is not written over, nor is a name of no province made', () => {
    expect(cityward('new', project, '--province', '64').err).toContain('[file-already-there]')
    const unknown = cityward('new', join(project, 'x'), '--province', 'Ningxai')
    expect(unknown.code).toBe(2)
    expect(unknown.err).toContain('Did you mean Ningxia?  [province-unknown]')
    expect(existsSync(join(project, 'x'))).toBe(false)
  })

  it('is what a level of places is of: a template, a table of totals or nothing has none', () => {
    const other = join(project, '..', 'none')
    for (const asked of [[], ['--form', 'moves'], ['--totals']])
      expect(cityward('new', other, ...asked, '--level', 'county').err).toBe(
        '--level\n  Found a level of places without a region; expected --province with a name, or --nation.  [level-unfit]\n',
      )
    expect(cityward('new', other, '--form', 'moves', '--pattern', 'Hunan').err).toBe(
      '--pattern\n  Found --pattern without a table; expected --totals FILE.  [pattern-unfit]\n',
    )
    expect(existsSync(other)).toBe(false)
  })
})
