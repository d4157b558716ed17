/** The command line as commander has it: every command with its options, in the language of the screen. */
import { type Argument, Command, type Help, type Option } from '@commander-js/extra-typings'
import { languageOfScreen, layoutOfScreen, said } from '../commands/screen.js'
import { VERSION } from '../vocabulary/version.js'
import { addData } from './ask-data.js'
import { addAskPlan } from './ask-plan.js'
import { addAskRun } from './ask-run.js'
import { addCompletion } from './completion.js'
import { addMakeRuns } from './make-runs.js'
import { exampleLines, language, paragraph } from './options.js'
import { addQueueRuns } from './queue-runs.js'

/** To be made after the language of the screen is chosen. */
export function makeProgram(): Command {
  const cityward = new Command('cityward')
    .description(
      'Is this urbanization target reachable, where is it not, and what would be enough?\n\n' +
        'A scenario file says what is assumed, what is uncertain and what could be done; a data folder holds the ' +
        'people and services of a region. cityward lives the scenario through thousands of possible futures and ' +
        'gives every target a verdict with odds.',
    )
    .configureHelp(helpInLanguage())
    .helpOption('-h, --help', 'display help for command')
    .helpCommand('help [command]', 'display help for command')
    .version(VERSION, '-V, --version', 'output the version number')
    .option('--yes', 'a scenario or a run beyond the limits of time, memory or disk is meant')
    .addOption(language())
    .hook('preAction', (program) => {
      if (program.opts().yes) process.env.CITYWARD_YES = '1'
    })
    .exitOverride()
    // what is wrong is printed where it is caught
    .configureOutput({ outputError: () => undefined })
    .addHelpText('after', firstHour) as unknown as Command
  addAskPlan(cityward)
  addAskRun(cityward)
  addMakeRuns(cityward)
  addQueueRuns(cityward)
  addData(cityward)
  addCompletion(cityward)
  // what answers a shell that completes takes every word as it is
  for (const command of cityward.commands)
    if (command.name() !== 'complete' && !command.options.some(({ long }) => long === '--lang'))
      command.addOption(language())
  return cityward
}

const FIRST_HOUR = [
  ['new my-plan', 'a commented scenario and a data folder to fill in'],
  ['check my-plan/scenario.yaml', 'every problem at once, with file, line and column'],
  ['run my-plan/scenario.yaml', 'verdicts with odds; the run is kept under runs/'],
  ['explain my-plan/scenario.yaml urban_share', 'how a number comes about, down to the data folder'],
  ['population my-plan/scenario.yaml --csv', 'people by age and sex'],
  ['compare runs/plan-1 runs/plan-2', 'what changed between two runs'],
  ['report runs/plan-1', 'one HTML file; also: cityward export runs/plan-1 --xlsx'],
  ['diff plan.yaml variant.yaml', 'which change of a scenario moved a target by how much'],
] as const

const EXIT_CODES =
  "Exit codes: 0 done, 1 fault of cityward's own, 2 mistake in a file or argument, 3 something of a run is missing, " +
  'unfinished, damaged or lost, 130 stopped with Ctrl-C, 143 by SIGTERM, 141 the reader of the output was gone.'

function firstHour(): string {
  return `\n${said('A first hour:')}\n${exampleLines(FIRST_HOUR)}\n\n${paragraph(EXIT_CODES)}`
}

/** What commander says of its own in the language of the screen, and lines broken as that language breaks them. */
function helpInLanguage(): Partial<Help> {
  if (languageOfScreen() === 'en') return {}
  const { wrap, width } = layoutOfScreen()!
  return {
    styleTitle: said,
    commandDescription: (command) => command.description().split('\n\n').map(said).join('\n\n'),
    subcommandDescription: (command) => said(command.summary() || command.description()),
    optionDescription: described,
    argumentDescription: described,
    boxWrap: wrap,
    displayWidth: width,
  }
}

/** What an option or an argument is, with its choices and its default. */
function described({
  description,
  argChoices,
  defaultValue,
  defaultValueDescription,
}: Option | Argument): string {
  const takesNone = typeof defaultValue === 'boolean'
  const more = [
    ...(argChoices ? [said(`choices: ${argChoices.join(', ')}`)] : []),
    ...(defaultValueDescription !== undefined
      ? [said(`default: ${defaultValueDescription}`)]
      : defaultValue !== undefined && !takesNone
        ? [said(`default: ${String(defaultValue)}`)]
        : []),
  ]
  return said(description) + (more.length > 0 ? `（${more.join('；')}）` : '')
}
