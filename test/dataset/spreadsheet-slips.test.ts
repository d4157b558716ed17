/** Slips of whoever keeps tables in a spreadsheet: each is one problem, in however many cells it stands. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerTo, change, withCopy } from './tiny-folder.js'

type Edit = (text: string) => string | Buffer

/** The answer to a table that was edited as a whole. */
function answerAfter(file: string, edit: Edit): string {
  return withCopy((folder) => {
    const path = join(folder, file)
    writeFileSync(path, edit(readFileSync(path, 'utf8')))
    return answerTo(folder)
  })
}

/** The first line, and the others. */
const apart = (text: string) => [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n'))]

describe('one slip in many cells is one problem', () => {
  it('says births per thousand once, with the ages it concerns', () => {
    expect(
      answerAfter('fertility.csv', (text) => text.replaceAll(',0.1', ',100')),
    ).toBe(`data/fertility.csv:2:62  column 20
  Found 100 (and in 19 more cells of line 2, columns 20 to 39); expected births per woman-year, from 0 to 1.
  If this is 100 per thousand, write 0.1.  [rate-out-of-range]`)
  })

  it('tells births of a whole life from births per thousand', () => {
    expect(answerAfter('fertility.csv', (text) => text.replaceAll(',0.1', ',1.3'))).toContain(
      'Births of one year of age are asked for, such as 0.07, not of a whole life.',
    )
  })

  it('says full-width digits once, whatever the numbers are', () => {
    const wide = (text: string) => text.replaceAll(',1000', ',１０００').replaceAll(',2000', ',２０００')
    const answer = answerAfter('population.csv', wide)
    expect(answer.match(/\[[a-z-]+\]/g)).toEqual(['[not-a-number]'])
    expect(answer).toMatch(
      /Found "１０００" \(and in \d+ more cells of \d+ lines, columns 5 to \d+\); expected a number\.\n {2}Write 1000\./,
    )
  })

  it('keeps two slips of one table apart', () => {
    const answer = answerAfter('fertility.csv', (text) => text.replace(',0.1', ',100').replace(',0.1', ',—'))
    expect(answer.match(/\[[a-z-]+\]/g)).toEqual(['[rate-out-of-range]', '[not-a-number]'])
  })

  it('says years with a word behind them once, and no rows that are wanting', () => {
    const answer = answerAfter('population.csv', (text) => text.replaceAll('\n2020,', '\n2020年,'))
    expect(answer.match(/\[[a-z-]+\]/g)).toEqual(['[not-a-number]'])
  })
})

describe('the first line as a yearbook has it', () => {
  const headed = (words: (age: string) => string) => (text: string) => {
    const [names, rows] = apart(text)
    return names.replaceAll(/(?<=,)\d+\+?(?=,|$)/g, words) + rows
  }

  it('says ages with a word behind them once', () => {
    const answer = answerAfter(
      'population.csv',
      headed((age) => `${age}岁`),
    )
    expect(answer).toContain('Write ages as plain numbers: 0, 1, 2 to 100+.  [column-unknown]')
    expect(answer.match(/\[[a-z-]+\]/g)).toEqual(['[column-unknown]'])
  })

  it('says groups of ages once, and how to name them', () => {
    const answer = answerAfter(
      'population.csv',
      headed((age) => `${age}-${age}`),
    )
    expect(answer).toContain(
      'Name a group of ages by its first: 0, 5, 10 to 100+, with `age_width: 5` in data.yaml.',
    )
    expect(answer.match(/\[[a-z-]+\]/g)).toEqual(['[column-unknown]'])
  })

  it.each([
    ['a title above', (text: string) => `学位与床位,,,,,,,\n${text}`, 'the column "学位与床位"'],
    [
      'Chinese names',
      (text: string) => `代码,变量,年份,数值,单位,来源,质量,备注${apart(text)[1]}`,
      'the columns "代码", "变量"',
    ],
  ])('says %s once', (_, edit, found) => {
    const answer = answerAfter('values.csv', edit)
    expect(answer).toContain(`Found ${found}`)
    expect(answer).toContain('The first line must name the columns, as the template does.  [column-missing]')
    expect(answer.match(/\[[a-z-]+\]/g)).toEqual(['[column-missing]'])
  })
})

it('takes no notice of blank rows and of blank columns at the end', () => {
  const blank = (text: string) => `${text.trimEnd().replaceAll('\n', ',,\n')},,\n,,,,,,,,,\n`
  expect(answerAfter('values.csv', blank)).toBe('')
})

it('still answers a table without a single word in it', () => {
  expect(answerAfter('groups.csv', () => ',,,,\n,,,,\n')).toContain('[column-missing]')
})

describe('words of Chinese tables', () => {
  it.each([
    ['population.csv', ',male,', ',男,', 'Did you mean "male"?'],
    ['population.csv', ',rural,', ',乡村,', 'Did you mean "rural"?'],
    ['values.csv', ',judgement,', ',推算,', 'Did you mean "estimate"?'],
    ['population.csv', ',person,', ',万人,', 'Write the numbers in full, without 万'],
    ['destinations.csv', ',share,', ',%,', 'Write the numbers as shares'],
  ])('in %s: %s as %s', (file, from, to, hint) => {
    const answer = answerAfter(file, (text) => text.replaceAll(from, to))
    expect(answer).toContain(hint)
    expect(answer.match(/\[[a-z-]+\]/g)).toHaveLength(1)
  })
})

describe('files that are something else', () => {
  it.each([
    [
      'a workbook under the name of a table',
      'values.csv',
      Buffer.from('PK\u0003\u0004....'),
      'This is an Excel workbook under another name',
    ],
    ['Unicode text', 'values.csv', Buffer.from('\ufeffcode\tvalue', 'utf16le'), 'This is UTF-16'],
    [
      'a data.yaml in GBK',
      'data.yaml',
      Buffer.from([0x65, 0x6e, 0x3a, 0x20, 0xca, 0xbe, 0xc0, 0xfd]),
      'In the editor choose UTF-8',
    ],
  ])('%s', (_, file, bytes, hint) => {
    // a zero byte marks what is no text even where its bytes would be
    const whole = hint.startsWith('This is an Excel') ? Buffer.concat([bytes, Buffer.alloc(4)]) : bytes
    expect(answerAfter(file, () => whole)).toContain(hint)
  })

  it.each([
    ['values.csv.csv', 'There is values.csv.csv: rename it.'],
    ['values.xlsx', 'There is values.xlsx: save its sheet as "CSV UTF-8" under this name.'],
  ])('a table called %s', (name, hint) => {
    const answer = withCopy((folder) => {
      renameSync(join(folder, 'values.csv'), join(folder, name))
      return answerTo(folder)
    })
    expect(answer).toBe(`data/values.csv
  Found no such file; expected one, as every data folder has.
  ${hint}  [file-missing]`)
  })
})

it('says a source that is not listed, and where to list it', () => {
  const answer = withCopy((folder) => {
    change(folder, 'values.csv', 'S_TEST', '统计年鉴')
    return answerTo(folder)
  })
  expect(answer).toContain('Add a row with this id to sources.csv.')
})
