/** `population: control:`: what is said of totals that are not there, of no year, or that cannot be met together. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/explorer/file/make-facts.js'
import { SPEECH_IN_CHINESE } from '../../src/report/chinese/chinese.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { judgeByMedian } from '../../src/studies/median-check.js'
import {
  CitywardError,
  formatProblem,
  type Problem,
  problemIn,
  type Wording,
} from '../../src/vocabulary/problems.js'
import { withCopy } from '../dataset/tiny-folder.js'

const CASES = 'fixtures/cases/controls'
const HEADER = 'name,code,year,age_from,age_to,people,rounded_to,unit,source,quality,note'

/** What is said of the case with other totals (code, year, ages, people), or with another scenario. */
function answer(
  totals: readonly string[] | undefined,
  [from, to] = ['', ''],
  womenOnly = false,
  wording?: Wording,
): string {
  const said = (problem: Problem) => (wording ? problemIn(wording, problem) : formatProblem(problem))
  return withCopy((folder) => {
    const file = join(folder, 'published.yaml')
    if (womenOnly) {
      const table = (name: string) => join(folder, 'two-towns', name)
      writeFileSync(table('data.yaml'), `${readFileSync(table('data.yaml'), 'utf8')}sexes: female\n`)
      for (const name of ['population.csv', 'mortality.csv'])
        writeFileSync(table(name), readFileSync(table(name), 'utf8').replaceAll(/^.*,male,.*\n/gm, ''))
    }
    if (totals) {
      const rows = totals.map(
        (row) => `published,${row}${row.split(',').length < 6 ? ',' : ''},person,S_TEST,data,`,
      )
      writeFileSync(join(folder, 'two-towns', 'controls.csv'), [HEADER, ...rows, ''].join('\n'))
    }
    try {
      const text = readFileSync(file, 'utf8').replace(from, to)
      writeFileSync(file, text)
      const { faults, warnings } = judgeByMedian(loadPlan(file), file)
      return [...faults, ...warnings].map(said).join('\n').replaceAll(folder, 'cases')
    } catch (error) {
      if (!(error instanceof CitywardError)) throw error
      return error.problems.map(said).join('\n').replaceAll(folder, 'cases')
    }
  }, CASES)
}

describe('a scenario that scales people to published totals', () => {
  it('names totals of controls.csv, of years that its steps end with', () => {
    expect(answer(undefined, ['totals: published', 'totals: publishd'])).toMatchInlineSnapshot(`
      "cases/published.yaml:14:22  population.control.totals
        Found the control "publishd"; expected a name of controls.csv.
        Did you mean published?  [control-unknown]"
    `)
    expect(answer(['R,2024,,,1260'])).toMatchInlineSnapshot(`
      "cases/published.yaml:14:22  population.control.totals
        Found totals of 2024; expected totals of a year that a step ends with: 2025, 2030.  [control-without-years]"
    `)
    expect(answer(undefined, ['totals: published', 'totals: published, to: 2024'])).toMatchInlineSnapshot(`
      "cases/published.yaml:14:22  population.control.totals
        Found totals of 2025, to be met until 2024; expected totals of a year that a step ends with: 2025, 2030.  [control-without-years]"
    `)
  })

  it('has totals that can be met together', () => {
    // 882 and 378 in the towns, 700 and 600 by age
    const crossed = ['A,2025,,,882', 'B,2025,,,378', 'R,2025,0,14,700', 'R,2025,15,,600']
    expect(answer(crossed)).toMatchInlineSnapshot(`
      "cases/published.yaml:14:22  population.control.totals
        Found totals of 2025 that contradict each other: with the others met, Both towns, people of 0-14 come to 678 and not 700; expected totals that can be met together.  [controls-unmet]"
    `)
  })

  it('has totals that rounding has left apart, as far as it may: towns of 1260, ages of 1264', () => {
    const apart = ['A,2025,,,880,10', 'B,2025,,,380,10', 'R,2025,0,14,722,10', 'R,2025,15,,542,10']
    expect(answer(apart)).toBe('')
    expect(answer(apart.map((row) => row.replace(/10$/, '1')))).toContain('[controls-unmet]')
  })

  it('is of both sexes', () => {
    expect(answer(undefined, ['', ''], true)).toMatchInlineSnapshot(`
      "cases/published.yaml:14:22  population.control.totals
        Found totals of everyone for a folder of women only; expected a data folder of both sexes, or no control.  [control-of-women]"
    `)
  })

  it('has people where it has a total', () => {
    // those of 0-4 are nobody, as none are born
    expect(answer(['B,2025,0,4,10'])).toMatchInlineSnapshot(`
      "cases/published.yaml:14:12  population.control
        Found a projection that stops (every policy, every uncertainty at its median): Beta, people of 0-4 come to 0 in 2025; expected the published total 10.  [control-unmet]"
    `)
  })

  it('is told what a total with parts comes to, not what is left beside them', () => {
    // 5 of 0-4, who are nobody, are left beside 605 of 5-14
    expect(answer(['R,2025,0,14,610', 'R,2025,5,14,605'])).toContain(
      'Both towns, people of 0-14 come to 605 in 2025; expected the published total 610.',
    )
  })

  it('is told of in the explorer, whose odds take the totals as certain', () => {
    const file = `${CASES}/published.yaml`
    const { plan, scenario } = loadPlan(file)
    expect(factsOf(plan, scenario, { file, draws: 1, warnings: [] }).scaled?.en).toMatch(
      /^People are scaled to 3 published totals at the end of 2025\. Every future meets them/,
    )
  })

  it('warns in the explorer as on the screen, but for what has a notice of its own', () => {
    const file = `${CASES}/published.yaml`
    const { plan, scenario } = loadPlan(file)
    const warningOf = (code: 'control-far' | 'numbers-invented'): Problem => ({
      ...{ code, where: { file }, found: 'much', expected: 'less' },
    })
    const warnings = [warningOf('control-far'), warningOf('numbers-invented')]
    const { warned } = factsOf(plan, scenario, { file, draws: 1, warnings })
    expect(warned?.title.en).toContain('has 1 warning:')
    expect(warned?.texts.map(({ en }) => en)).toEqual([
      'published.yaml\n  Found much; expected less.  [control-far, a warning]',
    ])
    expect(factsOf(plan, scenario, { file, draws: 1, warnings: [] }).warned).toBeUndefined()
  })

  it('is told so in Chinese', () => {
    const far = answer(undefined, ['warn_beyond: 0.3', 'warn_beyond: 0.15'], false, SPEECH_IN_CHINESE.wording)
    expect(far).toContain('2025 年末人口校准 20.0%，由 600 至 720：Both towns 5-14 岁人口；应为')
    expect(answer(['B,2025,0,4,10'], ['', ''], false, SPEECH_IN_CHINESE.wording)).toContain(
      '2025 年 Beta 0-4 岁人口为 0 人；应为：公布总数 10。',
    )
  })

  it('is warned of totals that are further from the projection than it says', () => {
    expect(answer(undefined, ['warn_beyond: 0.3', 'warn_beyond: 0.15'])).toMatchInlineSnapshot(`
      "cases/published.yaml:14:12  population.control
        Found people scaled by 20.0 %, from 600 to 720, at the end of 2025: Both towns, people of 5-14; expected no total further from the projection than 15 %.
        The totals may count other people than the data folder, or the levels do not fit them.  [control-far]"
    `)
    expect(answer(undefined, [', warn_beyond: 0.3', ''])).toMatchInlineSnapshot(`
      "cases/published.yaml:14:12  population.control
        Found people scaled by 20.0 %, from 600 to 720, at the end of 2025: Both towns, people of 5-14; expected no total further from the projection than 5 %.
        So are 2 more totals; \`cityward population --table controls\` has them all.  [control-far]"
    `)
    expect(answer(undefined)).toBe('')
  })
})
