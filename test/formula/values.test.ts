import { describe, expect, it } from 'vitest'
import { compileFormula } from '../../src/formula/compile.js'
import { LITTLE, valuesOf } from './little-language.js'

describe('the value of a formula', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 - 2 - 1', 4],
    ['8 / 4 / 2', 1],
    ['-2 ^ 2', -4],
    ['2 ^ 3 ^ 2', 512],
    ['2 ^ -1', 0.5],
    ['1 < 2', 1],
    ['2 <= 1', 0],
    ['2 > 1 and 1 > 2', 0],
    ['2 > 1 or 1 > 2', 1],
    ['not(0)', 1],
    ['not(3)', 0],
    ['1 == 1', 1],
    ['1 != 1', 0],
    ['1 > 2 ? 10 : 2 > 1 ? 20 : 30', 20],
    ['1 or 0 and 0', 1],
    ['min(3, 1, 2)', 1],
    ['max(3, 1, 2)', 3],
    ['clamp(5, 0, 3)', 3],
    ['clamp(-5, 0, 3)', 0],
    ['abs(-4)', 4],
    ['sqrt(16)', 4],
    ['exp(0)', 1],
    ['log(1)', 0],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(0.49999999999999994)', 0],
    ['floor(-1.2)', -2],
    ['ceil(1.2)', 2],
    ['+3', 3],
    ['.5e1', 5],
    ['1 / (0 * -1)', Number.NEGATIVE_INFINITY],
    ['sqrt(-1)', Number.NaN],
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
  const programOf = (text: string) => compileFormula(text, LITTLE).program!

  it('works out equal parts once', () => {
    const once = programOf('(rate + 1) * (rate + 1)')
    expect(once.code.length / 4).toBe(2)
    expect(once.loads).toEqual([{ key: 'rate', shape: 'number', time: 'now' }])
  })

  it('works constants out beforehand', () => {
    expect(programOf('2 * 3 + rate')).toMatchObject({ constants: [6], constant: false })
    expect(programOf('2 * 3')).toMatchObject({ constants: [6], constant: true })
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
  })

  it('gives a literal the unit that is expected of it', () => {
    expect(compileFormula('100', LITTLE, { unit: { bed: 1 } }).program!.unit).toEqual({ bed: 1 })
    expect(compileFormula('rate > 0 ? 100 : 0', LITTLE, { unit: { bed: 1 } }).problems).toEqual([])
  })
})
