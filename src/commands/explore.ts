/** `cityward explore`: a page in which levers can be dragged, as one file or on this machine. */
import { join } from 'node:path'
import { explorerOf, isRunFolder, type MadeExplorer } from '../explorer/file/make-explorer.js'
import { servePage } from '../explorer/serve/serve.js'
import { reportOf } from '../report/html/write-report.js'
import { keepFile } from '../store/kept-files.js'
import { refuseOwnFile } from '../store/own-files.js'
import { writeWhole } from '../store/write-file.js'
import { filesBehind } from '../studies/input-files.js'
import type { Language } from '../vocabulary/language.js'
import { CitywardError } from '../vocabulary/problems.js'
import { languageOfPages, problemText, said } from './screen.js'
import { print, printAside } from './terminal.js'

export interface ExploreOptions {
  readonly out?: string
  readonly draws: number
  readonly seed?: number
  readonly serve?: boolean
  readonly port: number
  readonly lang?: Language
}

/** Writes the page and prints its path, or serves it until a signal. Returns the exit code. */
export async function explore(path: string, options: ExploreOptions): Promise<number> {
  const { out, draws, seed, serve } = options
  const language = languageOfPages()
  if (serve) return served(path, options)
  const { html } = explorerOf(path, { draws, seed, language })
  if (!isRunFolder(path)) {
    const file = out ?? 'explorer.html'
    writeWhole(file, html)
    print(`${file}\n`)
    return 0
  }
  refuseOwnFile(path, out, 'explorer.html')
  const file = out ?? join(path, 'explorer.html')
  if (out === undefined) {
    keepFile(path, 'explorer.html', html)
    // from now on the report links to it
    await reportOf(path, { lang: language })
  } else writeWhole(file, html)
  print(`${file}\n`)
  return 0
}

async function served(path: string, { draws, seed, port }: ExploreOptions): Promise<number> {
  const language = languageOfPages()
  const make = (): MadeExplorer => explorerOf(path, { draws, seed, language, isServed: true })
  const { url, end } = await servePage({
    port,
    make: () => {
      const { html, scenario } = make()
      return { html, files: isRunFolder(path) ? [] : filesBehind(scenario) }
    },
    wordsOf: (error) => {
      if (!(error instanceof CitywardError)) throw error
      return error.problems.map(problemText).join('\n\n')
    },
    onChange: (problem) => printAside(`${problem ?? said('The page was made anew.')}\n`),
  })
  print(`${url}\n`)
  printAside(`${said('Open it in a browser; it follows the scenario file. Ctrl-C ends it.')}\n`)
  return new Promise((resolve) => {
    const stop = (code: number) => () => {
      end()
      resolve(code)
    }
    process.once('SIGINT', stop(130)).once('SIGTERM', stop(143))
  })
}
