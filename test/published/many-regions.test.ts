/** Slovenia and the rest of Yugoslavia, 1961: the standard worked example of a population of two regions. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  growthRatio,
  type Matrix,
  matrixProduct,
  solve,
  stateTransition,
} from '../../src/math/state-transition.js'

const [header, ...rows] = readFileSync(
  join(import.meta.dirname, '../../fixtures/published/yugoslavia-1961.csv'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => line.split(','))
const column = (name: string) => rows.map((row) => Number(row[header.indexOf(name)]))
const pair = (name: string) => [column(`${name}_slovenia`), column(`${name}_rest`)]
const [deaths, births, moves] = [pair('deaths'), pair('births'), pair('moves')]
const groups = rows.length
const unit = [
  [1, 0],
  [0, 1],
]
const combine = (a: Matrix, b: Matrix, factor: number) =>
  a.map((row, i) => row.map((value, j) => (value + b[i][j]) * factor))

/** Five years' rates of a group; columns are where people come from. */
const ratesOf = (group: number) => [
  [5 * (deaths[0][group] + moves[0][group]), -5 * moves[1][group]],
  [-5 * moves[0][group], 5 * (deaths[1][group] + moves[1][group])],
]

/** The growth matrix of ages by region, as Willekens and Rogers (1978) set it up: no one outlives the last group. */
function growthMatrix(): number[][] {
  const stay = rows.map((_, group) => stateTransition(ratesOf(group)))
  const alive: number[][][] = [unit]
  for (let group = 0; group < groups - 1; group++) alive.push(matrixProduct(stay[group], alive[group]))
  const lived = alive.map((at, group) =>
    group < groups - 1
      ? combine(at, alive[group + 1], 2.5)
      : solve(
          ratesOf(group).map((row) => row.map((rate) => rate / 5)),
          at,
        ),
  )
  const matrix = Array.from({ length: 2 * groups }, () => new Array<number>(2 * groups).fill(0))
  for (let group = 0; group < groups - 1; group++) {
    const survival = matrixProduct(lived[group + 1], solve(lived[group], unit))
    const fertility = (at: number) => [
      [births[0][at], 0],
      [0, births[1][at]],
    ]
    const later = matrixProduct(fertility(group + 1), survival)
    const infants = matrixProduct(combine(stay[0], unit, 1.25), combine(fertility(group), later, 1))
    for (const i of [0, 1]) {
      for (const j of [0, 1]) {
        matrix[i][2 * group + j] = infants[i][j]
        matrix[2 * (group + 1) + i][2 * group + j] = survival[i][j]
      }
    }
  }
  return matrix
}

describe('two regions, as published by Willekens and Rogers (1978)', () => {
  it('have the published shares of those who stay and move in five years', () => {
    const [stays, moved] = [pair('stay'), pair('move')]
    for (let group = 0; group < groups - 1; group++) {
      const found = stateTransition(ratesOf(group))
      // Printed to four digits after the leading zeros.
      expect(Math.abs(found[0][0] - stays[0][group])).toBeLessThanOrEqual(5.1e-5)
      expect(Math.abs(found[1][1] - stays[1][group])).toBeLessThanOrEqual(5.1e-5)
      expect(Math.abs(found[1][0] - moved[0][group])).toBeLessThan(2e-5)
      expect(Math.abs(found[0][1] - moved[1][group])).toBeLessThan(2e-5)
    }
  })

  it('have the published people in 2001, within what rates of six decimals allow', () => {
    const matrix = growthMatrix()
    const [first, second] = pair('people_1961')
    let people: number[][] = first.flatMap((persons, group) => [[persons], [second[group]]])
    for (let step = 0; step < 8; step++) people = matrixProduct(matrix, people)
    const expected = pair('people_2001')
    people.forEach(([persons], cell) => {
      const published = expected[cell % 2][Math.floor(cell / 2)]
      expect(Math.abs(persons / published - 1)).toBeLessThan(1e-4)
    })
  })

  it('grow at the published stable rate of 0.006099 a year, a ratio of 1.030966 in five', () => {
    const ratio = growthRatio(growthMatrix())
    expect(Math.abs(ratio - 1.030966)).toBeLessThan(5e-6)
    expect(Math.abs(Math.log(ratio) / 5 - 0.006099)).toBeLessThan(1e-6)
  })
})
