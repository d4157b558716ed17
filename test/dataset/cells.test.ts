import { expect, it } from 'vitest'
import { numberOf } from '../../src/dataset/reading/number-ranges.js'

it.each([
  ['0', 0],
  ['-1.5', -1.5],
  ['+2', 2],
  ['.5', 0.5],
  ['1e-3', 0.001],
  ['1E3', 1000],
  ['007', 7],
])('takes %s for a number', (text, value) => {
  expect(numberOf(text)).toBe(value)
})

it.each([
  '',
  '-',
  '0x10',
  '0B1',
  '0o7',
  'Infinity',
  '1e999',
  '1,000',
  '1 000',
  '57%',
  '１２',
  'NaN',
  '1_000',
  '2020-11-01',
])('does not take "%s" for a number', (text) => {
  expect(numberOf(text)).toBeNaN()
})
