#!/usr/bin/env node
/**
 * The command line. Each command is loaded when it is asked for, so that `--help` costs nothing.
 *
 * Exit codes: 0 done; 1 a fault of cityward's own; 2 a mistake in a file or an argument, said with its place;
 * 130 stopped with Ctrl-C, to be resumed.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { CitywardError, formatProblem } from './vocabulary/problems.js'
import { VERSION } from './vocabulary/version.js'

const wholeNumber = (least: number) => (text: string) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < least) {
    throw new InvalidArgumentError(`Found ${text}; expected a whole number of ${least} or more.`)
  }
  return value
}
const halfWidth = (text: string) => {
  const value = Number(text.replace(/%$/, '')) / 100
  if (!/%$/.test(text) || !(value > 0 && value < 0.5)) {
    throw new InvalidArgumentError(`Found ${text}; expected a half-width in per cent below 50%, such as 1%.`)
  }
  return value
}
const wantedOdds = (text: string) => {
  const value = Number(text.replace(/%$/, '')) / 100
  if (!/%$/.test(text) || !(value > 0 && value < 1)) {
    throw new InvalidArgumentError(
      `Found ${text}; expected odds in per cent between 0% and 100%, such as 80%.`,
    )
  }
  return value
}
const repeatable = (name: string, before: readonly string[] = []) => [...before, name]
const language = () =>
  new Option('--lang <language>', 'language of what is printed').choices(['en', 'zh']).default('en')

/** Lines of commands with what each does, aligned. */
const examples = (...lines: [command: string, does: string][]) => {
  const width = Math.max(...lines.map(([command]) => command.length))
  return `\nExamples:\n${lines.map(([command, does]) => `  $ cityward ${command.padEnd(width)}  ${does}`).join('\n')}`
}

const cityward = new Command('cityward')
  .description(
    'Is this urbanization target reachable, where is it not, and what would be enough?\n\n' +
      'A scenario file says what is assumed, what is uncertain and what could be done; a data folder holds the ' +
      'people and services of a region. cityward lives the scenario through thousands of possible futures and ' +
      'gives every target a verdict with odds.',
  )
  .version(VERSION)
  .exitOverride()
  .showHelpAfterError('(cityward --help shows what can be asked)')
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

Exit codes: 0 done, 1 fault of cityward's own, 2 mistake in a file or argument, 130 stopped with Ctrl-C.`,
  )

cityward
  .command('run')
  .description('run a scenario over its possible futures and print the verdicts')
  .argument('<scenario>', 'scenario file (YAML), or a report (HTML) whose run is to be repeated')
  .option('--draws <n>', 'possible futures to draw (default: what the scenario says)', wholeNumber(1))
  .option('--seed <n>', 'seed of chance (default: what the scenario says)', wholeNumber(0))
  .option('--threads <n>', 'worker threads (default: all cores)', wholeNumber(1))
  .option('--batch <n>', 'draws handed to a worker at a time; changes no result', wholeNumber(1))
  .addOption(
    new Option(
      '--engine <engine>',
      'kernel: fast; reference: the model as it is written. Changes no result',
    ).choices(['kernel', 'reference']),
  )
  .option('--policy <name>', 'only this policy, and no_action; may be given again for more', repeatable)
  .option(
    '--until <half-width>',
    'stop when the odds of every target are known this narrowly, such as 1%',
    halfWidth,
  )
  .option('--out <folder>', 'folder of the run (default: runs/<scenario>-<fingerprint>)')
  .option('--json', 'print the summary as JSON')
  .option('--csv', 'print the verdicts as CSV, numbers in full, every city')
  .option('--markdown', 'print the verdicts as Markdown, with every commitment that has none and why')
  .option('--quiet', 'no progress and no closing line')
  .addOption(language())
  .addHelpText(
    'after',
    examples(
      ['run plan.yaml', 'verdicts of every target on the screen'],
      ['run plan.yaml --draws 1000 --lang zh', 'a quick look, in Chinese'],
      ['run plan.yaml --until 1%', 'as many futures as odds within a point need'],
      ['run plan.yaml --csv --out runs/a > a.csv', 'for a spreadsheet; the run is kept in runs/a'],
    ) +
      '\n\nThe same command again uses what the run folder holds; more --draws adds to it, and a run that was\n' +
      'stopped with Ctrl-C goes on where it stood.',
  )
  .action(async (file, options) => {
    const { run } = await import('./commands/run.js')
    process.exitCode = await run(file, options)
  })

cityward
  .command('check')
  .description('check a scenario and its data folder; nothing is run')
  .argument('<scenario...>', 'scenario files (YAML)')
  .option('--json', 'print problems as JSON')
  .addHelpText(
    'after',
    examples(
      ['check plan.yaml', 'every problem at once, with file, line and column'],
      ['check plans/*.yaml --json', 'many files, for an editor or a script'],
    ),
  )
  .action(async (files, options) => {
    const { check } = await import('./commands/check.js')
    process.exitCode = check(files, options)
  })

cityward
  .command('explain')
  .description('show how an indicator or target is computed: formula by formula, with values and sources')
  .argument('<scenario>', 'scenario file (YAML)')
  .argument('[name]', 'indicator or target; left out, all are listed')
  .option('--city <name>', 'city by name or code (default: the whole region)')
  .option('--year <year>', 'year (default: the last)', wholeNumber(0))
  .option('--policy <name>', 'policy (default: the last in the file)')
  .option('--depth <n>', 'how many formulas deep', wholeNumber(1), 3)
  .option('--json', 'print as JSON')
  .addOption(language())
  .addHelpText(
    'after',
    examples(
      ['explain plan.yaml', 'the names of all indicators and targets'],
      ['explain plan.yaml urban_share --year 2023', 'the region, with values, units and sources'],
      ['explain plan.yaml beds --city Yulin --depth 5', 'one city, down to the data folder'],
    ),
  )
  .action(async (file, name, options) => {
    const { explain } = await import('./commands/explain.js')
    process.exitCode = explain(file, name, options)
  })

cityward
  .command('population')
  .description(
    'project the population with every uncertainty at its median: people by age and sex, and what changed them',
  )
  .argument('<scenario>', 'scenario file (YAML)')
  .option('--year <year>', 'this year only (default: all; on the screen the last)', wholeNumber(0))
  .option('--policy <name>', 'policy (default: the last in the file)')
  .option('--components', 'births, deaths and moves by place in place of people by age')
  .option('--csv', 'print every place, status, sex and age as CSV, laid out as population.csv')
  .option('--json', 'print the same as JSON')
  .action(async (file, options) => {
    const { population } = await import('./commands/population.js')
    process.exitCode = population(file, { ...options, out: (text) => process.stdout.write(text) })
  })

cityward
  .command('reach')
  .description(
    'find what would be enough: the smallest change of each lever that gives a target the wanted odds',
  )
  .argument('<scenario>', 'scenario file (YAML)')
  .option('--odds <share>', 'odds that are enough, such as 80%', wantedOdds, 0.8)
  .option('--policy <name>', 'policy to start from (default: the last in the file)')
  .option('--draws <n>', 'futures that every setting is tried in', wholeNumber(20), 500)
  .option(
    '--budget <n>',
    'trajectories for the search over all levers together; 0 for none',
    wholeNumber(0),
    100_000,
  )
  .option('--threads <n>', 'worker threads (default: all cores)', wholeNumber(1))
  .option('--json', 'print as JSON, every setting that nothing beats')
  .option('--csv', 'print as CSV')
  .option('--quiet', 'no progress')
  .addOption(language())
  .addHelpText(
    'after',
    examples(
      ['reach plan.yaml', 'lever by lever, then all levers together'],
      ['reach plan.yaml --odds 90% --budget 0', 'lever by lever only, for surer odds'],
    ) +
      '\n\nEvery setting meets the same futures, so what changes the odds is the setting and not chance. Levers move\n' +
      'within the range that the scenario gives them; settings for all targets together are found by NSGA-II.',
  )
  .action(async (file, options) => {
    const { reach } = await import('./commands/reach.js')
    process.exitCode = await reach(file, options)
  })

cityward
  .command('calibrate')
  .description('fit the levels of moves to the two latest censuses of a data folder, with ranges')
  .argument('<data>', 'data folder, or a scenario whose data folder is meant')
  .option('--out <folder>', 'write calibration.csv and calibration-draws.csv here')
  .option('--urban <code=persons...>', 'urban residents of cities by another count than population.csv')
  .option('--json', 'print as JSON')
  .addOption(language())
  .addHelpText(
    'after',
    examples(
      ['calibrate fixtures/guangxi', 'levels beside their priors, what is left over, where towns grew from'],
      ['calibrate plan.yaml --out fits', 'draws that uncertainties of a scenario can take'],
      ['calibrate fixtures/guangxi --urban 4505=1082769', 'Beihai as its bulletin counts it'],
    ),
  )
  .action(async (data, options) => {
    const { calibrate } = await import('./commands/calibrate.js')
    process.exitCode = calibrate(data, options)
  })

cityward
  .command('backtest')
  .description(
    'forecast the later census of every city by a fit to the other half of the cities, and score it',
  )
  .argument('<data>', 'data folder, or a scenario whose data folder is meant')
  .option('--draws <n>', 'draws of each fit', wholeNumber(20), 500)
  .option('--seed <n>', 'seed of chance', wholeNumber(0), 0)
  .option('--out <folder>', 'also write backtest.csv, which reports read from the data folder')
  .option('--json', 'print as JSON, with every draw')
  .addOption(language())
  .addHelpText(
    'after',
    examples([
      'backtest fixtures/guangxi',
      'errors, bands and scores beside simple lines; about half a minute',
    ]),
  )
  .action(async (data, options) => {
    const { backtest } = await import('./commands/backtest.js')
    process.exitCode = backtest(data, options)
  })

cityward
  .command('compare')
  .description('compare two runs target by target')
  .argument('<run>', 'run folder')
  .argument('<other>', 'run folder')
  .option('--json', 'print as JSON')
  .addOption(language())
  .addHelpText(
    'after',
    examples(
      ['compare runs/plan-1a2b runs/plan-3c4d', 'odds and medians before and after'],
      ['compare runs/a runs/b --json', 'the same, to calculate with'],
    ),
  )
  .action(async (one, other, options) => {
    const { compare } = await import('./commands/compare.js')
    process.exitCode = await compare(one, other, options)
  })

cityward
  .command('report')
  .description('write a finished run as one HTML file: for a screen, a phone or paper, Chinese and English')
  .argument('<run...>', 'run folders; the first is reported, the others are held against it')
  .option('--out <file>', 'file to write (default: report.html in the run folder)')
  .addOption(language())
  .addHelpText(
    'after',
    examples(
      ['report runs/plan-1a2b', 'runs/plan-1a2b/report.html; `cityward run` writes it too'],
      ['report runs/plan-1a2b --lang zh --out plan.html', 'Chinese is shown first'],
      ['report runs/plan-1a2b runs/plan-3c4d', 'with what the second run changes'],
      ['run runs/plan-1a2b/report.html', 'the run again, from the scenario and data in the report'],
    ),
  )
  .action(async (runs, options) => {
    const { report } = await import('./commands/report.js')
    process.exitCode = await report(runs, options)
  })

cityward
  .command('export')
  .description('write a finished run as an Excel workbook, CSV, Markdown, or pictures for slides')
  .argument('<run>', 'run folder')
  .option('--xlsx', 'a workbook of every table, in both languages, numbers as numbers')
  .option('--csv', 'the verdicts of every target and city, numbers in full')
  .option('--md', 'the verdicts and every table, in one language')
  .option('--png', 'the charts of the report, one file each')
  .option('--chart <id>', 'with --png: only this chart; may be given again for more', repeatable)
  .option('--out <path>', 'file to write; with --png the folder (default: in the run folder)')
  .addOption(language())
  .addHelpText(
    'after',
    examples(
      ['export runs/plan-1a2b --xlsx', 'runs/plan-1a2b/report.xlsx'],
      ['export runs/plan-1a2b --png --chart fan --lang zh', 'the fan chart for a slide, in Chinese'],
      ['export runs/plan-1a2b --md --out plan.md', 'every table as text'],
    ),
  )
  .action(async (run, options) => {
    const { exportRun } = await import('./commands/export.js')
    process.exitCode = await exportRun(run, options)
  })

cityward
  .command('schema')
  .description('print the JSON Schema of scenario files, for editors that complete and check')
  .addHelpText(
    'after',
    examples(['schema > scenario.schema.json', 'then point the YAML support of an editor to the file']),
  )
  .action(async () => {
    const { schema } = await import('./commands/schema.js')
    process.exitCode = schema({ out: (text) => process.stdout.write(text) })
  })

cityward
  .command('new')
  .description('write a commented starting scenario and a data-folder template')
  .argument('<folder>', 'folder to make; one that is there already is never written over')
  .addHelpText(
    'after',
    examples(
      ['new my-plan', 'my-plan/scenario.yaml and my-plan/data'],
      ['check my-plan/scenario.yaml', 'good as it stands; then put your numbers in'],
    ),
  )
  .action(async (folder) => {
    const { newProject } = await import('./commands/new.js')
    process.exitCode = newProject({ folder, out: (text) => process.stdout.write(text) })
  })

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // a reader that has seen enough is no fault
  if (error.code === 'EPIPE') process.exit(0)
  const where = { file: 'standard output' }
  const found = error.code === 'ENOSPC' ? 'a full disk' : `the error ${error.code}`
  const expected = 'a place that can be written to'
  process.stderr.write(`${formatProblem({ code: 'disk-refused', where, found, expected })}\n`)
  process.exit(2)
})
// with nobody to read what is wrong, the exit code says it
process.stderr.on('error', () => undefined)

try {
  await cityward.parseAsync()
} catch (error) {
  process.exitCode = answerFor(error)
}

/** Say what went wrong in the user's words; only a fault of cityward's own shows where in the code. */
function answerFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof CitywardError) {
    process.stderr.write(`${error.problems.map(formatProblem).join('\n\n')}\n`)
    return 2
  }
  process.stderr.write(
    `cityward failed by a fault of its own; please report this:\n${(error as Error).stack}\n`,
  )
  return 1
}
