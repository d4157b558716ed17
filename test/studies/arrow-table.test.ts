/** A run in memory as an Arrow table: read back by Arrow itself from its stream, and held against the typed arrays. */
import * as arrow from 'apache-arrow'
import { expect, it } from 'vitest'
import { arrowTable } from '../../src/studies/futures/arrow-table.js'
import { simulateInMemory } from '../../src/studies/futures/in-memory.js'
import { loadPlan } from '../../src/studies/load-plan.js'

it('has a row for every policy and draw, with the numbers of the run', async () => {
  const run = await simulateInMemory(loadPlan('fixtures/cases/tiny.yaml').plan, { draws: 5 })
  const table = arrowTable(arrow, run)
  const read = arrow.tableFromIPC(arrow.tableToIPC(table))
  expect(read.numRows).toBe(10)
  expect(Array.from({ length: 10 }, (_, row) => read.getChild('policy')?.get(row))).toEqual([
    ...new Array<string>(5).fill('no_action'),
    ...new Array<string>(5).fill('build'),
  ])
  expect(Array.from(read.getChild('draw')?.toArray() ?? [])).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4])
  const both = [...run.inputs['pace'], ...run.inputs['pace']]
  expect(Array.from(read.getChild('input@pace')?.toArray() ?? [])).toEqual(both)
  const names = Object.keys(run.policies['build'].outcomes)
  expect(read.schema.fields).toHaveLength(2 + 2 + names.length)
  for (const name of names) {
    const values = [...run.policies['no_action'].outcomes[name], ...run.policies['build'].outcomes[name]]
    expect(Array.from(read.getChild(name)?.toArray() ?? [])).toEqual(values)
  }
})
