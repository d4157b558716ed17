import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JointChange, joinChanges } from '../../src/scenario/compare/joint-changes.js'
import type { Problem } from '../../src/vocabulary/problems.js'

const problem: Problem = {
  code: 'name-unknown',
  where: { file: 'plan.yaml' },
  found: 'a name',
  expected: 'another',
}
const single = (...names: string[]): JointChange[] => names.map((name) => ({ changes: [name] }))

/** Each of these needs the other: [formula, uncertainty]. */
type Need = readonly [string, string]
const needing = (needs: readonly Need[]) => (made: readonly JointChange[]) => {
  const names = new Set(made.flatMap(({ changes }) => changes))
  return needs.some(([one, other]) => names.has(one) && !names.has(other)) ? problem : undefined
}

describe('joinChanges', () => {
  it('joins a formula with the uncertainty that it names, and nothing else', () => {
    const all = single('delay', 'beds', 'line', 'pace')
    const joined = joinChanges(all, [all[2]], needing([['line', 'delay']]))
    expect(joined).toEqual([{ changes: ['delay', 'line'], because: problem }, ...single('beds', 'pace')])
  })

  it('finds who is at fault among many', () => {
    const all = single('a', 'b', 'c', 'd', 'e')
    const joined = joinChanges(all, all.slice(0, 4), needing([['b', 'e']]))
    expect(joined.map(({ changes }) => changes)).toEqual([['a'], ['b', 'e'], ['c'], ['d']])
  })

  it('leaves out what is kept only by the order of asking', () => {
    // a needs nothing, b needs a: joining c with d takes neither, though b holds a at first
    const all = single('a', 'b', 'c', 'd')
    const joined = joinChanges(all, [all[2]], needing([['b', 'a'], ['c', 'd']])) // biome-ignore format: pairs
    expect(joined.map(({ changes }) => changes)).toEqual([['a'], ['b'], ['c', 'd']])
  })

  it('comes to changes of which any can be made, whatever needs what', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const name = fc.constantFrom(...names)
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 6 }), (needs) => {
        const problemOf = needing(needs)
        let all = single(...names)
        const coalitions = (of: readonly JointChange[]) =>
          Array.from({ length: 2 ** of.length }, (_, bits) => of.filter((_, at) => (bits >> at) & 1))
        for (let wrong = coalitions(all).find(problemOf); wrong; wrong = coalitions(all).find(problemOf)) {
          const joined = joinChanges(all, wrong, problemOf)
          expect(joined.length).toBeLessThan(all.length)
          all = joined
        }
        expect(all.flatMap(({ changes }) => changes).sort()).toEqual(names)
      }),
    )
  })
})
