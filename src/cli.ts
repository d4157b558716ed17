#!/usr/bin/env node
/**
 * The command line. Each command is loaded when it is asked for, so that `--help` costs nothing.
 *
 * Exit codes: 0 done; 1 a fault of cityward's own; 2 a mistake in a file or an argument, printed with its place;
 * 3 something of a run is missing, unfinished, damaged or lost by the machine; 130 stopped with Ctrl-C, 143 by SIGTERM;
 * 141 whoever read the output ended before it was whole.
 */
import { CommanderError } from '@commander-js/extra-typings'
import { makeProgram } from './cli/program.js'
import { lastAnswer } from './commands/last-answer.js'
import { chooseLanguage, languageOfScreen, said } from './commands/screen.js'
import { exitCodeAfter, loseOutput, printAside } from './commands/terminal.js'

let ended = false
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  loseOutput(error)
  if (ended) process.exitCode = exitCodeAfter(process.exitCode)
})
// with nobody to read what is wrong, the exit code says it
process.stderr.on('error', () => undefined)
// an entry that is loaded again in one process adds no other
if (process.listenerCount('uncaughtException') === 0)
  process.on('uncaughtException', (error) => process.exit(lastAnswer(error)))

try {
  await chooseLanguage(process.argv.slice(2), process.env)
  const cityward = makeProgram()
  if (process.argv.length === 2 && process.stdin.isTTY && process.stdout.isTTY) await offer(cityward)
  else await cityward.parseAsync()
} catch (error) {
  process.exitCode = error instanceof CommanderError ? refusal(error) : lastAnswer(error)
}
process.exitCode = exitCodeAfter(process.exitCode)
ended = true

/** At a terminal, where nothing was asked: what can be done first. */
async function offer(cityward: ReturnType<typeof makeProgram>): Promise<void> {
  const { chosen } = await import('./commands/aids/menu.js')
  const args = await chosen(process.cwd(), languageOfScreen())
  if (args) await cityward.parseAsync(args, { from: 'user' })
}

/** What commander refuses, or shows because nothing was asked. Returns the exit code. */
function refusal({ code, exitCode, message }: CommanderError): number {
  if (exitCode === 0) return 0
  // help that is shown because nothing was asked is all there is to say
  if (code !== 'commander.help')
    printAside(
      `${message.split('\n').map(said).join('\n')}\n${said('(cityward --help shows what can be asked)')}\n`,
    )
  return 2
}
