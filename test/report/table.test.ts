import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableLines } from '../../src/report/terminal/table.js'
import { displayWidth, pad, wrap } from '../../src/report/words/width.js'

describe('the width of a text', () => {
  it.each([
    ['abc', 3],
    ['城镇化率', 8],
    ['南宁 57%', 8],
    ['（%）', 5],
    ['é', 1],
    ['𠀀', 2],
    // as Unicode's East Asian Width and emoji tables have them: one picture of several characters, half-width kana
    ['👩‍🎓 57%', 6],
    ['ｶﾞ', 2],
    // what a terminal would obey is shown as a question mark
    ['a\u001b[2J', 5],
    ['', 0],
  ])('of "%s" is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  it('is filled up on the side that is asked for', () => {
    expect(pad('城', 4, 'right')).toBe('城  ')
    expect(pad('城', 4, 'left')).toBe('  城')
    expect(pad('城镇化', 4, 'left')).toBe('城镇化')
  })
})

describe('wrapping', () => {
  it('shows what a terminal would obey, and takes a line break for a blank', () => {
    expect(wrap('a\u001b[2Jb\u009b c\nd', 20)).toEqual(['a?[2Jb? c d'])
    expect(pad('a\u0007', 3, 'right')).toBe('a? ')
  })

  it('breaks at blanks, and hangs what follows', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrap('one two three', 7, '', '  ')).toEqual(['one two', '  three'])
  })

  it('keeps a number with its mark', () => {
    expect(wrap('quotas fulfilled 100 %', 20)).toEqual(['quotas fulfilled', '100 %'])
    expect(wrap('asked for >= 220,000', 14)).toEqual(['asked for', '>= 220,000'])
  })

  it('breaks Chinese anywhere but before a closing and after an opening mark', () => {
    expect(wrap('护理型床位占比（%）', 16)).toEqual(['护理型床位占比', '（%）'])
    expect(wrap('一二三四。五', 8)).toEqual(['一二三', '四。五'])
    expect(wrap('结论 [估计]', 5)).toEqual(['结论', '[估', '计]'])
  })

  it('breaks a word that fits no line after a hyphen, or else anywhere, but no number at its comma', () => {
    expect(wrap('1,140,000-2,930,000', 12)).toEqual(['1,140,000-', '2,930,000'])
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh'])
  })

  it('loses nothing and keeps within the width, whatever the text', () => {
    const word = fc.stringMatching(/^[a-z0-9,.%（）。城镇化率[\]“”-]{1,20}$/)
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.integer({ min: 8, max: 40 }), (words, width) => {
        const text = words.join(' ')
        const lines = wrap(text, width)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        // Marks may hang over: a closing mark never begins a line.
        const bare = lines.map((line) => line.replace(/[，。；：、）》”〕％\]（《“〔[]+/g, ''))
        expect(bare.filter((line) => displayWidth(line) > width)).toEqual([])
      }),
    )
  })
})

describe('a table', () => {
  const columns = [
    { heading: 'Target', align: 'left', atLeast: 6 },
    { heading: 'Odds of it', align: 'right' },
  ] as const
  const rows = [
    ['Resident urbanization rate', '14 %'],
    ['城镇化率', 'none'],
  ]

  it('goes on below where a title is too long, and cuts nothing', () => {
    expect(tableLines(columns, rows, 24)).toEqual([
      'Target        Odds of it',
      '------------  ----------',
      'Resident            14 %',
      '  urbanizati',
      '  on rate',
      '城镇化率            none',
    ])
  })

  it('is as wide as it likes where there is room', () => {
    expect(tableLines(columns, rows, 80)[1]).toBe(`${'-'.repeat(26)}  ${'-'.repeat(10)}`)
  })

  it('paints cells, not blanks', () => {
    const painted = tableLines(columns, rows, 24, (text, row, column) => `${row}${column}:${text}`)
    expect(painted[2]).toBe('00:Resident      01:      14 %')
    expect(painted[3]).toBe('00:  urbanizati')
  })
})
