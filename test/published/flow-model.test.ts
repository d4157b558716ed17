/** Moves between 17 Korean provinces in 2017: Poisson regressions against those of R (glm). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fitFlows } from '../../src/library/demography.js'

const read = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../fixtures/published', name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(','))
const pairs = read('korea-flows-2017.csv')
const expected = new Map(
  read('korea-flows-expected.csv').map(([model, term, estimate, error]) => [
    `${model} ${term}`,
    [Number(estimate), Number(error)],
  ]),
)
const places = [...new Set(pairs.map(([from]) => from))]
const table = (value: (pair: readonly string[]) => number) => {
  const matrix = places.map(() => places.map(() => Number.NaN))
  for (const pair of pairs) matrix[places.indexOf(pair[0])][places.indexOf(pair[1])] = value(pair)
  return matrix
}
const column = (at: number) => (pair: readonly string[]) => Number(pair[at])
const logOf = (at: number) => (pair: readonly string[]) => Math.log(Number(pair[at]))
const flows = table(column(2))
const of = {
  'log(people_from)': table(logOf(5)),
  'log(people_to)': table(logOf(6)),
  'log(km)': table(logOf(3)),
  touch: table(column(4)),
}
const { 'log(people_from)': _, ...ofDestinations } = of

describe.each([
  ['origins', 'apart', ofDestinations],
  ['plain', 'together', of],
] as const)('flows with a term for %s', (name, origins, covariates) => {
  const model = fitFlows(flows, covariates, { origins })

  it('have the coefficients and errors of glm', () => {
    for (const [term, { estimate, error }] of Object.entries(model.coefficients)) {
      const [value, deviation] = expected.get(`${name} ${term}`)!
      expect(Math.abs(estimate / value - 1), term).toBeLessThan(1e-9)
      expect(Math.abs(error / deviation - 1), term).toBeLessThan(1e-6)
    }
  })

  it('have its deviances, and the share of flows put right', () => {
    const [put, deviance, least] = ['put right', 'deviance', 'null deviance'].map(
      (term) => expected.get(`${name} ${term}`)![0],
    )
    expect(model.putRight).toBeCloseTo(put, 10)
    expect(Math.abs(model.deviance / deviance - 1)).toBeLessThan(1e-9)
    expect(Math.abs(model.nullDeviance / least - 1)).toBeLessThan(1e-9)
    expect(model.explained).toBeCloseTo(1 - deviance / least, 10)
  })
})

it('keeps the people who leave each place', () => {
  const { fitted } = fitFlows(flows, ofDestinations)
  fitted.forEach((row, from) => {
    const left = flows[from].reduce((sum, persons, to) => (to === from ? sum : sum + persons), 0)
    expect(row.reduce((sum, persons) => sum + persons, 0) / left).toBeCloseTo(1, 12)
  })
})
