import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { compareSummaries } from '../../src/analysis/compare.js'
import { oddsOf } from '../../src/analysis/odds.js'
import { verdictCsv, verdictMarkdown } from '../../src/report/files/verdict-files.js'
import { comparisonTable } from '../../src/report/terminal/compare-table.js'
import { verdictText } from '../../src/report/terminal/verdict-page.js'
import { displayWidth } from '../../src/report/words/width.js'
import { SUMMARY } from './small-summary.js'

const golden = (name: string) => readFileSync(`test/report/golden/${name}`, 'utf8')
const plain = (_: string, text: string) => text
const LANGUAGES = ['en', 'zh'] as const

const later = {
  ...SUMMARY,
  seed: 8,
  fingerprint: 'fedcba9876543210',
  policies: SUMMARY.policies.map((policy) => ({
    ...policy,
    targets: policy.targets.map((target) => {
      const odds = oddsOf(Math.min(1000, target.region.odds.hits + 25), 1000)
      return {
        ...target,
        threshold: target.id === 'places' ? 230_000 : target.threshold,
        region: { ...target.region, odds },
      }
    }),
  })),
}
const pageOf = (language: 'en' | 'zh', width: number) =>
  verdictText(SUMMARY, { language, width, paint: plain })
const comparedOf = (language: 'en' | 'zh', width: number) =>
  comparisonTable(compareSummaries(SUMMARY, later), { language, width })

describe.each(LANGUAGES)('a page in %s', (language) => {
  it.each([80, 120])('of %i columns reads as it did', (width) => {
    expect(pageOf(language, width)).toBe(golden(`page-${language}-${width}.txt`))
  })

  it('of two runs reads as it did', () => {
    expect(comparedOf(language, 100)).toBe(golden(`compare-${language}-100.txt`))
  })

  it.each([80, 90, 100, 120, 160])('of %i columns keeps within them, and its columns in line', (width) => {
    for (const page of [pageOf(language, width), comparedOf(language, width)]) {
      expect(page.split('\n').filter((line) => displayWidth(line) > width)).toEqual([])
      for (const table of tablesIn(page)) expect(outOfLine(table)).toEqual([])
    }
  })

  it.each([80, 120])('of %i columns cuts no title, and no number', (width) => {
    const text = pageOf(language, width).replace(/\s+/g, '')
    for (const target of SUMMARY.policies[1].targets) {
      const [first] = target.title[language].split(/[\s,]/)
      expect(text).toContain(first.slice(0, 6))
    }
    expect(pageOf(language, width)).not.toMatch(/\.\.$|\.\. /m)
    expect(text).toContain({ en: '>=220,000', zh: '>=22万' }[language])
  })

  it('as Markdown reads as it did', () => {
    expect(verdictMarkdown(SUMMARY, language)).toBe(golden(`verdicts-${language}.md`))
  })
})

describe('the verdicts as CSV', () => {
  it('read as they did, in full digits, a line a place', () => {
    expect(verdictCsv(SUMMARY)).toBe(golden('verdicts.csv'))
  })

  it('have as many cells in every line as headings', () => {
    const [head, ...rows]: string[][] = parse(verdictCsv(SUMMARY))
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head.length]))
    expect(rows).toHaveLength(2 * (4 + 2))
  })
})

describe('a target that a census may revise', () => {
  const band = { within95: 1.96, range80: [55, 58.3], range95: [54, 59] } as const
  const revised = {
    ...SUMMARY,
    policies: SUMMARY.policies.map((policy) => ({
      ...policy,
      targets: policy.targets.map((target, index) =>
        index === 0 ? { ...target, revised: { ...band, lenient: 0.54, strict: 0.39 } } : target,
      ),
    })),
  }

  it('has its second band and the odds on it in a row of its own, and the page says which the verdict uses', () => {
    const [en, zh] = LANGUAGES.map((language) => verdictText(revised, { language, width: 120, paint: plain }))
    expect(en).toMatch(/^\+ census revision +55\.0-58\.3 +54 %/m)
    expect(en.replaceAll(/\s+/g, ' ')).toContain(
      'verdicts, words and counts are of the first, the model alone',
    )
    expect(zh).toMatch(/^＋普查修正 +55\.0-58\.3 +54%/m)
    expect(zh.replaceAll(/\s+/g, '')).toContain('结论、措辞与计数均按第一区间，即仅模型')
  })

  it('has them in Markdown and in CSV too', () => {
    expect(verdictMarkdown(revised, 'en')).toContain('; with census revision 55.0-58.3')
    const [head, first] = parse(verdictCsv(revised)) as string[][]
    const cells = ['low80_revised', 'high80_revised', 'odds_revised'].map((name) => first[head.indexOf(name)])
    expect(cells).toEqual(['55', '58.3', '0.54'])
  })

  it('without a target of its own stands among the totals of the last year', () => {
    const [{ name }] = revised.policies.slice(-1)
    const [like] = SUMMARY.series
    const spread = {
      median: 50e6,
      range50: [50e6, 50e6],
      range80: [49e6, 51e6],
      range95: [48e6, 52e6],
    } as const
    const year = SUMMARY.years.at(-1)!
    const residents = {
      ...like,
      policy: name,
      indicator: 'residents',
      title: { en: 'Residents', zh: '常住人口' },
      unit: 'person',
      years: [{ year, spread, principal: 50e6, revised: { ...band, range80: [48e6, 52e6] } as const }],
    }
    const page = verdictText(
      { ...revised, series: [residents] },
      { language: 'en', width: 120, paint: plain },
    )
    expect(page).toContain(`Totals at the end of ${year} in both bands`)
    expect(page).toMatch(/^Residents \(people\) +50,000,000 +49,000,000-51,000,000 +48,000,000-52,000,000$/m)
  })
})

describe('a page with little to say', () => {
  it('has no empty sections where nothing was asked', () => {
    const bare = {
      ...SUMMARY,
      policies: SUMMARY.policies.map((policy) => ({ ...policy, targets: [], effects: [] })),
      places: [],
      growthDifference: undefined,
      unassessed: [],
      findings: [],
    }
    expect(verdictText(bare, { language: 'en', width: 80, paint: plain })).toBe(
      'Guangxi three-year action plan\n1,000 draws a policy, seed 7, plan 01234567, cityward 0.1.0\n',
    )
  })

  it('colours the odds and nothing else of a row', () => {
    const page = verdictText(SUMMARY, {
      language: 'en',
      width: 120,
      paint: (style, text) => (style === 'dim' || style === 'bold' ? text : `<${style}:${text.trim()}>`),
    })
    expect(page.match(/<(green|yellow|red):[^>]*>/g)).toEqual([
      '<yellow:60 % (57-63)>',
      '<red:14 % (12-16)>',
      '<green:all (99.6-100)>',
      '<red:none (0-0.4)>',
    ])
  })
})

/** The rule of each table and the lines that stand below it. */
function tablesIn(page: string): { rule: string; rows: string[] }[] {
  const lines = page.split('\n')
  return lines.flatMap((rule, index) => {
    if (!/^-+( {2}-+)+$/.test(rule)) return []
    const rest = lines.slice(index + 1)
    const end = rest.findIndex(
      (line) => line === '' || /^(Odds|Margin|Nothing|达标概率|与目标之差|以下)/.test(line),
    )
    return [{ rule, rows: rest.slice(0, end) }]
  })
}

/** Rows that have a letter in the blanks between two columns. */
function outOfLine({ rule, rows }: { rule: string; rows: string[] }): string[] {
  const gaps = [...rule.matchAll(/ {2}/g)].map((match) => match.index)
  return rows.filter((row) => {
    const columns = [...row].flatMap((character) =>
      displayWidth(character) === 2 ? [character, character] : [character],
    )
    return gaps.some((gap) => (columns[gap] ?? ' ') !== ' ' || (columns[gap + 1] ?? ' ') !== ' ')
  })
}
