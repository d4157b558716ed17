/** Plans and data folders that come with cityward, loaded once for all files of tests in a process: nothing changes them. */
import { resolve } from 'node:path'
import { loadDataset } from '../../src/dataset/load.js'
import { loadPlan } from '../../src/studies/load-plan.js'

export const shippedPlan = once(loadPlan)
export const shippedDataset = once(loadDataset)

function once<Loaded>(load: (file: string) => Loaded): (file: string) => Loaded {
  const known = new Map<string, Loaded>()
  return (file) => {
    const path = resolve(file)
    const loaded = known.get(path) ?? load(file)
    known.set(path, loaded)
    return loaded
  }
}
