/** Commands for runs whose parts are made by workers of a queue. */
import type { Command } from '@commander-js/extra-typings'
import { Argument } from '@commander-js/extra-typings'
import { optimiseLater } from './optimise-later.js'
import { batch, engine, examples, MOST_SECONDS, patience, threads, wholeNumber } from './options.js'
import { exact } from './typed.js'

export function addQueueRuns(cityward: Command): void {
  cityward
    .command('work')
    .description('make parts of the runs and sweeps of a queue, on as many machines as there are')
    .argument('<address>', 'Redis or Valkey: redis://host, rediss://user:password@host:6380 with TLS')
    .addOption(threads())
    .addOption(batch())
    .addOption(engine())
    .addOption(patience())
    .option(
      '--store <folder>',
      'a folder that the coordinator sees too: parts go through it in place of Redis',
    )
    .option('--idle <s>', 'end after so many seconds without a part', wholeNumber(1, MOST_SECONDS))
    .option('--quiet', 'no closing line')
    .addHelpText(
      'after',
      examples(
        [
          [
            'work redis://host',
            'on every machine; then `cityward sweep plan.yaml --queue redis://host` on one',
          ],
          ['work redis://host --threads 8 --idle 60', 'in a job: ends when nothing is left to do'],
        ],
        'A worker that ends by Ctrl-C or SIGTERM finishes the parts it is at; what a worker leaves that is killed is made by another. All machines need the same version.',
      ),
    )
    .action(async (address, options) => {
      optimiseLater()
      const { work } = await import('../commands/queue/work.js')
      process.exitCode = await work(address, exact(options))
    })

  cityward
    .command('queue')
    .description('list the sweeps and workers of a queue, or cancel a sweep')
    .addArgument(new Argument('<action>', 'what to do').choices(['ls', 'cancel'] as const))
    .argument('<address>', 'Redis or Valkey: redis://host, rediss://user:password@host:6380 with TLS')
    .argument('[sweep]', 'the sweep to cancel, as ls names it')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      examples([
        ['queue ls redis://host', 'who works, and on what'],
        [
          'queue cancel redis://host 1f0c3b5a7d9e2846',
          'its coordinator ends; what is finished stays in its folder',
        ],
      ]),
    )
    .action(async (action, address, sweep, options) => {
      const { queue } = await import('../commands/queue/queue.js')
      process.exitCode = await queue(action, address, sweep, exact(options))
    })
}
