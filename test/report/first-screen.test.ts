/** A run on one screen: never more than 40 lines with what follows, whatever the width and the number of targets. */
import { describe, expect, it } from 'vitest'
import type { ServiceNeeds, Summary } from '../../src/analysis/summary.js'
import { firstScreenText } from '../../src/report/terminal/first-screen/first-screen.js'
import { helpText } from '../../src/report/terminal/first-screen/help-lines.js'
import { displayWidth } from '../../src/report/words/width.js'
import { SUMMARY } from './small-summary.js'

const plain = (_: string, text: string) => text
const pageOf = (language: 'en' | 'zh', width: number) => ({ language, width, paint: plain })
const linesOf = (text: string) => text.trimEnd().split('\n')

const PLACES = [
  { code: 'R', name: { en: 'Guangxi', zh: '广西' } },
  { code: 'A', name: { en: 'Nanning', zh: '南宁市' } },
]
const at = (year: number, toAdd: number) => ({
  ...{ year, need: 10 * toAdd, capacity: 9 * toAdd, toAdd, startBy: [year - 1] },
  gap: { median: toAdd, range50: [0, 0], range80: [0, 0], range95: [0, 0] } as const,
})
const needs = (service: string): ServiceNeeds => ({
  ...{ policy: 'plan', service, unit: 'place', odds: 0.8, indicator: 'short' },
  title: { en: `School places of the kind ${service}`, zh: `${service}学位` },
  programmes: [{ name: 'new', title: { en: 'New places', zh: '新增' }, lead: 1 }],
  places: PLACES.map(({ code, name }) => ({
    ...{ code, name, years: [at(2022, 85_300)], peak: at(2022, 85_300), everyYear: 85_300 },
  })),
})

/** As many targets as a plan of a province has, and more services than there is room for. */
const large: Summary = {
  ...SUMMARY,
  needs: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(needs),
  findings: [1, 2, 3, 4].map((at) => ({
    en: `Finding ${at} ${'of some length '.repeat(9)}`,
    zh: `发现${at}`,
  })),
  policies: SUMMARY.policies.map((policy) => ({
    ...policy,
    targets: Array.from({ length: 40 }, (_, index) => policy.targets[index % policy.targets.length]),
  })),
}

describe.each(['en', 'zh'] as const)('a first screen in %s', (language) => {
  it.each([80, 100, 160])('of %i columns has at most 40 lines with what follows, none too wide', (width) => {
    for (const summary of [SUMMARY, large]) {
      const page = pageOf(language, width)
      const lines = linesOf(firstScreenText(summary, page) + helpText(summary, undefined, undefined, page))
      // the path of the run and that of its report, which may take two lines each, and an empty one
      expect(lines.length + 5).toBeLessThanOrEqual(40)
      expect(lines.filter((line) => displayWidth(line) > width)).toEqual([])
    }
  })

  it('says the answer, all verdicts, where most is to be added, and how to see the rest', () => {
    const page = pageOf(language, 120)
    const text = firstScreenText(large, page) + helpText(large, undefined, undefined, page)
    expect(text).toContain(
      language === 'zh' ? '60%的模拟情景达标' : '60 % of the simulated futures reach it.',
    )
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      language === 'zh'
        ? '“57%左右”按56.5%及以上计'
        : '“About 57 %” is read as 56.5 % or more. To the letter, 57 % or more',
    )
    expect(text).toContain(language === 'zh' ? '南宁市2022年8.53万个' : 'Nanning 85,300 by 2022')
    expect(text).toMatch(language === 'zh' ? /几乎不可能 \(10\)/ : /almost impossible \(10\)/)
    expect(text).toContain('--full')
  })
})

it('says of a shortage that is largest early on what is left of it in the last year', () => {
  const years = [at(2021, 23_100), at(2022, 9000), at(2023, 0)]
  const service: ServiceNeeds = {
    ...needs('a'),
    places: PLACES.map((place) => ({ ...place, years, peak: years[0]!, everyYear: 23_100 })),
  }
  const said = (language: 'en' | 'zh') =>
    firstScreenText({ ...SUMMARY, needs: [service] }, pageOf(language, 160)).replaceAll(/\s+/g, ' ')
  expect(said('en')).toContain('Nanning 23,100 in 2021, when most is short, and 0 in 2023.')
  expect(said('zh')).toContain('南宁市2021年最缺，为2.31万个，2023年0个。')
})

it('has a row for each of a few targets', () => {
  const text = firstScreenText(SUMMARY, pageOf('en', 120))
  expect(text).toMatch(/^Resident urbanization rate \(%\) +54\.2 +56\.8 +56\.3-57\.2 +~ 57 +60 % +open$/m)
})
