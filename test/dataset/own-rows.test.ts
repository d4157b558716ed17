/** Tables by age with a row of the region and one of a city, whichever comes first. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import { withCopy } from './tiny-folder.js'

it.each([false, true])("takes a city's own row, the first of the two: %s", (ownFirst) => {
  const table = withCopy((folder) => {
    const file = join(folder, 'fertility.csv')
    const [head, region] = readFileSync(file, 'utf8').trim().split('\n')
    const own = region.replace(',T,', ',B,').replace(',0.1,', ',0.2,')
    writeFileSync(file, `${[head, ...(ownFirst ? [own, region] : [region, own])].join('\n')}\n`)
    return loadDataset(folder).fertility.get(2020)!
  })
  // [age, city], of the cities A and B
  expect([...table.values.subarray(40, 44)]).toEqual([0.1, 0.2, 0.1, 0.1])
})
