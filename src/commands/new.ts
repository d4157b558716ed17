/** `cityward new`: a commented starting scenario and a data folder to fill in. */
import { cpSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chineseGuide } from '../report/words/new-project.js'
import { diskProblem, makeFolder } from '../store/write-file.js'
import { fail } from '../vocabulary/problems.js'
import { said } from './screen.js'
import { print } from './terminal.js'

/** Writes the folder and says what to do next. Returns the exit code; never writes over anything. */
export function newProject(folder: string, out = print): number {
  if (existsSync(folder)) {
    fail({
      code: 'file-already-there',
      where: { file: folder },
      found: 'a file or folder of this name',
      expected: 'a name that is free',
      hint: 'Nothing was written.',
    })
  }
  const templates = join(packageRoot(), 'fixtures')
  try {
    makeFolder(folder)
    cpSync(join(templates, 'template-scenario.yaml'), join(folder, 'scenario.yaml'))
    cpSync(join(templates, 'template'), join(folder, 'data'), { recursive: true })
  } catch (error) {
    throw diskProblem(folder, error)
  }
  const file = join(folder, 'scenario.yaml')
  out(`${said(`Wrote ${file} and ${join(folder, 'data')}. Every number in them is an example.`)}\n`)
  out(`${said('Next: edit both, then')}\n  cityward check ${file}\n  cityward run ${file}\n`)
  out(chineseGuide(join(folder, 'data', 'README.zh.md')))
  return 0
}

/** The folder that holds package.json, above the bundle or above the source. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}
