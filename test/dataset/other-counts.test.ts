/** other_counts.csv: two official figures of one thing, and how the report says so. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import { unknownInModel } from '../../src/report/words/first-page/unknowns.js'
import { shippedDataset } from '../plan/shipped.js'
import { answerTo, TINY, withCopy } from './tiny-folder.js'

const HEADER = 'code,year,title_en,title_zh,used,other,unit,source,quality,note,because_en,because_zh\n'
const SOURCE = [...loadDataset(TINY).sources.keys()][0]
const row = (code: string, used: string) =>
  `${code},2020,Urban share,城镇化率,${used},41.5,percent,${SOURCE},data,,It adds up.,可加总。\n`

const withCounts = <T>(rows: string, use: (folder: string) => T) =>
  withCopy((folder) => {
    writeFileSync(join(folder, 'other_counts.csv'), HEADER + rows)
    return use(folder)
  })

describe('what is counted otherwise', () => {
  it('is read, and said among what is not known', () => {
    const dataset = withCounts(row('B', '40'), loadDataset)
    expect(dataset.otherCounts).toMatchObject([{ city: 1, year: 2020, used: 40, other: 41.5 }])
    expect(unknownInModel(dataset)).toContainEqual({
      en: 'Beta has two official figures for 2020, urban share: 40 % is used, 41.5 % is the other. It adds up.',
      zh: '乙2020年城镇化率有两个官方数：采用40%，另一数为41.5%。可加总。',
    })
    expect(loadDataset(TINY).otherCounts).toEqual([])
  })

  it('is of a city, once', () => {
    expect(withCounts(row('A', 'many'), answerTo)).toContain('column used\n  Found "many"; expected a number')
    expect(withCounts(row('X', '40'), answerTo)).toContain('[place-unknown]')
    expect(withCounts(row('A', '40') + row('A', '39'), answerTo)).toContain('row-twice')
  })

  it('is Beihai in Guangxi, by the census table and by its bulletin', () => {
    const said = unknownInModel(shippedDataset('fixtures/guangxi')).map(({ en }) => en)
    expect(said.filter((one) => one.includes('two official figures'))).toEqual([
      expect.stringMatching(/^Beihai has .* urban share: 52\.84 % is used, 58\.43 % is the other\. Only/),
    ])
  })
})
