/** Commands on a finished run: reports, exports, what changed, what outcomes depend on. */
import { type Command, Option } from '@commander-js/extra-typings'
import { DISCOVERY_METHODS, OBJECTIVES } from '../analysis/discovery/method-names.js'
import { PEAK_SIDES } from '../analysis/forecasts/peak-years.js'
import { SENSITIVITY_METHODS } from '../analysis/sensitivity/method-names.js'
import {
  confidence,
  engine,
  examples,
  language,
  pageLanguage,
  percentage,
  pictureChart,
  pictureFile,
  repeatable,
  threads,
  wholeNumber,
} from './options.js'
import { exact, exclusive, forms, ofIndices } from './typed.js'

export function addAskRun(cityward: Command): void {
  cityward
    .command('compare')
    .description('compare two runs target by target')
    .argument('<run>', 'run folder')
    .argument('<other>', 'run folder')
    .option('--json', 'print as JSON')
    .addOption(language())
    .addHelpText(
      'after',
      examples([
        ['compare runs/plan-1a2b runs/plan-3c4d', 'odds and medians before and after'],
        ['compare runs/a runs/b --json', 'the same, to calculate with'],
      ]),
    )
    .action(async (one, other, options) => {
      const { compare } = await import('../commands/compare.js')
      process.exitCode = await compare(one, other, exact(options))
    })

  cityward
    .command('update')
    .description('update a finished run by what has been counted since: odds and ranges in the light of it')
    .argument('<run>', 'run folder')
    .requiredOption(
      '--observed <file>',
      'CSV: indicator, place, year, value, error, unit, source (docs/update.md)',
    )
    .option('--policy <name>', 'the policy under which it was observed (default: the last one)')
    .option(
      '--most-draws <n>',
      'draws that the run may be extended to where those it has say too little (default: 16 times as many)',
      wholeNumber(1),
    )
    .addOption(threads())
    .addOption(engine())
    .option('--out <folder>', 'folder of the updated run (default: that of the run, with -updated)')
    .option('--json', 'print as JSON')
    .option('--quiet', 'no progress and no closing line')
    .addOption(language())
    .addHelpText(
      'after',
      examples([
        [
          'update runs/plan-1a2b --observed counted-2021.csv',
          'odds before and after, and a report of the updated run',
        ],
        ['compare runs/plan-1a2b runs/plan-1a2b-updated', 'the same comparison again'],
      ]),
    )
    .action(async (run, options) => {
      const { update } = await import('../commands/update.js')
      process.exitCode = await update(run, exact(options))
    })

  exclusive(
    cityward
      .command('needs')
      .description('say what every service lacks by city and year, how much to add, and by when to start')
      .argument('<run>', 'run folder')
      .option('--city <name>', 'every year of one city, by name or code (default: the worst year of each)')
      .option('--service <name>', 'one service (default: all that are held against a need)')
      .option('--odds <share>', 'share of futures in which nothing is to lack (default: 80%)', percentage)
      .option('--policy <name>', 'policy (default: the last of the run)')
      .option('--json', 'print as JSON')
      .option('--csv', 'print as CSV, a line for each service, place and year')
      .addOption(language()),
    forms('json', 'csv'),
  )
    .addHelpText(
      'after',
      examples([
        ['needs runs/plan-1a2b', 'what to add in each city, beyond what the plan builds, and by when'],
        [
          'needs runs/plan-1a2b --city Nanning --odds 90%',
          'one city year by year, enough in 9 of 10 futures',
        ],
        ['needs runs/plan-1a2b --service compulsory_places --csv', 'to calculate with'],
      ]),
    )
    .action(async (run, options) => {
      const { needs } = await import('../commands/needs.js')
      process.exitCode = await needs(run, exact(options))
    })

  cityward
    .command('report')
    .description('write a finished run as one HTML file: for a screen, a phone or paper, Chinese and English')
    .argument('<run...>', 'run folders; the first is reported, the others are held against it')
    .option('--out <file>', 'file to write (default: report.html in the run folder)')
    .addOption(pageLanguage())
    .addHelpText(
      'after',
      examples([
        ['report runs/plan-1a2b', 'runs/plan-1a2b/report.html; `cityward run` writes it too'],
        ['report runs/plan-1a2b --lang zh --out plan.html', 'Chinese is shown first'],
        ['report runs/plan-1a2b runs/plan-3c4d', 'with what the second run changes'],
        ['run runs/plan-1a2b/report.html', 'the run again, from the scenario and data in the report'],
      ]),
    )
    .action(async (runs, options) => {
      const { report } = await import('../commands/report.js')
      process.exitCode = await report(runs, exact(options))
    })

  cityward
    .command('open')
    .description('open the report of a finished run in the browser')
    .argument('<run>', 'run folder')
    .addOption(language())
    .addHelpText(
      'after',
      examples(
        [['open runs/plan-1a2b', 'its report.html, which is written where there is none']],
        'Where nothing on the machine can show it, the path of the report is printed.',
      ),
    )
    .action(async (run, options) => {
      const { open } = await import('../commands/aids/open.js')
      process.exitCode = await open(run, exact(options))
    })

  cityward
    .command('explore')
    .description(
      'write one HTML file in which levers can be dragged, and the odds of every target follow at once',
    )
    .argument('<scenario>', 'scenario file (YAML), or a run folder')
    .option('--out <file>', 'file to write (default: explorer.html; of a run, in its folder)')
    .option('--draws <n>', 'futures that the page simulates at first', wholeNumber(100, 100_000), 2000)
    .option('--seed <n>', "seed in place of the scenario's", wholeNumber(0))
    .option('--serve', 'show it on this machine, and again whenever the scenario is saved')
    .option('--port <n>', 'port to serve it on; 0 for any that is free', wholeNumber(0, 65_535), 0)
    .addOption(pageLanguage())
    .addHelpText(
      'after',
      examples(
        [
          ['explore plan.yaml --out plan.html', 'opens by double click, without a network'],
          ['explore runs/plan-1a2b', 'runs/plan-1a2b/explorer.html; its report links to it'],
          ['explore plan.yaml --serve', 'edit the file, and the page follows'],
        ],
        'The page simulates by the same engine and with the same draws as `cityward run`: for the same settings its odds are the same. What was found can be saved there as a scenario file, which `cityward run` reads.',
      ),
    )
    .action(async (path, options) => {
      const { explore } = await import('../commands/explore.js')
      process.exitCode = await explore(path, exact(options))
    })

  exclusive(
    cityward
      .command('export')
      .description(
        'write a finished run as an Excel workbook, CSV, Markdown, pictures for slides, or forecasts for a hub',
      )
      .argument('<run>', 'run folder')
      .option('--xlsx', 'a workbook of every table, in both languages, numbers as numbers')
      .option('--csv', 'the verdicts of every target and city, numbers in full')
      .option('--md', 'the verdicts and every table, in one language')
      .option('--png', 'the charts of the report, one file each')
      .option('--hubverse', 'its forecasts as the hubverse has model output, for others to score')
      .option(
        '--samples <n>',
        'with --hubverse: so many futures one by one beside quantiles (default: none)',
        wholeNumber(1, 10_000),
      )
      .option('--chart <id>', 'with --png: only this chart; may be given again for more', repeatable)
      .option('--out <path>', 'file to write; with --png the folder (default: in the run folder)')
      .addOption(language()),
    forms('xlsx', 'csv', 'md', 'png', 'hubverse'),
  )
    .addHelpText(
      'after',
      examples([
        ['export runs/plan-1a2b --xlsx', 'runs/plan-1a2b/report.xlsx'],
        ['export runs/plan-1a2b --png --chart fan --lang zh', 'the fan chart for a slide, in Chinese'],
        ['export runs/plan-1a2b --md --out plan.md', 'every table as text'],
        [
          'export runs/plan-1a2b --hubverse',
          'model-output/ in the run folder: quantiles by policy, place and year',
        ],
      ]),
    )
    .action(async (run, options) => {
      const { exportRun } = await import('../commands/export.js')
      process.exitCode = await exportRun(run, exact(options))
    })

  exclusive(
    cityward
      .command('sensitivity')
      .description(
        'say what the outcomes of a finished run hang on: every target, one outcome, or one by year or place',
      )
      .argument('<run>', 'run folder')
      .option('--target <id>', 'one target, with intervals')
      .option('--indicator <name>', 'one indicator, in the last year if no other is asked for')
      .option('--place <name>', 'city by name or code (default: the whole region)')
      .option('--year <year>', 'year', wholeNumber(0))
      .option('--policy <name>', 'policy (default: the last of the run)')
      .addOption(
        new Option('--method <method>', "default: the method of the run's design, or an overview").choices(
          SENSITIVITY_METHODS,
        ),
      )
      .addOption(new Option('--by <what>', 'a row for every year or place').choices(['year', 'place']))
      .option(
        '--widths',
        "a target's odds, were each uncertainty judged narrower or wider than the scenario says",
      )
      .addOption(
        new Option('--peaks <side>', 'odds of the year in which it is highest or lowest').choices(PEAK_SIDES),
      )
      .option(
        '--given <condition>',
        'only draws in which this holds, such as urban_share@2021=54..55; may be given again for more',
        repeatable,
      )
      .option('--level <share>', 'confidence of the intervals, such as 90% (default: 95%)', confidence)
      .addOption(pictureFile())
      .addOption(pictureChart(['bars', 'plane', 'kinds', 'pairs', 'convergence']))
      .option('--json', 'print as JSON')
      .option('--csv', 'print as CSV, every input and measure')
      .addOption(language()),
    { of: ['target', 'indicator'], hint: 'A target stands for its indicator and year.' },
    forms('json', 'csv'),
    ...ofIndices(),
  )
    .addHelpText(
      'after',
      examples([
        ['sensitivity runs/plan-1a2b', 'what each target hangs on, from the draws that are there'],
        ['sensitivity runs/plan-1a2b --target urban-share', 'one target: shares with intervals, direction'],
        ['sensitivity runs/plan-1a2b --indicator urban_share --by place', 'city by city'],
        [
          'sensitivity runs/plan-1a2b --indicator pupils --peaks highest',
          'odds of the year in which most are at school',
        ],
        ['sensitivity runs/plan-1a2b --widths', 'how far odds hang on widths that were judged'],
        [
          'sensitivity runs/plan-1a2b --target urban-share --given urban_share@2021=54..55',
          'what is left to hang on, once 2021 is known',
        ],
        ['sensitivity runs/sobol --target urban-share --csv', "Sobol' indices of a run --design saltelli"],
        [
          'sensitivity runs/sobol --target urban-share --picture share.svg',
          'bars with intervals; .html has every picture',
        ],
      ]),
    )
    .action(async (run, options) => {
      const { sensitivity } = await import('../commands/sensitivity.js')
      process.exitCode = await sensitivity(run, exact(options))
    })

  exclusive(
    cityward
      .command('discover')
      .description(
        'say in words under which uncertainties a target of a finished run is reached or missed, or an indicator is high or low',
      )
      .argument('<run>', 'run folder')
      .option('--target <id>', 'target of the run')
      .option('--fails', 'when it is missed, in place of when it is reached')
      .option('--indicator <name>', 'in place of a target: where its mean is high')
      .option('--year <year>', 'year of the indicator (default: the last)', wholeNumber(0))
      .option('--lowest', 'where the indicator is low, in place of where it is high')
      .addOption(
        new Option('--method <method>', 'boxes by PRIM, or the leaves of a tree by CART')
          .choices(DISCOVERY_METHODS)
          .default('prim'),
      )
      .option(
        '--density <share>',
        'least share of a box that is to be of interest (default: 80%)',
        percentage,
      )
      .option(
        '--mass <share>',
        'least share of all futures in a box (default: 5%, of rare ones half of their share; of an indicator 10%)',
        percentage,
      )
      .addOption(
        new Option(
          '--objective <name>',
          'what PRIM chooses a slice by, as in the EMA Workbench (default: lenient1)',
        ).choices(OBJECTIVES),
      )
      .option('--inputs <n>', 'most uncertainties that a box may limit', wholeNumber(1))
      .option('--boxes <n>', 'most boxes (default: 3)', wholeNumber(1))
      .option('--place <name>', 'city by name or code (default: the whole region)')
      .option('--policy <name>', 'policy (default: the last of the run)')
      .option(
        '--given <condition>',
        'only draws in which this holds, such as urban_share@2021=54..55; may be given again for more',
        repeatable,
      )
      .addOption(pictureFile())
      .addOption(pictureChart(['box', 'trade-off', 'tree']))
      .option('--json', 'print as JSON, with every box on the way')
      .option('--csv', 'print as CSV, a line for each limit')
      .addOption(language()),
    forms('json', 'csv'),
    { of: ['target', 'indicator'], hint: 'A target stands for its indicator and year.' },
    ...(['fails', 'density', 'objective', 'boxes', 'picture'] as const).map((name) => ({
      of: ['indicator', name] as const,
      hint: 'An indicator has no futures that reach it: its box is that of a high mean.',
    })),
    ...(['year', 'lowest'] as const).map((name) => ({
      of: ['target', name] as const,
      hint: 'A target stands for its indicator and year.',
    })),
  )
    .addHelpText(
      'after',
      examples([
        ['discover runs/plan-1a2b --target urban-share --fails', 'when the target is mainly missed'],
        [
          'discover runs/plan-1a2b --target urban-share --inputs 2',
          'with boxes of two uncertainties at most',
        ],
        ['discover runs/plan-1a2b --indicator urban_share --lowest', 'under which it is low on average'],
      ]),
    )
    .action(async (run, options) => {
      const { discoverInRun } = await import('../commands/discover.js')
      process.exitCode = await discoverInRun(run, exact(options))
    })
}
