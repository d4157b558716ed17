/** Options that exclude each other, in every command that has such. */
import { Command } from '@commander-js/extra-typings'
import { describe, expect, it } from 'vitest'
import { addData } from '../../src/cli/ask-data.js'
import { addAskPlan } from '../../src/cli/ask-plan.js'
import { addAskRun } from '../../src/cli/ask-run.js'
import { addMakeRuns } from '../../src/cli/make-runs.js'
import { CitywardError, formatProblem } from '../../src/vocabulary/problems.js'

/** What the command line answers to arguments that it refuses before any command is loaded. */
async function answerTo(...args: string[]): Promise<string> {
  const cityward = new Command('cityward').exitOverride().configureOutput({ outputError: () => undefined })
  for (const add of [addAskPlan, addAskRun, addMakeRuns, addData]) add(cityward)
  const error: unknown = await cityward.parseAsync(args, { from: 'user' }).catch((thrown) => thrown)
  if (!(error instanceof CitywardError)) throw error
  return error.problems.map(formatProblem).join('\n')
}

describe('forms that exclude each other', () => {
  it.each([
    ['run plan.yaml --csv --markdown', 'run', '--csv and --markdown', '--json, --csv, --markdown and --full'],
    [
      'run plan.yaml --markdown --csv --json',
      'run',
      '--json, --csv and --markdown',
      '--json, --csv, --markdown and --full',
    ],
    ['population plan.yaml --csv --json', 'population', '--json and --csv', '--json and --csv'],
    ['reach plan.yaml --json --csv', 'reach', '--json and --csv', '--json and --csv'],
    ['diff a.yaml b.yaml --json --csv', 'diff', '--json and --csv', '--json and --csv'],
    ['export runs/a --md --xlsx', 'export', '--xlsx and --md', '--xlsx, --csv, --md, --png and --hubverse'],
    ['sensitivity runs/a --csv --json', 'sensitivity', '--json and --csv', '--json and --csv'],
    ['discover runs/a --target t --csv --json', 'discover', '--json and --csv', '--json and --csv'],
    ['query runs/a sql --csv --json', 'query', '--json and --csv', '--json, --csv and --parquet'],
    ['calibrate data --csv --json', 'calibrate', '--json and --csv', '--json and --csv'],
  ])('%s', async (line, command, found, expected) => {
    expect(await answerTo(...line.split(' '))).toBe(
      `cityward ${command}\n  Found ${found}; expected one of ${expected}.\n` +
        '  Each is the whole answer in another form: ask for them one at a time.  [options-conflict]',
    )
  })
})

it('a target excludes an indicator, also where a form is asked for', async () => {
  const args = ['sensitivity', 'runs/a', '--json', '--indicator', 'beds', '--target', 'urban-share']
  expect(await answerTo(...args)).toBe(
    'cityward sensitivity\n  Found --target and --indicator; expected one of --target and --indicator.\n' +
      '  A target stands for its indicator and year.  [options-conflict]',
  )
})
