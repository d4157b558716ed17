/** Names and codes of places: GB/T 2260 with its changes since 2010, and those of a data folder. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/vocabulary/problems.js'
import { folderFor, understand } from './office.js'

/** Codes of the rows that are made of names, and what is asked. */
async function matched(names: readonly string[], into = '', codes?: readonly string[]) {
  const head = codes ? '代码,地区,人口（人）' : '地区,人口（人）'
  const rows = names.map((name, k) => `${codes ? `${codes[k]},` : ''}${name},${90_000 + k}`)
  const bytes = Buffer.from([head, ...rows, ''].join('\n'))
  const { answer } = await understand({ file: '2020.csv', bytes }, { into })
  return {
    codes: answer.doubts.length > 0 ? [] : answer.made.table.rows.map(([, code]) => code),
    doubts: answer.doubts,
    asked: answer.doubts.map(({ problem }) => formatProblem(problem)),
  }
}

describe('a name', () => {
  it('is matched with and without its rank, in Chinese, English and with blanks in it', async () =>
    expect((await matched(['南宁', '柳州市', 'Guilin', '梧 州'])).codes).toEqual([
      '4501',
      '4502',
      '4503',
      '4504',
    ]))

  it('of a prefecture that became a city is that city', async () =>
    // Bijie and Tongren, fixtures/china/changes.csv
    expect((await matched(['毕节地区', '铜仁地区', '贵阳市'])).codes).toEqual(['5205', '5206', '5201']))

  it('that several places have is the one beside the others', async () => {
    // 鼓楼区 lies in Nanjing, Xuzhou, Kaifeng and Fuzhou; 台江区 and 仓山区 in Fuzhou alone
    const { codes } = await matched(['鼓楼区', '台江区', '仓山区'])
    expect(codes).toEqual(['350102', '350103', '350104'])
  })

  it('that several places have, with nothing beside it, is asked', async () => {
    const { asked, doubts } = await matched(['鼓楼区', 'Nowhere'])
    expect(asked[0]).toBe(
      '2020.csv:2  cell 2\n  Found "鼓楼区", a name of 4 places; expected one of 320106 鼓楼区 南京市; 320302 鼓楼区 徐州市; 350102 鼓楼区 福州市; 410204 鼓楼区 开封市.\n  Say which with --place NAME=CODE.  [place-ambiguous]',
    )
    expect(doubts[0].choices.map(({ text }) => text).at(-1)).toBe('leave its figures out')
    expect([...doubts[0].choices[2].answers.places]).toEqual([['鼓楼区', '350102']])
  })

  it('is none where no other is known either: a table of towns goes by names', async () =>
    expect((await matched(['甲镇', '乙镇'])).codes).toEqual(['', '']))
})

describe('a code', () => {
  it('of six digits is that of the place', async () =>
    expect((await matched(['南宁市', '柳州市'], '', ['450100', '450200'])).codes).toEqual(['4501', '4502']))

  it('that is no more is the one of today', async () =>
    // Bijie, and Xuanwu, which was merged into Xicheng
    expect((await matched(['毕节地区', '铜仁地区'], '', ['522400', '522200'])).codes).toEqual([
      '5205',
      '5206',
    ]))
})

describe('places of several levels', () => {
  it('are a region and its places where all lie in one', async () => {
    const { codes } = await matched(['广西', '南宁市', '柳州市'])
    expect(codes).toEqual(['45', '4501', '4502'])
  })

  it('are asked about where some are parts of others', async () => {
    const { asked, doubts } = await matched(['南宁市', '柳州市', '横县', '宾阳县'])
    expect(asked).toEqual([
      '2020.csv:2  cell 2\n  Found 4501 beside places that lie in it; expected places of one level, and one region that all lie in.\n  Leave the others out with --place NAME=-.  [places-nested]',
    ])
    expect(doubts[0].choices.map(({ text }) => text)).toEqual([
      '2 places with codes of 4 digits',
      '2 places with codes of 6 digits',
    ])
    expect(Object.fromEntries(doubts[0].choices[0].answers.places)).toEqual({ 横县: '-', 宾阳县: '-' })
  })
})

describe('a data folder', () => {
  it('has the places of its places.csv and no others', async () => {
    const into = folderFor()
    cpSync('fixtures/template/places.csv', join(into, 'places.csv'))
    expect((await matched(['示例市', 'Example city'], into)).asked).toEqual([])
    const { asked } = await matched(['示例市', '南宁市'], into)
    expect(asked).toEqual([
      '2020.csv:3  cell 2\n  Found "南宁市"; expected a place of places.csv, by code or name.\n  Say which with --place NAME=CODE; --place NAME=- leaves its figures out.  [place-unmatched]',
    ])
  })
})
