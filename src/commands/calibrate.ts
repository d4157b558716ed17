/** `cityward calibrate`: fit the levels of moves to the two censuses of a data folder, and say how well. */
import { mkdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { accountOf } from '../calibration/account.js'
import { type Decade, decadeOf } from '../calibration/decade.js'
import { calibrationFiles, fingerprintOf } from '../calibration/files.js'
import { fitDecade } from '../calibration/fit.js'
import { levelResults } from '../calibration/results.js'
import type { Dataset } from '../dataset/dataset.js'
import { loadDataset } from '../dataset/load.js'
import { calibrationText } from '../report/calibration-page.js'
import { writeWhole } from '../store/write-file.js'
import { CitywardError, fail } from '../vocabulary/problems.js'
import type { Language } from '../vocabulary/quality.js'
import { loadPlan } from './load-plan.js'
import { widthOf } from './terminal.js'

export interface CalibrateOptions {
  /** Folder that calibration.csv and calibration-draws.csv are written to. */
  readonly out?: string
  /** Urban residents of cities by another count, `code=persons`. */
  readonly urban?: readonly string[]
  readonly json?: boolean
  readonly lang: Language
}

/** Prints levels, what is left over, and where towns grew from. Returns the exit code. */
export function calibrate(path: string, options: CalibrateOptions): number {
  const dataset = datasetOf(path)
  const { decade, problems } = decadeOf(dataset)
  if (!decade) throw new CitywardError(problems)
  const fit = fitDecade(decade, { townspeople: townspeopleOf(decade, path, options.urban ?? []) })
  const page = {
    title: dataset.title,
    from: decade.from,
    to: decade.to,
    fingerprint: fingerprintOf(fit),
    cities: decade.cities,
    levels: levelResults(fit),
    account: accountOf(fit),
    settled: fit.minimum.settled,
  }
  if (options.out !== undefined) {
    mkdirSync(options.out, { recursive: true })
    for (const [name, text] of calibrationFiles(fit, page.levels))
      writeWhole(resolve(options.out, name), text)
  }
  process.stdout.write(
    options.json
      ? `${JSON.stringify(page, undefined, 2)}\n`
      : calibrationText(page, options.lang, widthOf(process.stdout)),
  )
  return 0
}

/** The data folder itself, or that of a scenario. */
export function datasetOf(path: string): Dataset {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? !/\.ya?ml$/.test(path)
  return isFolder ? loadDataset(path) : loadPlan(path).dataset
}

function townspeopleOf(decade: Decade, file: string, counts: readonly string[]): Map<number, number> {
  return new Map(
    counts.map((text) => {
      const [code, persons] = text.split('=')
      const city = decade.cities.findIndex((one) => one.code === code)
      if (city >= 0 && Number(persons) > 0) return [city, Number(persons)]
      return fail({
        code: 'bad-urban-count',
        where: { file },
        found: `--urban ${text}`,
        expected: 'the code of a city and its urban residents, such as 4505=1082769',
      })
    }),
  )
}
