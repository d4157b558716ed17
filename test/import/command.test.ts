/** `cityward import` as a user types it; without a terminal whatever is in doubt is a problem. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cityward, citywardIn, temporary } from '../commands/cityward.js'

const folder = temporary()
const at = (name: string) => join(folder, name)
const BOOK = 'fixtures/offices/census-2020.xlsx'

describe('cityward import', () => {
  it('shows what it understood, writes the table and a mapping, and says what to do next', () => {
    const { code, out, err } = cityward('import', BOOK, '--into', at('ours'))
    expect([code, err]).toEqual([0, ''])
    expect(out.replaceAll(folder, 'F')).toBe(`${BOOK}: xlsx, sheet 表1, headings in rows 3-4
  A  地 区                place           its heading says so
  B  常住人口 合计        people          its heading says so
  C  常住人口 男          people, male    its heading says so
  D  常住人口 女          people, female  its heading says so
  E  #城镇人口            people, urban   its heading says so
  F  按年龄分 0-14岁      0-14            its heading says so
  G  按年龄分 15-59岁     15-59           its heading says so
  H  按年龄分 60岁及以上  60+             its heading says so
  years: 2020
  ages: 0-14, 15-59, 60+
  places: 全区 45, 南宁市 4501, 柳州市 4502, 桂林 4503, 梧州市 4504, 北海市 4505, 防城港市 4506, 钦州市 4507 and 7 more
  note: 注：年龄构成按普查登记口径。
  note: 资料来源：2020年人口普查分县资料（转录）。
  for totals.csv: people of several places in one year
Wrote F/ours/totals.csv: 15 rows of this file, 15 of them new. F/ours/census-2020-表1-totals.import.yaml repeats it.
Next:
  cityward new plan --totals F/ours/totals.csv --pattern PROVINCE
`)
    expect(readdirSync(at('ours'))).toEqual(['census-2020-表1-totals.import.yaml', 'totals.csv'])
  })

  it('repeats it from the mapping to the same bytes', () => {
    const before = readFileSync(at('ours/totals.csv'))
    const { code, out } = cityward(
      'import',
      at('ours/census-2020-表1-totals.import.yaml'),
      '--into',
      at('ours'),
    )
    expect(code).toBe(0)
    expect(out).toContain('15 rows of this file, 0 of them new.')
    expect(readFileSync(at('ours/totals.csv')).equals(before)).toBe(true)
  })

  it('makes a table that `new --totals` takes', () => {
    const { code, out } = cityward(
      'new',
      at('plan'),
      '--totals',
      at('ours/totals.csv'),
      '--pattern',
      'fixtures/guangxi',
    )
    expect(code).toBe(0)
    expect(out).toContain('Guangxi, 14 places, people of 2020')
  })

  it('refuses what is in doubt, and takes what is said of it', () => {
    writeFileSync(at('towns.csv'), 'Name;Population\nAlpha;1,512\nBeta;2,683\n')
    const doubtful = cityward('import', at('towns.csv'), '--into', at('towns'))
    expect([doubtful.code, doubtful.out]).toEqual([2, ''])
    expect(doubtful.err.replaceAll(folder, 'F')).toContain(
      'F/towns.csv:2  cell 2\n  Found "1,512"; expected a figure of which the comma can only be one thing.',
    )
    const said = ['--decimal', ',', '--year', '2020', '--unit', '1000 persons', '--place', 'Beta=-']
    const { code, err, out } = cityward('import', at('towns.csv'), '--into', at('towns'), ...said)
    expect(code).toBe(0)
    expect([err, out]).toEqual(['', expect.stringContaining('--pattern Finland\nNo townspeople are given')])
    expect(readFileSync(at('towns/totals.csv'), 'utf8').split('\n')[1]).toMatch(
      /^2020,,Alpha,,,1000 persons,1\.512,/,
    )
  })

  it.each([
    [['--place', 'Beta'], '--place\n  Found "Beta"; expected NAME=CODE.  [argument-wrong]'],
    [
      ['--unit', 'dozens'],
      '--unit\n  Found "dozens"; expected a unit such as person, 1000 persons or 10000 persons.  [unit-unknown]',
    ],
    [
      ['--sheet', '表2'],
      `${BOOK}\n  Found no sheet "表2" with a table; expected one of 表1.  [sheet-unknown]`,
    ],
    [['--as', 'values', '--place', '南宁市=4599'], undefined],
  ])('with %j', (options, text) => {
    const { code, err } = cityward('import', BOOK, '--into', at('other'), ...options)
    expect([code, text === undefined || err.includes(text)]).toEqual([text === undefined ? 0 : 2, true])
  })

  it('names files that cannot be read', () => {
    const { code, err } = cityward('import', at('none.csv'), '--into', at('other'))
    expect([code, err.replaceAll(folder, 'F')]).toEqual([
      2,
      expect.stringContaining(
        'F/none.csv\n  Found no file of this name; expected a table of a statistical office, or a mapping.  [file-missing]',
      ),
    ])
    expect(cityward('import', folder, '--into', at('other')).err).toContain(
      'Found a folder; expected a file.  [file-is-folder]',
    )
  })

  it('speaks Chinese, into a data folder that is read with it', () => {
    cpSync('fixtures/template', at('data'), { recursive: true })
    const { code, out } = citywardIn(
      { LC_ALL: 'zh_CN.UTF-8' },
      'import',
      'fixtures/offices/公共服务-全角.csv',
      '--into',
      at('data'),
    )
    expect(code).toBe(0)
    expect(out.replaceAll(folder, 'F')).toContain('已写入F/data/values.csv：本文件5行，其中新增5行。')
    writeFileSync(
      at('s.yaml'),
      readFileSync('fixtures/template-scenario.yaml', 'utf8').replace(/^data: .*$/m, 'data: data'),
    )
    expect(cityward('check', at('s.yaml')).code).toBe(0)
  })

  it('writes a mapping to edit where only that can say what a heading is, and says how to go on', () => {
    writeFileSync(at('index-2020.csv'), '地区,幸福指数\n南宁市,8.2\n')
    const { code, out, err } = cityward('import', at('index-2020.csv'), '--into', at('indices'))
    const mapping = at('indices/index-2020-values.import.yaml')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(
      `No table is written. Edit ${mapping}, then:\n  cityward import ${mapping} --into ${at('indices')}\n`,
    )
    expect(readdirSync(at('indices'))).toEqual(['index-2020-values.import.yaml'])
    writeFileSync(
      mapping,
      readFileSync(mapping, 'utf8').replace('幸福指数\n    is: figure', '$&\n    of: happiness'),
    )
    expect(cityward('import', mapping, '--into', at('indices')).code).toBe(0)
    expect(readFileSync(at('indices/values.csv'), 'utf8')).toContain('\n4501,happiness,2020,8.2,number,')
  })
})
