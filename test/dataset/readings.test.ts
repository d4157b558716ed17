/** readings.csv beside the draws of a calibration: what is read, and every word of every answer. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import { answerTo, TINY, withCopy } from './tiny-folder.js'

const HEADER = 'reading,title_en,title_zh,value,error,unit,source,quality,note,because_en,because_zh\n'
const SOURCE = [...loadDataset(TINY).sources.keys()][0]
const row = (name: string, value: string, error: string) =>
  `${name},As printed,刊印值,${value},${error},share,${SOURCE},estimate,,A table.,表。\n`
const DRAWS = 'pace,late_share\n1.1,0.3\n0.9,0.4\n'

const withReadings = <T>(rows: string, draws: string | undefined, use: (folder: string) => T) =>
  withCopy((folder) => {
    writeFileSync(join(folder, 'readings.csv'), HEADER + rows)
    if (draws !== undefined) writeFileSync(join(folder, 'calibration-draws.csv'), draws)
    return use(folder)
  })

describe('readings of the last years', () => {
  it('are read in their order, with the columns of the draws', () => {
    const rows = row('used', '0.35', '0.04') + row('other', '0.4', '0.02')
    const { choices, columns } = withReadings(rows, DRAWS, loadDataset).readings!
    expect(choices.map(({ name, value, error }) => [name, value, error])).toEqual([
      ['used', 0.35, 0.04],
      ['other', 0.4, 0.02],
    ])
    expect(choices[0].because).toEqual({ en: 'A table.', zh: '表。' })
    expect([...columns].map(([name, values]) => [name, ...values])).toEqual([
      ['pace', 1.1, 0.9],
      ['late_share', 0.3, 0.4],
    ])
    expect(loadDataset(TINY).readings).toBeUndefined()
  })

  it('need an error above 0, and each its own name', () => {
    expect(withReadings(row('used', '0.35', '0'), DRAWS, answerTo)).toBe(
      `data/readings.csv:2:26  column error
  Found 0; expected a standard deviation above 0, at most 1.  [rate-out-of-range]`,
    )
    expect(withReadings(row('used', '0.3', '0.1') + row('used', '0.4', '0.1'), DRAWS, answerTo)).toContain(
      'row-twice',
    )
  })

  it('need draws that say what each of them makes of the datum', () => {
    const answer = `data/calibration-draws.csv
  Found no column late_share of numbers; expected the draws that \`cityward calibrate --out\` writes, which readings.csv is of.  [column-missing]`
    for (const draws of [undefined, 'pace\n1.1\n', 'pace,late_share\n1.1,much\n'])
      expect(withReadings(row('used', '0.35', '0.04'), draws, answerTo)).toBe(answer)
  })
})
