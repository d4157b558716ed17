/** A province by its name, and its places as both censuses counted them. */
import { describe, expect, it } from 'vitest'
import { chinaPlaces } from '../../../src/studies/new-region/china-tables.js'
import { choicesFor, decadeIn, isHeldOut } from '../../../src/studies/new-region/fit-region.js'
import { provinceOf } from '../../../src/studies/new-region/province.js'
import { regionCounts } from '../../../src/studies/new-region/region-counts.js'
import { closedFiles, openFiles, openTables } from '../../../src/studies/new-region/region-folder.js'
import { regionPlaces } from '../../../src/studies/new-region/region-places.js'
import { cohortAt } from '../../../src/vocabulary/dimensions.js'
import { type CitywardError, formatProblem } from '../../../src/vocabulary/problems.js'

const places = chinaPlaces()
const named = (text: string) => provinceOf(text, places).code

describe('a province', () => {
  it.each([
    ['43', '43'], ['430000', '43'], ['hunan', '43'], ['湖南', '43'], ['湖南省', '43'], ['Inner Mongolia', '15'], ['inner-mongolia', '15'],
    ['neimenggu', '15'], ['内蒙古', '15'], ['Shanxi', '14'], ['shaanxi', '61'], ['陕西', '61'], ['Xizang', '54'], ['宁夏', '64'],
  ])('is meant by %s', (text, code) => expect(named(text)).toBe(code)) // biome-ignore format: pairs read best as a paragraph

  it.each([
    ['Hunna', 'Hunan'],
    ['广冬', '广东省'],
    ['', undefined],
    ['Qwertyuiop', undefined],
  ])('is not %s', (text, meant) => {
    const problem = (() => {
      try {
        return named(text)
      } catch (error) {
        return (error as CitywardError).problems.map(formatProblem).join('')
      }
    })()
    expect(problem).toBe(
      `--province\n  Found no province "${text}"; expected one of 31 provinces, by code or by name in English or Chinese.${meant ? `\n  Did you mean ${meant}?` : ''}  [province-unknown]`,
    )
  })
})

describe('villages become towns', () => {
  it.each([
    ['31', 'place'],
    ['50', 'place'],
    ['46', 'region'],
    ['64', 'region'],
  ])('in %s at a pace of each %s', (code, choice) => {
    const own = regionPlaces(provinceOf(code, places), 'city', places)
    expect(choicesFor(own).reclassification).toBe(choice)
  })
})

describe('half of the places', () => {
  // 38 districts of Chongqing with a pace each would take many minutes; Sichuan's 21 prefectures have one
  it.each([
    ['31', true],
    ['50', false],
    ['51', true],
  ])('of %s are held out as a folder is made: %s', (code, held) => {
    expect(isHeldOut(regionPlaces(provinceOf(code, places), 'city', places))).toBe(held)
  })
})

describe('the tables of Ningxia', () => {
  const counts = regionCounts(provinceOf('64', places), places)
  const decade = decadeIn(new Map([...closedFiles(counts), ...openFiles(openTables(counts))]))

  // county volumes: 6,301,350 people in 2010 and 7,202,654 in 2020, of whom 4,678,654 in towns
  it('hold the people of both censuses, villagers apart, and load without a problem', () => {
    const heads = (people: Float64Array) => people.reduce((all, persons) => all + persons, 0)
    const { dims, before, after } = decade
    expect(heads(before.people)).toBe(6_301_350)
    expect(heads(after.people)).toBe(7_202_654)
    expect(heads(after.people.slice(cohortAt(dims, 1, 0, 0)))).toBe(4_678_654)
  })

  it('have five prefectures, with names in both languages', () => {
    expect(decade.cities.map(({ code, name }) => `${code} ${name.en} ${name.zh}`)).toEqual([
      '6401 Yinchuan 银川市',
      '6402 Shizuishan 石嘴山市',
      '6403 Wuzhong 吴忠市',
      '6404 Guyuan 固原市',
      '6405 Zhongwei 中卫市',
    ])
  })

  // printed for the end of 2020: 7,210,000 residents over 7,202,654 of the census
  it('move the census to the end of the year as it was printed', () => {
    expect(closedFiles(counts).get('data.yaml')).toContain('factor: 1.001019902')
  })
})
