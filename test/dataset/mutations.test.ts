/** Whatever is done to a data folder, the answer is a dataset or located problems. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadDatasetOrProblems } from '../../src/dataset/load.js'
import { formatProblem } from '../../src/vocabulary/problems.js'
import { mutate, slips } from './slips.js'
import { TINY, withCopy } from './tiny-folder.js'

it('gives a dataset or located problems after any mutation', () => {
  withCopy((folder) => {
    const mend = (file: string) => writeFileSync(join(folder, file), readFileSync(join(TINY, file)))
    fc.assert(
      fc.property(slips, (mutations) => {
        for (const step of mutations) mutate(folder, step)
        const { dataset, problems } = loadDatasetOrProblems(folder)
        for (const { file } of mutations) mend(file)
        expect(dataset === undefined).toBe(problems.length > 0)
        for (const problem of problems) {
          expect(problem.where.file.startsWith(folder)).toBe(true)
          expect(formatProblem(problem)).not.toMatch(/undefined|NaN;|\[object/)
        }
        if (dataset) {
          const people = dataset.population.get(dataset.baseYear)!.values
          expect(people.every((persons) => persons >= 0)).toBe(true)
        }
      }),
      { numRuns: 350 },
    )
  })
})
