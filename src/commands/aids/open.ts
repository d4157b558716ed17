/** `cityward open`: the report of a run, in the browser of this machine. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { reportOf } from '../../report/html/write-report.js'
import { CANNOT_OPEN, OPENED } from '../../report/words/commands/opening.js'
import { keptFile } from '../../store/kept-files.js'
import { openRun } from '../../store/open-run.js'
import type { Language } from '../../vocabulary/language.js'
import { print } from '../terminal.js'

export interface OpenOptions {
  readonly lang: Language
}

/** A program with its arguments, which takes the path of a file as the last of them. */
type Opener = readonly [program: string, ...args: string[]]

/** What opens a file in the program that the system has for it. No shell reads the path. */
export function openerOf(platform: NodeJS.Platform): Opener {
  if (platform === 'darwin') return ['open']
  // `start` is a word of the shell; this is what it calls
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return ['xdg-open']
}

/** Milliseconds after which a program that has not refused is taken to show the page. */
const PATIENCE = 2000

/** Opens the report, which is written where the run has none; says its path in any case. Returns the exit code. */
export async function open(run: string, { lang }: OpenOptions): Promise<number> {
  const { header } = openRun(run)
  const kept = keptFile(run, header.fingerprint, 'report.html')
  const file = resolve(kept.state === 'whole' ? join(run, 'report.html') : await reportOf(run, { lang }))
  const [program, ...args] = openerOf(process.platform)
  const isOpen = await opened(program, [...args, file])
  print(`${(isOpen ? OPENED : CANNOT_OPEN)[lang]}${file}\n`)
  return 0
}

/** Whether the program started and did not refuse. */
async function opened(program: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(program, args, { detached: true, stdio: 'ignore', shell: false })
  return new Promise((found) => {
    const waited = setTimeout(() => end(true), PATIENCE)
    const end = (isOpen: boolean) => {
      clearTimeout(waited)
      child.removeAllListeners()
      // what fails later than this is seen by whoever waits for the page
      child.on('error', () => undefined)
      child.unref()
      found(isOpen)
    }
    child.once('error', () => end(false))
    child.once('exit', (code) => end(code === 0))
  })
}
