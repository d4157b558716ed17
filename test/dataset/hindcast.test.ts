/** hindcast.csv: how near the fitted levels carry one census to the next, and how the report says so. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import { hindcastTable, hindcastWords } from '../../src/report/tables/backtest.js'
import { shippedDataset } from '../plan/shipped.js'
import { answerTo, TINY, withCopy } from './tiny-folder.js'

const HEADER = 'from,year,code,subject,error,unit,source,quality,note\n'
const { region, sources } = loadDataset(TINY)
const row = (code: string, subject: string, error: string) =>
  `2010,2020,${code},${subject},${error},${subject === 'people' ? 'percent' : 'point'},${[...sources.keys()][0]},estimate,\n`
const ROWS = [
  row(region.code, 'people', '0.02'),
  row(region.code, 'urban_share', '-0.1'),
  row('A', 'people', '0.3'),
  row('A', 'urban_share', '0.2'),
  row('B', 'people', '-0.4'),
  row('B', 'urban_share', '0'),
].join('')

const withHindcast = <T>(rows: string, use: (folder: string) => T) =>
  withCopy((folder) => {
    writeFileSync(join(folder, 'hindcast.csv'), HEADER + rows)
    return use(folder)
  })

describe('the hindcast of a folder', () => {
  it('is said of the region, and of the place that is furthest off', () => {
    const [{ en }] = hindcastWords(withHindcast(ROWS, loadDataset))
    expect(en).toBe(
      'Fit: lived from 2010 at the levels fitted to both censuses, the people of 2020 come out +0.02 % off the count in the region and at most −0.40 % in a place (Beta), the urban share −0.10 and +0.20 points (Alpha). It is no forecast: the levels know 2020.',
    )
    expect(hindcastWords(loadDataset(TINY))).toEqual([])
  })

  it('is a table of every place, the region first', () => {
    const { rows } = hindcastTable(withHindcast(ROWS, loadDataset))!
    expect(
      rows.map((cells) => cells.map((cell) => (cell.kind === 'words' ? cell.text.en : cell.kind))),
    ).toEqual([
      [region.name.en, '+0.02', '−0.10'],
      ['Alpha', '+0.30', '+0.20'],
      ['Beta', '−0.40', '0.00'],
    ])
    expect(hindcastTable(loadDataset(TINY))).toBeUndefined()
  })

  it('is of places that there are, once each', () => {
    expect(withHindcast(row('X', 'people', '0'), answerTo)).toContain('[place-unknown]')
    expect(withHindcast(row('A', 'people', '0') + row('A', 'people', '1'), answerTo)).toContain('row-twice')
    expect(withHindcast(row('A', 'people', 'near'), answerTo)).toContain('Found "near"; expected a number')
  })

  it('meets Guangxi within 0.1 % of its people and 0.3 points of its urban share', () => {
    const { hindcast } = shippedDataset('fixtures/guangxi')
    const of = (wanted: string) =>
      hindcast.find(({ place, subject }) => place === 0 && subject === wanted)!.error
    expect(Math.abs(of('people'))).toBeLessThan(0.1)
    expect(Math.abs(of('urban_share'))).toBeLessThan(0.3)
    expect(hindcast).toHaveLength(2 * 15)
  })
})
