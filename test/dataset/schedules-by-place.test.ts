/** schedules.csv with a column `code`: rows of the region, rows of cities, and every word of what is wrong. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { decadeOf } from '../../src/calibration/decade.js'
import { loadDataset } from '../../src/dataset/load.js'
import { answerTo, withCopy } from './tiny-folder.js'

/** The rows of fixtures/tiny with a code behind each name. */
function withCodes<T>(rows: (tiny: readonly string[]) => readonly string[], use: (folder: string) => T): T {
  return withCopy((folder) => {
    const file = join(folder, 'schedules.csv')
    const [head, ...tiny] = readFileSync(file, 'utf8').trim().split('\n')
    writeFileSync(file, `${[head.replace('name', 'name,code'), ...rows(tiny)].join('\n')}\n`)
    return use(folder)
  })
}
const of = (code: string) => (row: string) => row.replace(/^(\w+),/, `$1,${code},`)
const [male, female] = [0, 1]
/** `flat` of B is the schedule of Rogers and Castro; the region's stands for A. */
const mixed = (tiny: readonly string[]) => [
  ...tiny.map(of('T')),
  ...tiny.slice(2, 4).map((row) => of('B')(row.replace('rogers_castro', 'flat'))),
]

it('reads schedules of the region as one for all places', () => {
  const { schedules } = withCodes((tiny) => tiny.map(of('T')), loadDataset)
  const plain = loadDataset('fixtures/tiny').schedules
  for (const [name, { values }] of plain) expect(schedules.get(name)!.values).toEqual(values)
})

it("lets a city's own rows win over the region's", () => {
  const { schedules, dims } = withCodes(mixed, loadDataset)
  const [flat, rogers] = ['flat', 'rogers_castro'].map((name) => schedules.get(name)!.values)
  expect(flat.length).toBe(2 * dims.ages * 2)
  expect(rogers.length).toBe(2 * dims.ages)
  for (const sex of [male, female])
    for (const age of [0, 20, 100]) {
      const shape = sex * dims.ages + age
      expect(flat[shape * 2]).toBe(loadDataset('fixtures/tiny').schedules.get('flat')!.values[shape])
      expect(flat[shape * 2 + 1]).toBe(rogers[shape])
    }
})

it.each([
  [
    'a city without rows where the region has none',
    (tiny: readonly string[]) => [...tiny.slice(2).map(of('T')), ...tiny.slice(0, 2).map(of('A'))],
    `data/schedules.csv
  Found no row for flat, B, male; flat, B, female; expected one for each name, code and sex.  [rows-missing]`,
  ],
  [
    'a sum of a place',
    (tiny: readonly string[]) =>
      mixed(tiny).map((row) => (row.startsWith('flat,B,male') ? row.replace(/,0\.\d+/, ',0.5') : row)),
    /Found a sum of [\d.]+ over the ages of "flat" in B, male; expected a sum of 1/,
  ],
  [
    'a place that is none',
    (tiny: readonly string[]) => tiny.map(of('C')),
    /data\/schedules.csv:2:6 {2}column code\n {2}Found the place "C" \(and on 5 more lines\); expected the region T or a city code: A and B\./,
  ],
])('answers %s', (_, rows, answer) => {
  const found = withCodes(rows, answerTo)
  if (typeof answer === 'string') expect(found).toBe(answer)
  else expect(found).toMatch(answer)
})

it('is nothing that a fit can bend', () => {
  const arrivals = (tiny: readonly string[]) => [
    ...tiny.slice(0, 4).map(of('T')),
    ...tiny.slice(4).flatMap((row) => ['A', 'B'].map((code) => of(code)(row))),
  ]
  const { problems } = decadeOf(withCodes(arrivals, loadDataset))
  expect(problems.find(({ code }) => code === 'schedule-by-place')).toMatchObject({
    found: 'a schedule arrivals by place',
    expected: 'one for all places, which a fit can bend',
  })
})
