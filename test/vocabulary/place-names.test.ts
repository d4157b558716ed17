import { describe, expect, it } from 'vitest'
import { codeWithZeros, placesNamed, toldApart } from '../../src/vocabulary/place-names.js'

const PLACES = [
  { code: '45', name: { en: 'Guangxi', zh: '广西壮族自治区' } },
  { code: '4501', name: { en: 'Nanning', zh: '南宁市' } },
  { code: '4502', name: { en: 'Liuzhou', zh: '柳州' } },
] // biome-ignore format: one line a place

describe('a place', () => {
  it.each([
    ['by its code', '4501', 1],
    ['by its English name', 'Nanning', 1],
    ['by its English name in any case', 'nanNING', 1],
    ['by its Chinese name', '南宁市', 1],
    ['by its Chinese name without 市', '南宁', 1],
    ['by its Chinese name with a 市 that the folder leaves out', '柳州市', 2],
    ['that is the region', 'guangxi', 0],
    ['by no part of its name', '广西', -1],
    ['by no slip of it', 'Naning', -1],
    ['by nothing', '', -1],
    ['by 市 alone', '市', -1],
  ])('is found %s', (_, text, index) => {
    expect(placesNamed(PLACES, text)).toEqual(index < 0 ? [] : [index])
  })
})

// two districts of Jiangsu and two cities, Fuzhou of Fujian and Fuzhou of Jiangxi; the last is called like the code of another
const DOUBLED = [
  { code: '3201', name: { en: 'Gulou', zh: '鼓楼区' } },
  { code: '3203', name: { en: 'gulou', zh: '鼓楼区' } },
  { code: '3501', name: { en: 'Fuzhou', zh: '福州市' } },
  { code: '3610', name: { en: 'Fuzhou', zh: '抚州市' } },
  { code: '0101', name: { en: '3201', zh: '甲' } },
] // biome-ignore format: one line a place

describe('places of one name', () => {
  it.each([
    ['have a code each', '3203', [1]],
    ['are all meant by the name', 'Gulou', [0, 1]],
    ['are told apart in the language that has two names', '抚州', [3]],
    ['give way to a code that is the same text', '3201', [0]],
  ])('%s', (_, text, indices) => {
    expect(placesNamed(DOUBLED, text)).toEqual(indices)
    expect(placesNamed(toldApart(DOUBLED), text)).toEqual(indices)
  })

  it('show their code, in the language in which they are the same', () => {
    expect(toldApart(DOUBLED).map(({ name }) => name)).toEqual([
      { en: 'Gulou (3201)', zh: '鼓楼区（3201）' },
      { en: 'gulou (3203)', zh: '鼓楼区（3203）' },
      { en: 'Fuzhou (3501)', zh: '福州市' },
      { en: 'Fuzhou (3610)', zh: '抚州市' },
      { en: '3201', zh: '甲' },
    ])
    expect(placesNamed(toldApart(DOUBLED), 'gulou (3203)')).toEqual([1])
  })

  it('are one where a region is its own only city', () => {
    expect(placesNamed([PLACES[1], PLACES[1]], 'Nanning')).toEqual([0])
  })
})

it('knows the code that YAML has read as a number', () => {
  expect(codeWithZeros(DOUBLED, '101')).toBe('0101')
  expect(codeWithZeros(DOUBLED, '3201')).toBeUndefined()
})
