/** Commands on a scenario file: run it, check it, explain it, and ask what would be enough. */
import { type Command, Option } from '@commander-js/extra-typings'
import { DEMOGRAPHIC_TABLES } from '../studies/demography/table-names.js'
import { optimiseLater } from './optimise-later.js'
import {
  batch,
  engine,
  examples,
  halfWidthPercent,
  language,
  MOST_HELD,
  percentage,
  queueOption,
  repeatable,
  SIZE_HINT,
  sharedFolderOption,
  threads,
  wholeNumber,
} from './options.js'
import { exact, exclusive, forms, ofWorkers } from './typed.js'

export function addAskPlan(cityward: Command): void {
  exclusive(
    cityward
      .command('run')
      .description('run a scenario over its possible futures and print the verdicts')
      .argument(
        '<scenario...>',
        'scenario files (YAML), or folders of them; or a report (HTML) whose run is to be repeated',
      )
      .option('--draws <n>', 'possible futures to draw (default: what the scenario says)', wholeNumber(1))
      .option(
        '--points <n>',
        'N of the literature in place of draws: base points of saltelli, trajectories of morris, rows of the others',
        wholeNumber(1),
      )
      .option('--seed <n>', 'seed of chance (default: what the scenario says)', wholeNumber(0))
      .option(
        '--design <design>',
        'how draws are laid out, such as sobol, saltelli,second_order or draws.csv (docs/researchers.md)',
      )
      .addOption(queueOption())
      .addOption(sharedFolderOption())
      .addOption(threads())
      .addOption(batch())
      .addOption(engine())
      .option(
        '--policy <name>',
        'only this policy, and the one it is measured against; may be given again for more',
        repeatable,
      )
      .option(
        '--until <half-width>',
        'stop when the odds of every target are known this narrowly, such as 1%',
        halfWidthPercent,
      )
      .option(
        '--out <folder>',
        'folder of the run, or of all of several (default: runs/<scenario>-<fingerprint>)',
      )
      .option('--json', 'print the summary as JSON')
      .option('--csv', 'print the verdicts as CSV, numbers in full, every city')
      .option('--markdown', 'print the verdicts as Markdown, with every commitment that has none and why')
      .option('--full', 'print every table, in place of one screen')
      .option('--no-report', 'numbers only; `cityward report RUN` writes the page')
      .option('--no-reach', 'without the search for what would be enough; `cityward reach` does it alone')
      .option('--quiet', 'no progress and no closing line')
      .addOption(language()),
    forms('json', 'csv', 'markdown', 'full'),
    { of: ['queue', 'until'], hint: 'A run that ends by itself is made on one machine.' },
    ...ofWorkers(),
    { of: ['draws', 'points'], hint: SIZE_HINT },
  )
    .addHelpText(
      'after',
      examples(
        [
          ['run plan.yaml', 'the answer on one screen, and a report'],
          ['run plan.yaml --full', 'every target and city on the screen'],
          ['run plan.yaml --draws 1000 --lang zh', 'a quick look, in Chinese'],
          ['run plan.yaml --until 1%', 'as many futures as odds within a point need'],
          ['run plan.yaml --csv --out runs/a > a.csv', 'for a spreadsheet; the run is kept in runs/a'],
          ['run plan.yaml variants/ --out runs/all', 'many scenarios at once, and one table of them'],
        ],
        'The same command again uses what the run folder holds; more --draws adds to it, and a run that was stopped with Ctrl-C goes on where it stood.',
      ),
    )
    .action(async (files, options) => {
      optimiseLater()
      const { run } = await import('../commands/run.js')
      process.exitCode = await run(files, exact(options))
    })

  cityward
    .command('check')
    .description('check a scenario and its data folder; nothing is run')
    .argument('<scenario...>', 'scenario files (YAML)')
    .option('--json', 'print problems and warnings as JSON')
    .addHelpText(
      'after',
      examples(
        [
          ['check plan.yaml', 'every problem at once, with file, line and column'],
          ['check plans/*.yaml --json', 'many files, for an editor or a script'],
        ],
        'Warnings are of what can be read and is hardly meant, such as a threshold of 0.65 where 65 per cent stands today; they change no exit code. Where a target is meant so, its `because` says why, and nothing is said.',
      ),
    )
    .action(async (files, options) => {
      optimiseLater()
      const { check } = await import('../commands/check.js')
      process.exitCode = check(files, exact(options))
    })

  cityward
    .command('explain')
    .description(
      'show how an indicator or target is computed, or where an uncertainty or lever enters, with values and sources',
    )
    .argument('<scenario>', 'scenario file (YAML)')
    .argument('[name]', 'indicator, target, uncertainty or lever; left out, all are listed')
    .option('--city <name>', 'city by name or code (default: the whole region)')
    .option('--year <year>', 'year (default: the last)', wholeNumber(0))
    .option('--policy <name>', 'policy (default: the last in the file)')
    .option('--depth <n>', 'how many formulas deep', wholeNumber(1), 3)
    .option('--json', 'print as JSON')
    .addOption(language())
    .addHelpText(
      'after',
      examples([
        ['explain plan.yaml', 'the names of all indicators, targets, uncertainties and levers'],
        ['explain plan.yaml urban_share --year 2023', 'the region, with values, units and sources'],
        ['explain plan.yaml beds --city Yulin --depth 5', 'one city, down to the data folder'],
      ]),
    )
    .action(async (file, name, options) => {
      const { explain } = await import('../commands/explain.js')
      process.exitCode = explain(file, name, exact(options))
    })

  exclusive(
    cityward
      .command('population')
      .description(
        'project the population with every uncertainty at its median: people by age and sex, and what changed them',
      )
      .argument('<scenario>', 'scenario file (YAML)')
      .option('--year <year>', 'this year only (default: all; on the screen the last)', wholeNumber(0))
      .option('--policy <name>', 'policy (default: the last in the file)')
      .option('--components', 'births, deaths and moves by place in place of people by age')
      .addOption(
        new Option('--table <name>', 'a demographic table of every place and year, as CSV').choices(
          DEMOGRAPHIC_TABLES,
        ),
      )
      .option('--tables <folder>', 'write all of them into this folder as CSV')
      .option('--csv', 'print every place, status, sex and age as CSV, laid out as population.csv')
      .option('--json', 'print the same as JSON')
      .addHelpText(
        'after',
        examples([
          ['population plan.yaml --year 2023', 'people by age and sex in one year'],
          ['population plan.yaml --csv > people.csv', 'every year, place, status, sex and age'],
          [
            'population plan.yaml --table summary > all.csv',
            'life expectancy, fertility and more, a row a place and year',
          ],
          [
            'population plan.yaml --tables demography',
            'births, deaths, life tables, flows and more, as plain tables',
          ],
        ]),
      ),
    forms('json', 'csv'),
    forms('table', 'tables', 'components'),
    forms('tables', 'json'),
  ).action(async (file, options) => {
    const { population } = await import('../commands/population.js')
    process.exitCode = population(file, exact(options))
  })

  exclusive(
    cityward
      .command('reach')
      .description(
        'find what would be enough: the smallest change of each lever that gives a target the wanted odds',
      )
      .argument(
        '<scenario>',
        'scenario file (YAML), or a run folder: it keeps the findings, and its report shows them',
      )
      .option('--odds <share>', 'odds that are enough, such as 80%', percentage, 0.8)
      .option('--policy <name>', 'policy to start from (default: the last in the file)')
      .option('--draws <n>', 'futures that every setting is tried in', wholeNumber(20, MOST_HELD), 500)
      .option(
        '--budget <n>',
        'trajectories for the search over all levers together; 0 for none',
        wholeNumber(0),
        100_000,
      )
      .addOption(threads())
      .option('--json', 'print as JSON, every setting that nothing beats')
      .option('--csv', 'print as CSV')
      .option('--quiet', 'no progress')
      .addOption(language()),
    forms('json', 'csv'),
  )
    .addHelpText(
      'after',
      examples(
        [
          ['reach plan.yaml', 'lever by lever, then all levers together'],
          ['reach runs/plan-1a2b --draws 2000', 'the same for a run, into its report, workbook and tables'],
          ['reach plan.yaml --odds 90% --budget 0', 'lever by lever only, for surer odds'],
        ],
        'Every setting meets the same futures, so what changes the odds is the setting and not chance. Levers move within the range that the scenario gives them; settings for all targets together are found by NSGA-II.',
      ),
    )
    .action(async (file, options) => {
      const { reach } = await import('../commands/reach.js')
      process.exitCode = await reach(file, exact(options))
    })

  exclusive(
    cityward
      .command('diff')
      .description(
        'show what differs between two scenario files, and which change moved a target by how much',
      )
      .argument('<scenario>', 'scenario file (YAML) to start from')
      .argument('<other>', 'scenario file (YAML) to go to, such as a variant of the first')
      .option('--policy <name>', 'policy to live both under (default: the last in each file)')
      .option('--target <id>', 'only this target (default: all that both files have)')
      .option(
        '--draws <n>',
        'futures that every mixture of the two is lived through (default: 1000)',
        wholeNumber(2, MOST_HELD),
      )
      .addOption(threads())
      .addOption(engine())
      .option('--json', 'print as JSON: values with file and line, steps with standard errors')
      .option('--csv', 'print the steps of every target as CSV, numbers in full')
      .option('--quiet', 'no progress')
      .addOption(language()),
    forms('json', 'csv'),
  )
    .addHelpText(
      'after',
      examples(
        [
          ['diff plan.yaml late.yaml', 'values side by side, and for each target what moved it'],
          ['diff plan.yaml late.yaml --target urban-share --draws 4000', 'one target, more sharply'],
          ['diff plan.yaml plan-2.yaml --policy no_action --lang zh', 'without the programmes, in Chinese'],
        ],
        'A change is one named part of a scenario: an uncertainty, the setting of a lever, a level, a programme, a target. Mixtures of the two files, with some changes made and others not, are lived through the same futures; each change gets the mean of what it adds over every order of making them (its Shapley value). So the steps add up to the whole, with nothing left over. Up to 8 changes every order counts; beyond, orders are drawn.',
      ),
    )
    .action(async (one, other, options) => {
      const { diff } = await import('../commands/diff.js')
      process.exitCode = await diff(one, other, exact(options))
    })

  cityward
    .command('split')
    .description(
      "propose how the quota of a service's programmes is shared out over cities, so that least is lacking",
    )
    .argument('<scenario>', 'scenario file (YAML)')
    .requiredOption('--service <name>', 'service whose programmes are shared out')
    .option('--year <year>', 'year at whose end least is to be lacking (default: the last)', wholeNumber(0))
    .option('--policy <name>', 'policy (default: the last of the scenario)')
    .option('--draws <n>', 'possible futures to simulate each split in', wholeNumber(1, 10_000), 200)
    .option('--out <file>', 'write the split as a scenario file that extends this one')
    .option(
      '--worst',
      'write the split with least lacking in the city that lacks most (default: in all together)',
    )
    .option('--json', 'print as JSON')
    .addOption(language())
    .addHelpText(
      'after',
      examples([
        ['split plan.yaml --service compulsory_places', 'two proposals, with what each city gains and loses'],
        [
          'split plan.yaml --service beds --out by-need.yaml',
          'the first as a variant, for check, run and diff',
        ],
      ]),
    )
    .action(async (scenario, options) => {
      const { split } = await import('../commands/split.js')
      process.exitCode = await split(scenario, exact(options))
    })
}
