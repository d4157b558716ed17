/** Counties of a prefecture from one census to the other: by code, by name, and together where they were divided. */
import { expect, it } from 'vitest'
import { chinaCounties, chinaPlaces } from '../../../src/studies/new-region/china-tables.js'
import { followedCounties } from '../../../src/studies/new-region/followed-counties.js'
import { NATION, regionPlaces } from '../../../src/studies/new-region/region-places.js'

const of = (place: string) => {
  const [before, after] = [2010, 2020].map((year) => chinaCounties(place, year))
  const people = (counties: typeof before) =>
    counties.reduce((sum, { counted }) => sum + counted.population, 0)
  return { before: people(before), after: people(after), counties: followedCounties(place, before, after) }
}

it('keeps all people of both censuses, also where counties were founded and dissolved', () => {
  // Shijiazhuang lost Qiaodong and gained two zones; Handan lost a county to its districts and gained two zones
  for (const place of ['1301', '1304', '1402', '6401']) {
    const { before, after, counties } = of(place)
    const sum = (census: 0 | 1) => counties.reduce((all, { counted }) => all + counted[census].population, 0)
    expect([sum(0), sum(1)], place).toEqual([before, after])
  }
  expect(of('6401').counties.every(({ followed }) => followed)).toBe(true)
  expect(of('1301').counties.filter(({ followed }) => !followed).length).toBe(2)
})

it('gives the nation 31 provinces, its cities, and 2,989 counties', () => {
  const all = chinaPlaces()
  const at = (level: 'province' | 'city') => regionPlaces(NATION, level, all)
  expect(at('province').length).toBe(31)
  const cities = at('city')
  // 442 places of places.csv, less 86 districts of municipalities, and these four
  expect(cities.length).toBe(360)
  expect(cities.reduce((sum, { counted }) => sum + counted[1].population, 0)).toBe(1_409_778_724)
  const counties = regionPlaces(NATION, 'county', all)
  expect(counties.length).toBe(2989)
  expect(counties.reduce((sum, { counted }) => sum + counted[0].population, 0)).toBe(1_332_810_869)
  expect(new Set(counties.map(({ code }) => code)).size).toBe(2989)
})
