/** Commands for runs that are large, spread over machines, or cut short. */
import type { Command } from '@commander-js/extra-typings'
import { optimiseLater } from './optimise-later.js'
import {
  batch,
  engine,
  examples,
  MOST_SECONDS,
  memoryLimit,
  namesInList,
  patience,
  queueOption,
  repeatable,
  SIZE_HINT,
  sharedFolderOption,
  threads,
  wholeNumber,
} from './options.js'
import { exact, exclusive, forms, ofWorkers } from './typed.js'

export function addMakeRuns(cityward: Command): void {
  exclusive(
    cityward
      .command('sweep')
      .description('live many trajectories of a scenario for research: any design, on one machine or many')
      .argument('<scenario>', 'scenario file (YAML)')
      .option('--draws <n>', 'draws (default: what the scenario says)', wholeNumber(1))
      .option(
        '--points <n>',
        'N of the literature in place of draws: base points of saltelli, trajectories of morris, rows of the others',
        wholeNumber(1),
      )
      .option('--seed <n>', 'seed of chance (default: what the scenario says)', wholeNumber(0))
      .option('--design <design>', 'how draws are laid out (default: what the scenario says)')
      .option(
        '--levers <names>',
        'levers drawn over their ranges beside the uncertainties: names parted by commas, or sampled for all',
        namesInList,
      )
      .option(
        '--policy <name>',
        'only this policy, and the one it is measured against; may be given again for more',
        repeatable,
      )
      .option(
        '--shard <i/n>',
        'only this share of the draws; auto in a job array, auto/n with a stated count',
      )
      .option('--out <folder>', 'folder of the run (default: runs/<scenario>-<fingerprint>)')
      .addOption(queueOption())
      .addOption(sharedFolderOption())
      .addOption(threads())
      .addOption(batch())
      .addOption(engine())
      .addOption(patience())
      .option('--json', 'print what was done as JSON')
      .option('--quiet', 'no progress and no closing line'),
    ...ofWorkers(),
    { of: ['draws', 'points'], hint: SIZE_HINT },
  )
    .addHelpText(
      'after',
      examples(
        [
          ['sweep plan.yaml --draws 100000', 'outcomes in a run folder; no verdicts are printed'],
          [
            'sweep plan.yaml --queue redis://host',
            'parts are made by whoever runs `cityward work redis://host`',
          ],
          ['sweep plan.yaml --shard 2/3 --out runs/b', 'the second third of the draws, for `cityward merge`'],
          [
            'sweep plan.yaml --levers sampled',
            'levers and uncertainties together, for `discover` and `sensitivity`',
          ],
          ['sweep plan.yaml --shard auto', 'in a Slurm job array: the share is that of the task'],
          ['sweep plan.yaml --shard auto/8', 'in an indexed Kubernetes job of eight'],
        ],
        'A trajectory that fails, never ends or takes its worker with it is recorded, and the rest goes on. Ended at any moment, a sweep is finished by `cityward resume`, with the same bytes.',
      ),
    )
    .action(async (file, options) => {
      optimiseLater()
      const { sweep } = await import('../commands/sweep.js')
      process.exitCode = await sweep(file, exact(options))
    })

  cityward
    .command('resume')
    .description('finish a run or sweep that was cut short, or mend one that was damaged')
    .argument('<run>', 'run folder')
    .addOption(queueOption())
    .addOption(sharedFolderOption())
    .addOption(threads())
    .addOption(batch())
    .addOption(engine())
    .addOption(patience())
    .option('--json', 'print what was done as JSON')
    .option('--quiet', 'no progress and no closing line')
    .addHelpText(
      'after',
      examples(
        [['resume runs/plan-1a2b', 'what is whole is kept; the rest is made']],
        'The folder holds what it is a run of. Where the scenario, a data file or the version of cityward has changed since, nothing is run and each change is named.',
      ),
    )
    .action(async (run, options) => {
      optimiseLater()
      const { resume } = await import('../commands/resume.js')
      process.exitCode = await resume(run, exact(options))
    })

  cityward
    .command('merge')
    .description('put the shards of a sweep together, with the bytes of a run on one machine')
    .argument('<run>', 'new folder')
    .argument('<shard...>', 'folders of all shards, in any order')
    .option('--json', 'print what was done as JSON')
    .addHelpText('after', examples([['merge runs/whole runs/a runs/b runs/c', 'three shards into one run']]))
    .action(async (run, shards, options) => {
      const { merge } = await import('../commands/merge.js')
      process.exitCode = await merge(run, shards, exact(options))
    })

  cityward
    .command('verify')
    .description('say what of a run folder is missing or damaged; nothing is changed')
    .argument('<run>', 'run folder')
    .option('--json', 'print as JSON')
    .addHelpText('after', examples([['verify runs/plan-1a2b', 'exit code 0 where all is whole, else 3']]))
    .action(async (run, options) => {
      const { verify } = await import('../commands/verify.js')
      process.exitCode = verify(run, exact(options))
    })

  exclusive(
    cityward
      .command('query')
      .description('ask a finished run in SQL, by DuckDB (an optional package)')
      .argument('<run>', 'run folder')
      .argument(
        '<sql>',
        'one SELECT over the tables outcomes, long, columns, policies, uncertainties, failures',
      )
      .option('--csv', 'all rows as CSV, numbers in full')
      .option('--json', 'all rows as JSON')
      .option('--parquet', 'all rows as Parquet, with --out')
      .option('--out <file>', 'write the rows to this file in place of printing them')
      .option('--memory <size>', 'memory, beyond which the disk is used (default: 1GB)', memoryLimit)
      .option(
        '--time <s>',
        'seconds after which a query is ended (default: 600)',
        wholeNumber(1, MOST_SECONDS),
      ),
    forms('json', 'csv', 'parquet'),
  )
    .addHelpText(
      'after',
      examples(
        [
          [
            'query runs/plan "select policy, median(\\"urban_share@45@2023\\") from outcomes group by policy"',
            'any aggregate',
          ],
          ['query runs/plan "select * from long where indicator = \'beds\'" --csv', 'a row a value'],
          ['query runs/plan "select * from columns"', 'what each column of outcomes is'],
          [
            'query runs/plan "select * from outcomes" --parquet --out all.parquet',
            'one file for another program',
          ],
        ],
        'A query reads this run and no other file, and changes nothing: it is one SELECT.',
      ),
    )
    .action(async (run, sql, options) => {
      const { query } = await import('../commands/query.js')
      process.exitCode = await query(run, sql, exact(options))
    })
}
