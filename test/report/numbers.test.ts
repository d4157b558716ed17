import { describe, expect, it } from 'vitest'
import { oddsOf } from '../../src/analysis/odds.js'
import { phraseFor } from '../../src/analysis/summary-words.js'
import { shareFormat } from '../../src/report/files/workbook-cells.js'
import * as numbers from '../../src/report/words/numbers.js'

describe('an amount', () => {
  it.each([
    [56.773, 'percent', '56.8'],
    [100, 'percent', '100.0'],
    [-0.04, 'percent', '0.0'],
    [87.8, 'school', '88'],
    [0.4, 'person', '0'],
    [196_168.4, 'place', '196,000'],
    [28_711_583, 'person', '28,700,000'],
    [999.6, 'place', '1,000'],
    [1.2928, 'bed per 1,000', '1.29'],
    [-0.04042, 'place per 1,000', '-0.04'],
    [1.38, 'hour', '1.38'],
    [2, 'hour', '2'],
    [10.76, '100 million yuan', '10.8'],
    [311.2, '100 million yuan', '311'],
    [0.00325, 'ratio', '0.0033'],
    [0, 'person', '0'],
    [Number.NaN, 'person', '-'],
    [Number.POSITIVE_INFINITY, 'percent', '-'],
    [null, 'percent', '-'],
  ])('of %d %s is %s', (value, unit, text) => {
    expect(numbers.amount(value, unit)).toBe(text)
  })

  // as offices of the region write them: 10.2万个学位, 1.5万套, 全区常住人口5013万
  it.each([
    [102_345, 'place', '10.2万'],
    [15_000, 'dwelling', '1.5万'],
    [50_130_000, 'person', '5010万'],
    [1_411_780_000, 'person', '14.1亿'],
    [9480, 'place', '9480'],
    [999, 'place', '999'],
    [-23_832, 'place', '-2.38万'],
  ])('of %d %s is %s in Chinese', (value, unit, text) => {
    expect(numbers.amount(value, unit, 'zh')).toBe(text)
  })

  it('carries its unit', () => {
    expect(numbers.measured(56.773, 'percent', 'en')).toBe('56.8 %')
    expect(numbers.measured(56.773, 'percent', 'zh')).toBe('56.8%')
    expect(numbers.measured(196_168, 'place', 'en')).toBe('196,000 places')
    expect(numbers.measured(3, 'furlong', 'zh')).toBe('3furlong')
    expect(numbers.measured(1.5, 'ratio', 'en')).toBe('1.50')
  })

  it('of the scenario stays as written', () => {
    expect(numbers.asWritten(220_000, 'place', 'en')).toBe('220,000 places')
    expect(numbers.asWritten(1.25, 'bed per 1,000', 'zh')).toBe('1.25张/千人')
    expect(numbers.asWritten(196_168, 'place', 'zh')).toBe('196,168个')
    expect(numbers.asWritten(220_000, 'place', 'zh')).toBe('22万个')
  })
})

describe('a difference', () => {
  it.each([
    [-0.23, 'percent', '-0.2 points', '-0.2个百分点'],
    [2160.4, 'bed', '+2,160 beds', '+2160张'],
    [-23_832, 'place', '-23,800 places', '-2.38万个'],
    [0.0359, '1 / 1000', '+0.0359 x 1 / 1000', '+0.0359 × 1 / 1000'],
    [2.5, '2019 = 100', '+2.50 (2019 = 100)', '+2.50（2019 = 100）'],
    [10.76, '100 million yuan', '+10.8 x 100 million yuan', '+10.8亿元'],
    [0, 'hour', '0 h', '0小时'],
    [0.01, 'percent', '0.0 points', '0.0个百分点'],
  ])('of %d %s is "%s"', (value, unit, en, zh) => {
    expect(numbers.difference(value, unit, 'en')).toBe(en)
    expect(numbers.difference(value, unit, 'zh')).toBe(zh)
  })

  it('of odds is in whole points', () => {
    expect([0.144, -0.006, 0].map(numbers.points)).toEqual(['+14', '-1', '0'])
  })
})

describe('a range', () => {
  it('is one number where both ends are', () => {
    expect(numbers.range([54.12, 55.31], 'percent')).toBe('54.1-55.3')
    expect(numbers.range([4.26, 4.26], 'hour')).toBe('4.26')
    expect(numbers.range([-3, 5], 'place')).toBe('-3 .. 5')
  })
})

describe('odds', () => {
  it.each([
    [0, 'none (0-0.4)', '无 (0-0.4)'],
    [1, '<1 % (0.02-0.6)', '<1% (0.02-0.6)'],
    [140, '14 % (12-16)', '14% (12-16)'],
    [996, '>99 % (99-99.8)', '>99% (99-99.8)'],
    [1000, 'all (99.6-100)', '全部 (99.6-100)'],
  ])('of %i in 1,000 are "%s"', (hits, en, zh) => {
    expect(numbers.oddsText(oddsOf(hits, 1000), 'en')).toBe(en)
    expect(numbers.oddsText(oddsOf(hits, 1000), 'zh')).toBe(zh)
  })

  // Wilson's interval by hand, z^2 = 3.8415: of 0 in 1 up to z^2 / (1 + z^2) = 79 %, of 2 in 2 from 2 / (2 + z^2) = 34 %
  it.each([
    [0, 1, '0/1 (0-79)'],
    [1, 2, '1/2 (9-91)'],
    [2, 2, '2/2 (34-100)'],
    [11, 11, '11/11 (74-100)'],
    [12, 12, 'all (76-100)'],
  ])('of %i in %i draws, too few for a share, are "%s"', (hits, draws, en) => {
    expect(numbers.oddsText(oddsOf(hits, draws), 'en')).toBe(en)
  })

  it('have an interval that never looks surer than it is', () => {
    expect(numbers.interval(oddsOf(0, 100_000))).toBe('0-0.004')
    expect(numbers.interval(oddsOf(100_000, 100_000))).toBe('99.996-100')
    expect(numbers.interval({ low: 0.5, high: 0.504 })).toBe('50')
  })

  it('are a share that is no number where there are none', () => {
    expect(numbers.share(Number.NaN, 'en')).toBe('-')
    expect(numbers.share(0.005, 'en')).toBe('1 %')
    expect(numbers.share(0.9949, 'en')).toBe('99 %')
  })
})

describe('a title', () => {
  it('gets its unit, unless it names it already', () => {
    const title = { en: 'Compulsory school places added', zh: '新增义务教育学位' }
    expect(numbers.labelled(title, 'place', 'en')).toBe('Compulsory school places added')
    expect(numbers.labelled(title, 'place', 'zh')).toBe('新增义务教育学位（个）')
    expect(numbers.labelled({ en: 'Gas coverage', zh: '燃气普及率' }, 'percent', 'en')).toBe(
      'Gas coverage (%)',
    )
    expect(numbers.labelled(title, 'ratio', 'zh')).toBe('新增义务教育学位')
    expect(numbers.labelled({ en: 'Beds per 1,000 residents', zh: '户数' }, 'bed per 1,000', 'en')).toBe(
      'Beds per 1,000 residents',
    )
    expect(numbers.labelled({ en: '', zh: '租赁补贴户数' }, 'household', 'zh')).toBe('租赁补贴户数')
    expect(numbers.labelled({ en: '', zh: '棚改投资（亿元）' }, '100 million yuan', 'zh')).toBe(
      '棚改投资（亿元）',
    )
  })

  it('is not taken to name a unit by a letter or a character within a word', () => {
    expect(numbers.labelled({ en: 'From Beihai to Hechi', zh: '常住人口' }, 'hour', 'en')).toBe(
      'From Beihai to Hechi (h)',
    )
    expect(numbers.labelled({ en: '', zh: '常住人口' }, 'person', 'zh')).toBe('常住人口（人）')
  })
})

describe('a share in per cent', () => {
  // by hand, halves away from zero; 100 x 0.285 is 28.499999999999996 in binary
  const HALVES = [
    [0.145, '15 %'],
    [0.285, '29 %'],
    [0.565, '57 %'],
    [0.575, '58 %'],
    [0.125, '13 %'],
    [0.2849, '28 %'],
  ] as const

  it.each(HALVES)(
    '%d is %s on the terminal, the page, in Markdown, in a sentence and in the workbook',
    (value, text) => {
      const [whole] = text.split(' ')
      const odds = oddsOf(Math.round(value * 10_000), 10_000)
      expect(numbers.share(value, 'en')).toBe(text)
      expect(numbers.oddsShare(odds, 'en')).toBe(text)
      expect(numbers.points(value)).toBe(`+${whole}`)
      expect(numbers.points(-value)).toBe(`-${whole}`)
      expect(phraseFor(odds).en).toContain(`(${text})`)
      // a spreadsheet rounds the decimal number, halves away from zero, and so gives the same
      expect(shareFormat(value)).toBe('0%')
    },
  )

  it('is never rounded to none or all, in the workbook too', () => {
    expect([0, 0.004, 0.996, 1].map(shareFormat)).toEqual(['0%', '"<1%"', '">99%"', '0%'])
    expect([0, 0.004, 0.996, 1].map((value) => numbers.share(value, 'en'))).toEqual([
      '0 %',
      '<1 %',
      '>99 %',
      '100 %',
    ])
  })

  it('has its interval rounded in the same way', () => {
    expect(numbers.interval({ low: 0.145, high: 0.285 })).toBe('15-29')
  })
})
