/** What holds commander to the commands: the options that one gives are the options that the other takes. */
import type { Command } from '@commander-js/extra-typings'
import { fail } from '../vocabulary/problems.js'

type Unmatched<From, To> = Record<Exclude<keyof From, keyof To>, never>

/**
 * Options as commander reads them, for a command that declares the same ones. All but a few may be left out, so that
 * assignment alone would let a flag be renamed: here a flag that the command does not declare, and one that it declares
 * and no flag gives, are both refused by tsc.
 */
export function exact<Declared, Given extends Declared>(
  options: Given & Unmatched<Given, Declared> & Unmatched<Declared, Given>,
): Declared {
  return options
}

/** Options of which one call takes one. */
interface Exclusive<Name extends string> {
  readonly of: readonly Name[]
  /** What to do instead, as a sentence of its own. */
  readonly hint: string
}

/** The forms that a command prints its answer in. */
export function forms<const Name extends string>(...of: readonly Name[]): Exclusive<Name> {
  return { of, hint: 'Each is the whole answer in another form: ask for them one at a time.' }
}

/** Options that are said to workers where there is a queue, and not to the command that puts parts into it. */
export function ofWorkers(): readonly Exclusive<'queue' | 'threads' | 'batch' | 'engine'>[] {
  const hint = 'How parts are made is said to each worker: `cityward work` has these options.'
  return (['threads', 'batch', 'engine'] as const).map((name) => ({ of: ['queue', name], hint }))
}

/** Options that are about indices, and say nothing of odds at other widths or of the year of a peak. */
export function ofIndices(): readonly Exclusive<
  'widths' | 'peaks' | 'method' | 'by' | 'year' | 'level' | 'picture' | 'chart' | 'csv'
>[] {
  const hint = 'Odds at other widths are a table, or --json: without indices, their intervals and pictures.'
  const ofPeaks =
    'Odds of the year of a peak are a table, or --json: without indices, their intervals and pictures.'
  const ofYears = 'Odds of the year of a peak look at every year that the run has kept.'
  return [
    ...(['method', 'by', 'level', 'picture', 'chart', 'csv'] as const).flatMap((name) => [
      { of: ['widths', name] as const, hint },
      { of: ['peaks', name] as const, hint: ofPeaks },
    ]),
    { of: ['peaks', 'year'], hint: ofYears },
  ]
}

/** Options that exclude each other, by the names under which commander keeps them. */
export function exclusive<
  Args extends unknown[],
  Options extends Record<string, unknown>,
  Inherited extends Record<string, unknown>,
>(
  command: Command<Args, Options, Inherited>,
  ...groups: readonly Exclusive<keyof Options & string>[]
): Command<Args, Options, Inherited> {
  const optionOf = (name: string) => command.options.find((option) => option.attributeName() === name)!
  for (const { of } of groups)
    for (const name of of) optionOf(name).conflicts(of.filter((other) => other !== name))
  const flag = (name: string) => optionOf(name).long!
  return command.exitOverride((error) => {
    if (error.code !== 'commander.conflictingOption') throw error
    const isGiven = (name: string) => command.getOptionValueSource(name) === 'cli'
    const { of, hint } = groups.find((group) => group.of.filter(isGiven).length > 1)!
    fail({
      code: 'options-conflict',
      where: { file: `cityward ${command.name()}` },
      found: listed(of.filter(isGiven).map(flag)),
      expected: `one of ${listed(of.map(flag))}`,
      hint,
    })
  })
}

/** `--json, --csv and --markdown` */
function listed(flags: readonly string[]): string {
  return [flags.slice(0, -1).join(', '), flags.at(-1)].join(' and ')
}
