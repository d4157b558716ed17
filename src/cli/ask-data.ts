/** Commands on data folders and for starting: fits, backtests, the schema, a new project. */
import { type Command, Option } from '@commander-js/extra-typings'
import { IMPORT_TABLES } from '../import/answers.js'
import { PLACE_LEVELS } from '../studies/new-region/levels.js'
import { examples, language, MOST_HELD, wholeNumber } from './options.js'
import { exact, exclusive, forms } from './typed.js'

export function addData(cityward: Command): void {
  addImport(cityward)
  exclusive(
    cityward
      .command('calibrate')
      .description('fit the levels of moves to the two latest censuses of a data folder, with ranges')
      .argument('<data>', 'data folder, or a scenario whose data folder is meant')
      .option('--out <folder>', 'write calibration.csv and calibration-draws.csv here')
      .option('--urban <code=persons...>', 'urban residents of cities by another count than population.csv')
      .option(
        '--alternatives',
        'odds of a target of the scenario under every fit that could be defended as well',
      )
      .option('--target <id>', 'with --alternatives: the target (default: the first of the scenario)')
      .option(
        '--hold <name=value...>',
        'with --alternatives: hold uncertainties, each an alternative of its own',
      )
      .option('--draws <n>', 'with --alternatives: futures on each fit', wholeNumber(20, MOST_HELD), 2000)
      .option('--svg <file>', 'draw what is left over by city, sex and age')
      .option('--csv', 'print what is left over by city, sex and age as CSV')
      .option('--json', 'print as JSON')
      .addOption(language()),
    forms('json', 'csv'),
  )
    .addHelpText(
      'after',
      examples([
        [
          'calibrate fixtures/guangxi',
          'levels beside their priors, what is left over, where towns grew from',
        ],
        ['calibrate plan.yaml --out fits', 'draws that uncertainties of a scenario can take'],
        ['calibrate fixtures/guangxi --urban 4505=1082769', 'Beihai as its bulletin counts it'],
        ['calibrate fixtures/guangxi --svg left-over.svg', 'the misfits as a picture'],
        ['calibrate plan.yaml --alternatives', 'how far the odds hang on choices of the fit; some minutes'],
      ]),
    )
    .action(async (data, options) => {
      const { calibrate } = await import('../commands/calibrate.js')
      process.exitCode = await calibrate(data, exact(options))
    })

  cityward
    .command('backtest')
    .description(
      'forecast the later census of every city by a fit to the other half of the cities, and score it',
    )
    .argument('<data>', 'data folder, or a scenario whose data folder is meant')
    .option('--draws <n>', 'draws of each fit', wholeNumber(20, MOST_HELD), 500)
    .option('--seed <n>', 'seed of chance', wholeNumber(0), 0)
    .option('--out <folder>', 'also write backtest.csv, which reports read from the data folder')
    .option('--urban <code=persons...>', 'urban residents of cities by another count than population.csv')
    .option('--svg <file>', 'draw the errors by city with their bands, beside the lines')
    .option('--json', 'print as JSON, with every draw')
    .addOption(language())
    .addHelpText(
      'after',
      examples([
        ['backtest fixtures/guangxi', 'errors, bands and scores beside simple lines; about half a minute'],
      ]),
    )
    .action(async (data, options) => {
      const { backtest } = await import('../commands/backtest.js')
      process.exitCode = await backtest(data, exact(options))
    })

  cityward
    .command('schema')
    .description('print the JSON Schema of scenario files, for editors that complete and check')
    .addHelpText(
      'after',
      examples([['schema > scenario.schema.json', 'then point the YAML support of an editor to the file']]),
    )
    .action(async () => {
      const { schema } = await import('../commands/schema.js')
      process.exitCode = schema()
    })

  exclusive(
    cityward
      .command('new')
      .description(
        'write a commented starting scenario and a data folder: a template, a province of China, or places from published totals',
      )
      .argument('<folder>', 'folder to make; one that is there already is never written over')
      .option(
        '--province <name>',
        'fill it from the censuses of 2010 and 2020: one of 31, by code or by name in English or Chinese; up to two minutes',
      )
      .option('--nation', 'fill it with all provinces, and moves between them')
      .addOption(
        new Option(
          '--level <places>',
          'with --province city or county, with --nation province, city or county: what its places are (default: city)',
        ).choices(PLACE_LEVELS),
      )
      .option(
        '--totals [file]',
        'fill it from totals by place (people, urban share, a few ages); without a file: write a table to fill in',
      )
      .option(
        '--pattern <name>',
        'with --totals: the province, or the data folder, that people between the totals are taken from',
      )
      .addOption(
        new Option(
          '--form <form>',
          'a template for places without registration: moves between places, net migration alone, or villages and towns',
        ).choices(['moves', 'net-migration', 'rural-urban']),
      )
      .addOption(language()),
    {
      of: ['province', 'totals', 'nation', 'form'],
      hint: 'With --totals the province is given as --pattern.',
    },
  )
    .addHelpText(
      'after',
      examples([
        ['new my-plan', 'my-plan/scenario.yaml and my-plan/data'],
        ['check my-plan/scenario.yaml', 'good as it stands; then put your numbers in'],
        ['new counties --form net-migration', 'four made-up places without statuses, by net migration'],
        ['new hunan --province Hunan', 'people, moves and fertility of its 14 prefectures, ready to run'],
        [
          'new ningxia-counties --province Ningxia --level county',
          '22 counties and districts of Ningxia, the same way',
        ],
        ['new china --nation --level province', '31 provinces, with moves between them'],
        ['new regions --form moves', 'two places and the moves between them, to fill in'],
        ['new ours --totals', 'ours/totals.csv, a row a place, to fill in'],
        [
          'new plan --totals ours/totals.csv --pattern Hunan',
          'these places with people by age and moves as in Hunan',
        ],
      ]),
    )
    .action(async (folder, options) => {
      const { newProject } = await import('../commands/new.js')
      process.exitCode = newProject(folder, exact(options))
    })
}

function addImport(cityward: Command): void {
  cityward
    .command('import')
    .description(
      'tables of statistical offices into a data folder: workbooks, CSV, Eurostat, SDMX-CSV, JSON-stat, PC-Axis, the Human Mortality and Fertility Databases',
    )
    .argument('<file...>', 'tables as the office gives them, or mappings that repeat an import')
    .requiredOption('--into <folder>', 'data folder, or any other, that the table is written to')
    .addOption(
      new Option('--as <table>', 'the table to make (default: told from what is counted)').choices(
        IMPORT_TABLES,
      ),
    )
    .option('--sheet <name>', 'sheet of a workbook, where several have tables')
    .option(
      '--year <year>',
      'year of figures that have none, or the one year of several',
      wholeNumber(1900, 2099),
    )
    .option('--unit <unit>', 'unit of people where the file has none, such as 10000 persons')
    .addOption(
      new Option('--decimal <sign>', 'sign before decimals, where it cannot be told').choices([
        '.',
        ',',
      ] as const),
    )
    .option('--place <name=code...>', 'code of a place as the file names it; NAME=- leaves it out')
    .addOption(language())
    .addHelpText(
      'after',
      examples([
        ['import people-2020.xlsx --into ours', 'what was understood; then ours/totals.csv and a mapping'],
        ['import beds.csv --into my-plan/data --as values', 'stocks of services as rows of values.csv'],
        [
          'import ours/people-2020-totals.import.yaml --into ours',
          'the same again, from a mapping that may be edited',
        ],
      ]),
    )
    .action(async (files, options) => {
      const { importFiles } = await import('../commands/tables/import.js')
      process.exitCode = await importFiles(files, exact(options))
    })
}
