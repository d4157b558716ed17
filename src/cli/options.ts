/** Options that several commands have, and how their texts are read. */
import { type Command, InvalidArgumentError, Option } from 'commander'

/** A whole number of at least so much. */
export const wholeNumber = (least: number) => (text: string) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < least) {
    throw new InvalidArgumentError(`Found ${text}; expected a whole number of ${least} or more.`)
  }
  return value
}
/** `1%`: a half-width, as a share. */
export const halfWidth = (text: string) => {
  const value = Number(text.replace(/%$/, '')) / 100
  if (!/%$/.test(text) || !(value > 0 && value < 0.5)) {
    throw new InvalidArgumentError(`Found ${text}; expected a half-width in per cent below 50%, such as 1%.`)
  }
  return value
}
/** `80%`, as a share. */
export const percentage = (text: string) => {
  const value = Number(text.replace(/%$/, '')) / 100
  if (!/%$/.test(text) || !(value > 0 && value <= 1)) {
    throw new InvalidArgumentError(`Found ${text}; expected a share in per cent, such as 80%.`)
  }
  return value
}
/** An option that may be given again for more. */
export const repeatable = (name: string, before: readonly string[] = []) => [...before, name]
export const language = () =>
  new Option('--lang <language>', 'language of what is printed').choices(['en', 'zh']).default('en')

export const engine = () =>
  new Option(
    '--engine <engine>',
    'kernel: fast; reference: the model as it is written. Changes no result',
  ).choices(['kernel', 'reference'])

/** Lines of commands with what each does, aligned. */
export const examples = (...lines: [command: string, does: string][]) => {
  const width = Math.max(...lines.map(([command]) => command.length))
  return `\nExamples:\n${lines.map(([command, does]) => `  $ cityward ${command.padEnd(width)}  ${does}`).join('\n')}`
}

/** Options that concern how a run is made and not what comes out. */
export const making = (command: Command) =>
  command
    .option('--threads <n>', 'worker threads (default: all cores)', wholeNumber(1))
    .option('--batch <n>', 'draws handed to a worker at a time; changes no result', wholeNumber(1))
    .addOption(engine())
    .option('--patience <s>', 'seconds after which a draw without end has failed', wholeNumber(1), 120)
    .option('--json', 'print what was done as JSON')
    .option('--quiet', 'no progress and no closing line')
