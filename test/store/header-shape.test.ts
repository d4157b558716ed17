/** Headers of made-up runs: each field that a command relies on is there, of its kind, and names what is there. */
import { describe, expect, it } from 'vitest'
import type { RunHeader } from '../../src/results/run-header.js'
import { isHeader } from '../../src/store/header-shape.js'
import { header } from './made-run.js'

/** As it is read from a file. */
const read = () => JSON.parse(JSON.stringify(header)) as RunHeader
type Fields = Record<string, never>

describe('a header', () => {
  it('that cityward wrote is one', () => {
    expect(isHeader(read())).toBe(true)
  })

  it.each<[string, (header: Fields) => object]>([
    ['without a title', ({ title: _, ...others }) => others],
    ['with half a title', (header) => ({ ...header, title: { en: 'One language' } })],
    ['with a policy that is null', (header) => ({ ...header, policies: [null, ...header['policies']] })],
    ['with a column that is a number', (header) => ({ ...header, outcomes: [0.5, ...header['outcomes']] })],
    ['with places that are no list', (header) => ({ ...header, places: { length: 1 } })],
    ['with a year in words', (header) => ({ ...header, years: ['2020'] })],
    ['with fewer principal values than columns', (header) => ({ ...header, principal: [[1], [1]] })],
    ['without denominators of its policies', (header) => ({ ...header, denominators: [] })],
    ['with columns of a place that is none', (header) => ({ ...header, places: header['places'][0] })],
    ['whose targets are of no indicator', (header) => ({ ...header, indicators: [] })],
    ['without a design', ({ design: _, ...others }) => others],
    ['of a design without a kind', (header) => ({ ...header, design: {} })],
    ['that is a list', () => []],
  ])('%s is none', (_, change) => {
    expect(isHeader(change(read() as unknown as Fields) as RunHeader)).toBe(false)
  })
})
