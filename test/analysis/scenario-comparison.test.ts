/** Which runs have the same draws: what a draw depends on, by design. */
import { expect, it } from 'vitest'
import { type ComparedRun, compareScenarios } from '../../src/analysis/scenario-comparison.js'
import type { Summary } from '../../src/analysis/summary.js'
import { HEADER, readerOf } from './small-run.js'

const uncertainty = (name: string) => ({ name, title: { en: name, zh: name } })

/** A run without targets, of a design over some uncertainties. */
function runOf(design: (typeof HEADER)['design'], names: readonly string[], draws = 64): ComparedRun {
  const header = { ...HEADER, design, seed: 7, uncertainties: names.map(uncertainty) }
  const policies = [{ name: 'plan', title: header.title, targets: [] }]
  const summary = { title: header.title, fingerprint: 'f', seed: 7, draws, policies } as unknown as Summary
  return { name: 'run', header, summary, reader: readerOf(64, {}) }
}

it.each([
  ['random draws, one more uncertainty', runOf('random', ['a', 'b']), runOf('random', ['a', 'b', 'c']), true],
  ['random draws, fewer of them', runOf('random', ['a']), runOf('random', ['a'], 32), true],
  ['points of Sobol, the same uncertainties', runOf('sobol', ['a', 'b']), runOf('sobol', ['a', 'b']), true],
  // the place of an uncertainty is its dimension
  [
    'points of Sobol, another uncertainty first',
    runOf('sobol', ['a', 'b']),
    runOf('sobol', ['c', 'a', 'b']),
    false,
  ],
  // cells are as many as draws
  ['a hypercube of other cells', runOf('latin_hypercube', ['a']), runOf('latin_hypercube', ['a'], 32), false],
])('%s', async (_, one, other, same) => {
  const { scenarios } = await compareScenarios([one, other])
  expect(scenarios.map(({ sameDraws }) => sameDraws)).toEqual([true, same])
})
