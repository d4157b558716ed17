import { describe, expect, it } from 'vitest'
import { compileFormula } from '../../src/formula/compile.js'
import { createMachine, doublesFor } from '../../src/formula/execute.js'
import { LITTLE, programOf, valuesOf } from './little-language.js'

describe('the value of a formula', () => {
  it.each([
    // Sums, products and powers.
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 - 2 - 1', 4],
    ['8 / 4 / 2', 1],
    ['2 * 3 / 4', 1.5],
    ['-2 ^ 2', -4],
    ['(-2) ^ 2', 4],
    ['2 ^ 3 ^ 2', 512],
    ['(2 ^ 3) ^ 2', 64],
    ['2 ^ -1', 0.5],
    ['2 * 3 ^ 2', 18],
    ['0 ^ 0', 1],
    ['2 - -1', 3],
    ['--3', 3],
    ['+3', 3],
    ['-3 * 2', -6],
    ['.5e1', 5],
    ['2E-2', 0.02],
    ['1 / 0', Number.POSITIVE_INFINITY],
    ['1 / (0 * -1)', Number.NEGATIVE_INFINITY],
    ['0 / 0', Number.NaN],
    // Comparisons.
    ['1 < 2', 1],
    ['2 < 2', 0],
    ['2 <= 2', 1],
    ['2 <= 1', 0],
    ['2 > 1', 1],
    ['2 > 2', 0],
    ['2 >= 2', 1],
    ['1 >= 2', 0],
    ['1 == 1', 1],
    ['0.1 + 0.2 == 0.3', 0],
    ['1 != 1', 0],
    ['1 != 2', 1],
    ['1 + 1 < 3', 1],
    ['0 / 0 == 0 / 0', 0],
    ['(1 < 2) == (3 < 4)', 1],
    // Conditions: 0 is false, everything else is true.
    ['2 > 1 and 1 > 2', 0],
    ['2 > 1 or 1 > 2', 1],
    ['3 and -1', 1],
    ['0 or 0', 0],
    ['1 or 0 and 0', 1],
    ['(1 or 0) and 0', 0],
    ['not(0)', 1],
    ['not(3)', 0],
    ['not(0) + 1', 2],
    ['not(1) or 1', 1],
    ['-not(0)', -1],
    ['not(0 / 0)', 0],
    ['0 ? 1 : 2', 2],
    ['-1 ? 1 : 2', 1],
    ['0 / 0 ? 1 : 2', 1],
    ['1 > 2 ? 10 : 2 > 1 ? 20 : 30', 20],
    ['1 ? (0 ? 1 : 2) : 3', 2],
    ['0 or 1 ? 1 + 1 : 3', 2],
    // Functions.
    ['min(3, 1, 2)', 1],
    ['max(3, 1, 2)', 3],
    ['min(1, 0 / 0)', Number.NaN],
    ['clamp(5, 0, 3)', 3],
    ['clamp(-5, 0, 3)', 0],
    ['clamp(2, 0, 3)', 2],
    // of 10 with even odds 5 or fewer have 0.623, 4 or fewer 0.377
    ['counted(10, 0.5, 0.6)', 5],
    ['counted(10.9, 1, 0.6)', 10],
    ['abs(-4)', 4],
    ['sqrt(16)', 4],
    ['sqrt(-1)', Number.NaN],
    ['exp(0)', 1],
    ['exp(1)', Math.E],
    ['log(1)', 0],
    ['log(0)', Number.NEGATIVE_INFINITY],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(2.4)', 2],
    ['round(0.49999999999999994)', 0],
    ['floor(-1.2)', -2],
    ['floor(1.8)', 1],
    ['ceil(1.2)', 2],
    ['ceil(-1.8)', -1],
    // Lines may end anywhere between two parts, and any space is a space.
    ['1\n  + 2\r\n* 3', 7],
    ['\ufeff1\u00a0+\u30002', 3],
  ])('%s is %d', (text, expected) => {
    expect(valuesOf(text)).toEqual([expected, expected])
  })

  it.each([
    ['rate', [0.25, 0.25]],
    ['share', [0.2, 0.8]],
    ['people(urban)', [110, 330]],
    ['people(urban) * rate', [27.5, 82.5]],
    ['rate * people(urban)', [27.5, 82.5]],
    ['people(urban) / (people(urban) + people(rural))', [110 / 300, 330 / 370]],
    ['sum(people(urban))', [440, 440]],
    ['people(urban) / sum(people(urban))', [0.25, 0.75]],
    ['highest(share)', [0.8, 0.8]],
    ['lowest(share)', [0.2, 0.2]],
    ['at(2020, people(urban))', [100, 300]],
    ['previous(people(urban))', [100, 300]],
    ['people(urban) - previous(people(urban))', [10, 30]],
    ['previous(at(2021, rate))', [0.25, 0.25]],
    ['share > 0.5 ? 1 : 0', [0, 1]],
    ['share > 0.5 ? people(urban) : people(rural)', [190, 330]],
    ['max(people(urban), people(rural))', [190, 330]],
    ['share ^ 2', [0.2 ** 2, 0.8 * 0.8]],
    ['year', [2021, 2021]],
    ['-share', [-0.2, -0.8]],
    ['rate - share', [0.05, -0.55]],
    ['rate > share', [1, 0]],
    ['rate > 1 ? share : rate', [0.25, 0.25]],
    ['share < 0.5 ? share : rate', [0.2, 0.25]],
    ['clamp(share, rate, 0.5)', [0.25, 0.5]],
    ['round(people(urban) / 100)', [1, 3]],
    ['sum(share * people(urban)) / sum(people(urban))', [286 / 440, 286 / 440]],
    ['highest(people(urban)) - people(urban)', [220, 0]],
    ['sum(share + rate)', [1.5, 1.5]],
    ['sum(at(2020, people(rural)))', [250, 250]],
    ['at(2020, sum(people(rural)) + beds * 0 / beds * sum(people(rural)))', [250, 250]],
    ['at(2021, share) - at(2020, share)', [0.1, -0.1]],
    ['at(2020, year)', [2020, 2020]],
    ['previous(year * share)', [202, 1818]],
    ['at(2020, at(2021, rate))', [0.25, 0.25]],
  ])('%s is %j', (text, expected) => {
    const found = valuesOf(text)
    expected.forEach((value, city) => {
      expect(found[city]).toBeCloseTo(value, 14)
    })
  })

  it('stays at the base year where there is no year before', () => {
    expect(valuesOf('previous(people(urban))', 0)).toEqual([100, 300])
    expect(valuesOf('previous(previous(rate))', 1)).toEqual([0.5, 0.5])
  })
})

describe('a program', () => {
  it('works out equal parts once', () => {
    const once = programOf('(rate + 1) * (rate + 1)')
    expect(once.code.length / 4).toBe(2)
    expect(once.loads).toEqual([{ key: 'rate', shape: 'number', time: 'now' }])
  })

  it('says which columns it reads, and of which year', () => {
    const text = 'rate + share + at(2020, rate + share) + previous(rate + share + previous(rate + share))'
    const times = ['now', { year: 2020 }, { back: 1 }, { back: 2 }]
    expect(programOf(text).loads).toEqual(
      times.flatMap((time) => [
        { key: 'rate', shape: 'number', time },
        { key: 'share', shape: 'cities', time },
      ]),
    )
  })

  it('works constants out beforehand', () => {
    expect(programOf('2 * 3 + rate')).toMatchObject({ constants: [6], constant: false })
    expect(programOf('2 * 3')).toMatchObject({ constants: [6], constant: true })
    expect(programOf('0 * share')).toMatchObject({ shape: 'cities', constant: false })
  })

  it('knows its shape and unit', () => {
    expect(programOf('people(urban) * beds / sum(people(rural))')).toMatchObject({
      shape: 'cities',
      unit: { bed: 1 },
    })
    expect(programOf('beds ^ 2')).toMatchObject({ shape: 'number', unit: { bed: 2 } })
    expect(programOf('sqrt(people(urban) / people(rural))').unit).toEqual({})
    expect(programOf('beds > 3').unit).toEqual({})
    expect(programOf('beds ^ -2').unit).toEqual({ bed: -2 })
    expect(programOf('beds ^ 0').unit).toEqual({})
    expect(programOf('2 * beds + 1').unit).toEqual({ bed: 1 })
    expect(programOf('1 / beds').unit).toEqual({ bed: -1 })
    expect(programOf('round(clamp(beds, 0, 10))').unit).toEqual({ bed: 1 })
    expect(programOf('not(beds) and beds').unit).toEqual({})
    expect(programOf('2 ^ rate').unit).toEqual({})
  })

  it('gives a literal the unit that is expected of it', () => {
    expect(compileFormula('100', LITTLE, { unit: { bed: 1 } }).program!.unit).toEqual({ bed: 1 })
    expect(compileFormula('rate > 0 ? 100 : 0', LITTLE, { unit: { bed: 1 } }).problems).toEqual([])
  })
})

describe('a machine', () => {
  it('runs programs one after the other, and writes nothing but their answers', () => {
    const programs = ['share - rate', 'sum(share)'].map(programOf)
    const [difference, total] = programs
    const columns = [0.5, -1, 0.25, 1, 7, 7, 8, 8]
    const memory = new Float64Array(columns.length + doublesFor(programs, 2))
    memory.set(columns)
    const run = createMachine(programs, { memory, own: columns.length, cities: 2, draws: 1 })
    run(difference, Int32Array.of(2, 0), 4)
    run(total, Int32Array.of(4), 6)
    run(difference, Int32Array.of(6, 1), 2)
    expect([...memory.subarray(0, columns.length)]).toEqual([0.5, -1, 0.25 + 1, 1.25, -0.25, 0.5, 0.25, 0.25])
  })
})
