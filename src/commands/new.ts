/** `cityward new`: a commented starting scenario and a data folder, to fill in, of a province, or from totals. */
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { chineseGuide, provinceText } from '../report/words/new/project.js'
import { totalsText, totalsWords } from '../report/words/new/totals.js'
import { createProgress } from '../run/progress.js'
import { diskProblem, makeFolder, writeWhole } from '../store/write-file.js'
import { totalsGuides, totalsTemplate } from '../studies/from-totals/guide.js'
import { fromTotals } from '../studies/from-totals/new-from-totals.js'
import type { PlaceLevel } from '../studies/new-region/levels.js'
import { type AskedRegion, type NewRegionProgress, newRegion } from '../studies/new-region/new-region.js'
import { packagePath } from '../studies/new-region/package-folder.js'
import type { Language } from '../vocabulary/language.js'
import { fail } from '../vocabulary/problems.js'
import { noticeEngine } from './progress-and-cancel.js'
import { said } from './screen.js'
import { print, printAside } from './terminal.js'

/** Templates of places without registration. */
type NewForm = 'moves' | 'net-migration' | 'rural-urban'

export interface NewOptions {
  /** Code or name of a province of China, whose censuses fill the folder. */
  readonly province?: string
  /** All provinces together. */
  readonly nation?: true
  /** What its places are: cities where it is left out. */
  readonly level?: PlaceLevel
  /** A table of totals of places; true: one to fill in is written. */
  readonly totals?: string | true
  /** The province or data folder that people between totals are taken from. */
  readonly pattern?: string
  /** A template without registration. */
  readonly form?: NewForm
  readonly lang: Language
}

/** Writes the folder and says what to do next. Returns the exit code; never writes over anything. */
export function newProject(folder: string, options: NewOptions): number {
  if (existsSync(folder)) {
    fail({
      code: 'file-already-there',
      where: { file: folder },
      found: 'a file or folder of this name',
      expected: 'a name that is free',
      hint: 'Nothing was written.',
    })
  }
  const { province: asked, nation, level, totals, pattern, form, lang } = options
  const isChina = asked !== undefined || nation
  if (pattern !== undefined && typeof totals !== 'string')
    refusePattern('--pattern', '--pattern without a table', '--totals FILE')
  if (level !== undefined && !isChina) refuseLevelAlone()
  if (form) return template(folder, ['template-regions', form])
  if (totals === true) return totalsToFillIn(folder, lang)
  if (isChina) return china(folder, { province: asked, level: level ?? 'city' }, lang)
  if (totals === undefined) return template(folder)
  if (pattern === undefined)
    return refusePattern('--totals', 'totals without a pattern', '--pattern with a province or a data folder')
  return placesOf(folder, totals, pattern, lang)
}

function refusePattern(file: string, found: string, expected: string): never {
  return fail({ code: 'pattern-unfit', where: { file }, found, expected })
}

function refuseLevelAlone(): never {
  return fail({
    code: 'level-unfit',
    where: { file: '--level' },
    found: 'a level of places without a region',
    expected: '--province with a name, or --nation',
  })
}

function totalsToFillIn(folder: string, lang: Language): number {
  const file = join(folder, 'totals.csv')
  makeFolder(folder)
  writeWhole(file, totalsTemplate())
  print(totalsText.template(file, folder)[lang])
  return 0
}

function placesOf(folder: string, totals: string, pattern: string, lang: Language): number {
  const file = join(folder, 'scenario.yaml')
  const made = fromTotals(totals, pattern, file, progressOf(lang))
  write(
    folder,
    made.scenario,
    new Map([...made.data, ...totalsGuides(totalsWords(made), made.pattern.dataset.dims.statuses > 1)]),
  )
  print(totalsText.made(made, file, join(folder, 'data'))[lang])
  return 0
}

/** form: where in fixtures a template stands that has its scenario beside its data. */
function template(folder: string, form?: readonly string[]): number {
  const [scenario, data] = form
    ? [
        [...form, 'scenario.yaml'],
        [...form, 'data'],
      ]
    : [['template-scenario.yaml'], ['template']]
  try {
    makeFolder(folder)
    cpSync(packagePath('fixtures', ...scenario), join(folder, 'scenario.yaml'))
    cpSync(packagePath('fixtures', ...data), join(folder, 'data'), { recursive: true })
  } catch (error) {
    throw diskProblem(folder, error)
  }
  const file = join(folder, 'scenario.yaml')
  print(`${said(`Wrote ${file} and ${join(folder, 'data')}. Every number in them is an example.`)}\n`)
  print(`${said('Next: edit both, then')}\n  cityward check ${file}\n  cityward run ${file}\n`)
  const guide = join(folder, 'data', 'README.zh.md')
  if (existsSync(guide)) print(chineseGuide(guide))
  return 0
}

/** Everything is computed before the first file is written, so that what is stopped leaves nothing behind. */
function china(folder: string, asked: AskedRegion, lang: Language): number {
  const file = join(folder, 'scenario.yaml')
  if (asked.province === undefined && asked.level !== 'province')
    printAside(`${provinceText.longFit[asked.level][lang]}\n`)
  noticeEngine(undefined)
  const region = newRegion(asked, file, progressOf(lang))
  write(folder, region.scenario, region.data)
  print(provinceText.made(region, file, join(folder, 'data'))[lang])
  return 0
}

function write(folder: string, scenario: string, data: ReadonlyMap<string, string>): void {
  makeFolder(join(folder, 'data'))
  for (const [name, text] of data) writeWhole(join(folder, 'data', name), text)
  writeWhole(join(folder, 'scenario.yaml'), scenario)
}

function progressOf(lang: Language): NewRegionProgress {
  const progress = createProgress(process.stderr, said, 'steps of the fit')
  return {
    onFit: (name, places) => printAside(`${name[lang]}: ${provinceText.fitting(places)[lang]}\n`),
    onRound: progress.show,
    onHoldOut: () => {
      progress.clear()
      printAside(`${provinceText.holdingOut[lang]}\n`)
    },
  }
}
