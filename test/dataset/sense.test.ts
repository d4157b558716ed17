/** Numbers in good form that make no sense, each told with the likely slip. Right answers are by hand, where not said. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDatasetOrProblems } from '../../src/dataset/load.js'
import { formatWarning } from '../../src/vocabulary/problems.js'
import { answerTo, change, withCopy } from './tiny-folder.js'

/** What a folder with a change is answered: its problems, or where it has none its warnings. */
function answerToChange(file: string, from: string, to: string): string {
  return withCopy((folder) => {
    change(folder, file, from, to)
    const { dataset } = loadDatasetOrProblems(folder)
    return dataset
      ? dataset.warnings.map(formatWarning).join('\n').replaceAll(folder, 'data')
      : answerTo(folder)
  })
}

/** A row of fertility.csv, ages 20 to 39, all at one rate. */
const births = (rate: number) => Array(20).fill(rate).join()

describe('a year in two spellings', () => {
  it.each(['population.csv', 'mortality.csv', 'fertility.csv', 'away.csv'])('is one year in %s', (file) => {
    const answer = withCopy((folder) => {
      const path = join(folder, file)
      const [head, first, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n')
      writeFileSync(path, [head, first, ...rows, first.replace('2020,', '2020.0,'), ''].join('\n'))
      return answerTo(folder)
    })
    expect(answer).toContain('Found a second row for 2020, ')
    expect(answer).toContain('[row-twice]')
  })

  it('is that year where it stands alone', () => {
    expect(answerToChange('fertility.csv', '2020,T', '2020.0,T')).toBe('')
  })
})

describe('birth rates', () => {
  const PLACE = 'data/fertility.csv:2:62  column 20'
  it.each([
    [0.9, '18', ''],
    [0.01, '0.2', '  With every rate times 10 it would be 2.\n'],
  ])('of %f at twenty ages are no births of women', (rate, children) => {
    const answer = answerToChange('fertility.csv', births(0.1), births(rate))
    expect(answer).toContain(`Found ${children} children in a woman's life; expected 0.3 to 10.`)
    expect(answer).toContain('[fertility-impossible]')
  })

  it('that add up to one are warned of as shares, and 0.4 or 9.6 children as rare', () => {
    expect(answerToChange('fertility.csv', births(0.1), births(0.05))).toBe(`${PLACE}
  Found birth rates that add up to 1, as shares by age do; expected births per woman-year.
  If these are shares by age (PASFR), multiply them by total fertility and divide by age_width.  [fertility-of-shares, a warning]`)
    expect(answerToChange('fertility.csv', births(0.1), births(0.48))).toBe(`${PLACE}
  Found 9.6 children in a woman's life; expected 0.5 to 9 in most populations.  [fertility-unusual, a warning]`)
    expect(answerToChange('fertility.csv', births(0.1), births(0.02))).toContain(
      '[fertility-unusual, a warning]',
    )
  })

  it('of one child are those of a woman where other rows are of another number', () => {
    const [, row] = readFileSync('fixtures/tiny/fertility.csv', 'utf8').split('\n')
    const others = `${row.replace(births(0.1), births(0.05))}\n${row.replace('2020,', '2021,')}`
    expect(answerToChange('fertility.csv', row, others)).toBe('')
  })

  it('of nought may stand, and of 0.1 at twenty ages too', () => {
    expect(answerToChange('fertility.csv', births(0.1), births(0))).toBe('')
    expect(answerToChange('fertility.csv', births(0.1), births(0.1))).toBe('')
  })

  it.each([
    ['20,21', '9,21', '9'],
    ['38,39', '38,60', '60'],
  ])('at an age of none are told: %s as %s', (from, to, age) => {
    expect(answerToChange('fertility.csv', from, to)).toContain(
      `Found births to women of ${age}; expected births from 10 to 59 only.`,
    )
  })
})

describe('boys per girl', () => {
  const ratio = (value: string) => answerToChange('values.csv', '2020,1,ratio', `2020,${value},ratio`)
  it('given as the share of boys are a problem: 0.512 / 0.488 = 1.049', () => {
    expect(ratio('0.512')).toBe(`data/values.csv:2:27  column value
  Found 0.512; expected boys per girl from 0.8 to 1.5, such as 1.05.
  If this is the share of boys, write 1.049.  [rate-out-of-range]`)
  })

  it('given as the share of girls are a problem: 0.512 / 0.488 = 1.049', () => {
    expect(ratio('0.488')).toBe(`data/values.csv:2:27  column value
  Found 0.488; expected boys per girl from 0.8 to 1.5, such as 1.05.
  If this is the share of girls, write 1.049.  [rate-out-of-range]`)
  })

  it('given as girls per boy are warned of: 1 / 0.952 = 1.050', () => {
    expect(ratio('0.952')).toBe(`data/values.csv:2:27  column value
  Found 0.952; expected 1 to 1.3 boys per girl, as large populations have.
  If these are girls per boy, write 1.050.  [sex-ratio-unusual, a warning]`)
  })

  it('are of the region', () => {
    expect(ratio('1,ratio,S_TEST,data,\nA,sex_ratio_at_birth,2021,1.1')).toContain(
      'Found a ratio of the city A; expected the region T, whose ratio holds for all cities.  [place-unknown]',
    )
  })
})

describe('rows of values.csv', () => {
  const BEDS = 'A,beds,2020,100,bed,S_TEST,judgement,made for tests\n'
  const withRow = (row: string) => answerToChange('values.csv', BEDS, `${BEDS}${row},bed,S_TEST,data,\n`)
  it('of a later year beside one that holds are refused, of an earlier one are history', () => {
    expect(withRow('A,beds,2025,200')).toBe(`data/values.csv:6:8  column year
  Found a row of 2025 for A, after that of 2020 which holds in every year; expected one number for all years of a projection.
  Let the scenario change it: by_year, or data(beds) times what changes.  [series-not-read]`)
    expect(withRow('A,beds,2010,50')).toBe('')
  })

  it('of one value are of one year, and of none after the first step', () => {
    expect(answerToChange('values.csv', 'B,beds,2020', 'B,beds,2015')).toContain(
      'Found beds of 2015 for B, and of 2020 for A; expected one year for all cities.  [years-differ, a warning]',
    )
    expect(answerToChange('values.csv', 'bed_norm,2020', 'bed_norm,2025')).toContain(
      'Found bed_norm of 2025, used from 2020 on; expected a number of 2020 or before.  [year-later, a warning]',
    )
    expect(answerToChange('values.csv', 'bed_norm,2020', 'bed_norm,2021')).toBe('')
  })

  it('of the region are the sum of its cities, 100 + 50', () => {
    expect(withRow('T,beds,2020,150')).toBe('')
    expect(withRow('T,beds,2020,160')).toContain(
      'Found beds of 160 for T; expected 150, the sum of its 2 cities, which are used.  [sum-of-cities, a warning]',
    )
  })
})

describe('commas in numbers', () => {
  it.each([
    ['0,01', '0.01'],
    ['0,010', '0.010'],
    ['1000,5', '1000.5'],
    ['1,234,567.8', '1234567.8'],
    ['12,345', '12345'],
  ])('"%s" is advised to be %s', (written, meant) => {
    expect(answerToChange('values.csv', '2020,2000,place', `2020,"${written}",place`)).toContain(
      `  Write ${meant}.  [not-a-number]`,
    )
  })

  it.each(['1,000,5', '1,5,0'])(
    'of which none can be told from the others get no advice: "%s"',
    (written) => {
      const answer = answerToChange('values.csv', '2020,2000,place', `2020,"${written}",place`)
      expect(answer).toContain('[not-a-number]')
      expect(answer).not.toContain('Write')
    },
  )

  it('make more cells than columns, which is told once with the number that is meant', () => {
    const answer = answerToChange('fertility.csv', ',0.1,0.1', ',293,395,0.1')
    expect(answer).toBe(`data/fertility.csv:2
  Found 27 cells; expected 26, one for every column.
  If 293,395 is one number, write 293395; a text with a comma in it needs quotation marks.  [cells-wrong-number]`)
  })
})
