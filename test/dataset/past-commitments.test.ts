/** past_commitments.csv and delivery.csv: what is read of them, and every word of every answer. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import { answerTo, withCopy } from './tiny-folder.js'

const HEAD =
  'id,family,indicator,territory,province,from,deadline,counting,comparator,target,unit,outcome,outcome_as_of,ratio,met,status,gain_ratio,stage,slip_months,found_as,cluster,source,quality,note'
const ROW =
  'C1,shanty,flats started,Anhui,Anhui,2018,2020-12-31,starts,>=,100,units,110,2020-12,1.1,yes,final,,,,table,AH-1,S_TEST,data,'
const CLASSES =
  'class,title_en,title_zh,measure,odds,p10,p50,p90,alike_met,alike_decided,alike_median,base_met,base_decided,rows,unit,source,quality,note'
const CLASS = 'flats,Flats,住房,ratio,0.8,0.9,1.05,1.3,1,1,1.1,25,38,C1,ratio,S_TEST,estimate,'

/** The folder with a row of each table, one of them changed. */
function answerAfter(from: string, to: string): string {
  return withCopy((folder) => {
    const [row, group] = [ROW, CLASS].map((text) => text.replace(from, () => to))
    writeFileSync(join(folder, 'past_commitments.csv'), `${HEAD}\n${row}\n`)
    writeFileSync(join(folder, 'delivery.csv'), `${CLASSES}\n${group}\n`)
    return answerTo(folder)
  })
}

const ODDS = 'left_out,low,high,promises,odds,met,unit,source,quality,note'
const BIN = 'family,0.8,0.9,103,0.853,0.942,share,S_TEST,estimate,'

describe('odds of the past', () => {
  const answer = (bin: string) =>
    withCopy((folder) => {
      writeFileSync(join(folder, 'past_odds.csv'), `${ODDS}\n${bin}\n`)
      return answerTo(folder)
    })

  it('are read a bin a row', () => {
    const { pastOdds } = withCopy((folder) => {
      writeFileSync(join(folder, 'past_odds.csv'), `${ODDS}\n${BIN}\n`)
      return loadDataset(folder)
    })
    expect(pastOdds).toMatchObject([
      { leftOut: 'family', low: 0.8, high: 0.9, promises: 103, odds: 0.853, met: 0.942 },
    ])
  })

  it.each([
    [
      'a word for what was left out that is none',
      'family',
      'city',
      `data/past_odds.csv:2:1  column left_out
  Found "city"; expected one of family, province.  [kind-unknown]`,
    ],
    [
      'a share of more than all',
      '0.942',
      '94.2',
      `data/past_odds.csv:2:26  column met
  Found 94.2; expected a share from 0 to 1.
  If this is 94.2 percent, write 0.942.  [share-out-of-range]`,
    ],
    [
      'fewer promises than none',
      ',103,',
      ',-3,',
      `data/past_odds.csv:2:16  column promises
  Found -3; expected 0 or more.  [people-negative]`,
    ],
  ])('%s', (_, from, to, expected) => {
    expect(answer(BIN.replace(from, to))).toBe(expected)
  })
})

describe('past commitments', () => {
  it('are read with their years, their ends and what was learned from them', () => {
    const { pastCommitments, delivery } = withCopy((folder) => {
      writeFileSync(join(folder, 'past_commitments.csv'), `${HEAD}\n${ROW}\n`)
      writeFileSync(join(folder, 'delivery.csv'), `${CLASSES}\n${CLASS}\n`)
      return loadDataset(folder)
    })
    expect(pastCommitments[0]).toMatchObject({
      id: 'C1',
      years: 3,
      ratio: 1.1,
      met: true,
      counting: 'starts',
    })
    expect(delivery.get('flats')).toMatchObject({
      odds: 0.8,
      alike: { met: 1, decided: 1, median: 1.1 },
      rows: ['C1'],
    })
  })

  it.each([
    [
      'a miss with a ratio of a success',
      '1.1,yes',
      '1.1,no',
      `data/past_commitments.csv:2:89  column met
  Found met no, ratio 1.1; expected yes for 1 or more, no for less.  [met-against-ratio]`,
    ],
    [
      'an end that is no word',
      '1.1,yes',
      '1.1,maybe',
      `data/past_commitments.csv:2:89  column met
  Found "maybe"; expected one of yes, no, unknown.  [kind-unknown]`,
    ],
    [
      'a source that is not there',
      'AH-1,S_TEST',
      'AH-1,S_TSET',
      `data/past_commitments.csv:2:113  column source
  Found "S_TSET"; expected an id of sources.csv.
  Did you mean "S_TEST"?  [source-unknown]`,
    ],
    [
      'a class of rows that are not there',
      '38,C1,ratio',
      '38,C1;C3,ratio',
      `data/delivery.csv:2:53  column rows
  Found "C3"; expected ids of past_commitments.csv.  [commitment-unknown]`,
    ],
    [
      'odds in percent',
      'ratio,0.8,',
      'ratio,80,',
      `data/delivery.csv:2:22  column odds
  Found 80; expected a share from 0 to 1.
  If this is 80 percent, write 0.8.  [share-out-of-range]`,
    ],
  ])('%s', (_, from, to, answer) => {
    expect(answerAfter(from, to)).toBe(answer)
  })
})
