/** A run in memory as a table of Apache Arrow, by a copy of the package that the program brings: nothing here loads it. */
import { refuseArgument } from '../../vocabulary/wrong-argument.js'
import type { MemoryRun } from './in-memory.js'

// biome-ignore lint/suspicious/noExplicitAny: types of a package that is not there where nobody asks for it
type Any = any

/** What is used of `apache-arrow`: a function, and the class whose table it makes. */
export interface ArrowModule {
  readonly tableFromArrays: (columns: Any) => Any
  readonly Table: abstract new (...of: Any) => Any
}

/**
 * A row for every policy and draw, policies one after another: `policy`, `draw` (from 0), `input@<uncertainty>` and the outcomes,
 * named as in a run folder. What has no number is NaN, and no null.
 *
 * arrow  `await import('apache-arrow')`
 */
export function arrowTable<Arrow extends ArrowModule>(
  arrow: Arrow,
  { draws, inputs, policies }: MemoryRun,
): InstanceType<Arrow['Table']> {
  if (typeof arrow?.tableFromArrays !== 'function')
    refuseArgument('arrowTable', 'arrow', 'no tableFromArrays', "the module: await import('apache-arrow')")
  const names = Object.keys(policies)
  const outcomes = Object.keys(policies[names[0]]?.outcomes ?? {})
  const long = (of: (policy: string) => Float64Array) => {
    const column = new Float64Array(draws * names.length)
    for (const [at, name] of names.entries()) column.set(of(name), at * draws)
    return column
  }
  return arrow.tableFromArrays({
    policy: names.flatMap((name) => new Array<string>(draws).fill(name)),
    draw: Int32Array.from({ length: draws * names.length }, (_, row) => row % draws),
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, values]) => [`input@${name}`, long(() => values)]),
    ),
    ...Object.fromEntries(outcomes.map((name) => [name, long((policy) => policies[policy].outcomes[name])])),
  })
}
