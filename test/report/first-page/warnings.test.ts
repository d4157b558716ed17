/** Warnings of the check on a page: both languages, the name of the file alone, markup as text, nothing where there are none. */
import { describe, expect, it } from 'vitest'
import { warningsHtml, warningsNote } from '../../../src/report/html/warnings.js'
import { warningTexts } from '../../../src/report/words/first-page/warnings.js'
import type { Problem } from '../../../src/vocabulary/problems.js'

const warning: Problem = {
  code: 'people-negative',
  where: { file: '/somewhere/else/<b>.csv', line: 3, column: 2, field: 'people' },
  found: '-1',
  expected: 'zero people or more',
}

describe('warnings on a page', () => {
  it('stand as the check prints them, in both languages, and never as markup', () => {
    expect(warningTexts([warning])).toEqual([
      {
        en: '<b>.csv:3:2  people\n  Found -1; expected zero people or more.  [people-negative, a warning]',
        zh: '<b>.csv:3:2  people\n  发现：-1；应为：不小于 0 的人数。  [people-negative，警告]',
      },
    ])
    const html = String(warningsHtml([warning]))
    expect(html).toContain('&lt;b&gt;.csv:3:2')
    expect(html).not.toContain('<b>')
    expect(html).not.toContain('/somewhere')
  })

  it('are counted on page one', () => {
    expect(warningsNote([warning, warning])[0].en).toContain('has 2 warnings')
    expect([warningsNote([]), String(warningsHtml([]))]).toEqual([[], ''])
  })
})
