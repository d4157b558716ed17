/** What a fit to two censuses is made from: a data folder, counts that take the place of its own, held uncertainties. */
import { statSync } from 'node:fs'
import { type Decade, decadeOf } from '../calibration/decade.js'
import type { Dataset } from '../dataset/dataset.js'
import { loadDataset } from '../dataset/load.js'
import { CitywardError, fail } from '../vocabulary/problems.js'
import { loadPlan } from './load-plan.js'

export const isDataFolder = (path: string) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? !/\.ya?ml$/.test(path)

/**
 * The data folder at a path, or that of the scenario at it, and what happened between its two latest censuses.
 * Throws CitywardError for what is wrong in the files, and where there are no two censuses to compare.
 */
export function decadeAt(path: string): { readonly dataset: Dataset; readonly decade: Decade } {
  const dataset = isDataFolder(path) ? loadDataset(path) : loadPlan(path).dataset
  const { decade, problems } = decadeOf(dataset)
  if (!decade) throw new CitywardError(problems)
  return { dataset, decade }
}

/** Urban residents by index of city, from texts such as `4505=1082769`. */
export function townspeopleOf(decade: Decade, file: string, counts: readonly string[]): Map<number, number> {
  return new Map(
    counts.map((text) => {
      const [code, persons] = text.split('=')
      const city = decade.cities.findIndex((one) => one.code === code)
      if (city >= 0 && Number(persons) > 0) return [city, Number(persons)]
      return fail({
        code: 'urban-count-wrong',
        where: { file },
        found: `--urban ${text}`,
        expected: 'the code of a city and its urban residents, such as 4505=1082769',
      })
    }),
  )
}

/** An uncertainty and its value, from a text such as `reclassification_pace=0`. */
export function heldValue(text: string, file: string): readonly [name: string, value: number] {
  const [name, value] = text.split('=')
  if (value !== undefined && value.trim() !== '' && Number.isFinite(Number(value)))
    return [name, Number(value)]
  return fail({
    code: 'hold-wrong',
    where: { file },
    found: `--hold ${text}`,
    expected: 'the name of an uncertainty and a number, such as reclassification_pace=0',
  })
}
