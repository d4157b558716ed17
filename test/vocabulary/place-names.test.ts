import { describe, expect, it } from 'vitest'
import { placeNamed } from '../../src/vocabulary/place-names.js'

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
    expect(placeNamed(PLACES, text)).toBe(index)
  })
})
