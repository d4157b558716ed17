/**
 * `cityward calibrate`: fit the levels of moves to the two censuses of a data folder, and say how well; or, for a
 * scenario, how the odds of a target move under other fits.
 */
import { resolve } from 'node:path'
import { accountOf } from '../calibration/account.js'
import type { Decade } from '../calibration/decade.js'
import { calibrationFiles, fitFingerprint } from '../calibration/files.js'
import { levelResults } from '../calibration/results.js'
import { fitAsMade } from '../calibration/stages.js'
import { residualPicture } from '../report/charts/calibration-pictures.js'
import { residualCsv } from '../report/files/residual-csv.js'
import { drawTo } from '../report/files/svg.js'
import { alternativesText } from '../report/terminal/alternatives-page.js'
import { calibrationText } from '../report/terminal/calibration-page.js'
import { createProgress } from '../run/progress.js'
import { makeFolder, writeWhole } from '../store/write-file.js'
import { simulateAlternatives } from '../studies/alternative-fits.js'
import { decadeAt, heldValue, isDataFolder, townspeopleOf } from '../studies/calibration-inputs.js'
import type { Language } from '../vocabulary/language.js'
import { fail } from '../vocabulary/problems.js'
import { noticeEngine } from './progress-and-cancel.js'
import { said } from './screen.js'
import { print, printJson, widthOf } from './terminal.js'

export interface CalibrateOptions {
  /** Folder that calibration.csv and calibration-draws.csv are written to. */
  readonly out?: string
  /** Urban residents of cities by another count, `code=persons`. */
  readonly urban?: readonly string[]
  /** Live the scenario on other fits as well, in place of the page of the fit. */
  readonly alternatives?: boolean
  /** Target whose odds are asked for; the first of the scenario where absent. */
  readonly target?: string
  /** Uncertainties to hold, `name=value`, each an alternative of its own. */
  readonly hold?: readonly string[]
  readonly draws: number
  readonly json?: boolean
  /** Print what is left over by city, sex and age as CSV, in place of the page. */
  readonly csv?: boolean
  /** File for a picture of what is left over. */
  readonly svg?: string
  readonly lang: Language
}

/** Prints levels, what is left over, and where towns grew from. Returns the exit code. */
export async function calibrate(path: string, options: CalibrateOptions): Promise<number> {
  const { dataset, decade } = decadeAt(path)
  noticeEngine(undefined)
  const townspeople = townspeopleOf(decade, path, options.urban ?? [])
  if (options.alternatives) return printAlternatives(path, decade, townspeople, options)
  const fit = fitAsMade(decade, { townspeople })
  const page = {
    title: dataset.title,
    from: decade.from,
    to: decade.to,
    fingerprint: fitFingerprint(fit),
    cities: decade.cities,
    levels: levelResults(fit),
    account: accountOf(fit),
    settled: fit.minimum.settled,
  }
  if (options.out !== undefined) {
    makeFolder(options.out)
    for (const [name, text] of calibrationFiles(fit, page.levels))
      writeWhole(resolve(options.out, name), text)
  }
  if (options.svg !== undefined)
    await drawTo(options.svg, residualPicture(page, decade.region.name), options.lang)
  if (options.csv) print(residualCsv(decade.cities, page.account))
  else if (options.json) printJson(page)
  else print(calibrationText(page, options.lang, widthOf(process.stdout)))
  return 0
}

/** Odds under every alternative fit; the counts of `--urban` are one of them. Returns the exit code. */
function printAlternatives(
  path: string,
  decade: Decade,
  other: ReadonlyMap<number, number>,
  options: CalibrateOptions,
): number {
  if (isDataFolder(path)) {
    fail({
      code: 'scenario-missing',
      where: { file: path },
      found: '--alternatives for a data folder',
      expected: 'a scenario, whose target is lived on each fit',
    })
  }
  const progress = createProgress(process.stderr, said, 'fits')
  const page = simulateAlternatives(path, {
    decade,
    other,
    held: (options.hold ?? []).map((text) => heldValue(text, path)),
    target: options.target,
    draws: options.draws,
    onProgress: progress.show,
  })
  progress.clear()
  if (options.json) printJson(page)
  else print(alternativesText(page, options.lang, widthOf(process.stdout)))
  return 0
}
