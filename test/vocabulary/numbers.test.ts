import { expect, it } from 'vitest'
import { howMany } from '../../src/vocabulary/numbers.js'

it.each([
  [0, '0 cities', '0 futures'],
  [1, '1 city', '1 future'],
  [2000, '2,000 cities', '2,000 futures'],
])('%i of something are told as one says it', (number, cities, futures) => {
  expect(howMany(number, 'city', 'cities')).toBe(cities)
  expect(howMany(number, 'future')).toBe(futures)
})
