/** `cityward new`: a commented starting scenario and a data folder, to fill in or of a province. */
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { chineseGuide, provinceText } from '../report/words/new-project.js'
import { createProgress } from '../run/progress.js'
import { diskProblem, makeFolder, writeWhole } from '../store/write-file.js'
import { newRegion } from '../studies/new-region/new-region.js'
import { packagePath } from '../studies/new-region/package-folder.js'
import type { Language } from '../vocabulary/language.js'
import { fail } from '../vocabulary/problems.js'
import { said } from './screen.js'
import { print, printAside } from './terminal.js'

export interface NewOptions {
  /** Code or name of a province of China, whose censuses fill the folder. */
  readonly province?: string
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
  return options.province === undefined ? template(folder) : province(folder, options.province, options.lang)
}

function template(folder: string): number {
  try {
    makeFolder(folder)
    cpSync(packagePath('fixtures', 'template-scenario.yaml'), join(folder, 'scenario.yaml'))
    cpSync(packagePath('fixtures', 'template'), join(folder, 'data'), { recursive: true })
  } catch (error) {
    throw diskProblem(folder, error)
  }
  const file = join(folder, 'scenario.yaml')
  print(`${said(`Wrote ${file} and ${join(folder, 'data')}. Every number in them is an example.`)}\n`)
  print(`${said('Next: edit both, then')}\n  cityward check ${file}\n  cityward run ${file}\n`)
  print(chineseGuide(join(folder, 'data', 'README.zh.md')))
  return 0
}

/** Everything is computed before the first file is written, so that what is stopped leaves nothing behind. */
function province(folder: string, asked: string, lang: Language): number {
  const file = join(folder, 'scenario.yaml')
  const progress = createProgress(process.stderr, said, 'steps of the fit')
  const region = newRegion(asked, file, {
    onFit: (name, places) => printAside(`${name[lang]}: ${provinceText.fitting(places)[lang]}\n`),
    onRound: progress.show,
    onHoldOut: () => {
      progress.clear()
      printAside(`${provinceText.holdingOut[lang]}\n`)
    },
  })
  makeFolder(join(folder, 'data'))
  for (const [name, text] of region.data) writeWhole(join(folder, 'data', name), text)
  writeWhole(file, region.scenario)
  print(provinceText.made(region, file, join(folder, 'data'))[lang])
  return 0
}
