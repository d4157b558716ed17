#!/usr/bin/env node
/**
 * The command line. Each command is loaded when it is asked for, so that `--help` costs nothing.
 *
 * Exit codes: 0 done; 1 a fault of cityward's own; 2 a mistake in a file or an argument, printed with its place;
 * 3 something of a run is missing, unfinished, damaged or lost by the machine; 130 stopped with Ctrl-C, 143 by SIGTERM;
 * 141 whoever read the output ended before it was whole.
 */
import { Command, CommanderError } from '@commander-js/extra-typings'
import { addData } from './cli/ask-data.js'
import { addAskPlan } from './cli/ask-plan.js'
import { addAskRun } from './cli/ask-run.js'
import { addCompletion } from './cli/completion.js'
import { addMakeRuns } from './cli/make-runs.js'
import { lastAnswer } from './commands/last-answer.js'
import { exitCodeAfter, loseOutput, printAside } from './commands/terminal.js'
import { ofTerminal } from './vocabulary/terminal-language.js'
import { VERSION } from './vocabulary/version.js'

const cityward = new Command('cityward')
  .description(
    'Is this urbanization target reachable, where is it not, and what would be enough?\n\n' +
      'A scenario file says what is assumed, what is uncertain and what could be done; a data folder holds the ' +
      'people and services of a region. cityward lives the scenario through thousands of possible futures and ' +
      'gives every target a verdict with odds.',
  )
  .version(VERSION)
  .option('--yes', 'a scenario or a run beyond the limits of time, memory or disk is meant')
  .hook('preAction', (program) => {
    if (program.opts().yes) process.env.CITYWARD_YES = '1'
  })
  .exitOverride()
  // what is wrong is printed below, where it is caught
  .configureOutput({ outputError: () => undefined })
  .addHelpText(
    'after',
    `
A first hour:
  $ cityward new my-plan                       a commented scenario and a data folder to fill in
  $ cityward check my-plan/scenario.yaml       every problem at once, with file, line and column
  $ cityward run my-plan/scenario.yaml         verdicts with odds; the run is kept under runs/
  $ cityward explain my-plan/scenario.yaml urban_share --year 2023
  $ cityward population my-plan/scenario.yaml --csv     people by age and sex
  $ cityward compare runs/plan-1 runs/plan-2   what changed between two runs
  $ cityward report runs/plan-1                one HTML file; also: cityward export runs/plan-1 --xlsx
  $ cityward diff plan.yaml variant.yaml       which change of a scenario moved a target by how much

Exit codes: 0 done, 1 fault of cityward's own, 2 mistake in a file or argument, 3 something of a run is missing,
unfinished, damaged or lost, 130 stopped with Ctrl-C, 143 by SIGTERM, 141 the reader of the output was gone.`,
  )

addAskPlan(cityward)
addAskRun(cityward)
addMakeRuns(cityward)
addData(cityward)
addCompletion(cityward)

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
  if (process.argv.length === 2 && process.stdin.isTTY && process.stdout.isTTY) await offer()
  else await cityward.parseAsync()
} catch (error) {
  process.exitCode = error instanceof CommanderError ? refusal(error) : lastAnswer(error)
}
process.exitCode = exitCodeAfter(process.exitCode)
ended = true

/** At a terminal, where nothing was asked: what can be done first. */
async function offer(): Promise<void> {
  const { chosen } = await import('./commands/aids/menu.js')
  const args = await chosen(process.cwd(), ofTerminal(process.env))
  if (args) await cityward.parseAsync(args, { from: 'user' })
}

/** What commander refuses, or shows because nothing was asked. Returns the exit code. */
function refusal({ code, exitCode, message }: CommanderError): number {
  if (exitCode === 0) return 0
  // help that is shown because nothing was asked is all there is to say
  if (code !== 'commander.help') printAside(`${message}\n(cityward --help shows what can be asked)\n`)
  return 2
}
