/** `cityward backtest`: how well a fit to half of the cities forecasts the others, beside simple lines. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scoresOf } from '../calibration/backtest.js'
import { backtestCsv, recordedRows, withRecorded } from '../calibration/backtest-file.js'
import { heldOutForecasts, LEAST_CITIES } from '../calibration/held-out.js'
import { heldOutPicture } from '../report/charts/calibration-pictures.js'
import { drawTo } from '../report/files/svg.js'
import { backtestText } from '../report/terminal/backtest-page.js'
import { makeFolder, writeWhole } from '../store/write-file.js'
import { decadeAt, townspeopleOf } from '../studies/calibration-inputs.js'
import type { Language } from '../vocabulary/language.js'
import { fail } from '../vocabulary/problems.js'
import { noticeEngine } from './progress-and-cancel.js'
import { print, printJson, widthOf } from './terminal.js'

export interface BacktestOptions {
  readonly draws: number
  readonly seed: number
  /** Folder that backtest.csv is written to. */
  readonly out?: string
  /** Urban residents of cities by another count, `code=persons`. */
  readonly urban?: readonly string[]
  readonly json?: boolean
  /** File for a picture of the errors. */
  readonly svg?: string
  readonly lang: Language
}

/** Prints the scores and every forecast, and draws their errors where that is asked. Returns the exit code. */
export async function backtest(path: string, options: BacktestOptions): Promise<number> {
  const { dataset, decade } = decadeAt(path)
  if (decade.dims.cities < LEAST_CITIES) {
    fail({
      code: 'cities-few',
      where: { file: path },
      found: `${decade.dims.cities} cities`,
      expected: `at least ${LEAST_CITIES}, two to fit and two to forecast in each half`,
    })
  }
  noticeEngine(undefined)
  const forecasts = heldOutForecasts(decade, {
    ...options,
    townspeople: townspeopleOf(decade, path, options.urban ?? []),
  })
  const { title } = dataset
  const { from, to, cities } = decade
  const page = { title, from, to, cities, forecasts, scores: scoresOf(forecasts) }
  if (options.out !== undefined) {
    makeFolder(options.out)
    const file = join(options.out, 'backtest.csv')
    const kept = existsSync(file) ? recordedRows(readFileSync(file, 'utf8')) : []
    writeWhole(file, withRecorded(backtestCsv(page.scores, from, to), kept))
  }
  if (options.svg !== undefined)
    await drawTo(options.svg, heldOutPicture(page, dataset.region.name), options.lang)
  const json = { ...page, forecasts: forecasts.map(({ drawn, ...one }) => ({ ...one, drawn: [...drawn] })) }
  if (options.json) printJson(json, 1)
  else print(backtestText(page, options.lang, widthOf(process.stdout)))
  return 0
}
