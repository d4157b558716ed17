/** Designs as they are written on the command line: every word of every answer. */
import { expect, it } from 'vitest'
import { parseDesign } from '../../src/scenario/read/design-text.js'
import { CitywardError, formatProblem } from '../../src/vocabulary/problems.js'

function answerTo(text: string): string {
  try {
    return JSON.stringify(parseDesign(text))
  } catch (error) {
    if (!(error instanceof CitywardError)) throw error
    return error.problems.map(formatProblem).join('\n')
  }
}

it('names the designs there are, and the one that may be meant', () => {
  expect(answerTo('soboll')).toMatchInlineSnapshot(`
    "--design
      Found the design "soboll"; expected one of random, latin_hypercube, halton, sobol, plain_halton, plain_sobol, saltelli, morris, efast, factorial, fractional_factorial, one_at_a_time, or a CSV or Parquet file.
      Did you mean sobol?  [design-unknown]"
  `)
})

it('says which options belong to a design', () => {
  expect(answerTo('morris,resolution=4')).toMatchInlineSnapshot(`
    "--design
      Found the option resolution with the design morris; expected one of its own: levels, groups, trajectories, candidates.  [option-of-another-design]"
  `)
  expect(answerTo('random,levels=4')).toMatchInlineSnapshot(`
    "--design
      Found the option levels with the design random; expected no options.  [option-of-another-design]"
  `)
})

it('says what an option may be', () => {
  expect(answerTo('saltelli,scrambles=many')).toMatchInlineSnapshot(`
    "--design
      Found saltelli,scrambles=many (scrambles: Invalid input: expected number, received string); expected options of a design, such as saltelli,second_order,scrambles=8 or factorial,at=0.1/0.9,vary=rural_pace/return_pace.  [design-option-wrong]"
  `)
})

it('takes a file for a table', () => {
  expect(answerTo('mine.csv')).toBe('{"kind":"table","options":{"file":"mine.csv"}}')
})
