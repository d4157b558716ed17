/** `cityward query` on a run of the built command line: lists and structs on the screen, as CSV and as JSON. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cityward, TINY, temporary } from './cityward.js'

const run = join(temporary(), 'run')
cityward('run', TINY, '--draws', '20', '--quiet', '--out', run)

const NESTED =
  "select 'a' as name, list(x / 3.0) as many, {'low': 1, 'high': 2.5} as pair from range(40) t(x)"

it('shows the first few of a list, seven digits each, in one line', () => {
  const { code, out } = cityward('query', run, NESTED)
  expect(code).toBe(0)
  expect(out).toContain('[0, 0.3333333, 0.6666667, 1, 1.333333, 1.666667, ... 34 more]')
  expect(out).toContain('{low: 1, high: 2.5}')
  expect(out.trimEnd().split('\n')).toHaveLength(3)
})

it('gives lists as lists in JSON, and whole in CSV', () => {
  const [row] = JSON.parse(cityward('query', run, NESTED, '--json').out)
  expect(row.many).toHaveLength(40)
  expect(row.many[1]).toBe(1 / 3)
  expect(row.pair).toEqual({ low: 1, high: 2.5 })
  expect(cityward('query', run, NESTED, '--csv').out).toContain('"[0,0.3333333333333333,')
})

it('keeps plain columns as they are', () => {
  const { out } = cityward('query', run, 'select count(*) as rows, max(draw) as last from outcomes', '--csv')
  expect(out).toBe('rows,last\n40,19\n')
})
