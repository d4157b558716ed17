/** Slips in a scenario file, at random: of a hand on the keys, of lines moved about, of values of another kind. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { TINY } from '../scenario/tiny-scenario.js'

const CHILD = `extends: base.yaml
title: { en: A child, zh: 子情景 }
uncertainties:
  pace:
    distribution: { kind: lognormal, median: 1, sigma: 0.2 }
correlations:
  - { between: [on_time, pace], rank: -0.2 }
policies:
  twice: { title: { en: Twice, zh: 加倍 }, set: { schools: 2 } }
population:
  levels:
    reclassification: { by_year: { 2021: 0.01, 2022: 0 }, between: hold }
    arrivals: { total: 10, share_by: data(school_places) }
    attraction: { by_city: { Alpha: 0.1, others: pace } }
  schedules: { city_to_city: null }
services:
  school_places:
    programmes:
      new_schools: { starts: { 2021: null, 2023: 4 }, share_by: null, by_city: { A: 1, 乙: 2 } }
targets:
  - { id: one-hour, threshold: 2 }
  - { id: places, indicator: places_short, comparator: at_most, threshold: 0, year: 2022 }
`
const TEMPLATE = readFileSync('fixtures/template-scenario.yaml', 'utf8')
/** Scenarios that are plans as they are. */
export const GOOD = [TINY, CHILD, TEMPLATE]

const ODD = [
  ...['', '-1', '0', '1e999', '.nan', '-.inf', '1e308', '0x10', '007', '2020', '2023.5', '1,000', '40%'],
  ...['"', "'", '[', ']', '{', '}', '{}', '[]', ':', '- ', '#', '&a', '*a', '!!set', '|', '>', '?', '<<: *a'],
  ...['null', '~', 'yes', 'true', '__proto__', 'constructor', 'by_year', 'by_city', 'others', 'no_action'],
  ...[
    'people(urban)',
    'data(beds)',
    'pace',
    'schools / 0',
    'at(2021,',
    'log(-1)',
    'sum(1)',
    'A',
    '甲',
    'Beta',
  ],
  ...[
    '\t',
    '\r\n',
    '\u0000',
    '\u00a0',
    '\u2028',
    '\ud800',
    '\ud83d\ude00',
    '２',
    '9'.repeat(400),
    '('.repeat(80),
  ],
]

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)
const KINDS = [
  'write over',
  'cut out',
  'delete',
  'double',
  'swap',
  'indent',
  'value',
  'key',
  'number',
  'word',
]
const mutation = fc.record({
  kind: fc.constantFrom(...KINDS),
  line: fc.nat(),
  other: fc.nat(),
  column: fc.nat(80),
  length: fc.nat(12),
  text,
})
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never

/** One slip: of a hand on the keys, of lines moved about, or of a value of another kind. */
export function mutate(
  lines: string[],
  { kind, line, other, column, length, text: put }: Mutation,
): string[] {
  const at = line % lines.length
  const to = other % lines.length
  const own = lines[at]
  const write = (changed: string) => lines.with(at, changed)
  if (kind === 'write over') return write(own.slice(0, column) + put + own.slice(column + length))
  if (kind === 'cut out') return write(own.slice(0, column) + own.slice(column + length))
  if (kind === 'delete') return lines.toSpliced(at, 1 + (length % 3))
  if (kind === 'double') return lines.toSpliced(to, 0, own)
  if (kind === 'swap') return write(lines[to]).with(to, own)
  if (kind === 'indent') return write(' '.repeat(length) + own.trimStart())
  if (kind === 'value') return write(own.replace(/: [^{]*$/, () => `: ${put}`))
  if (kind === 'key') return write(own.replace(/\w+:/, () => `${put}:`))
  if (kind === 'number') return write(nth(own, /\d+(?:\.\d+)?/g, column, put))
  return write(nth(own, /\w+/g, column, put))
}

/** One of the scenarios, and what is done to it. */
export const slips = fc.tuple(fc.constantFrom(...GOOD), fc.array(mutation, { minLength: 1, maxLength: 3 }))

/** A text with one of the places that match replaced. */
function nth(whole: string, pattern: RegExp, index: number, put: string): string {
  const places = [...whole.matchAll(pattern)]
  if (places.length === 0) return whole
  const { index: start, 0: found } = places[index % places.length]
  return whole.slice(0, start) + put + whole.slice(start + found.length)
}
